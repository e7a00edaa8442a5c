import type { CommandTexts } from '../command-text.ts';

const ARTICLE = { name: 'artigo', description: 'Só este artigo; sem indicação, todos' };
const NEEDED_ARTICLE = { name: 'artigo', description: 'O artigo; necessário quando há vários' };
const PRIVATE = { name: 'privado', description: 'Mostrar só para você' };

export const commands: CommandTexts = {
  ask: {
    name: 'perguntar',
    description: 'Faça uma pergunta; a resposta é uma citação que você pode verificar',
    options: {
      question: { name: 'pergunta', description: 'O que você quer saber, em uma frase completa' },
      article: ARTICLE,
      private: {
        ...PRIVATE,
        description: 'Mostrar a resposta só para você; depois dá para compartilhar',
      },
      thread: { name: 'tópico', description: 'Abrir um tópico sob a resposta, para mais perguntas' },
    },
  },
  lookup: {
    name: 'buscar',
    description: 'Os trechos sobre um nome ou um termo, como em um índice',
    options: {
      term: { name: 'termo', description: 'Um nome, um título ou uma palavra-chave' },
      article: ARTICLE,
      private: PRIVATE,
    },
  },
  paragraph: {
    name: 'parágrafo',
    description: 'Ler um parágrafo inteiro, com os vizinhos',
    options: {
      number: { name: 'número', description: 'O número depois do sinal ¶ em uma referência' },
      article: NEEDED_ARTICLE,
    },
  },
  outline: {
    name: 'sumário',
    description: 'Os títulos de um artigo, com os números dos parágrafos',
    options: { article: NEEDED_ARTICLE, private: PRIVATE },
  },
  quote: {
    name: 'citação',
    description: 'Verificar uma citação: exata, alterada ou ausente dos artigos',
    options: {
      text: { name: 'texto', description: 'O que o artigo diria, segundo alguém' },
      private: PRIVATE,
    },
  },
  sources: { name: 'fontes', description: 'Os artigos de onde vêm as citações' },
  help: { name: 'ajuda', description: 'O que este bot faz e como perguntar' },
  settings: { name: 'configurações', description: 'Como respondo neste servidor e quem pode fazer o quê' },
  'Find a source': { name: 'Encontrar uma fonte' },
  'Ask about this': { name: 'Perguntar sobre isto' },
  'Check this quote': { name: 'Verificar a citação' },
  privacy: {
    name: 'privacidade',
    description: 'O que é guardado sobre você, por quanto tempo e para quem; ver e apagar',
  },
  gaps: { name: 'lacunas', description: 'As perguntas que os artigos deste servidor não respondem bem' },
  quiz: {
    name: 'quiz',
    description: 'Um quiz para o canal, feito de citações',
    options: {
      start: {
        name: 'começar',
        description: 'Começar um quiz neste canal',
        options: {
          article: { name: 'artigo', description: 'Sobre o que é; necessário se houver vários' },
          rounds: { name: 'rodadas', description: 'Quantas perguntas' },
          mode: {
            name: 'modo',
            description: 'Respostas para escolher ou para digitar',
            choices: { choose: 'escolher', type: 'digitar' },
          },
          seconds: { name: 'segundos', description: 'Para cada pergunta; 0, sem limite' },
        },
      },
      stop: { name: 'parar', description: 'Encerrar o quiz deste canal' },
      scores: { name: 'pontos', description: 'Os pontos do último quiz deste canal' },
    },
  },
  read: {
    name: 'ler',
    description: 'Ler um artigo em grupo: alguns parágrafos por dia',
    options: {
      start: {
        name: 'começar',
        description: 'Começar neste canal; a primeira parte vem logo',
        options: {
          article: { name: 'artigo', description: 'O que se lê; necessário se houver vários' },
          paragraphs: { name: 'parágrafos', description: 'Quantos por dia' },
          time: { name: 'hora', description: 'Quando, todo dia: 08:00, 20:30' },
          zone: { name: 'fuso', description: 'Onde vocês moram: digite uma cidade' },
        },
      },
      status: { name: 'situação', description: 'Onde está e quando vem a próxima parte' },
      pause: { name: 'pausa', description: 'Esperar até alguém continuar' },
      resume: { name: 'continuar', description: 'Continuar depois de uma pausa; a próxima parte vem logo' },
      stop: { name: 'parar', description: 'Encerrar a leitura deste canal' },
    },
  },
  study: {
    name: 'estudar',
    description: 'Aprender um artigo com cartões, só para você',
    options: {
      start: {
        name: 'começar',
        description: 'O próximo cartão: primeiro o que venceu, depois novos',
        options: {
          article: { name: 'artigo', description: 'De onde vêm os novos; necessário se houver vários' },
        },
      },
      stats: { name: 'estatísticas', description: 'O que venceu e o que você aprendeu' },
      pause: { name: 'pausa', description: 'Deixar tudo em espera até você continuar' },
      limit: {
        name: 'limite',
        description: 'Quantos cartões novos vêm por dia',
        options: { new: { name: 'novos', description: '0 para nenhum' } },
      },
    },
  },
  notes: {
    name: 'notas',
    description: 'As citações que você guardou, só para você',
    options: { search: { name: 'busca', description: 'Só notas com estas palavras' } },
  },
  export: {
    name: 'exportar',
    description: 'Suas notas num arquivo, cada uma com sua linha de bibliografia',
    options: {
      format: {
        name: 'formato',
        description: 'Sem indicar, Markdown',
        choices: { Markdown: 'Markdown', CSV: 'CSV', Anki: 'Anki' },
      },
    },
  },
  articles: {
    name: 'artigos',
    description: 'Os artigos próprios deste servidor: ver, adicionar, trocar, retirar',
    options: {
      list: { name: 'lista', description: 'O que este servidor adicionou' },
      add: {
        name: 'adicionar',
        description: 'Adicionar um artigo: um arquivo ou um endereço',
        options: {
          file: { name: 'arquivo', description: 'PDF, Word, EPUB, HTML, Markdown, texto ou legendas' },
          address: { name: 'endereço', description: 'O endereço de uma página, onde isso está ligado' },
        },
      },
      replace: {
        name: 'trocar',
        description: 'Uma edição mais nova de um artigo',
        options: {
          article: { name: 'artigo', description: 'Qual artigo' },
          file: { name: 'arquivo', description: 'PDF, Word, EPUB, HTML, Markdown, texto ou legendas' },
          address: { name: 'endereço', description: 'O endereço de uma página, onde isso está ligado' },
        },
      },
      rename: {
        name: 'renomear',
        description: 'Dar outro título a um artigo',
        options: {
          article: { name: 'artigo', description: 'Qual artigo' },
          title: { name: 'título', description: 'Como ele deve se chamar' },
        },
      },
      remove: {
        name: 'retirar',
        description: 'Retirar um artigo; dá para recuperar durante um dia',
        options: { article: { name: 'artigo', description: 'Qual artigo' } },
      },
      changes: {
        name: 'mudanças',
        description: 'O que uma nova edição mudou',
        options: { article: { name: 'artigo', description: 'Qual artigo' } },
      },
    },
  },
};
