import type { Article, ParagraphBlock } from './article.ts';
import type { Audience } from './audience.ts';
import type { QuestionOptions, Strictness } from './question.ts';
import type { QuoteCheck } from './quote-check.ts';
import type { Excerpt, Reply } from './reply.ts';
import type { Span } from './span.ts';

/** A sentence in the ranking before the decision. */
export interface RankedSentence extends Span {
  readonly articleId: string;
  readonly paragraph: number;
  readonly passageId: string;
  readonly text: string;
  /** For ordering within one question only. */
  readonly rankScore: number;
}

/** Why the first excerpt was chosen, in the terms of the search. */
export interface Explanation {
  /** Words of the question that stand in the quoted passage, as the passage spells them. */
  readonly matchedTerms: readonly string[];
  /** Rank among all passages by meaning, counted from 1; undefined when it was not among the nearest. */
  readonly denseRank?: number;
  /** Rank among all passages by words, counted from 1; undefined when no word matched. */
  readonly lexicalRank?: number;
  readonly score: number;
  /** An answer needs at least `weak`; from `strong` on it is shown without a warning. */
  readonly thresholds: { readonly weak: number; readonly strong: number };
  readonly strictness: Strictness;
  /** Words of the question that the corpus does not have, with the word that was searched instead. */
  readonly corrections: readonly { readonly typed: string; readonly searched: string }[];
  /** The earlier question, when it was used as context. */
  readonly context?: string;
  /** What the reader made of the quoted sentence; absent without a reader. */
  readonly reading?: {
    /** Whether it would rather point at words of the sentence than say that there is no answer in it. */
    readonly answers: boolean;
    /** Whether the search alone had put the same sentence first. */
    readonly agrees: boolean;
  };
}

/** What the decision saw, for finding out why an answer is bad; the names are those of the code. */
export interface AnswerTrace {
  /** Best first. */
  readonly candidates: readonly TracedCandidate[];
  /** The inputs of the decision; their contributions and the bias add up to the score's logit. */
  readonly decision: readonly TracedInput[];
  readonly score: number;
  readonly thresholds: { readonly weak: number; readonly strong: number };
}

export interface TracedCandidate {
  readonly text: string;
  readonly articleId: string;
  readonly paragraph: number;
  /** What the reader points at; absent when it did not read the sentence. */
  readonly span?: string;
  readonly signals: Readonly<Record<string, number>>;
}

export interface TracedInput {
  readonly name: string;
  readonly value: number;
  /** Of the value as the decision standardises it. */
  readonly weight: number;
  readonly contribution: number;
}

/** A reply with what it rests on, for whoever wants to look behind it. */
export interface AskOutcome {
  readonly reply: Reply;
  /** Undefined when nothing at all was found. */
  readonly explanation?: Explanation;
  /** The first five sentences before the decision, best first. */
  readonly ranking: readonly RankedSentence[];
  /** Undefined when nothing at all was found. */
  readonly trace?: AnswerTrace;
  /** Wall-clock milliseconds from question to reply. */
  readonly totalMs: number;
}

/** Passages about a term: one excerpt each, by article and in reading order. */
export interface LookupResult {
  readonly term: string;
  /** The article of each passage: what there is, without the time that quoting takes. */
  readonly articleIds: readonly string[];
  /** Some of the excerpts, counted as `slice` counts. */
  readonly quote: (from: number, to: number) => readonly Excerpt[];
  /** All of them. */
  readonly entries: readonly Excerpt[];
}

/** A paragraph as a page to be turned: absent neighbours are the ends of the article. */
export interface ParagraphView {
  readonly article: Article;
  readonly paragraph: ParagraphBlock;
  readonly previous?: ParagraphBlock;
  readonly next?: ParagraphBlock;
  /** Paragraphs in the article. */
  readonly count: number;
}

/** An article with its size, as a list of sources shows it. */
export interface SourceEntry {
  readonly article: Article;
  readonly paragraphs: number;
  readonly passages: number;
}

/** What there is to ask; the same object for as long as the generation is open. */
export interface SourcesView {
  readonly entries: readonly SourceEntry[];
  /** Tells states of these articles apart: it changes when one of them does, and only then. */
  readonly generation: string;
  /** ISO 8601: when the newest of them came into the index. */
  readonly indexed: string;
  /** Articles that the corpus holds but the index leaves out, with the reason. */
  readonly leftOut: readonly string[];
}

/** The use cases: what every surface (Discord, terminal, web page) is handed. */
export interface Library {
  /** @throws VerbatimError question-empty, question-too-long, article-unknown */
  ask(question: string, options?: QuestionOptions): Promise<AskOutcome>;
  /** The passages nearest to a claim, without a decision. */
  findSources(claim: string, limit: number): Promise<readonly Excerpt[]>;
  lookup(term: string, options?: { readonly articleId?: string }): LookupResult;
  /** Whether what somebody quotes stands in the articles; from memory. */
  checkQuote(claim: string): QuoteCheck;
  /** Names, headings and key terms that start with, or else contain, the prefix; from memory. */
  suggestTerms(prefix: string, limit: number): readonly string[];
  suggestArticles(prefix: string, limit: number): readonly Article[];
  article(id: string): Article | undefined;
  /** Undefined when there is no such article or paragraph. */
  paragraph(articleId: string, number: number): ParagraphView | undefined;
  sources(): SourcesView;
}

/** What an audience may read, as a library of its own: nothing else exists for it. */
export type LibraryFor = (audience: Audience) => Library;

/** The invariant behind everything that is shown; checked again just before sending. */
export function isVerbatim(excerpt: Excerpt, article: Article | undefined): boolean {
  return article?.id === excerpt.articleId && article.text.slice(excerpt.start, excerpt.end) === excerpt.text;
}
