import type { Translated } from '../word-keys.ts';

export const discord: Translated<'discord'> = {
  anotherVersion:
    'Ese botón es de otra versión de mí, o su mensaje ha cambiado. Vuelve a preguntar para obtener uno nuevo.',
  emptyMention:
    'Pregúntame algo en el mismo mensaje, por ejemplo: **{{bot}}¿quién firmó el tratado?** `/ayuda` muestra lo demás.',
  hiddenMessage:
    'Discord no me muestra ese mensaje. Abre su menú, luego Aplicaciones, luego *Preguntar sobre esto*, o repíteme la pregunta.',
  roleMention:
    'Discord no me muestra el texto cuando solo se menciona mi rol. Mencióname a mí: **{{bot}}¿quién firmó el tratado?**',
  statement:
    'Respondo preguntas. Para ver qué pasajes se acercan a lo que alguien dice, abre el menú del mensaje, luego Aplicaciones, luego *Buscar una fuente*.',
  questionDeleted: 'Se eliminó la pregunta, y la respuesta con ella.',
  notYours:
    'Solo quien preguntó en privado puede abrir esto. Pregunta lo mismo con `/preguntar` para obtener tu propia respuesta.',
  notYoursToDelete: 'Solo quien lo pidió, o quien gestiona los mensajes aquí, puede eliminar esto.',
  sharedAlready: 'Esto ya se ha compartido.',
  shareRefused: 'No he podido compartir esto: Discord no me ha dejado escribir aquí.',
  shareUnsure:
    'Discord no ha dicho si esto se ha compartido. Mira en el canal antes de compartirlo otra vez.',
  unknownArticle: 'Ese artículo ya no está. `/fuentes` muestra los que tengo.',
  unknownCommand: 'No conozco ese comando. `/ayuda` muestra los que conozco.',
  moreThanFits: 'Hay más de lo que cabe aquí.',
  doesNotFit: 'La respuesta no cabe aquí.',
  missingPermissions:
    'No puedo responder en {{channel}}: allí me falta {{permissions}}. Quien gestiona el servidor puede dármelo en los ajustes del canal. Hasta entonces, pregúntame aquí o en privado con `/preguntar`.',
  closedChannel: 'En este canal solo respondo en privado: así lo ha decidido este servidor.',
  closedToMessages:
    'En ese canal no respondo a los mensajes: así lo ha decidido el servidor. `/preguntar` te responde allí en privado.',
  lockedThread:
    '{{channel}} está bloqueado, así que no puedo responder allí. Pregúntame aquí o en un canal abierto.',
  privateInstead: 'No puedo publicar en este canal (me falta {{permissions}}), así que solo tú ves esto.',
  noThread: 'No puedo abrir un hilo aquí. En un canal de un servidor necesito para eso {{permission}}.',
  viewChannel: 'Ver canal',
  sendMessages: 'Enviar mensajes',
  sendMessagesInThreads: 'Enviar mensajes en hilos',
  embedLinks: 'Insertar enlaces',
  readMessageHistory: 'Leer el historial de mensajes',
  createPublicThreads: 'Crear hilos públicos',
};
