import type { Translated } from '../word-keys.ts';

export const feedback: Translated<'feedback'> = {
  upButton: '👍 Bonne',
  downButton: '👎 Mauvaise',
  up: 'C’est noté : une bonne réponse. Appuie encore une fois pour annuler.',
  down: 'C’est noté. Qu’est-ce qui ne va pas ? Tu n’es pas obligé de le dire.',
  reasonMenu: 'Qu’est-ce qui ne va pas ?',
  wrongPassage: 'Mauvais passage',
  wrongPassageMeans: 'Un autre passage répond à la question',
  notAnAnswer: 'Pas une réponse',
  notAnAnswerMeans: 'C’est le sujet, mais cela ne répond pas',
  shouldHaveRefused: 'Il fallait refuser',
  shouldHaveRefusedMeans: 'Les articles ne le disent pas',
  backButton: 'Annuler mon vote',
  reasonKept: 'Merci, c’est noté.',
  withdrawn: 'Annulé : ton vote n’existe plus.',
  failed: 'Je n’ai pas pu l’enregistrer pour l’instant. Réessaie plus tard.',
};
