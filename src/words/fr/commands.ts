import type { CommandTexts } from '../command-text.ts';

const ARTICLE = { name: 'article', description: 'Cet article seulement ; sans précision, tous' };
const NEEDED_ARTICLE = { name: 'article', description: 'L’article ; nécessaire s’il y en a plusieurs' };
const PRIVATE = { name: 'privé', description: 'Ne le montrer qu’à toi' };

export const commands: CommandTexts = {
  ask: {
    name: 'demander',
    description: 'Pose une question ; la réponse est une citation que tu peux vérifier',
    options: {
      question: { name: 'question', description: 'Ce que tu veux savoir, en une phrase complète' },
      article: ARTICLE,
      private: {
        ...PRIVATE,
        description: 'Ne montrer la réponse qu’à toi ; tu pourras la partager ensuite',
      },
      thread: { name: 'fil', description: 'Ouvrir sous la réponse un fil pour d’autres questions' },
    },
  },
  lookup: {
    name: 'rechercher',
    description: 'Les passages sur un nom ou un terme, comme dans un index',
    options: {
      term: { name: 'terme', description: 'Un nom, un titre ou un mot-clé' },
      article: ARTICLE,
      private: PRIVATE,
    },
  },
  paragraph: {
    name: 'paragraphe',
    description: 'Lire un paragraphe en entier, avec ses voisins',
    options: {
      number: { name: 'numéro', description: 'Le nombre après le signe ¶ dans une référence' },
      article: NEEDED_ARTICLE,
    },
  },
  outline: {
    name: 'plan',
    description: 'Les titres d’un article, avec les numéros de leurs paragraphes',
    options: { article: NEEDED_ARTICLE, private: PRIVATE },
  },
  quote: {
    name: 'citation',
    description: 'Vérifier une citation : exacte, modifiée ou absente des articles',
    options: {
      text: { name: 'texte', description: 'Ce que l’article est censé dire' },
      private: PRIVATE,
    },
  },
  sources: { name: 'sources', description: 'Les articles d’où viennent les citations' },
  help: { name: 'aide', description: 'Ce que fait ce bot et comment lui poser des questions' },
  settings: { name: 'paramètres', description: 'Comment je réponds sur ce serveur, et qui peut faire quoi' },
  'Find a source': { name: 'Trouver une source' },
  'Ask about this': { name: 'Poser la question' },
  'Check this quote': { name: 'Vérifier la citation' },
  privacy: {
    name: 'confidentialité',
    description: 'Ce qui est conservé sur toi, combien de temps et pour qui ; le voir et le supprimer',
  },
  gaps: {
    name: 'lacunes',
    description: 'Les questions auxquelles les articles de ce serveur ne répondent pas bien',
  },
  quiz: {
    name: 'quiz',
    description: 'Un quiz pour le salon, fait de citations',
    options: {
      start: {
        name: 'commencer',
        description: 'Commencer un quiz dans ce salon',
        options: {
          article: { name: 'article', description: 'Sur quoi il porte ; nécessaire s’il y en a plusieurs' },
          rounds: { name: 'manches', description: 'Combien de questions' },
          mode: {
            name: 'mode',
            description: 'Réponses à choisir ou à écrire',
            choices: { choose: 'choisir', type: 'écrire' },
          },
          seconds: { name: 'secondes', description: 'Pour chaque question ; 0 : sans limite' },
        },
      },
      stop: { name: 'arrêter', description: 'Terminer le quiz de ce salon' },
      scores: { name: 'scores', description: 'Les scores du dernier quiz de ce salon' },
    },
  },
  read: {
    name: 'lire',
    description: 'Lire un article ensemble : quelques paragraphes chaque jour',
    options: {
      start: {
        name: 'commencer',
        description: 'Commencer dans ce salon ; la première partie arrive tout de suite',
        options: {
          article: { name: 'article', description: 'Ce qu’on lit ; nécessaire s’il y en a plusieurs' },
          paragraphs: { name: 'paragraphes', description: 'Combien par jour' },
          time: { name: 'heure', description: 'Quand chaque jour : 08:00, 20:30' },
          zone: { name: 'fuseau', description: 'Où vous vivez : tape une ville' },
        },
      },
      status: { name: 'état', description: 'Où on en est, et quand arrive la partie suivante' },
      pause: { name: 'pause', description: 'Attendre que quelqu’un reprenne' },
      resume: {
        name: 'reprendre',
        description: 'Reprendre après une pause ; la partie suivante arrive aussitôt',
      },
      stop: { name: 'arrêter', description: 'Mettre fin à la lecture de ce salon' },
    },
  },
  study: {
    name: 'réviser',
    description: 'Apprendre un article avec des cartes, rien que pour toi',
    options: {
      start: {
        name: 'commencer',
        description: 'La prochaine carte : d’abord celles à revoir, puis des nouvelles',
        options: {
          article: {
            name: 'article',
            description: 'D’où viennent les nouvelles cartes ; nécessaire s’il y en a plusieurs',
          },
        },
      },
      stats: { name: 'statistiques', description: 'Ce qui est à revoir, et ce que tu as appris' },
      pause: { name: 'pause', description: 'Mettre tout en attente jusqu’à ce que tu reprennes' },
      limit: {
        name: 'limite',
        description: 'Combien de nouvelles cartes viennent par jour',
        options: { new: { name: 'nouvelles', description: '0 pour aucune' } },
      },
    },
  },
  notes: {
    name: 'notes',
    description: 'Les citations que tu as gardées, rien que pour toi',
    options: { search: { name: 'recherche', description: 'Seulement les notes avec ces mots' } },
  },
  export: {
    name: 'exporter',
    description: 'Tes notes dans un fichier, chacune avec sa ligne de bibliographie',
    options: {
      format: {
        name: 'format',
        description: 'Sans indication, Markdown',
        choices: { Markdown: 'Markdown', CSV: 'CSV', Anki: 'Anki' },
      },
    },
  },
  articles: {
    name: 'articles',
    description: 'Les articles propres à ce serveur : voir, ajouter, remplacer, retirer',
    options: {
      list: { name: 'liste', description: 'Ce que ce serveur a ajouté' },
      add: {
        name: 'ajouter',
        description: 'Ajouter un article : un fichier ou une adresse',
        options: {
          file: { name: 'fichier', description: 'PDF, Word, EPUB, HTML, Markdown, texte ou sous-titres' },
          address: { name: 'adresse', description: 'L’adresse d’une page, là où c’est activé' },
        },
      },
      replace: {
        name: 'remplacer',
        description: 'Une édition plus récente d’un article',
        options: {
          article: { name: 'article', description: 'Quel article' },
          file: { name: 'fichier', description: 'PDF, Word, EPUB, HTML, Markdown, texte ou sous-titres' },
          address: { name: 'adresse', description: 'L’adresse d’une page, là où c’est activé' },
        },
      },
      rename: {
        name: 'renommer',
        description: 'Donner un autre titre à un article',
        options: {
          article: { name: 'article', description: 'Quel article' },
          title: { name: 'titre', description: 'Comment il doit s’appeler' },
        },
      },
      remove: {
        name: 'retirer',
        description: 'Retirer un article ; il peut être rétabli pendant un jour',
        options: { article: { name: 'article', description: 'Quel article' } },
      },
      changes: {
        name: 'changements',
        description: 'Ce qu’une nouvelle édition a changé',
        options: { article: { name: 'article', description: 'Quel article' } },
      },
    },
  },
};
