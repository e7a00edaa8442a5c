import type { Article, Block, Locator, ParagraphRole } from '../domain/article.ts';
import { splitSentences } from '../text/split-sentences.ts';

/** A block before it has a place in the text. */
export interface DraftBlock {
  readonly kind: 'heading' | 'paragraph';
  /** 1 to 6; headings only. */
  readonly level?: number;
  readonly text: string;
  /** Paragraphs only; absent for prose. */
  readonly role?: ParagraphRole;
  readonly locator?: Locator;
}

/** What is known of an article beside its text. */
export type ArticleMetadata = Omit<Article, 'text' | 'blocks'>;

/** Joins the blocks by a blank line; each block's offsets name exactly its text. */
export function buildArticle(metadata: ArticleMetadata, drafts: readonly DraftBlock[]): Article {
  const blocks: Block[] = [];
  let text = '';
  let paragraphs = 0;
  let heading: number | undefined;
  for (const draft of drafts) {
    if (draft.text.trim() === '') continue;
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += draft.text;
    const end = text.length;
    if (draft.kind === 'heading') {
      heading = blocks.length;
      blocks.push({ kind: 'heading', level: draft.level ?? 1, start, end });
      continue;
    }
    paragraphs += 1;
    const sentences = splitSentences(draft.text).map((span) => ({
      start: start + span.start,
      end: start + span.end,
    }));
    blocks.push({
      kind: 'paragraph',
      number: paragraphs,
      start,
      end,
      sentences,
      ...(heading === undefined ? {} : { heading }),
      ...(draft.role === undefined ? {} : { role: draft.role }),
      ...(draft.locator === undefined ? {} : { locator: draft.locator }),
    });
  }
  return { ...metadata, text, blocks };
}
