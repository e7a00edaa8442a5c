import type { CommandTexts } from '../command-text.ts';

const ARTICLE = { name: 'artikel', description: 'Nur dieser Artikel; ohne Angabe alle' };
const NEEDED_ARTICLE = { name: 'artikel', description: 'Der Artikel; nötig, wenn es mehrere gibt' };
const PRIVATE = { name: 'privat', description: 'Nur dir zeigen' };

export const commands: CommandTexts = {
  ask: {
    name: 'frage',
    description: 'Stell eine Frage; die Antwort ist ein Zitat, das du prüfen kannst',
    options: {
      question: { name: 'frage', description: 'Was du wissen willst, als ganzer Satz' },
      article: ARTICLE,
      private: { ...PRIVATE, description: 'Die Antwort nur dir zeigen; teilen kannst du sie danach' },
      thread: { name: 'thread', description: 'Unter der Antwort einen Thread für weitere Fragen öffnen' },
    },
  },
  lookup: {
    name: 'nachschlagen',
    description: 'Die Stellen über einen Namen oder Begriff, wie in einem Register',
    options: {
      term: { name: 'begriff', description: 'Ein Name, eine Überschrift oder ein Fachwort' },
      article: ARTICLE,
      private: PRIVATE,
    },
  },
  paragraph: {
    name: 'absatz',
    description: 'Einen Absatz ganz lesen, mit denen davor und danach',
    options: {
      number: { name: 'nummer', description: 'Die Zahl nach dem ¶ in einer Quellenangabe' },
      article: NEEDED_ARTICLE,
    },
  },
  outline: {
    name: 'gliederung',
    description: 'Die Überschriften eines Artikels mit den Nummern ihrer Absätze',
    options: { article: NEEDED_ARTICLE, private: PRIVATE },
  },
  quote: {
    name: 'zitat',
    description: 'Ein Zitat prüfen: wörtlich, verändert oder nicht in den Artikeln',
    options: {
      text: { name: 'text', description: 'Was angeblich im Artikel steht' },
      private: PRIVATE,
    },
  },
  sources: { name: 'quellen', description: 'Die Artikel, aus denen die Antworten zitiert sind' },
  help: { name: 'hilfe', description: 'Was dieser Bot kann und wie du ihn fragst' },
  settings: { name: 'einstellungen', description: 'Wie ich auf diesem Server antworte und wer was darf' },
  'Find a source': { name: 'Quelle suchen' },
  'Ask about this': { name: 'Dazu fragen' },
  'Check this quote': { name: 'Zitat prüfen' },
  privacy: {
    name: 'datenschutz',
    description: 'Was über dich gespeichert ist, wie lange und für wen; ansehen und löschen',
  },
  gaps: {
    name: 'lücken',
    description: 'Fragen, auf die die Artikel dieses Servers keine gute Antwort haben',
  },
  quiz: {
    name: 'quiz',
    description: 'Ein Quiz für den Kanal, gemacht aus Zitaten',
    options: {
      start: {
        name: 'start',
        description: 'In diesem Kanal ein Quiz beginnen',
        options: {
          article: { name: 'artikel', description: 'Worum es geht; nötig, wenn es mehrere gibt' },
          rounds: { name: 'runden', description: 'Wie viele Fragen' },
          mode: {
            name: 'art',
            description: 'Antworten zum Auswählen oder zum Tippen',
            choices: { choose: 'auswählen', type: 'tippen' },
          },
          seconds: { name: 'sekunden', description: 'Für jede Frage; 0 heißt ohne Limit' },
        },
      },
      stop: { name: 'ende', description: 'Das Quiz dieses Kanals beenden' },
      scores: { name: 'punkte', description: 'Die Punkte des letzten Quiz in diesem Kanal' },
    },
  },
  read: {
    name: 'lesen',
    description: 'Einen Artikel gemeinsam lesen: jeden Tag ein paar Absätze',
    options: {
      start: {
        name: 'start',
        description: 'In diesem Kanal anfangen; der erste Teil kommt gleich',
        options: {
          article: { name: 'artikel', description: 'Was gelesen wird; nötig, wenn es mehrere gibt' },
          paragraphs: { name: 'absätze', description: 'So viele am Tag' },
          time: { name: 'uhrzeit', description: 'Wann jeden Tag: 08:00, 20:30' },
          zone: { name: 'zeitzone', description: 'Wo ihr wohnt: Tippe eine Stadt' },
        },
      },
      status: { name: 'stand', description: 'Wie weit es ist und wann der nächste Teil kommt' },
      pause: { name: 'pause', description: 'Warten, bis jemand weitermacht' },
      resume: { name: 'weiter', description: 'Nach einer Pause weitermachen; der nächste Teil kommt gleich' },
      stop: { name: 'ende', description: 'Das gemeinsame Lesen in diesem Kanal beenden' },
    },
  },
  study: {
    name: 'lernen',
    description: 'Einen Artikel mit Karten lernen, nur für dich',
    options: {
      start: {
        name: 'start',
        description: 'Die nächste Karte: erst was fällig ist, dann neue',
        options: {
          article: { name: 'artikel', description: 'Woher neue Karten kommen; nötig, wenn es mehrere gibt' },
        },
      },
      stats: { name: 'statistik', description: 'Was fällig ist und was du gelernt hast' },
      pause: { name: 'pause', description: 'Nichts fällig werden lassen, bis du weitermachst' },
      limit: {
        name: 'limit',
        description: 'Wie viele neue Karten am Tag kommen',
        options: { new: { name: 'neue', description: 'So viele am Tag; 0 heißt keine' } },
      },
    },
  },
  notes: {
    name: 'notizen',
    description: 'Die Zitate, die du dir gemerkt hast, nur für dich',
    options: { search: { name: 'suche', description: 'Nur Notizen mit diesen Wörtern' } },
  },
  export: {
    name: 'export',
    description: 'Deine Notizen als Datei, jede mit einer Zeile fürs Literaturverzeichnis',
    options: {
      format: {
        name: 'format',
        description: 'Ohne Angabe Markdown',
        choices: { Markdown: 'Markdown', CSV: 'CSV', Anki: 'Anki' },
      },
    },
  },
  articles: {
    name: 'artikel',
    description: 'Die eigenen Artikel dieses Servers: ansehen, hinzufügen, ersetzen, entfernen',
    options: {
      list: { name: 'liste', description: 'Was dieser Server hinzugefügt hat' },
      add: {
        name: 'hinzufügen',
        description: 'Einen Artikel hinzufügen: eine Datei oder eine Adresse',
        options: {
          file: { name: 'datei', description: 'PDF, Word, EPUB, HTML, Markdown, Text oder Untertitel' },
          address: { name: 'adresse', description: 'Die Adresse einer Seite, wo das eingeschaltet ist' },
        },
      },
      replace: {
        name: 'ersetzen',
        description: 'Eine neuere Ausgabe eines Artikels',
        options: {
          article: { name: 'artikel', description: 'Welcher Artikel' },
          file: { name: 'datei', description: 'PDF, Word, EPUB, HTML, Markdown, Text oder Untertitel' },
          address: { name: 'adresse', description: 'Die Adresse einer Seite, wo das eingeschaltet ist' },
        },
      },
      rename: {
        name: 'umbenennen',
        description: 'Einem Artikel einen anderen Titel geben',
        options: {
          article: { name: 'artikel', description: 'Welcher Artikel' },
          title: { name: 'titel', description: 'Wie er heißen soll' },
        },
      },
      remove: {
        name: 'entfernen',
        description: 'Einen Artikel entfernen; einen Tag lang lässt er sich zurückholen',
        options: { article: { name: 'artikel', description: 'Welcher Artikel' } },
      },
      changes: {
        name: 'änderungen',
        description: 'Was eine neue Ausgabe geändert hat',
        options: { article: { name: 'artikel', description: 'Welcher Artikel' } },
      },
    },
  },
};
