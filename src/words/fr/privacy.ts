import type { Translated } from '../word-keys.ts';

export const privacy: Translated<'privacy'> = {
  title: 'Ce que je conserve',
  questions:
    '**Les questions**, qui les a posées et où, et les passages cités : {{days}}, pour les questions de suivi, le partage et *Pourquoi ceci ?*. Seules la personne qui a demandé et celle qui m’héberge peuvent y revenir.',
  votes:
    '**👍 et 👎** : sous un pseudonyme, aussi longtemps que la question, pour que l’on puisse mesurer la qualité des réponses.',
  gaps: '**Les questions sans bonne réponse**, là où le serveur le souhaite : {{days}}, pour les personnes qui le gèrent. Elles ne voient aucun nom, et la formulation seulement si trois personnes ont demandé la même chose, sauf si le serveur en permet davantage.',
  practice:
    '**Ce que tu révises, tes réponses aux quiz et tes notes** : pour toi, jusqu’à ce que tu les effaces. **Ce que tu as lu** avec d’autres : pour le compte, 30 jours après la dernière partie. Ta demande d’être au courant d’une réponse : jusqu’à ce que tu le sois.',
  settings:
    '**Les changements de paramètres et d’articles** : qui les a faits et quand, pour les personnes qui gèrent le serveur.',
  where:
    '**Où** : dans la base de données de la personne qui m’héberge, et nulle part ailleurs. Mon journal ne contient aucune question.',
  server: '**Un serveur qui me retire** : ce que j’en conserve reste encore {{days}}, puis est effacé.',
  yours:
    '**Ce qui est à toi** : les boutons ne le montrent qu’à toi et l’effacent, sur tous les serveurs et en messages privés.',
  days_one: '{{count}} jour',
  days_many: '{{count}} de jours',
  days_other: '{{count}} jours',
  showButton: 'Voir mes données',
  deleteButton: 'Effacer mes données',
  serverButton: 'Effacer celles du serveur',
  shown: 'Voici tout ce que je conserve de toi, sur tous les serveurs.',
  confirmMine: 'Effacer tout ce que je conserve de toi, sur tous les serveurs ? C’est définitif.',
  confirmServer:
    'Effacer tout ce que je conserve de ce serveur : questions, votes, paramètres et les articles qu’il a ajoutés ? C’est définitif.',
  yesButton: 'Effacer',
  noButton: 'Garder',
  done: 'C’est fait : il ne reste rien de toi.',
  serverDone:
    'C’est fait : il ne reste rien de ce serveur, et ses paramètres sont de nouveau ceux par défaut.',
  kept: 'Rien n’a été effacé.',
  unreadable: 'Je ne peux pas lire ce que je conserve pour l’instant. Réessaie plus tard.',
  notDeleted: 'Je n’ai pas pu tout effacer pour l’instant. Réessaie : ce qui est déjà effacé le reste.',
};
