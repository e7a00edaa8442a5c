import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Library } from '../../domain/library.ts';
import { decodeCustomId, decodeQuoteRef } from '../messages/custom-id.ts';
import type { CustomId, QuoteRef } from '../messages/custom-id.ts';
import { NO_PINGS } from '../messages/message-body.ts';
import type { MessageBody } from '../messages/message-body.ts';
import type { Plan } from './plan.ts';
import { articleByRef, findQuote } from '../messages/quote-ref.ts';
import { shownQuotations } from '../messages/read-message.ts';
import type { ShownMessage } from '../messages/read-message.ts';
import { renderLookup } from '../messages/render-lookup.ts';
import { renderInContext, renderParagraph } from '../messages/render-paragraph.ts';
import { renderWhy } from '../messages/render-why.ts';
import { shareAnswer } from './share-answer.ts';
import { word } from '../messages/words.ts';

/** What a button or a select menu asks for; everything it needs is in its custom_id and its message. */
export function planComponent(interaction: APIMessageComponentInteraction, library: Library): Plan {
  const id = decodeCustomId(interaction.data.custom_id);
  if (!id) return sendPrivately(word('anotherVersion'));
  const user = interaction.member?.user ?? interaction.user;
  if (id.asker !== undefined && id.asker !== user?.id) return sendPrivately(word('notYours'));
  const { message } = interaction;
  if (id.state.action === 'pick') return planPick(interaction, library, user?.id);
  const name = user?.global_name ?? user?.username ?? 'somebody';
  return planButton(id, { message, library, name, userId: user?.id });
}

interface Press {
  readonly message: ShownMessage;
  readonly library: Library;
  /** Of who pressed. */
  readonly name: string;
  readonly userId: string | undefined;
}

function planButton({ state, asker }: CustomId, { message, library, name, userId }: Press): Plan {
  switch (state.action) {
    case 'context':
      return sendPrivately(openQuote(library, state.quote, { message, position: 0, userId }));
    case 'whole':
      return sendPrivately(openQuote(library, state.quote, { message, position: state.position, userId }));
    case 'why':
      return sendPrivately(renderWhy(state.facts, message));
    case 'share':
      return asker === undefined
        ? sendPrivately(word('anotherVersion'))
        : shareAnswer(message, library, name);
    case 'page':
      return { kind: 'update', body: renderLookup(state.term, state.page, library) };
    case 'paragraph':
      return turnTo(state, undefined);
    case 'part':
      return turnTo(state, state.from);
    case 'pick':
      return sendPrivately(word('anotherVersion'));
  }

  function turnTo(
    { article: ref, number }: { article: string; number: number },
    from: number | undefined,
  ): Plan {
    const article = articleByRef(library, ref);
    const view = article && library.paragraph(article.id, number);
    const outside = view && from !== undefined && (from < view.paragraph.start || from >= view.paragraph.end);
    if (!view || outside) return sendPrivately(word('gone'));
    const options = { ...(from !== undefined && { from }), ...(asker !== undefined && { asker }) };
    return { kind: 'update', body: renderParagraph(view, options) };
  }
}

function planPick(
  interaction: APIMessageComponentInteraction,
  library: Library,
  userId: string | undefined,
): Plan {
  const value = 'values' in interaction.data ? interaction.data.values[0] : undefined;
  const quote = value === undefined ? undefined : decodeQuoteRef(value);
  if (!quote) return sendPrivately(word('anotherVersion'));
  return sendPrivately(openQuote(library, quote, { message: undefined, position: 0, userId }));
}

interface Opening {
  /** The message that still shows the quotation; a menu shows only its beginning. */
  readonly message: ShownMessage | undefined;
  readonly position: number;
  readonly userId: string | undefined;
}

function openQuote(library: Library, quote: QuoteRef, { message, position, userId }: Opening): MessageBody {
  const shown = message && shownQuotations(message)[position];
  const found = findQuote(library, quote, shown);
  const body = found && renderInContext(found, library, userId);
  return body ?? word('gone');
}

function sendPrivately(body: MessageBody): Plan {
  return { kind: 'now', private: true, body: { ...body, allowed_mentions: NO_PINGS } };
}
