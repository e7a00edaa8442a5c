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
    description: 'Ce qui est conservé sur toi, combien de temps et pour qui ; le voir et le supprimer',
  },
  gaps: {
    name: 'lacunes',
    description: 'Les questions auxquelles les articles de ce serveur ne répondent pas bien',
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
