import type { Abstention } from '../domain/reply.ts';
import type { Statement } from './words.ts';

/** Stands over what is quoted as an answer: with the colours of a surface, never instead of them. */
export const ANSWER_LEADS = { strong: 'The article says:', weak: 'Perhaps this:' } as const;

/** Stands over the further quotations of an answer. */
export const MORE_LEAD = 'What else bears on it:';

/** Stands over what comes nearest to a question that has no answer. */
export const NEAREST_LEAD = 'Closest, not an answer:';

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
