import type { Translated } from '../word-keys.ts';

export const sources: Translated<'sources'> = {
  unknownName: 'Je ne connais pas d’article « {{name}} ». `/sources` liste ceux que j’ai.',
  which: 'Quel article ? Choisis-en un avec l’option `article` : {{names}}.',
  whichOfMany: 'Quel article ? Choisis-en un avec l’option `article` : {{names}} et {{more}} autres.',
  whichName: '« {{name}} »',
  paragraphs_one: '{{count}} paragraphe',
  paragraphs_many: '{{count}} de paragraphes',
  paragraphs_other: '{{count}} paragraphes',
  passages_one: '{{count}} passage',
  passages_many: '{{count}} de passages',
  passages_other: '{{count}} passages',
  titleOfOne: 'L’article que je cite',
  titleOfSeveral: 'Les {{number}} articles que je cite',
  leftOut: 'Laissé de côté : {{reasons}}',
  index: 'Index {{generation}}',
  built: 'créé le {{time}} UTC',
  id: 'id {{id}}',
  open: 'Ouvrir l’article',
  outlineEmpty: 'Il ne contient aucun paragraphe.',
  outlineFlat: 'Il n’a pas de titres.',
  outlineOpening: 'Début',
  outlineButton: 'Plan ({{number}})',
  outlineMenu: 'Lire une section',
  noSummary:
    'Je n’écris rien moi-même, je ne peux donc pas le résumer : un résumé serait mes mots, pas ceux de l’article. Voici le début de chaque section :',
  noSummaryOfAll:
    'Je n’écris rien moi-même, je ne peux donc pas résumer des articles. `/plan` montre ce que l’un d’eux contient, `/sources` lesquels il y a.',
  page: 'Page {{page}} sur {{pages}}',
  previousButton: 'Précédent',
  nextButton: 'Suivant',
};
