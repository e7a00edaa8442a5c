import type { Library } from '../../domain/library.ts';
import type { QuoteChange, QuoteCheck } from '../../domain/quote-check.ts';
import type { Excerpt } from '../../domain/reply.ts';
import { smallPrint } from './block-markdown.ts';
import type { Words } from '../../words/words.ts';
import { createView, textBlock, word } from './message-view.ts';
import type { MessageView, Tone, ViewBlock } from './message-view.ts';
import { renderExcerpts, verbatimOnly } from './render-excerpt.ts';
import { shortenEscaped } from './shorten-text.ts';

/** Changes that are spelled out; the words in bold show the others. */
const SPELLED_OUT = 5;

/** Whether a quotation is exact, altered, or not in the articles. `asker`: set when only they see it. */
export function renderQuoteCheck(
  words: Words,
  claim: string,
  check: QuoteCheck,
  { library, asker }: { readonly library: Library; readonly asker?: string | undefined },
): MessageView {
  switch (check.kind) {
    case 'short':
      return word(words, 'lookup.quoteTooShort');
    case 'absent': {
      const several = library.sources().entries.length > 1;
      return show('silent', [
        textBlock(words(several ? 'lookup.quoteAbsentInSeveral' : 'lookup.quoteAbsent')),
      ]);
    }
    case 'exact':
      return show('strong', [
        textBlock(words(check.marksDiffer ? 'lookup.quoteExactButMarks' : 'lookup.quoteExact')),
        ...quoted(check.excerpt),
      ]);
    case 'altered':
      return show('weak', [
        textBlock(words('lookup.quoteAltered')),
        ...quoted(check.excerpt),
        textBlock(
          check.changes
            .slice(0, SPELLED_OUT)
            .map((change) => changeLine(words, change))
            .join('\n'),
        ),
        ...(check.changes.length > SPELLED_OUT ? [textBlock(smallPrint(words('lookup.quoteMore')))] : []),
      ]);
  }

  function show(tone: Tone, blocks: readonly ViewBlock[]): MessageView {
    return createView(words, tone, { title: claim, blocks });
  }

  function quoted(excerpt: Excerpt): readonly ViewBlock[] {
    const shown = verbatimOnly([excerpt], library);
    return renderExcerpts(words, shown, library, {
      room: 1400,
      neighbourRoom: 300,
      isNumbered: false,
      asker,
    });
  }
}

function changeLine(words: Words, change: QuoteChange): string {
  const claimed = shortenEscaped(change.claimed, 120);
  const actual = shortenEscaped(change.actual, 120);
  if (actual === '') return words('lookup.quotePutIn', { claimed });
  if (claimed === '') return words('lookup.quoteLeftOut', { actual });
  return words('lookup.quoteChanged', { claimed, actual });
}
