import type { Article, ParagraphBlock } from '../domain/article.ts';
import { headingOf, paragraphsOf } from '../domain/article.ts';
import type { Passage, PassageSentence } from '../domain/passage.ts';
import type { Span } from '../domain/span.ts';
import { SENTENCE_SPLITTER } from '../text/split-sentences.ts';

export interface SplitOptions {
  /** Tokens of a text without special tokens. */
  readonly countTokens: (text: string) => number;
  /** No passage has more tokens, save for a single word that does. */
  readonly maxTokens: number;
  /** Paragraphs of one section are joined while the passage stays within this many tokens. */
  readonly joinTokens: number;
}

/** Changes whenever the same text would be split otherwise. */
export function splitterVersion(options: Omit<SplitOptions, 'countTokens'>): string {
  return `${SENTENCE_SPLITTER}/passages-1/${options.maxTokens}-${options.joinTokens}`;
}

interface Part {
  readonly sentences: readonly PassageSentence[];
  readonly tokens: number;
  readonly heading: string | undefined;
  /** Index of the heading's block: two sections may share a name. */
  readonly section: number | undefined;
}

/**
 * Cuts an article into passages: short neighbouring paragraphs of a section are joined, long ones are cut
 * at sentence ends, and a sentence too long for the model between words. Nothing is dropped.
 */
export function splitPassages(article: Article, options: SplitOptions): readonly Passage[] {
  const parts = paragraphsOf(article).flatMap((paragraph) => splitParagraph(article, paragraph, options));
  return joinParts(parts, options.joinTokens).map((part, index) => {
    const first = part.sentences[0];
    const last = part.sentences.at(-1);
    return {
      id: `${article.id}#${index}`,
      articleId: article.id,
      start: first?.start ?? 0,
      end: last?.end ?? 0,
      paragraphs: [...new Set(part.sentences.map((sentence) => sentence.paragraph))],
      sentences: part.sentences,
      ...(part.heading === undefined ? {} : { heading: part.heading }),
    };
  });
}

function splitParagraph(article: Article, paragraph: ParagraphBlock, options: SplitOptions): readonly Part[] {
  const parts: Part[] = [];
  const section = paragraph.heading;
  const heading = headingOf(article, paragraph);
  let sentences: PassageSentence[] = [];
  let tokens = 0;
  const close = (): void => {
    if (sentences.length > 0) parts.push({ sentences, tokens, heading, section });
    sentences = [];
    tokens = 0;
  };
  for (const sentence of paragraph.sentences) {
    for (const piece of splitLongSentence(article.text, sentence, options)) {
      if (tokens + piece.tokens > options.maxTokens) close();
      sentences.push({ start: piece.start, end: piece.end, paragraph: paragraph.number });
      tokens += piece.tokens;
    }
  }
  close();
  return parts;
}

/** Pieces of at most maxTokens, cut between words; a single word that is longer is cut between characters. */
function splitLongSentence(
  text: string,
  sentence: Span,
  options: SplitOptions,
): readonly (Span & { readonly tokens: number })[] {
  const count = (span: Span): number => options.countTokens(text.slice(span.start, span.end));
  const whole = count(sentence);
  if (whole <= options.maxTokens) return [{ ...sentence, tokens: whole }];
  const words = wordSpans(text, sentence, options.maxTokens);
  const pieces: (Span & { tokens: number })[] = [];
  let piece: { start: number; end: number; tokens: number } | undefined;
  for (const word of words) {
    const tokens = count(word);
    if (piece && piece.tokens + tokens <= options.maxTokens) {
      piece.end = word.end;
      piece.tokens += tokens;
    } else {
      piece = { ...word, tokens };
      pieces.push(piece);
    }
  }
  return pieces;
}

function wordSpans(text: string, span: Span, maxTokens: number): readonly Span[] {
  const words: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/\S+/g)) {
    const end = span.start + match.index + match[0].length;
    // A token has at least one character, so a slice of maxTokens characters always fits.
    for (let start = span.start + match.index; start < end;) {
      const stop = Math.min(end, start + maxTokens);
      const cut = stop < end && isInsidePair(text, stop) ? stop + 1 : stop;
      words.push({ start, end: cut });
      start = cut;
    }
  }
  return words;
}

/** Whether a cut at `offset` would halve a surrogate pair. */
function isInsidePair(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff;
}

function joinParts(parts: readonly Part[], joinTokens: number): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.section === part.section && last.tokens + part.tokens <= joinTokens) {
      joined[joined.length - 1] = {
        ...last,
        sentences: [...last.sentences, ...part.sentences],
        tokens: last.tokens + part.tokens,
      };
    } else {
      joined.push(part);
    }
  }
  return joined;
}
