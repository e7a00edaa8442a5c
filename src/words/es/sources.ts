import type { Translated } from '../word-keys.ts';

export const sources: Translated<'sources'> = {
  unknownName: 'No conozco ningún artículo «{{name}}». `/fuentes` muestra los que tengo.',
  which: '¿Qué artículo? Elige uno con la opción `artículo`: {{names}}.',
  whichOfMany: '¿Qué artículo? Elige uno con la opción `artículo`: {{names}} y {{more}} más.',
  whichName: '«{{name}}»',
  paragraphs_one: '{{count}} párrafo',
  paragraphs_many: '{{count}} de párrafos',
  paragraphs_other: '{{count}} párrafos',
  passages_one: '{{count}} pasaje',
  passages_many: '{{count}} de pasajes',
  passages_other: '{{count}} pasajes',
  titleOfOne: 'El artículo del que cito',
  titleOfSeveral: 'Los {{number}} artículos de los que cito',
  leftOut: 'Quedan fuera: {{reasons}}',
  index: 'Índice {{generation}}',
  built: 'creado el {{time}} UTC',
  id: 'id {{id}}',
  open: 'Abrir el artículo',
  outlineEmpty: 'No contiene ningún párrafo.',
  outlineFlat: 'No tiene títulos.',
  outlineOpening: 'Comienzo',
  outlineButton: 'Esquema ({{number}})',
  outlineMenu: 'Leer una sección',
  noSummary:
    'Yo no escribo nada, así que no puedo resumirlo: un resumen serían mis palabras, no las del artículo. Así empieza cada sección:',
  noSummaryOfAll:
    'Yo no escribo nada, así que no puedo resumir artículos. `/esquema` muestra lo que hay en uno, `/fuentes` cuáles hay.',
  page: 'Página {{page}} de {{pages}}',
  previousButton: 'Anterior',
  nextButton: 'Siguiente',
};
