import type { QuotationState } from '../../domain/edition.ts';
import type { Excerpt } from '../../domain/reply.ts';
import { isVerbatim } from '../../domain/library.ts';
import type { Library } from '../../domain/library.ts';
import { findParagraph } from '../../domain/article.ts';
import { shortHash } from '../../text/short-hash.ts';
import type { Words } from '../../words/words.ts';
import type { QuoteRef } from './custom-id.ts';
import { createView, textBlock, withNotice } from './message-view.ts';
import type { MessageView, QuotationBlock } from './message-view.ts';
import { shortenAtWord } from './shorten-text.ts';
import { renderInContext } from './render-paragraph.ts';

/** Characters of each of two quotations; together below a message's 4000. */
const ROOM = 1500;

/**
 * A quotation from an edition that was replaced: what was quoted then, letter by letter, and what has become of it.
 * @returns undefined where no edition has it, or what is there is not what was quoted
 */
export function renderFormerQuotation(
  words: Words,
  state: QuotationState,
  {
    quote,
    library,
    asker,
  }: { readonly quote: QuoteRef; readonly library: Library; readonly asker: string | undefined },
): MessageView | undefined {
  if (state.kind === 'unknown') return undefined;
  const { quoted } = state;
  // The last look before it is sent: the button knows what was shown.
  if (shortHash(quoted.text) !== quote.hash || quoted.text.length > ROOM) return undefined;
  const article = library.article(quoted.articleId);
  const now = state.kind === 'current' ? quoted : state.now;
  const isThere = now !== undefined && isVerbatim(now, article);
  if (state.kind !== 'changed') {
    const paragraph = article && now && findParagraph(article, now.paragraph);
    const view =
      isThere &&
      article &&
      paragraph &&
      renderInContext(words, { article, paragraph, span: now }, library, asker);
    return view ? withNotice(view, words('articles.standsStill')) : undefined;
  }
  return createView(words, 'neutral', {
    title: quoted.citation.title,
    notices: [words('articles.changedSince', { when: words.stamp(new Date(state.replacedAt)) })],
    blocks: [
      textBlock(words('articles.quotedThen')),
      quotationBlock(quoted),
      ...(isThere && now.text.length <= ROOM
        ? [textBlock(words('articles.nowReads')), quotationBlock(now)]
        : [textBlock(words('articles.nothingNow'))]),
    ],
  });
}

function quotationBlock({ text, highlights, paragraph, citation }: Excerpt): QuotationBlock {
  return {
    kind: 'quotation',
    text,
    bold: highlights,
    source: [`${shortenAtWord(citation.marker, 10)} ¶\u{a0}${paragraph}`],
    buttons: [],
  };
}
