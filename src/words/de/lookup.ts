import type { Translated } from '../word-keys.ts';

export const lookup: Translated<'lookup'> = {
  emptyTerm:
    'Welches Wort? Schlag einen Namen oder Begriff nach, zum Beispiel: `/nachschlagen begriff: vertrag`.',
  summary_one: '{{passages}} in {{count}} Artikel',
  summary_other: '{{passages}} in {{count}} Artikeln',
  nothing: 'Nichts über „{{term}}“.',
  nothingIn: 'Nichts über „{{term}}“ in „{{article}}“.',
  near: 'Es gibt etwas über {{terms}}.',
  nearTerm: '„{{term}}“',
  openMenu: 'Eine Stelle ganz öffnen',
  nearestOfClaim: 'Die nächstliegenden Stellen. Ob sie das belegen, beurteilst du.',
  nothingNearClaim: 'Nichts im Artikel kommt dem nahe.',
  quoteTooShort: 'Das ist zu kurz zum Prüfen: Gib mir mindestens drei Wörter des Zitats.',
  quoteAbsent: '**Nicht im Artikel.**',
  quoteAbsentInSeveral: '**Nicht in den Artikeln.**',
  quoteExact: '**Wörtlich.** Genau so steht es da.',
  quoteExactButMarks: '**Wörtlich.** Genau so steht es da; nur die Zeichensetzung ist anders.',
  quoteAltered: '**Verändert.** Der Artikel sagt es mit anderen Worten, hier fett:',
  quotePutIn: 'Hinzugefügt: „{{claimed}}“',
  quoteLeftOut: 'Weggelassen: „{{actual}}“',
  quoteChanged: '„{{claimed}}“ müsste „{{actual}}“ heißen',
  quoteMore: '… und mehr.',
  citation: 'Quellenangabe: {{style}}',
  citationPlain: 'Einfach',
  citationRead: 'gelesen am {{day}}',
};
