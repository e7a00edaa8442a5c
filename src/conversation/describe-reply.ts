import type { Abstention } from '../domain/reply.ts';
import type { Words } from '../words/words.ts';
import type { Statement } from './statement.ts';

/** Stands where no excerpt was left that equals its place in the article letter by letter. */
export function describeNothingVerbatim(words: Words): Statement {
  return { lead: words('answer.notVerbatim'), detail: words('answer.notVerbatimDetail') };
}

/** Why nothing is quoted; `articles`: how many were asked. */
export function describeAbstention(words: Words, reply: Abstention, articles: number): Statement {
  const several = articles > 1;
  const lead = words(several ? 'answer.notSaidInSeveral' : 'answer.notSaid');
  switch (reply.reason) {
    case 'empty-corpus':
      return { lead: words('answer.nothingToAsk') };
    case 'no-hits': {
      const why = words(several ? 'answer.noMatchInSeveral' : 'answer.noMatch');
      return { lead, detail: `${why}${languageHint(words, reply)}` };
    }
    case 'weak-hits':
      return { lead, detail: `${words('answer.tooWeak')}${languageHint(words, reply)}` };
  }
}

function languageHint(words: Words, { questionLanguage }: Abstention): string {
  if (questionLanguage === undefined) return '';
  return ` ${words('answer.otherLanguage', { language: words.nameOfLanguage(questionLanguage) })}`;
}
