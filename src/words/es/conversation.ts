import type { Translated } from '../word-keys.ts';

export const conversation: Translated<'conversation'> = {
  contextForgotten:
    'Ya no recuerdo la respuesta anterior, así que he tomado esto como una pregunta independiente.',
  emptyMessage: 'Ese mensaje no tiene texto que pueda buscar.',
  exchangeForgotten:
    'Ya no recuerdo esa respuesta: solo las guardo un tiempo. Vuelve a preguntar lo mismo para obtener una nueva.',
  failed: 'Algo ha fallado por mi parte y no tengo respuesta para ti. Vuelve a preguntar.',
  gone: 'Ese pasaje ya no está en el artículo, que ha cambiado desde entonces. Lo que se citó sigue en el mensaje de arriba.',
  noArticle: 'Todavía no hay ningún artículo al que preguntar. Quien me opera tiene que añadir uno.',
  questionTooLong:
    'Esa pregunta tiene {{length}} caracteres; acepto como máximo {{most}}. Haz una más corta.',
  queueFull: 'Ahora mismo hay demasiadas preguntas en espera. Vuelve a preguntar dentro de un minuto.',
  restarting: 'Me están reiniciando. Vuelve a preguntar dentro de un minuto.',
  stopped: 'Me han detenido antes de terminar. Vuelve a preguntar dentro de un minuto.',
  wait_one: '¡Qué rapidez! Aceptaré tu próxima pregunta dentro de {{count}} segundo.',
  wait_many: '¡Qué rapidez! Aceptaré tu próxima pregunta dentro de {{count}} de segundos.',
  wait_other: '¡Qué rapidez! Aceptaré tu próxima pregunta dentro de {{count}} segundos.',
};
