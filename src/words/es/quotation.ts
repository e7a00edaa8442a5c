import type { Translated } from '../word-keys.ts';

export const quotation: Translated<'quotation'> = {
  readIt: 'Leer en el artículo',
  page: 'página {{page}}',
  section: 'sección {{section}}',
  time: 'en {{time}}',
  leftOut: 'Se ha omitido un pasaje: no está en el artículo tal como se encontró.',
  goesOn: 'continúa',
  passageGoesOn: 'El pasaje continúa después de esta frase.',
  sentenceGoesOn: 'Esta frase es demasiado larga para mostrarla entera aquí; continúa.',
  paragraphGoesOn: 'El párrafo continúa: *Seguir leyendo* muestra el resto.',
  neighbourGoesOn: 'Continúa.',
  furtherOn: 'más adelante',
  position: 'Párrafo {{number}} de {{last}}',
  noParagraph: '«{{title}}» no tiene ¶ {{number}}; sus párrafos van del 1 al {{last}}.',
  inContextButton: 'En contexto',
  readOnButton: 'Seguir leyendo',
};
