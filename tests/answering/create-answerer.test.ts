import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle } from '../../src/corpus/build-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { findParagraph } from '../../src/domain/article.ts';
import { overlaps } from '../../src/domain/span.ts';
import type { Excerpt } from '../../src/domain/reply.ts';
import { shownExcerpts } from '../../src/domain/reply.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createWordReader } from '../doubles/word-reader.ts';
import { libraryOver } from '../library-over.ts';

/** Articles of any text: scripts, pairs, marks, lone quotation marks, words without end. */
const anyArticles: fc.Arbitrary<readonly Article[]> = fc
  .array(
    fc.array(fc.record({ kind: fc.constantFrom('heading', 'paragraph'), text: anyText }), { maxLength: 5 }),
    { minLength: 1, maxLength: 3 },
  )
  .map((bodies) =>
    bodies.map((drafts, i) =>
      buildArticle({ id: `any-${i}`, title: 'Any', aliases: { AC: 'any coast' } }, drafts),
    ),
  );

/** A question of any kind: words of an article, other words, or code units that are no text at all. */
function anyQuestion(articles: readonly Article[]): fc.Arbitrary<string> {
  const words = articles.flatMap(({ text }) => text.split(/\s+/)).filter((word) => word !== '');
  const ownWords = words.length === 0 ? anyText : fc.constantFrom(...words);
  return fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: ownWords },
        anyText,
        anyCodeUnits,
        fc.constantFrom('Who', 'How many', 'AC'),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(' ').slice(0, 4000))
    .filter((question) => question.trim() !== '');
}

function expectQuotable(excerpts: readonly Excerpt[], articles: readonly Article[]): void {
  for (const [i, excerpt] of excerpts.entries()) {
    const { articleId, start, end, text, paragraph, answer, highlights, citation } = excerpt;
    const article = articles.find(({ id }) => id === articleId);
    expect(text).not.toBe('');
    expect(article?.text.slice(start, end)).toBe(text);
    const block = article && findParagraph(article, paragraph);
    expect(start).toBeGreaterThanOrEqual(block?.start ?? Number.NaN);
    expect(end).toBeLessThanOrEqual(block?.end ?? Number.NaN);
    expect(citation).toMatchObject({ marker: `[${i + 1}]`, title: article?.title, paragraph });
    if (answer) expect(highlights).toEqual([answer]);
    let at = 0;
    for (const highlight of highlights) {
      expect(highlight.start).toBeGreaterThanOrEqual(at);
      expect(highlight.end).toBeGreaterThan(highlight.start);
      expect(highlight.end).toBeLessThanOrEqual(text.length);
      at = highlight.end;
    }
    for (const other of excerpts.slice(0, i)) {
      expect(other.articleId === articleId && overlaps(other, excerpt)).toBe(false);
    }
  }
}

describe('any question to any article', () => {
  it('is answered word for word, from inside one paragraph, without overlaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyArticles.chain((articles) =>
          fc.tuple(
            fc.constant(articles),
            anyQuestion(articles),
            fc.option(anyQuestion(articles)),
            fc.boolean(),
          ),
        ),
        async ([articles, question, context, reads]) => {
          const { library, answerer } = await libraryOver(articles, {
            strictness: 'lenient',
            ...(reads ? { reader: createWordReader({ Ada: 8, world: 2, '.': 1, 北: 3 }) } : {}),
          });
          const outcome = await answerer.ask(question, context === null ? {} : { context });
          expect(outcome.reply.question).toBe(question.trim());
          expectQuotable(shownExcerpts(outcome.reply), articles);
          expectQuotable(outcome.excerpts ?? [], articles);
          expectQuotable(await library.findSources(question, 4), articles);
          expectQuotable(library.lookup(question).entries, articles);
          for (const { articleId, start, end, text } of outcome.ranking) {
            expect(articles.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(text);
          }
          expect(outcome.reply.score).toBeGreaterThanOrEqual(0);
          expect(outcome.reply.score).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 120 },
    );
  });
});

const ISLANDS = articleFrom(
  'islands.md',
  `---
aliases:
  NSA: Northern Seal Authority
---
# Seals

The grey seals of Hollow Island were counted in 1951 by Edda Moor. She found four hundred of them.

The Northern Seal Authority bought the island in 1960.

# Birds

Puffins nest on Hollow Island from April to August.
`,
);
const BREAD = articleFrom(
  'bread.txt',
  'Rye bread needs a sour dough and a day of patience.\nOats are for porridge.',
);

describe('an answer', () => {
  it('quotes the sentence that matches best, and names its place', async () => {
    const { answerer } = await libraryOver([ISLANDS, BREAD]);
    const { reply, ranking } = await answerer.ask('  Who counted the grey seals of Hollow Island?  ');
    expect(reply).toMatchObject({ kind: 'answer', question: 'Who counted the grey seals of Hollow Island?' });
    expect(shownExcerpts(reply)[0]).toMatchObject({ articleId: 'islands', paragraph: 1 });
    expect(ranking[0]?.text).toBe('The grey seals of Hollow Island were counted in 1951 by Edda Moor.');
    const scores = ranking.map(({ rankScore }) => rankScore);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('shows no more than three excerpts, and reports no more than five ranks', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `The lighthouse number ${i} of Hollow Island is white.`,
    );
    const { answerer } = await libraryOver([articleFrom('lights.txt', lines.join('\n'))], {
      strictness: 'lenient',
    });
    const { reply, ranking } = await answerer.ask('Which lighthouse of Hollow Island is white?');
    expect(shownExcerpts(reply).length).toBeLessThanOrEqual(3);
    expect(ranking).toHaveLength(5);
  });

  it('does not say the same twice, even where two articles do', async () => {
    const twin = articleFrom('twin.txt', 'Puffins nest on Hollow Island from April to August!');
    const { answerer } = await libraryOver([ISLANDS, twin], { strictness: 'lenient' });
    const { reply } = await answerer.ask('When do puffins nest on Hollow Island?');
    const puffins = shownExcerpts(reply).filter(({ text }) => text.startsWith('Puffins'));
    expect(puffins).toHaveLength(1);
  });

  it('is looked for in one article alone when told to', async () => {
    const { answerer } = await libraryOver([ISLANDS, BREAD], { strictness: 'lenient' });
    const { ranking } = await answerer.ask('Who counted the grey seals?', { articleId: 'bread' });
    expect(new Set(ranking.map(({ articleId }) => articleId))).toEqual(new Set(['bread']));
    await expect(answerer.ask('Who?', { articleId: 'cake' })).rejects.toMatchObject({
      code: 'article-unknown',
    });
  });

  it('is explained: shared words, ranks, score, thresholds, corrections, context', async () => {
    const { answerer } = await libraryOver([ISLANDS, BREAD]);
    const { explanation } = await answerer.ask('And who counted the grey seels?', {
      context: 'What is Hollow Island?',
    });
    expect(explanation).toMatchObject({
      denseRank: expect.any(Number) as number,
      lexicalRank: 1,
      strictness: 'balanced',
      context: 'What is Hollow Island?',
    });
    expect(explanation?.matchedTerms.map((term) => term.toLowerCase()).toSorted()).toEqual([
      'counted',
      'grey',
      'hollow',
      'island',
    ]);
    expect(explanation?.thresholds.strong).toBeGreaterThan(explanation?.thresholds.weak ?? 1);
  });
});

describe('an abstention', () => {
  it('is the reply to what no article speaks of, with the nearest three', async () => {
    const { answerer } = await libraryOver([ISLANDS, BREAD], { strictness: 'strict' });
    const { reply } = await answerer.ask('Quantum chromodynamics lattice?');
    expect(reply).toMatchObject({ kind: 'abstention', reason: 'weak-hits' });
    expect(shownExcerpts(reply)).toHaveLength(3);
  });

  it.each(['?!', '🦭🦭', '… — …', '٪'])(
    'is the reply to %s, which has no word to look for',
    async (question) => {
      const { answerer, library } = await libraryOver([ISLANDS], { strictness: 'lenient' });
      expect(await answerer.ask(question)).toMatchObject({
        reply: { kind: 'abstention', reason: 'no-hits', score: 0, nearest: [] },
        ranking: [],
      });
      expect(await library.findSources(question, 3)).toEqual([]);
    },
  );

  it('is the reply of an empty corpus', async () => {
    const { answerer } = await libraryOver([]);
    expect((await answerer.ask('Who counted the seals?')).reply).toMatchObject({
      kind: 'abstention',
      reason: 'empty-corpus',
      nearest: [],
    });
  });

  it('says when the question is in another language than the articles', async () => {
    const { answerer } = await libraryOver([ISLANDS], { strictness: 'strict' });
    const german = await answerer.ask(
      'Warum regnet es eigentlich immer, wenn ich ohne Schirm spazieren gehe?',
    );
    expect(german.reply).toMatchObject({ kind: 'abstention', questionLanguage: 'German' });
    const english = await answerer.ask('Why does it always rain when I go for a walk without an umbrella?');
    expect(english.reply).toMatchObject({ kind: 'abstention' });
    expect(english.reply).not.toHaveProperty('questionLanguage');
  });
});

describe('the strictness', () => {
  it('never lets a stricter level answer what a more lenient one does not', async () => {
    const rank = { abstain: 0, weak: 1, strong: 2 };
    const questions = [
      'Who counted the seals?',
      'When do puffins nest?',
      'What about bread?',
      'Who is king of Spain?',
    ];
    const confidences = async (strictness: 'strict' | 'balanced' | 'lenient'): Promise<readonly number[]> => {
      const { answerer } = await libraryOver([ISLANDS, BREAD], { strictness });
      const replies = await Promise.all(
        questions.map(async (question) => (await answerer.ask(question)).reply),
      );
      return replies.map((reply) => rank[reply.kind === 'answer' ? reply.confidence : 'abstain']);
    };
    const [strict, balanced, lenient] = [
      await confidences('strict'),
      await confidences('balanced'),
      await confidences('lenient'),
    ];
    strict.forEach((value, i) => {
      expect(value).toBeLessThanOrEqual(balanced[i] ?? -1);
      expect(balanced[i]).toBeLessThanOrEqual(lenient[i] ?? -1);
    });
    expect(lenient.some((value) => value > 0)).toBe(true);
  });
});

describe('a question that cannot be asked', () => {
  it.each([
    ['', 'question-empty'],
    [' \n\t ', 'question-empty'],
    ['x'.repeat(4001), 'question-too-long'],
  ])('is refused (%#)', async (question, code) => {
    const { answerer } = await libraryOver([ISLANDS]);
    await expect(answerer.ask(question)).rejects.toMatchObject({ name: 'VerbatimError', code });
  });

  it('may have 4,000 characters, though', async () => {
    const { answerer } = await libraryOver([ISLANDS]);
    const long = `Who counted the seals ${'of the island '.repeat(300)}`.slice(0, 4000);
    expect((await answerer.ask(long)).reply.question).toBe(long.trim());
  });
});
