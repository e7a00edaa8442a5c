import { findParagraph } from '../../domain/article.ts';
import type { Article } from '../../domain/article.ts';
import type { Card, QuotedWords } from '../../domain/card.ts';
import type { Library } from '../../domain/library.ts';
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
  const shown = [card.quotation, card.answer, ...card.distractors, ...(card.swap ? [card.swap] : [])];
  return shown.every((words) => words.articleId === article.id && standsIn(words, article));
}

function standsIn({ start, end, text, paragraph }: QuotedWords, article: Article): boolean {
  const block = findParagraph(article, paragraph);
  const isInside = block !== undefined && block.start <= start && end <= block.end;
  return isInside && article.text.slice(start, end) === text;
}

/** The question that the card asks, as Markdown: the sentence with its blanks, or with the swap in it. */
export function askCard(words: Words, card: Card, swapped: boolean): readonly ViewBlock[] {
  if (card.kind === 'own') return [textBlock(`**${escapeMarkdown(card.question ?? '')}**`)];
  const prompt = textBlock(`**${words(PROMPTS[card.kind])}**`);
  return card.kind === 'order' ? [prompt] : [prompt, textBlock(sentenceOf(card, swapped))];
}

/** No quotation, since words are missing or swapped: it is not shown as one. */
function sentenceOf(card: Card, swapped: boolean): string {
  const { quotation, answer, blanks, swap, kind } = card;
  const offset = answer.start - quotation.start;
  const holes =
    kind !== 'altered'
      ? blanks.map((span) => ({ ...span, by: BLANK }))
      : swapped && swap
        ? [{ start: offset, end: offset + answer.text.length, by: escapeMarkdown(swap.text) }]
        : [];
  let shown = '';
  let at = 0;
  for (const { start, end, by } of holes) {
    shown += escapeMarkdown(quotation.text.slice(at, start)) + by;
    at = end;
  }
  return shown + escapeMarkdown(quotation.text.slice(at));
}

/** The quotation with its citation, the answer in bold; for what came first, the sentence that did. */
export function revealCard(
  words: Words,
  card: Card,
  library: Library,
  { asker }: { readonly asker?: string } = {},
): readonly ViewBlock[] {
  const { quotation, answer } = card;
  const article = library.article(quotation.articleId);
  if (!article) return [];
  const isInside = quotation.start <= answer.start && answer.end <= quotation.end;
  const excerpts = [
    ...(card.kind === 'order'
      ? []
      : [quoteSpan(article, quotation.paragraph, quotation, { marks: isInside ? [answer] : [] })]),
    ...(isInside ? [] : [quoteSpan(article, answer.paragraph, answer)]),
  ];
  return renderExcerpts(words, excerpts, library, { room: 1500, isNumbered: false, asker });
}
