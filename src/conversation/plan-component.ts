import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Library } from '../domain/library.ts';
import { decodeCustomId, decodeQuoteRef } from './custom-id.ts';
import type { ButtonState, QuoteRef } from './custom-id.ts';
import { COLOURS, embedMessage, NO_PINGS } from './message-body.ts';
import type { MessageBody } from './message-body.ts';
import type { Plan } from './plan.ts';
import { articleByRef, findQuote } from './quote-ref.ts';
import { shownQuotations } from './read-message.ts';
import type { ShownMessage } from './read-message.ts';
import { renderLookup } from './render-lookup.ts';
import { renderInContext, renderParagraph } from './render-paragraph.ts';
import { renderWhy } from './render-why.ts';
import { shareAnswer } from './share-answer.ts';
import { WORDS, word } from './words.ts';

/** What a button or a select menu asks for; everything it needs is in its custom_id and its message. */
export function planComponent(interaction: APIMessageComponentInteraction, library: Library): Plan {
  const id = decodeCustomId(interaction.data.custom_id);
  if (!id) return whisper(word('anotherVersion'));
  const user = interaction.member?.user ?? interaction.user;
  if (id.asker !== undefined && id.asker !== user?.id) return whisper(word('notYours'));
  if (id.state.action === 'pick') return planPick(interaction, library);
  const name = user?.global_name ?? user?.username ?? 'somebody';
  return planButton(id.state, interaction.message, library, { name, owned: id.asker !== undefined });
}

interface Presser {
  readonly name: string;
  /** Whether the button says whose it is. */
  readonly owned: boolean;
}

function planButton(
  state: Exclude<ButtonState, { action: 'pick' }>,
  message: ShownMessage,
  library: Library,
  presser: Presser,
): Plan {
  switch (state.action) {
    case 'context':
    case 'whole':
      return whisper(openQuote(library, state.quote, message));
    case 'why':
      return whisper(renderWhy(state.facts, message));
    case 'share':
      return presser.owned ? shareAnswer(message, library, presser.name) : whisper(word('anotherVersion'));
    case 'page':
      return { kind: 'update', body: renderLookup(state.term, state.page, library) };
    case 'paragraph': {
      const article = articleByRef(library, state.article);
      const view = article && library.paragraph(article.id, state.number);
      return view ? { kind: 'update', body: renderParagraph(view) } : whisper(word('gone'));
    }
  }
}

function planPick(interaction: APIMessageComponentInteraction, library: Library): Plan {
  const value = 'values' in interaction.data ? interaction.data.values[0] : undefined;
  const quote = value === undefined ? undefined : decodeQuoteRef(value);
  return quote ? whisper(openQuote(library, quote, undefined)) : whisper(word('anotherVersion'));
}

function openQuote(library: Library, quote: QuoteRef, message: ShownMessage | undefined): MessageBody {
  const shown = message && shownQuotations(message)[0];
  const found = findQuote(library, quote, shown);
  const body = found && renderInContext(found, library);
  if (body) return body;
  return message ? word('gone') : embedMessage({ color: COLOURS.silent, description: WORDS.gone });
}

function whisper(body: MessageBody): Plan {
  return { kind: 'now', private: true, body: { ...body, allowed_mentions: NO_PINGS } };
}
