import type { Abstention } from '../domain/reply.ts';
import type { Statement } from './words.ts';

/** Stands over an answer that may be none. */
export const WEAK_ANSWER: Statement = {
  lead: 'This may not answer the question.',
  detail: 'It is the closest that I found.',
};

/** Stands where no excerpt was left that equals its place in the article letter by letter. */
export const NOTHING_VERBATIM: Statement = {
  lead: 'I have no quotation to show.',
  detail:
    'What I found does not stand in the article letter by letter, most likely because the article was changed just now. Please ask again.',
};

/** Why nothing is quoted; `articles`: how many were asked. */
export function describeAbstention(reply: Abstention, articles: number): Statement {
  const several = articles > 1;
  const lead = several ? 'The articles do not say.' : 'The article does not say.';
  switch (reply.reason) {
    case 'empty-corpus':
      return { lead: 'There is no article to ask yet.' };
    case 'no-hits':
      return {
        lead,
        detail: `Nothing in ${several ? 'them' : 'it'} matches the question.${languageHint(reply)}`,
      };
    case 'weak-hits':
      return { lead, detail: `No passage comes close enough to be an answer.${languageHint(reply)}` };
  }
}

function languageHint({ questionLanguage }: Abstention): string {
  if (questionLanguage === undefined) return '';
  return ` The question seems to be in ${questionLanguage}; asking in the language of the article may help.`;
}
