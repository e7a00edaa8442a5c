import type { Translated } from '../word-keys.ts';

export const quotation: Translated<'quotation'> = {
  readIt: 'Im Artikel lesen',
  page: 'Seite {{page}}',
  section: 'Abschnitt {{section}}',
  time: 'bei {{time}}',
  leftOut: 'Eine Stelle fehlt hier: Sie steht nicht so im Artikel, wie sie gefunden wurde.',
  goesOn: 'geht weiter',
  passageGoesOn: 'Nach diesem Satz geht die Stelle weiter.',
  sentenceGoesOn: 'Dieser Satz ist zu lang, um hier ganz zu stehen; er geht weiter.',
  paragraphGoesOn: 'Der Absatz geht weiter: *Weiterlesen* zeigt den Rest.',
  neighbourGoesOn: 'Er geht weiter.',
  furtherOn: 'weiter hinten',
  position: 'Absatz {{number}} von {{last}}',
  noParagraph: '„{{title}}“ hat kein ¶ {{number}}; die Absätze gehen von 1 bis {{last}}.',
  inContextButton: 'Im Zusammenhang',
  readOnButton: 'Weiterlesen',
};
