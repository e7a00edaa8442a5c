import type { Article } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import { isVerbatim } from '../../domain/library.ts';
import type { Citation, Excerpt } from '../../domain/reply.ts';
import { describeLocator } from '../../text/describe-locator.ts';
import { citationLink } from './citation-link.ts';
import { quoteMarkdown } from './escape-markdown.ts';
import { shortenEscaped, shortenExcerpt } from './shorten-text.ts';
import type { Cut } from './shorten-text.ts';

export interface ShownExcerpt {
  /** The quoted block and its source, for an embed's description. */
  readonly text: string;
  readonly cut: Cut;
}

/** Excerpts that stand in the article letter by letter; the others must not be shown. */
export function verbatimOnly(excerpts: readonly Excerpt[], library: Library): readonly Excerpt[] {
  return excerpts.filter((excerpt) => isVerbatim(excerpt, library.article(excerpt.articleId)));
}

/** Quotation, then `[1]` with title and paragraph and a link. `max`: characters of the quoted block. */
export function renderExcerpt(excerpt: Excerpt, article: Article, max: number): ShownExcerpt {
  const { excerpt: shown, cut } = shortenExcerpt(excerpt, article, max);
  // The last look before it is sent: what is shown is a part of the article, or it is not shown.
  if (!isVerbatim(shown, article)) return { text: NOT_VERBATIM, cut: 'whole' };
  const note = CUT_NOTES[cut];
  const lines = [
    quoteMarkdown(shown.text, shown.highlights),
    citationLine(excerpt.citation, article, shown.text),
  ];
  return { text: [...lines, ...(note === undefined ? [] : [note])].join('\n'), cut };
}

const NOT_VERBATIM = 'A passage was left out: it does not stand in the article as it was found.';

const CUT_NOTES: Readonly<Record<Cut, string | undefined>> = {
  whole: undefined,
  sentence: '-# The passage goes on after this sentence.',
  inside: '-# This sentence is too long to be shown whole here; it goes on.',
};

/** In small print: `**[1]** *Title*, ¶ 7, page 3 · [Read it in the article](…)` */
function citationLine(citation: Citation, article: Article, quotation: string): string {
  const link = citationLink(citation.url ?? article.url, quotation);
  const place = describeLocator(citation.locator);
  const where = place === undefined ? '' : `, ${shortenEscaped(place, 80)}`;
  const source = `-# **${citation.marker}** *${shortenEscaped(citation.title, 120)}*, ¶ ${citation.paragraph}${where}`;
  return link === undefined ? source : `${source} · [Read it in the article](${link})`;
}
