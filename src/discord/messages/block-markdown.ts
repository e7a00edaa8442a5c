import { escapeMarkdown, quoteMarkdown } from './escape-markdown.ts';
import type { QuotationBlock, ViewBlock } from './message-view.ts';

/** A block as Discord's Markdown, for a layout that has nothing else. */
export function blockMarkdown(block: ViewBlock): string {
  switch (block.kind) {
    case 'text':
      return block.markdown;
    case 'quotation':
      // An empty line, so that the source is not taken for a sentence of the article.
      return [
        quotationMarkdown(block),
        ...(block.after === undefined ? [] : ['']),
        ...block.source.map(smallPrint),
      ].join('\n');
  }
}

/** The quoted block between the dimmed sentences around it. */
export function quotationMarkdown({ before, text, bold, after }: QuotationBlock): string {
  return [
    ...(before === undefined ? [] : [dimMarkdown(before)]),
    quoteMarkdown(text, bold),
    ...(after === undefined ? [] : [dimMarkdown(after)]),
  ].join('\n');
}

/** In small print, a line each. */
export function sourceMarkdown({ source }: QuotationBlock): string {
  return source.map(smallPrint).join('\n');
}

/** Discord's subtext: `markdown` is one line, since the mark holds to its end. */
export function smallPrint(markdown: string): string {
  return `-# ${markdown}`;
}

/** The article's own words in small print; taking away `-# ` and backslash escapes gives them again. */
function dimMarkdown(text: string): string {
  return escapeMarkdown(text).split('\n').map(smallPrint).join('\n');
}
