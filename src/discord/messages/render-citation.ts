import { CITATION_STYLES, formatCitation } from '../../conversation/format-citation.ts';
import type { CitationStyle, Cited } from '../../conversation/format-citation.ts';
import type { Words } from '../../words/words.ts';
import { ownedBy } from './custom-id.ts';
import type { QuoteRef } from './custom-id.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { shortenAtWord } from './shorten-text.ts';

/** Names of their own, in every language. */
const LABELS: Readonly<Record<Exclude<CitationStyle, 'plain'>, string>> = {
  markdown: 'Markdown',
  apa: 'APA',
  mla: 'MLA',
  bibtex: 'BibTeX',
};

export interface CitationRequest {
  readonly words: Words;
  readonly cited: Cited;
  readonly style: CitationStyle;
  readonly quote: QuoteRef;
  readonly asker: string | undefined;
}

/** A line to copy, with a button for each other style. */
export function renderCitation({ words, cited, style, quote, asker }: CitationRequest): MessageView {
  const { article } = cited;
  const short = {
    ...cited,
    article: {
      ...article,
      title: shortenAtWord(article.title, 300),
      ...(article.author !== undefined && { author: shortenAtWord(article.author, 300) }),
      ...(article.published !== undefined && { published: shortenAtWord(article.published, 60) }),
      ...(article.url !== undefined && { url: article.url.slice(0, 600) }),
    },
  };
  return createView(words, 'neutral', {
    title: words('lookup.citation', { style: labelOf(words, style) }),
    blocks: [textBlock(`\`\`\`\n${unfenced(formatCitation(words, short, style))}\n\`\`\``)],
    buttons: CITATION_STYLES.map((other) => ({
      label: labelOf(words, other),
      id: ownedBy(asker, { action: 'cite', quote, style: other }),
      disabled: other === style,
    })),
  });
}

function labelOf(words: Words, style: CitationStyle): string {
  return style === 'plain' ? words('lookup.citationPlain') : LABELS[style];
}

/** A backtick could end the block that is copied from. */
function unfenced(text: string): string {
  return text.replaceAll('`', '’');
}
