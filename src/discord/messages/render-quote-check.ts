import type { Library } from '../../domain/library.ts';
import type { QuoteChange, QuoteCheck } from '../../domain/quote-check.ts';
import type { Excerpt } from '../../domain/reply.ts';
import { smallPrint } from './block-markdown.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView, Tone, ViewBlock } from './message-view.ts';
import { renderExcerpts, verbatimOnly } from './render-excerpt.ts';
import { shortenEscaped } from './shorten-text.ts';
import { word } from './words.ts';

/** Changes that are spelled out; the words in bold show the others. */
const SPELLED_OUT = 5;

/** Whether a quotation is exact, altered, or not in the articles. `asker`: set when only they see it. */
export function renderQuoteCheck(
  claim: string,
  check: QuoteCheck,
  { library, asker }: { readonly library: Library; readonly asker?: string | undefined },
): MessageView {
  switch (check.kind) {
    case 'short':
      return word('quoteTooShort');
    case 'absent': {
      const several = library.sources().entries.length > 1;
      return show('silent', [textBlock(`**Not in the ${several ? 'articles' : 'article'}.**`)]);
    }
    case 'exact':
      return show('strong', [
        textBlock(`**Exact.** It stands there word for word${check.marksDiffer ? EXCEPT_MARKS : '.'}`),
        ...quoted(check.excerpt),
      ]);
    case 'altered':
      return show('weak', [
        textBlock('**Altered.** The article says it with other words, here in bold:'),
        ...quoted(check.excerpt),
        textBlock(check.changes.slice(0, SPELLED_OUT).map(changeLine).join('\n')),
        ...(check.changes.length > SPELLED_OUT ? [textBlock(smallPrint('… and more.'))] : []),
      ]);
  }

  function show(tone: Tone, blocks: readonly ViewBlock[]): MessageView {
    return createView(tone, { title: claim, blocks });
  }

  function quoted(excerpt: Excerpt): readonly ViewBlock[] {
    const shown = verbatimOnly([excerpt], library);
    return renderExcerpts(shown, library, { room: 1400, neighbourRoom: 300, isNumbered: false, asker });
  }
}

const EXCEPT_MARKS = '; only its punctuation differs.';

function changeLine({ claimed, actual }: QuoteChange): string {
  const [yours, theirs] = [claimed, actual].map((words) => `“${shortenEscaped(words, 120)}”`);
  if (actual === '') return `Put in: ${yours ?? ''}`;
  if (claimed === '') return `Left out: ${theirs ?? ''}`;
  return `${yours ?? ''} should be ${theirs ?? ''}`;
}
