import type { Translated } from '../word-keys.ts';

export const answer: Translated<'answer'> = {
  strong: 'Der Artikel sagt:',
  weak: 'Vielleicht das:',
  more: 'Was noch dazu passt:',
  nearest: 'Am nächsten dran, aber keine Antwort:',
  notSaid: 'Das steht nicht im Artikel.',
  notSaidInSeveral: 'Das steht nicht in den Artikeln.',
  nothingToAsk: 'Es gibt noch keinen Artikel, den man fragen könnte.',
  noMatch: 'Nichts darin passt zu der Frage.',
  noMatchInSeveral: 'Nichts darin passt zu der Frage.',
  tooWeak: 'Keine Stelle kommt einer Antwort nahe genug.',
  otherLanguage:
    'Die Frage scheint auf {{language}} zu sein; in der Sprache des Artikels klappt es vielleicht besser.',
  notVerbatim: 'Ich habe kein Zitat, das ich zeigen könnte.',
  notVerbatimDetail:
    'Was ich gefunden habe, steht nicht Buchstabe für Buchstabe im Artikel, wohl weil er gerade geändert wurde. Frag bitte noch einmal.',
  leftOut: 'Eine Stelle fehlt hier: Sie steht nicht mehr im Artikel.',
  searchedFor: 'Gesucht wurde nach {{corrections}}.',
  correction: '„{{searched}}“ statt „{{typed}}“',
  followUpTo: 'Anschluss an: {{question}}',
  sharedBy: 'Geteilt von {{name}}',
  sharedHere: 'In diesem Kanal geteilt.',
  somebody: 'jemandem',
  moreButton: 'Mehr ({{number}})',
  nearestButton: 'Nächstliegende Stellen',
  followUpButton: 'Nachfragen',
  whyButton: 'Warum das?',
  whyNotButton: 'Warum keine Antwort?',
  citeButton: 'Zitieren',
  shareButton: 'Teilen',
  deleteButton: 'Löschen',
};
