import type { Article, ParagraphBlock } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';
import type { ScoredSentence } from './rank-sentences.ts';

/** A span of one paragraph that will be quoted. */
export interface Selection extends Span {
  readonly article: Article;
  readonly paragraph: number;
  readonly best: ScoredSentence;
}

export interface SelectionRules {
  /** Excerpts at most. */
  readonly limit: number;
  /** A further excerpt is shown while its rank score is at least this share of the first one's; 0 shows any. */
  readonly furtherShare: number;
  /**
   * Where a reader has looked: a further excerpt is shown while its margin, in logits, is at least this; it has to
   * answer on its own. Not asked for where `furtherShare` is 0.
   */
  readonly furtherMargin: number;
  /** A neighbour that ranks second is quoted too while its rank score is within this of the first one's. */
  readonly neighbourLead: number;
  /** Whether sentences that cannot stand alone get their neighbour at all. */
  readonly extend: boolean;
}

/** The rules of every answer that is shown; shares and leads are those of the rank scores. */
export const SELECTION_RULES: SelectionRules = {
  limit: 3,
  furtherShare: 0.7,
  furtherMargin: 0,
  neighbourLead: 0.03,
  extend: true,
};

/** The excerpts for a ranking: best first, no two that overlap or say the same. */
export function selectExcerpts(
  ranked: readonly ScoredSentence[],
  articles: ReadonlyMap<string, Article>,
  rules: SelectionRules = SELECTION_RULES,
): readonly Selection[] {
  const chosen: Selection[] = [];
  const floor = rules.furtherShare === 0 ? -Infinity : (ranked[0]?.rankScore ?? 0) * rules.furtherShare;
  for (const [i, sentence] of ranked.entries()) {
    if (chosen.length >= rules.limit) break;
    // The first one is quoted whatever its score is, also when it is below 0.
    if (i > 0 && !isFurtherAnswer(sentence, { floor, rules, first: ranked[0] })) continue;
    const selection = growSentence(sentence, ranked, articles, rules);
    if (selection && !chosen.some((other) => isSame(other, selection))) chosen.push(selection);
  }
  return chosen;
}

function isFurtherAnswer(
  { rankScore, answer }: ScoredSentence,
  {
    floor,
    rules,
    first,
  }: { readonly floor: number; readonly rules: SelectionRules; readonly first: ScoredSentence | undefined },
): boolean {
  if (!first?.answer || rules.furtherShare === 0) return rankScore >= floor;
  return answer !== undefined && answer.margin >= rules.furtherMargin;
}

/** Adds the neighbour that a sentence needs to be understood, never past its paragraph. */
function growSentence(
  scored: ScoredSentence,
  ranked: readonly ScoredSentence[],
  articles: ReadonlyMap<string, Article>,
  rules: SelectionRules,
): Selection | undefined {
  const { sentence, hit } = scored;
  const article = articles.get(hit.passage.articleId);
  const block = article && findParagraph(article, sentence.paragraph);
  if (!article || !block) return undefined;
  const whole = {
    article,
    paragraph: sentence.paragraph,
    best: scored,
    start: sentence.start,
    end: sentence.end,
  };
  if (!rules.extend) return whole;
  return { ...whole, ...grow(article.text, block, scored, { ranked, rules }) };
}

function grow(
  text: string,
  block: ParagraphBlock,
  scored: ScoredSentence,
  { ranked, rules }: { readonly ranked: readonly ScoredSentence[]; readonly rules: SelectionRules },
): Span {
  const { sentences } = block;
  const at = sentences.findIndex((span) => overlaps(span, scored.sentence));
  const own = sentences[at];
  // A piece of a sentence that was too long for the model is quoted as it is.
  if (own?.start !== scored.sentence.start || own.end !== scored.sentence.end) return scored.sentence;
  const previous = sentences[at - 1];
  const next = sentences[at + 1];
  const words = text.slice(own.start, own.end);
  if (next && opensQuotation(words)) return { start: own.start, end: next.end };
  if (previous && (closesQuotation(words) || isAnaphoric(words)))
    return { start: previous.start, end: own.end };
  // The reader has found the answer within the sentence.
  if (scored.answer && scored.answer.margin > 0) return own;
  const rival = ranked.find(
    (other) => other !== scored && other.hit.passage.articleId === scored.hit.passage.articleId,
  );
  if (rival && scored === ranked[0] && scored.rankScore - rival.rankScore < rules.neighbourLead) {
    if (next && isAt(rival, next)) return { start: own.start, end: next.end };
    if (previous && isAt(rival, previous)) return { start: previous.start, end: own.end };
  }
  return own;
}

function isAt(scored: ScoredSentence, span: Span): boolean {
  return scored.sentence.start === span.start && scored.sentence.end === span.end;
}

/** Openings that make no sense without the sentence before. */
const LEANING =
  /^["“'‘]?(?:He|She|It|They|His|Her|Its|Their|This|These|Those|That|Such|Both|However|But|Therefore|Thus|Hence|Then|Moreover|Furthermore|Instead|Otherwise|Consequently|Nevertheless|Besides)\b/;

function isAnaphoric(sentence: string): boolean {
  return LEANING.test(sentence);
}

/** A quotation that is opened and not closed goes on in the next sentence. */
function opensQuotation(sentence: string): boolean {
  return (
    count(sentence, '“') > count(sentence, '”') ||
    (isOdd(sentence) && sentence.indexOf('"') > 0 && !/"[\s.,]*$/.test(sentence))
  );
}

function closesQuotation(sentence: string): boolean {
  return (
    count(sentence, '”') > count(sentence, '“') ||
    (isOdd(sentence) && !sentence.startsWith('"') && /"[\s.,]*$/.test(sentence))
  );
}

function isOdd(sentence: string): boolean {
  return count(sentence, '"') % 2 === 1;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function isSame(a: Selection, b: Selection): boolean {
  if (a.article.id === b.article.id && overlaps(a, b)) return true;
  return wordsOf(a) === wordsOf(b);
}

/** Letters and digits alone: two quotations that differ in punctuation say the same. */
function wordsOf({ article, start, end }: Selection): string {
  return article.text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
