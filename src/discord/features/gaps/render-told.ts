import type { Library } from '../../../domain/library.ts';
import type { Answer } from '../../../domain/reply.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { renderExcerpts, verbatimOnly } from '../../messages/render-excerpt.ts';

/** To who waited for it: the quotation, or where to ask for it when the library is not to have it. */
export function renderTold(
  words: Words,
  { question, excerpts }: Answer,
  library: Library,
  channelId: string | undefined,
): MessageView {
  const shown = verbatimOnly(excerpts.slice(0, 1), library);
  const where = channelId === undefined ? '' : `<#${channelId}>`;
  const hint = where === '' ? words('gaps.told') : words('gaps.toldIn', { channel: where });
  return createView(words, 'strong', {
    title: question,
    blocks: [
      textBlock(hint),
      ...(shown.length === 0 ? [textBlock(words('gaps.askAgain'))] : []),
      ...renderExcerpts(words, shown, library, { room: 1500, isNumbered: false, isOpenable: false }),
    ],
  });
}
