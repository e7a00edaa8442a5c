import type { Translated } from '../word-keys.ts';

export const feedback: Translated<'feedback'> = {
  upButton: '👍 Gut',
  downButton: '👎 Schlecht',
  up: 'Notiert: eine gute Antwort. Noch einmal drücken nimmt das zurück.',
  down: 'Notiert. Was stimmt nicht? Du musst es nicht sagen.',
  reasonMenu: 'Was stimmt nicht?',
  wrongPassage: 'Falsche Stelle',
  wrongPassageMeans: 'Eine andere Stelle beantwortet die Frage',
  notAnAnswer: 'Keine Antwort',
  notAnAnswerMeans: 'Es geht um die Sache, beantwortet aber nichts',
  shouldHaveRefused: 'Hätte verneinen sollen',
  shouldHaveRefusedMeans: 'In den Artikeln steht es nicht',
  backButton: 'Zurücknehmen',
  reasonKept: 'Danke, das ist notiert.',
  withdrawn: 'Zurückgenommen: Deine Stimme ist weg.',
  failed: 'Das konnte ich gerade nicht speichern. Versuch es später noch einmal.',
};
