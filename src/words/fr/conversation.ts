import type { Translated } from '../word-keys.ts';

export const conversation: Translated<'conversation'> = {
  contextForgotten:
    'Je ne me souviens plus de la réponse précédente : j’ai donc pris ceci pour une question à part entière.',
  emptyMessage: 'Ce message ne contient aucun texte que je puisse chercher.',
  exchangeForgotten:
    'Je ne me souviens plus de cette réponse : je ne les garde qu’un certain temps. Repose la même question pour en obtenir une nouvelle.',
  failed: 'Un problème est survenu de mon côté et je n’ai pas de réponse pour toi. Repose ta question.',
  gone: 'Ce passage n’est plus dans l’article, qui a été modifié depuis. Ce qui avait été cité se trouve toujours dans le message ci-dessus.',
  noArticle: 'Il n’y a pas encore d’article à interroger. La personne qui m’héberge doit en ajouter un.',
  questionTooLong:
    'Cette question compte {{length}} caractères ; j’en accepte {{most}} au maximum. Pose une question plus courte.',
  queueFull: 'Trop de questions sont en attente pour l’instant. Réessaie dans une minute.',
  restarting: 'Je suis en train de redémarrer. Réessaie dans une minute.',
  stopped: 'On m’a arrêté avant que j’aie fini. Réessaie dans une minute.',
  wait_one: 'Tu vas vite ! Je prendrai ta prochaine question dans {{count}} seconde.',
  wait_many: 'Tu vas vite ! Je prendrai ta prochaine question dans {{count}} de secondes.',
  wait_other: 'Tu vas vite ! Je prendrai ta prochaine question dans {{count}} secondes.',
};
