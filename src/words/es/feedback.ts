import type { Translated } from '../word-keys.ts';

export const feedback: Translated<'feedback'> = {
  upButton: '👍 Buena',
  downButton: '👎 Mala',
  up: 'Anotado: una buena respuesta. Pulsa otra vez para retirarlo.',
  down: 'Anotado. ¿Qué tiene de malo? No hace falta que lo digas.',
  reasonMenu: '¿Qué tiene de malo?',
  wrongPassage: 'Pasaje equivocado',
  wrongPassageMeans: 'Otro pasaje responde a la pregunta',
  notAnAnswer: 'No es una respuesta',
  notAnAnswerMeans: 'Trata del tema, pero no responde',
  shouldHaveRefused: 'Debería haberse negado',
  shouldHaveRefusedMeans: 'Los artículos no lo dicen',
  backButton: 'Retirar mi voto',
  reasonKept: 'Gracias, queda anotado.',
  withdrawn: 'Retirado: tu voto ya no está.',
  failed: 'Ahora mismo no he podido guardarlo. Vuelve a intentarlo más tarde.',
};
