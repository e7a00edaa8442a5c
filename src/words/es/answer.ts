import type { Translated } from '../word-keys.ts';

export const answer: Translated<'answer'> = {
  strong: 'El artículo dice:',
  weak: 'Quizá esto:',
  more: 'Otros pasajes relacionados:',
  nearest: 'Lo más cercano, aunque no es una respuesta:',
  notSaid: 'El artículo no lo dice.',
  notSaidInSeveral: 'Los artículos no lo dicen.',
  nothingToAsk: 'Todavía no hay ningún artículo al que preguntar.',
  noMatch: 'Nada en él coincide con la pregunta.',
  noMatchInSeveral: 'Nada en ellos coincide con la pregunta.',
  tooWeak: 'Ningún pasaje se acerca lo suficiente para ser una respuesta.',
  otherLanguage:
    'La pregunta parece estar en {{language}}; preguntar en el idioma del artículo puede ayudar.',
  notVerbatim: 'No tengo ninguna cita que mostrar.',
  notVerbatimDetail:
    'Lo que he encontrado no está letra por letra en el artículo, seguramente porque acaba de cambiar. Vuelve a preguntar.',
  leftOut: 'Se ha omitido un pasaje: ya no está en el artículo.',
  searchedFor: 'Se ha buscado {{corrections}}.',
  correction: '«{{searched}}» en lugar de «{{typed}}»',
  followUpTo: 'Continuación de: {{question}}',
  sharedBy: 'Compartido por {{name}}',
  sharedHere: 'Compartido en este canal.',
  somebody: 'alguien',
  moreButton: 'Más ({{number}})',
  nearestButton: 'Pasajes cercanos',
  followUpButton: 'Seguir preguntando',
  whyButton: '¿Por qué esto?',
  whyNotButton: '¿Por qué nada?',
  citeButton: 'Citar',
  shareButton: 'Compartir',
  deleteButton: 'Eliminar',
};
