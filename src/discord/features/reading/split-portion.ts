import { headingOf, paragraphsOf } from '../../../domain/article.ts';
import type { Article, ParagraphBlock } from '../../../domain/article.ts';
import type { Library } from '../../../domain/library.ts';
import type { Portion } from '../../../domain/reading.ts';
import type { Excerpt } from '../../../domain/reply.ts';
import { hashParagraphs, isReadable } from '../../../study/reading/plan-portion.ts';
import { quoteSpan } from '../../../text/cite-excerpt.ts';
import type { Words } from '../../../words/words.ts';
import { blockMarkdown } from '../../messages/block-markdown.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { MessageView, ViewBlock } from '../../messages/message-view.ts';
import { renderExcerpts } from '../../messages/render-excerpt.ts';
import { shortenEscaped, shortenExcerpt } from '../../messages/shorten-text.ts';

/** Characters of one quotation; of a message, both layouts take 4,000 with all that stands around it. */
const ROOM = { quotation: 2200, message: 3600 } as const;
/** Discord: 40 components; a quotation with its source and button takes five. */
const MOST_BLOCKS = 6;

/** The paragraphs of a portion; undefined where they are not what they were when it was planned. */
export function paragraphsIn(
  article: Article | undefined,
  { from, to, hashes }: Portion,
): readonly ParagraphBlock[] | undefined {
  if (!article) return undefined;
  const paragraphs = paragraphsOf(article).filter(
    (paragraph) => isReadable(paragraph) && paragraph.number >= from && paragraph.number <= to,
  );
  const isSame = hashParagraphs(article, paragraphs).join() === hashes.join();
  return isSame ? paragraphs : undefined;
}

/** A message of a portion: what tells it from every other is its first quotation. */
export interface PortionMessage {
  readonly view: MessageView;
  /** A custom_id on it. */
  readonly mark: string;
}

/**
 * The paragraphs as quotations, each checked against the article, over as many messages as they take. A long one is
 * parted at the ends of sentences; together the parts have every character but the white space between them.
 */
export function renderParagraphs(
  words: Words,
  article: Article,
  paragraphs: readonly ParagraphBlock[],
  library: Library,
): readonly PortionMessage[] {
  const messages: ViewBlock[][] = [];
  let heading: string | undefined;
  for (const paragraph of paragraphs) {
    const above = headingOf(article, paragraph);
    const isNew = above !== undefined && above !== heading && above !== article.title;
    heading = above;
    const headed = isNew ? [textBlock(`**${shortenEscaped(above, 200)}**`)] : [];
    splitParagraph(article, paragraph).forEach((excerpt, index) => {
      const quoted = renderExcerpts(words, [excerpt], library, {
        room: ROOM.quotation,
        isNumbered: false,
        isOpenable: false,
        isSavable: true,
      });
      const blocks = index === 0 ? [...headed, ...quoted] : quoted;
      const last = messages.at(-1);
      if (last && fits([...last, ...blocks])) last.push(...blocks);
      else messages.push([...blocks]);
    });
  }
  return messages.map((blocks) => ({ view: createView(words, 'neutral', { blocks }), mark: markOf(blocks) }));
}

/** The paragraph in parts that a quotation has room for. */
function splitParagraph(article: Article, { number, start, end }: ParagraphBlock): readonly Excerpt[] {
  const parts: Excerpt[] = [];
  let at = start;
  while (at < end) {
    const rest = quoteSpan(article, number, { start: at, end });
    const { excerpt } = shortenExcerpt(rest, article, ROOM.quotation);
    parts.push(quoteSpan(article, number, excerpt));
    at = excerpt.end + (/^\s*/u.exec(article.text.slice(excerpt.end, end))?.[0].length ?? 0);
  }
  return parts;
}

function fits(blocks: readonly ViewBlock[]): boolean {
  const length = blocks.reduce((sum, block) => sum + blockMarkdown(block).length + 2, 0);
  return length <= ROOM.message && blocks.filter(({ kind }) => kind === 'quotation').length <= MOST_BLOCKS;
}

function markOf(blocks: readonly ViewBlock[]): string {
  const [button] = blocks.flatMap((block) => (block.kind === 'quotation' ? block.buttons : []));
  return button && 'id' in button && 'custom' in button.id ? button.id.custom : '';
}
