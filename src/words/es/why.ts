import type { Translated } from '../word-keys.ts';

export const why: Translated<'why'> = {
  pointed: 'El texto dice «{{pointed}}» donde tú preguntaste «{{asked}}».',
  shared: 'La pregunta y la cita comparten {{words}}.',
  sharedWord: '«{{word}}»',
  nothingShared:
    'La cita no comparte ninguna palabra relevante con la pregunta; se encontró por su significado.',
  found: 'Al leer juntos la pregunta y el texto, el modelo de lectura encontró en él una respuesta.',
  notFound:
    'Al leer juntos la pregunta y el texto, el modelo de lectura no encontró en él una respuesta clara.',
  anotherFirst: 'Solo por las palabras y el significado, otra frase quedaba primera.',
  sure: 'Eso se acerca lo suficiente para estar seguro.',
  unsure: 'Eso se acerca, pero no lo suficiente para estar seguro: de ahí el «quizá».',
  noAnswer:
    'Ningún pasaje se acerca lo suficiente para ser una respuesta. Lo que queda cerca trata de otra cosa.',
  detailsButton: 'Detalles',
  search: 'Búsqueda.',
  decision: 'Decisión.',
  noPercentages: 'Las puntuaciones comparan unas preguntas con otras; no son porcentajes.',
  rankOfAnswer: 'El pasaje citado {{meaning}} y {{words}}.',
  rankOfClosest: 'El pasaje más cercano {{meaning}} y {{words}}.',
  byMeaning: 'quedó {{place}} por significado',
  notByMeaning: 'no estaba entre los más cercanos por significado',
  byWords: '{{place}} por palabras',
  notByWords: 'no tenía ninguna de las palabras de la pregunta',
  place1: 'primero',
  place2: 'segundo',
  place3: 'tercero',
  place4: 'cuarto',
  place5: 'quinto',
  place: 'en el puesto {{number}}',
  scoreSure: 'Su puntuación es {{score}}: más de lo que necesita una respuesta segura {{scale}}.',
  scoreUnsure:
    'Su puntuación es {{score}}: suficiente para una respuesta, pero no para una segura, de ahí el aviso {{scale}}.',
  scoreLow:
    'Su puntuación es {{score}}: demasiado baja para una respuesta {{scale}}. Un pasaje sobre algo parecido no es una respuesta.',
  scale: '(exigencia {{strictness}}: una respuesta necesita {{weak}}, una segura {{strong}})',
  strict: 'estricta',
  balanced: 'equilibrada',
  lenient: 'flexible',
};
