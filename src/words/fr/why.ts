import type { Translated } from '../word-keys.ts';

export const why: Translated<'why'> = {
  pointed: 'Le texte dit « {{pointed}} » là où tu as demandé « {{asked}} ».',
  shared: 'La question et la citation ont en commun {{words}}.',
  sharedWord: '« {{word}} »',
  nothingShared:
    'La citation ne partage aucun mot significatif avec la question ; elle a été trouvée par son sens.',
  found: 'En lisant ensemble la question et le texte, le modèle de lecture y a trouvé une réponse.',
  notFound:
    'En lisant ensemble la question et le texte, le modèle de lecture n’y a pas trouvé de réponse claire.',
  anotherFirst: 'Selon les mots et le sens seuls, une autre phrase arrivait en tête.',
  sure: 'C’est assez proche pour être sûr.',
  unsure: 'C’est proche, mais pas assez pour être sûr : d’où le « peut-être ».',
  noAnswer:
    'Aucun passage n’est assez proche pour être une réponse. Ce qui s’en approche parle d’autre chose.',
  detailsButton: 'Détails',
  search: 'Recherche.',
  decision: 'Décision.',
  noPercentages: 'Les scores comparent les questions entre elles ; ce ne sont pas des pourcentages.',
  rankOfAnswer: 'Le passage cité {{meaning}} et {{words}}.',
  rankOfClosest: 'Le passage le plus proche {{meaning}} et {{words}}.',
  byMeaning: 'est arrivé {{place}} par le sens',
  notByMeaning: 'n’était pas parmi les plus proches par le sens',
  byWords: '{{place}} par les mots',
  notByWords: 'n’avait aucun des mots de la question',
  place1: 'premier',
  place2: 'deuxième',
  place3: 'troisième',
  place4: 'quatrième',
  place5: 'cinquième',
  place: 'en position {{number}}',
  scoreSure: 'Son score est de {{score}} : plus qu’il n’en faut pour une réponse sûre {{scale}}.',
  scoreUnsure:
    'Son score est de {{score}} : assez pour une réponse, mais pas pour une réponse sûre, d’où l’avertissement {{scale}}.',
  scoreLow:
    'Son score est de {{score}} : trop peu pour une réponse {{scale}}. Un passage sur un sujet voisin n’est pas une réponse.',
  scale: '(exigence {{strictness}} : il faut {{weak}} pour une réponse, {{strong}} pour une réponse sûre)',
  strict: 'stricte',
  balanced: 'équilibrée',
  lenient: 'souple',
};
