import type { Translated } from '../word-keys.ts';

export const sources: Translated<'sources'> = {
  unknownName: 'Ich kenne keinen Artikel „{{name}}“. `/quellen` zeigt die, die ich habe.',
  which: 'Welcher Artikel? Wähl einen mit der Option `artikel`: {{names}}.',
  whichOfMany: 'Welcher Artikel? Wähl einen mit der Option `artikel`: {{names}} und {{more}} weitere.',
  whichName: '„{{name}}“',
  paragraphs_one: '{{count}} Absatz',
  paragraphs_other: '{{count}} Absätze',
  passages_one: '{{count}} Stelle',
  passages_other: '{{count}} Stellen',
  titleOfOne: 'Der Artikel, aus dem ich zitiere',
  titleOfSeveral: 'Die {{number}} Artikel, aus denen ich zitiere',
  leftOut: 'Nicht dabei: {{reasons}}',
  index: 'Index {{generation}}',
  built: 'erstellt am {{time}} UTC',
  id: 'ID {{id}}',
  open: 'Artikel öffnen',
  outlineEmpty: 'Darin steht kein Absatz.',
  outlineFlat: 'Er hat keine Überschriften.',
  outlineOpening: 'Anfang',
  outlineButton: 'Gliederung ({{number}})',
  outlineMenu: 'Einen Abschnitt lesen',
  noSummary:
    'Ich schreibe nichts selbst und kann ihn deshalb nicht zusammenfassen: Das wären meine Worte, nicht die des Artikels. So beginnt jeder Abschnitt:',
  noSummaryOfAll:
    'Ich schreibe nichts selbst und kann Artikel deshalb nicht zusammenfassen. `/gliederung` zeigt, was in einem steht, `/quellen`, welche es gibt.',
  page: 'Seite {{page}} von {{pages}}',
  previousButton: 'Zurück',
  nextButton: 'Weiter',
};
