import type { Translated } from '../word-keys.ts';

export const quotation: Translated<'quotation'> = {
  readIt: 'Lire dans l’article',
  page: 'page {{page}}',
  section: 'section {{section}}',
  time: 'à {{time}}',
  leftOut: 'Un passage a été omis : il ne figure pas dans l’article tel qu’il a été trouvé.',
  goesOn: 'à suivre',
  passageGoesOn: 'Le passage continue après cette phrase.',
  sentenceGoesOn: 'Cette phrase est trop longue pour tenir ici en entier ; elle continue.',
  paragraphGoesOn: 'Le paragraphe continue : *Lire la suite* montre le reste.',
  neighbourGoesOn: 'Il continue.',
  furtherOn: 'plus loin',
  position: 'Paragraphe {{number}} sur {{last}}',
  noParagraph: '« {{title}} » n’a pas de ¶ {{number}} ; ses paragraphes vont de 1 à {{last}}.',
  inContextButton: 'En contexte',
  readOnButton: 'Lire la suite',
};
