import { describe, expect, it } from 'vitest';
import { contextAfter } from '../../src/conversation/follow-up.ts';
import { recallReply, rememberReply } from '../../src/conversation/remember-reply.ts';
import { makeExchange } from '../contracts/make-exchange.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../doubles/library.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

async function rememberedOf(question: string) {
  const library = createLibraryDouble();
  const outcome = await library.ask(question);
  return { outcome, exchange: makeExchange(rememberReply(outcome, library)), library };
}

describe('a reply that is remembered', () => {
  it.each([QUESTION, 'How tall is Mount Everest?'])('is recalled as it was: %s', async (question) => {
    const { outcome, exchange, library } = await rememberedOf(question);
    const recalled = recallReply(exchange, library);
    expect(recalled?.explanation).toEqual(outcome.explanation);
    expect(recalled?.reply).toMatchObject({ kind: outcome.reply.kind, question });
    expect(JSON.stringify(exchange)).not.toContain('Alva Thorne');
  });

  it('quotes the same words where the article grew in front of them, or was renamed', async () => {
    const { outcome, exchange } = await rememberedOf(QUESTION);
    const grown = makeArticle('renamed', `News first.\n\n${LIGHTHOUSE.text}`);
    const recalled = recallReply(exchange, createLibraryDouble({ articles: [grown] }));
    if (recalled?.reply.kind !== 'answer' || outcome.reply.kind !== 'answer') throw new Error('No answer.');
    const [then] = outcome.reply.excerpts;
    const [now] = recalled.reply.excerpts;
    expect(now.text).toBe(then.text);
    expect(grown.text.slice(now.start, now.end)).toBe(then.text);
    expect(now).toMatchObject({ articleId: 'renamed', paragraph: then.paragraph + 1 });
  });

  it('is none when a quotation does not stand any more', async () => {
    const { exchange } = await rememberedOf(QUESTION);
    const articles = [makeArticle('lighthouse', 'Another text.')];
    expect(recallReply(exchange, createLibraryDouble({ articles }))).toBeUndefined();
  });
});

it('leans on the chain of questions before', () => {
  const first = makeExchange({ question: 'Who was the last keeper?' });
  expect(contextAfter(first)).toBe('Who was the last keeper?');
  const { explanation } = first;
  if (!explanation) throw new Error('The exchange was made with an explanation.');
  const second = makeExchange({
    question: 'When did he leave?',
    explanation: { ...explanation, context: contextAfter(first) },
  });
  expect(contextAfter(second)).toBe('Who was the last keeper? When did he leave?');
});
