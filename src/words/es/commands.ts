import type { CommandTexts } from '../command-text.ts';

const ARTICLE = { name: 'artículo', description: 'Solo este artículo; si no se indica, todos' };
const NEEDED_ARTICLE = { name: 'artículo', description: 'El artículo; hace falta cuando hay varios' };
const PRIVATE = { name: 'privado', description: 'Mostrarlo solo a ti' };

export const commands: CommandTexts = {
  ask: {
    name: 'preguntar',
    description: 'Haz una pregunta; la respuesta es una cita que puedes comprobar',
    options: {
      question: { name: 'pregunta', description: 'Lo que quieres saber, en una frase completa' },
      article: ARTICLE,
      private: { ...PRIVATE, description: 'Mostrar la respuesta solo a ti; después puedes compartirla' },
      thread: { name: 'hilo', description: 'Abrir un hilo bajo la respuesta para más preguntas' },
    },
  },
  lookup: {
    name: 'buscar',
    description: 'Los pasajes sobre un nombre o un término, como en un índice',
    options: {
      term: { name: 'término', description: 'Un nombre, un título o una palabra clave' },
      article: ARTICLE,
      private: PRIVATE,
    },
  },
  paragraph: {
    name: 'párrafo',
    description: 'Leer un párrafo entero, con los de antes y después',
    options: {
      number: { name: 'número', description: 'El número tras el signo ¶ en una referencia' },
      article: NEEDED_ARTICLE,
    },
  },
  outline: {
    name: 'esquema',
    description: 'Los títulos de un artículo, con los números de sus párrafos',
    options: { article: NEEDED_ARTICLE, private: PRIVATE },
  },
  quote: {
    name: 'cita',
    description: 'Comprobar una cita: exacta, alterada o ausente de los artículos',
    options: {
      text: { name: 'texto', description: 'Lo que se supone que dice el artículo' },
      private: PRIVATE,
    },
  },
  sources: { name: 'fuentes', description: 'Los artículos de los que salen las citas' },
  help: { name: 'ayuda', description: 'Qué hace este bot y cómo preguntarle' },
  settings: { name: 'ajustes', description: 'Cómo respondo en este servidor y quién puede hacer qué' },
  'Find a source': { name: 'Buscar una fuente' },
  'Ask about this': { name: 'Preguntar sobre esto' },
  'Check this quote': { name: 'Comprobar la cita' },
  privacy: {
    name: 'privacidad',
    description: 'Qué se guarda sobre ti, cuánto tiempo y para quién; verlo y borrarlo',
  },
  gaps: {
    name: 'lagunas',
    description: 'Las preguntas que los artículos de este servidor no responden bien',
  },
  quiz: {
    name: 'quiz',
    description: 'Un quiz para el canal, hecho de citas',
    options: {
      start: {
        name: 'empezar',
        description: 'Empezar un quiz en este canal',
        options: {
          article: { name: 'artículo', description: 'De qué trata; necesario si hay varios' },
          rounds: { name: 'rondas', description: 'Cuántas preguntas' },
          mode: {
            name: 'modo',
            description: 'Respuestas para elegir o para escribir',
            choices: { choose: 'elegir', type: 'escribir' },
          },
          seconds: { name: 'segundos', description: 'Para cada pregunta; 0, sin límite' },
        },
      },
      stop: { name: 'parar', description: 'Terminar el quiz de este canal' },
      scores: { name: 'puntos', description: 'Los puntos del último quiz de este canal' },
    },
  },
  read: {
    name: 'leer',
    description: 'Leer un artículo juntos: unos párrafos cada día',
    options: {
      start: {
        name: 'empezar',
        description: 'Empezar en este canal; la primera parte llega enseguida',
        options: {
          article: { name: 'artículo', description: 'Qué se lee; necesario si hay varios' },
          paragraphs: { name: 'párrafos', description: 'Cuántos al día' },
          time: { name: 'hora', description: 'Cuándo cada día: 08:00, 20:30' },
          zone: { name: 'zona', description: 'Dónde vivís: escribe una ciudad' },
        },
      },
      status: { name: 'estado', description: 'Por dónde va y cuándo llega la próxima parte' },
      pause: { name: 'pausa', description: 'Esperar hasta que alguien siga' },
      resume: { name: 'seguir', description: 'Seguir tras una pausa; la próxima parte llega enseguida' },
      stop: { name: 'parar', description: 'Terminar la lectura de este canal' },
    },
  },
  study: {
    name: 'estudiar',
    description: 'Aprender un artículo con tarjetas, solo para ti',
    options: {
      start: {
        name: 'empezar',
        description: 'La próxima tarjeta: primero lo pendiente, luego nuevas',
        options: {
          article: { name: 'artículo', description: 'De dónde salen las nuevas; necesario si hay varios' },
        },
      },
      stats: { name: 'estadísticas', description: 'Qué está pendiente y qué has aprendido' },
      pause: { name: 'pausa', description: 'Dejar todo en espera hasta que sigas' },
      limit: {
        name: 'límite',
        description: 'Cuántas tarjetas nuevas llegan al día',
        options: { new: { name: 'nuevas', description: '0 para ninguna' } },
      },
    },
  },
  notes: {
    name: 'notas',
    description: 'Las citas que has guardado, solo para ti',
    options: { search: { name: 'buscar', description: 'Solo notas con estas palabras' } },
  },
  export: {
    name: 'exportar',
    description: 'Tus notas en un archivo, cada una con su línea de bibliografía',
    options: {
      format: {
        name: 'formato',
        description: 'Sin indicarlo, Markdown',
        choices: { Markdown: 'Markdown', CSV: 'CSV', Anki: 'Anki' },
      },
    },
  },
  articles: {
    name: 'artículos',
    description: 'Los artículos propios de este servidor: ver, añadir, sustituir, retirar',
    options: {
      list: { name: 'lista', description: 'Lo que este servidor ha añadido' },
      add: {
        name: 'añadir',
        description: 'Añadir un artículo: un archivo o una dirección',
        options: {
          file: { name: 'archivo', description: 'PDF, Word, EPUB, HTML, Markdown, texto o subtítulos' },
          address: { name: 'dirección', description: 'La dirección de una página, donde está activado' },
        },
      },
      replace: {
        name: 'sustituir',
        description: 'Una edición más reciente de un artículo',
        options: {
          article: { name: 'artículo', description: 'Qué artículo' },
          file: { name: 'archivo', description: 'PDF, Word, EPUB, HTML, Markdown, texto o subtítulos' },
          address: { name: 'dirección', description: 'La dirección de una página, donde está activado' },
        },
      },
      rename: {
        name: 'renombrar',
        description: 'Dar otro título a un artículo',
        options: {
          article: { name: 'artículo', description: 'Qué artículo' },
          title: { name: 'título', description: 'Cómo debe llamarse' },
        },
      },
      remove: {
        name: 'retirar',
        description: 'Retirar un artículo; se puede recuperar durante un día',
        options: { article: { name: 'artículo', description: 'Qué artículo' } },
      },
      changes: {
        name: 'cambios',
        description: 'Qué ha cambiado una edición nueva',
        options: { article: { name: 'artículo', description: 'Qué artículo' } },
      },
    },
  },
};
