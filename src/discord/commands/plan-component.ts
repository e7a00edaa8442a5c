import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { ExchangeMemory } from '../../conversation/exchange-memory.ts';
import { findQuotation } from '../../conversation/find-quotation.ts';
import type { QuotationState } from '../../domain/edition.ts';
import type { Library } from '../../domain/library.ts';
import { decodeCustomId, decodeQuoteRef } from '../messages/custom-id.ts';
import type { CustomId, QuoteRef } from '../messages/custom-id.ts';
import { word } from '../messages/message-view.ts';
import type { MessageView } from '../messages/message-view.ts';
import { sendPrivately } from './plan.ts';
import type { Plan } from './plan.ts';
import { articleByRef } from '../messages/quote-ref.ts';
import { renderFormerQuotation } from '../messages/render-former-quotation.ts';
import { renderCitation } from '../messages/render-citation.ts';
import { renderLookup } from '../messages/render-lookup.ts';
import { renderInContext, renderParagraph } from '../messages/render-paragraph.ts';
import { renderOutline } from '../messages/render-outline.ts';
import { renderSources } from '../messages/render-sources.ts';
import { renderMore } from '../messages/render-more.ts';
import { renderDetails, renderWhy } from '../messages/render-why.ts';
import { openFollowUp } from './plan-form.ts';
import { planDelete } from './plan-delete.ts';
import { shareAnswer } from './share-answer.ts';
import type { Voices } from '../choose-words.ts';
import type { Words } from '../../words/words.ts';

/** What has become of a quotation, by what is kept of earlier editions; undefined where none is kept. */
export type FormerQuotation = (articleId: string, quote: QuoteRef) => Promise<QuotationState | undefined>;

/** What a button or a select menu asks for: by its custom_id, and for some by what is remembered of its message. */
export async function planComponent(
  voices: Voices,
  interaction: APIMessageComponentInteraction,
  library: Library,
  memory: ExchangeMemory,
  formerQuotation: FormerQuotation,
): Promise<Plan> {
  const { asker: words } = voices;
  const id = decodeCustomId(interaction.data.custom_id);
  if (!id) return sendPrivately(word(words, 'discord.anotherVersion'));
  const user = interaction.member?.user ?? interaction.user;
  if (id.asker !== undefined && id.asker !== user?.id) return sendPrivately(word(words, 'discord.notYours'));
  const former = await planFormer(words, quoteOf(interaction, id.state), {
    library,
    formerQuotation,
    userId: user?.id,
  });
  if (former) return former;
  const { message } = interaction;
  switch (id.state.action) {
    case 'pick':
      return planPick(words, interaction, library, user?.id);
    case 'why': {
      const exchange = await memory.find(message.id);
      return sendPrivately(renderWhy(words, { facts: id.state.facts, exchange, asker: user?.id }, library));
    }
    case 'more':
      return sendPrivately(renderMore(words, await memory.find(message.id), library, user?.id));
    case 'follow':
      return openFollowUp(words, message.id, id.asker, memory);
    case 'delete':
      return planDelete(words, interaction, await memory.find(message.id));
    case 'share': {
      if (id.asker === undefined) return sendPrivately(word(words, 'discord.anotherVersion'));
      const name = user?.global_name ?? user?.username;
      return shareAnswer(voices, await memory.find(message.id), { library, asker: id.asker, name });
    }
    default:
      return planButton(id.state, { voices, library, asker: id.asker, userId: user?.id });
  }
}

/** The quotation that is to be opened or cited. */
function quoteOf({ data }: APIMessageComponentInteraction, state: CustomId['state']): QuoteRef | undefined {
  if (state.action === 'pick') return decodeQuoteRef(('values' in data ? data.values[0] : undefined) ?? '');
  return 'quote' in state ? state.quote : undefined;
}

interface Former {
  readonly library: Library;
  readonly formerQuotation: FormerQuotation;
  readonly userId: string | undefined;
}

/** Of a quotation that the present edition of its article does not have any more. */
async function planFormer(
  words: Words,
  quote: QuoteRef | undefined,
  { library, formerQuotation, userId }: Former,
): Promise<Plan | undefined> {
  const article = quote && articleByRef(library, quote.article);
  if (!article || findQuotation(library, article, quote)) return undefined;
  const state = await formerQuotation(article.id, quote);
  const view = state && renderFormerQuotation(words, state, { quote, library, asker: userId });
  return view && sendPrivately(view);
}

interface Press {
  readonly voices: Voices;
  readonly library: Library;
  /** Set when only they may press it. */
  readonly asker: string | undefined;
  readonly userId: string | undefined;
}

type Opener = Exclude<
  CustomId['state'],
  { readonly action: 'pick' | 'why' | 'more' | 'follow' | 'delete' | 'share' }
>;

/** What a button asks for that knows all of it itself. */
export function planButton(state: Opener, { voices, library, asker, userId }: Press): Plan {
  const words = voices.asker;
  /** Of the message that the button is on. */
  const own = asker === undefined ? voices.everyone : words;
  switch (state.action) {
    case 'context':
    case 'whole':
      return sendPrivately(openQuote(words, library, state.quote, userId));
    case 'cite':
      return planCitation(words, state, { library, userId, isOpen: asker !== undefined });
    case 'details':
      return { kind: 'update', body: renderDetails(own, state.facts) };
    case 'page': {
      const { term, page, article: ref } = state;
      const article = ref === undefined ? undefined : articleByRef(library, ref);
      if (ref !== undefined && !article) return sendPrivately(word(words, 'discord.unknownArticle'));
      return { kind: 'update', body: renderLookup(own, { term, page, article, asker }, library) };
    }
    case 'sources':
      return { kind: 'update', body: renderSources(own, library, { page: state.page, asker }) };
    case 'outline': {
      const article = articleByRef(library, state.article);
      if (!article) return sendPrivately(word(words, 'discord.unknownArticle'));
      return { kind: 'update', body: renderOutline(own, article, library, { page: state.page, asker }) };
    }
    case 'paragraph':
      return turnTo(state, undefined);
    case 'part':
      return turnTo(state, state.from);
  }

  function turnTo(
    { article: ref, number }: { article: string; number: number },
    from: number | undefined,
  ): Plan {
    const article = articleByRef(library, ref);
    const view = article && library.paragraph(article.id, number);
    const outside = view && from !== undefined && (from < view.paragraph.start || from >= view.paragraph.end);
    if (!view || outside) return sendPrivately(word(words, 'conversation.gone'));
    const options = { ...(from !== undefined && { from }), ...(asker !== undefined && { asker }) };
    return { kind: 'update', body: renderParagraph(own, view, library, options) };
  }
}

/** The first press opens it; those inside are its reader's own, and change it. */
function planCitation(
  words: Words,
  { quote, style }: CustomId['state'] & { readonly action: 'cite' },
  {
    library,
    userId,
    isOpen,
  }: { readonly library: Library; readonly userId: string | undefined; readonly isOpen: boolean },
): Plan {
  const found = findQuotation(library, articleByRef(library, quote.article), quote);
  if (!found) return sendPrivately(word(words, 'conversation.gone'));
  const { article, paragraph } = found;
  const cited = { article, paragraph: paragraph.number, locator: paragraph.locator, read: new Date() };
  const body = renderCitation({ words, cited, style, quote, asker: userId });
  return isOpen ? { kind: 'update', body } : sendPrivately(body);
}

function planPick(
  words: Words,
  interaction: APIMessageComponentInteraction,
  library: Library,
  userId: string | undefined,
): Plan {
  const value = 'values' in interaction.data ? interaction.data.values[0] : undefined;
  const quote = value === undefined ? undefined : decodeQuoteRef(value);
  if (!quote) return sendPrivately(word(words, 'discord.anotherVersion'));
  return sendPrivately(openQuote(words, library, quote, userId));
}

function openQuote(words: Words, library: Library, quote: QuoteRef, userId: string | undefined): MessageView {
  const found = findQuotation(library, articleByRef(library, quote.article), quote);
  const body = found && renderInContext(words, found, library, userId);
  return body ?? word(words, 'conversation.gone');
}
