/** What stands around a quotation and a paragraph: where it is, whether it goes on. */
export const quotation = {
  readIt: 'Read it in the article',
  page: 'page {{page}}',
  section: 'section {{section}}',
  time: 'at {{time}}',
  leftOut: 'A passage was left out: it does not stand in the article as it was found.',
  goesOn: 'goes on',
  passageGoesOn: 'The passage goes on after this sentence.',
  sentenceGoesOn: 'This sentence is too long to be shown whole here; it goes on.',
  paragraphGoesOn: 'The paragraph goes on: *Read on* shows the rest.',
  neighbourGoesOn: 'It goes on.',
  furtherOn: 'further on',
  position: 'Paragraph {{number}} of {{last}}',
  noParagraph: '“{{title}}” has no ¶ {{number}}; its paragraphs go from 1 to {{last}}.',
  inContextButton: 'In context',
  readOnButton: 'Read on',
} as const;
