import type { Translated } from '../word-keys.ts';

export const privacy: Translated<'privacy'> = {
  title: 'Lo que guardo',
  questions:
    '**Las preguntas**, quién las hizo y dónde, y qué pasajes se citaron: {{days}}, para las preguntas de seguimiento, para compartir y para *¿Por qué esto?*. Solo quien preguntó y quien me administra pueden volver a ellas.',
  votes:
    '**👍 y 👎**: bajo un seudónimo, mientras se guarde la pregunta, para medir lo buenas que son las respuestas.',
  gaps: '**Las preguntas sin buena respuesta**, donde el servidor lo quiere: {{days}}, para quienes lo gestionan. No ven nombres, y ven el texto solo de lo que han preguntado tres personas, salvo que el servidor permita más.',
  practice:
    '**Lo que estudias, tus respuestas en los quiz y tus notas**: para ti, hasta que lo borres. **Lo que has leído** con otros: para la cuenta, 30 días tras la última parte. Que quieres que te avise de una respuesta: hasta que te avise.',
  settings:
    '**Los cambios de ajustes y artículos**: quién los hizo y cuándo, para quienes gestionan el servidor.',
  where:
    '**Dónde**: en la base de datos de quien me administra, y en ningún otro sitio. Mi registro no contiene preguntas.',
  server: '**Un servidor que me expulsa**: lo que guardo de él se queda {{days}} más y después se borra.',
  yours:
    '**Lo tuyo**: los botones te lo muestran solo a ti y lo borran, en todos los servidores y en mensajes directos.',
  days_one: '{{count}} día',
  days_many: '{{count}} de días',
  days_other: '{{count}} días',
  showButton: 'Ver mis datos',
  deleteButton: 'Borrar mis datos',
  serverButton: 'Borrar los del servidor',
  shown: 'Esto es todo lo que guardo de ti, en todos los servidores.',
  confirmMine: '¿Borrar todo lo que guardo de ti, en todos los servidores? No se podrá recuperar.',
  confirmServer:
    '¿Borrar todo lo que guardo de este servidor: preguntas, votos, ajustes y los artículos que ha añadido? No se podrá recuperar.',
  yesButton: 'Borrar',
  noButton: 'Conservar',
  done: 'Hecho: no queda nada tuyo.',
  serverDone: 'Hecho: no queda nada de este servidor y sus ajustes vuelven a ser los habituales.',
  kept: 'No se ha borrado nada.',
  unreadable: 'Ahora mismo no puedo leer lo que guardo. Vuelve a intentarlo más tarde.',
  notDeleted: 'Ahora mismo no he podido borrarlo todo. Vuelve a intentarlo: lo que se ha borrado no vuelve.',
};
