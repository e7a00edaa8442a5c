import { findParagraph } from '../../domain/article.ts';
import type { Article } from '../../domain/article.ts';
import { CHOICE_LETTERS, passagesOf, wordsOf } from '../../domain/card.ts';
import type { Card, CardPassage, QuotedWords } from '../../domain/card.ts';
import type { Library } from '../../domain/library.ts';
import { replaceSpans } from '../../study/export/replace-spans.ts';
import { quoteSpan } from '../../text/cite-excerpt.ts';
import type { PlainWordKey } from '../../words/word-keys.ts';
import type { Words } from '../../words/words.ts';
import { escapeMarkdown } from '../messages/escape-markdown.ts';
import { textBlock } from '../messages/message-view.ts';
import type { ViewBlock } from '../messages/message-view.ts';
import { renderExcerpts } from '../messages/render-excerpt.ts';

/** What stands for a word that is asked for; escaped, since underscores are mark-up. */
const BLANK = '\\_'.repeat(6);

const PROMPTS = {
  cloze: 'quiz.cloze',
  speaker: 'quiz.speaker',
  order: 'quiz.order',
  altered: 'quiz.altered',
} as const satisfies Record<Exclude<Card['kind'], 'own'>, PlainWordKey>;

/**
 * Whether everything that the card may show stands in its article letter by letter, each in its paragraph. Asked just
 * before it is sent.
 */
export function cardStands(card: Card, library: Library): boolean {
  const article = library.article(card.quotation.articleId);
  if (!article) return false;
  return wordsOf(card).every((words) => words.articleId === article.id && standsIn(words, article));
}

function standsIn({ start, end, text, paragraph }: QuotedWords, article: Article): boolean {
  const block = findParagraph(article, paragraph);
  const isInside = block !== undefined && block.start <= start && end <= block.end;
  return isInside && article.text.slice(start, end) === text;
}

/**
 * The question that the card asks, as Markdown: the sentence with its blanks, or with the swap in it; for what came
 * first, both sentences with their letters.
 * @param swapped whether the swap is shown, or for `order` the later event first
 */
export function askCard(words: Words, card: Card, swapped: boolean): readonly ViewBlock[] {
  if (card.kind === 'own') return [textBlock(`**${escapeMarkdown(card.question ?? '')}**`)];
  const prompt = textBlock(`**${words(PROMPTS[card.kind])}**`);
  if (card.kind !== 'order') return [prompt, textBlock(sentenceOf(card, swapped))];
  const events = asShown(card, swapped).map(
    (event, at) => `**${CHOICE_LETTERS.charAt(at)}** ${withHoles(event, BLANK)}`,
  );
  return [prompt, ...events.map(textBlock)];
}

function asShown(card: Card, swapped: boolean): readonly CardPassage[] {
  return swapped ? passagesOf(card).toReversed() : passagesOf(card);
}

/** Of two events, which came first and when each was; Markdown. */
export function tellOrder(words: Words, card: Card, swapped: boolean): string {
  return words('quiz.cameFirst', {
    first: CHOICE_LETTERS.charAt(swapped ? 1 : 0),
    date: escapeMarkdown(card.answer.text),
    second: CHOICE_LETTERS.charAt(swapped ? 0 : 1),
    laterDate: escapeMarkdown(card.later?.answer.text ?? ''),
  });
}

/** No quotation, since words are missing or swapped: it is not shown as one. */
function sentenceOf(card: Card, swapped: boolean): string {
  if (card.kind !== 'altered') return withHoles(card, BLANK);
  const { answer, quotation, swap } = card;
  const start = answer.start - quotation.start;
  const blanks = swapped && swap ? [{ start, end: start + answer.text.length }] : [];
  return withHoles({ quotation, blanks }, escapeMarkdown(swap?.text ?? ''));
}

/** @param by what stands in each hole; Markdown */
function withHoles(
  { quotation: { text }, blanks }: Pick<CardPassage, 'quotation' | 'blanks'>,
  by: string,
): string {
  return replaceSpans(text, blanks, () => by, escapeMarkdown);
}

/** The quotation with its citation, the answer in bold; for what came first, both in the order of time. */
export function revealCard(
  words: Words,
  card: Card,
  library: Library,
  { asker }: { readonly asker?: string } = {},
): readonly ViewBlock[] {
  const article = library.article(card.quotation.articleId);
  if (!article) return [];
  const passages = passagesOf(card);
  const excerpts = passages.flatMap(({ quotation, answer }, at) => {
    const isInside = quotation.start <= answer.start && answer.end <= quotation.end;
    const marked = { marker: at + 1, marks: isInside ? [answer] : [] };
    return [
      quoteSpan(article, quotation.paragraph, quotation, marked),
      ...(isInside ? [] : [quoteSpan(article, answer.paragraph, answer)]),
    ];
  });
  const isNumbered = passages.length > 1;
  return renderExcerpts(words, excerpts, library, { room: 1500, isNumbered, isSavable: true, asker });
}
