import { findParagraph, paragraphsOf } from '../../src/domain/article.ts';
import type { Article, Block } from '../../src/domain/article.ts';
import type { AskOutcome, Explanation, Library } from '../../src/domain/library.ts';
import { createCheckQuote } from '../../src/library/check-quote.ts';
import { createSuggest } from '../../src/library/suggest.ts';
import { parseQuestion } from '../../src/domain/question.ts';
import type { QuestionOptions } from '../../src/domain/question.ts';
import type { Excerpt } from '../../src/domain/reply.ts';
import type { Span } from '../../src/domain/span.ts';

/** Made up: the lighthouse, its keepers and its town do not exist. */
const LIGHTHOUSE_TEXT = `The tower

The lighthouse of Brannoch Head was built in 1843 by the engineer Alva Thorne. It stands on a granite ledge, forty metres above the sea.

Its lamp burned whale oil until 1871. In that year the keeper Ruth Calder fitted a paraffin burner of her own design, which used a third less fuel.

The keepers

Ruth Calder kept the light for thirty-four years. She wrote in her log that "no ship passed unseen, and none was lost". Her brother Edwin relieved her on Sundays.

The last keeper, Jonas Pell, left the tower in March 1968, when the lamp was automated. He took the brass bell with him and gave it to the town of Saltmere.

The bell

The bell of Saltmere weighs eighty kilograms. It is rung once a year, on the anniversary of the automation.`;

/** Blocks are split at blank lines; a block without a full stop is a heading. */
export function makeArticle(id: string, text: string, more: Partial<Article> = {}): Article {
  const blocks: Block[] = [];
  let heading: number | undefined;
  let number = 0;
  for (const match of text.matchAll(/(?:(?!\n\n)[\s\S])+/gu)) {
    if (match[0].trim() === '') continue;
    const lead = /^\n*/u.exec(match[0])?.[0].length ?? 0;
    const start = match.index + lead;
    const end = match.index + match[0].length;
    if (/[.!?"”]/u.test(text.slice(start, end))) {
      number += 1;
      const sentences = sentencesOf(text, { start, end });
      blocks.push({
        kind: 'paragraph',
        start,
        end,
        number,
        sentences,
        ...(heading !== undefined && { heading }),
      });
    } else {
      heading = blocks.length;
      blocks.push({ kind: 'heading', level: 2, start, end });
    }
  }
  return { id, title: id, aliases: {}, text, blocks, ...more };
}

function sentencesOf(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\S[\s\S]*?(?:[.!?]["”]?(?=\s|$)|$)/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

export const LIGHTHOUSE = makeArticle('lighthouse', LIGHTHOUSE_TEXT, {
  title: 'The light of Brannoch Head',
  url: 'https://example.org/lighthouse',
  published: '2021-05-02',
  licence: 'CC BY 4.0',
});

export interface LibraryDoubleOptions {
  readonly articles?: readonly Article[];
  readonly generation?: string;
  /** Milliseconds that an answer takes. */
  readonly delay?: number;
  readonly onAsk?: (question: string, options: QuestionOptions) => void;
}

/**
 * Answers with the sentence that shares most words with the question: three or more are a sure answer, two a weak
 * one, fewer none. A question with the word 'explode' throws.
 */
export function createLibraryDouble(options: LibraryDoubleOptions = {}): Library {
  const articles = options.articles ?? [LIGHTHOUSE];
  const find = (id: string) => articles.find((article) => article.id === id);
  const passages = articles.flatMap((article) =>
    paragraphsOf(article).map(({ number, start, end }) => {
      const id = `${article.id}#${number}`;
      return { id, articleId: article.id, start, end, paragraphs: [number], sentences: [] };
    }),
  );
  const indexOf = (id: string) => articles.findIndex((article) => article.id === id);
  const within = (id: string | undefined) =>
    id === undefined ? articles : articles.filter((article) => article.id === id);
  const sources = {
    entries: articles.map((article) => {
      const paragraphs = paragraphsOf(article).length;
      return { article, paragraphs, passages: paragraphs };
    }),
    generation: options.generation ?? 'g-1',
    indexed: '2026-01-02T03:04:05.000Z',
    leftOut: [],
  };
  return {
    async ask(raw, asked = {}) {
      const question = parseQuestion(raw);
      options.onAsk?.(question, asked);
      if (options.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delay));
      if (question.includes('explode')) throw new Error('The double was told to explode.');
      return answer(question, within(asked.articleId), asked.context);
    },
    findSources: (claim, limit) =>
      Promise.resolve(
        rank(claim, articles)
          .slice(0, limit)
          .map(({ excerpt }) => excerpt),
      ),
    lookup(term, { articleId } = {}) {
      const entries = rank(term, within(articleId))
        .filter(({ shared }) => shared > 0)
        .map(({ excerpt }) => excerpt)
        .sort((a, b) => indexOf(a.articleId) - indexOf(b.articleId) || a.start - b.start);
      return {
        term,
        articleIds: entries.map((entry) => entry.articleId),
        quote: (from, to) => entries.slice(from, to),
        entries,
      };
    },
    checkQuote: createCheckQuote({
      articles: new Map(articles.map((article) => [article.id, article])),
      retriever: { alike: () => passages },
    }),
    suggestTerms: (prefix, limit) =>
      [...new Set(articles.flatMap(({ text }) => text.match(/\p{Lu}\p{L}+/gu) ?? []))]
        .filter((term) => term.toLowerCase().startsWith(prefix.toLowerCase()))
        .slice(0, limit),
    suggestArticles: createSuggest(articles).suggestArticles,
    article: find,
    paragraph(articleId, number) {
      const article = find(articleId);
      const paragraph = article && findParagraph(article, number);
      if (!paragraph) return undefined;
      const previous = findParagraph(article, number - 1);
      const next = findParagraph(article, number + 1);
      return {
        article,
        paragraph,
        count: paragraphsOf(article).length,
        ...(previous && { previous }),
        ...(next && { next }),
      };
    },
    sources: () => sources,
  };
}

interface Ranked {
  readonly excerpt: Excerpt;
  readonly shared: number;
}

function answer(question: string, articles: readonly Article[], context: string | undefined): AskOutcome {
  const ranked = rank(`${context ?? ''} ${question}`, articles);
  const numbered = ranked.map(({ excerpt }, index) => ({
    ...excerpt,
    citation: { ...excerpt.citation, marker: `[${index + 1}]` },
  }));
  const [first, ...others] = numbered;
  const shared = ranked[0]?.shared ?? 0;
  const score = Math.min(0.99, shared / 4);
  const explanation: Explanation = {
    matchedTerms: [],
    denseRank: 1,
    ...(shared > 0 && { lexicalRank: 2 }),
    score,
    thresholds: { weak: 0.5, strong: 0.7 },
    strictness: 'balanced',
    corrections: [],
    ...(context !== undefined && { context }),
  };
  const base = { explanation, ranking: [], totalMs: 1 };
  if (!first)
    return {
      ...base,
      reply: { kind: 'abstention', question, reason: 'empty-corpus', score: 0, nearest: [] },
    };
  if (shared < 2) {
    return {
      ...base,
      reply: { kind: 'abstention', question, reason: 'weak-hits', score, nearest: numbered.slice(0, 3) },
    };
  }
  const confidence = shared > 2 ? 'strong' : 'weak';
  return {
    ...base,
    reply: { kind: 'answer', question, confidence, score, excerpts: [first, ...others.slice(0, 1)] },
  };
}

function rank(query: string, articles: readonly Article[]): readonly Ranked[] {
  const words = new Set(
    (query.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter(
      (word) => !['when', 'what'].includes(word),
    ),
  );
  return articles
    .flatMap((article) =>
      paragraphsOf(article).flatMap((paragraph) =>
        paragraph.sentences.map((sentence) => toRanked(article, paragraph.number, sentence, words)),
      ),
    )
    .sort((a, b) => b.shared - a.shared);
}

function toRanked(article: Article, paragraph: number, span: Span, words: ReadonlySet<string>): Ranked {
  const text = article.text.slice(span.start, span.end);
  const highlights = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter((match) => words.has(match[0].toLowerCase()))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const shared = new Set(highlights.map(({ start, end }) => text.slice(start, end).toLowerCase())).size;
  const citation = {
    marker: '[1]',
    title: article.title,
    paragraph,
    ...(article.url !== undefined && { url: article.url }),
  };
  return { excerpt: { articleId: article.id, paragraph, ...span, text, highlights, citation }, shared };
}
