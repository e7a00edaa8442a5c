import type { Translated } from '../word-keys.ts';

export const discord: Translated<'discord'> = {
  anotherVersion:
    'Ce bouton vient d’une autre version de moi, ou son message a été modifié. Repose ta question pour en obtenir un nouveau.',
  emptyMention:
    'Pose-moi une question dans le même message, par exemple : **{{bot}}qui a signé le traité ?** `/aide` montre le reste.',
  hiddenMessage:
    'Discord ne me montre pas ce message. Ouvre son menu, puis Applications, puis *Poser la question*, ou répète-moi la question.',
  roleMention:
    'Discord ne me montre pas le texte quand seul mon rôle est mentionné. Mentionne-moi directement : **{{bot}}qui a signé le traité ?**',
  statement:
    'Je réponds à des questions. Pour voir quels passages se rapprochent de ce que quelqu’un dit, ouvre le menu du message, puis Applications, puis *Trouver une source*.',
  questionDeleted: 'La question a été supprimée, et la réponse avec elle.',
  notYours:
    'Seule la personne qui a demandé en privé peut ouvrir ceci. Pose la même question avec `/demander` pour avoir ta propre réponse.',
  notYoursToDelete: 'Seule la personne qui l’a demandé, ou qui gère les messages ici, peut supprimer ceci.',
  sharedAlready: 'C’est déjà partagé.',
  shareRefused: 'Je n’ai pas pu partager ceci : Discord ne m’a pas laissé écrire ici.',
  shareUnsure: 'Discord n’a pas dit si c’est partagé. Regarde dans le salon avant de partager à nouveau.',
  unknownArticle: 'Cet article n’est plus là. `/sources` liste ceux que j’ai.',
  unknownCommand: 'Je ne connais pas cette commande. `/aide` montre celles que je connais.',
  moreThanFits: 'Il y a plus que ce qui tient ici.',
  doesNotFit: 'La réponse ne tient pas ici.',
  missingPermissions:
    'Je n’ai pas le droit de répondre dans {{channel}} : il m’y manque {{permissions}}. Une personne qui gère le serveur peut me l’accorder dans les paramètres du salon. D’ici là, demande-moi ici ou en privé avec `/demander`.',
  closedChannel: 'Dans ce salon, je ne réponds qu’en privé : c’est le choix de ce serveur.',
  closedToMessages:
    'Dans ce salon, je ne réponds pas aux messages : c’est le choix du serveur. `/demander` t’y répond en privé.',
  lockedThread:
    '{{channel}} est verrouillé, je ne peux donc pas y répondre. Demande-moi ici, ou dans un salon ouvert.',
  privateInstead:
    'Je n’ai pas le droit d’écrire dans ce salon (il me manque {{permissions}}) : tu es donc la seule personne à voir ceci.',
  noThread:
    'Je ne peux pas ouvrir de fil ici. Dans un salon de serveur, il me faut pour cela {{permission}}.',
  viewChannel: 'Voir le salon',
  sendMessages: 'Envoyer des messages',
  sendMessagesInThreads: 'Envoyer des messages dans les fils',
  embedLinks: 'Intégrer des liens',
  readMessageHistory: 'Voir les anciens messages',
  createPublicThreads: 'Créer des fils publics',
};
