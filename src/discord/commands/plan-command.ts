import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommandInteraction, APIMessage } from 'discord-api-types/v10';
import { findQuotedText } from '../../conversation/quoted-text.ts';
import type { ExchangeMemory } from '../../conversation/exchange-memory.ts';
import type { Library } from '../../domain/library.ts';
import { MAX_QUESTION_CHARACTERS } from '../../domain/question.ts';
import { ASK_ABOUT_THIS, CHECK_THIS_QUOTE, FIND_A_SOURCE, MAX_TERM_CHARACTERS } from './commands.ts';
import { answerQuestion } from '../messages/answer-question.ts';
import type { Answered } from '../messages/answer-question.ts';
import { renderOutline } from '../messages/render-outline.ts';
import { renderQuoteCheck } from '../messages/render-quote-check.ts';
import { renderLookup, renderSourcesOf } from '../messages/render-lookup.ts';
import { noParagraphWord, renderParagraph } from '../messages/render-paragraph.ts';
import { namedArticle, requireArticle } from './find-article.ts';
import { nameArticle } from '../messages/name-article.ts';
import { shortenAtWord } from '../messages/shorten-text.ts';
import { renderHelp } from '../messages/render-help.ts';
import { renderSources } from '../messages/render-sources.ts';
import { inviteUrl } from '../invite-url.ts';
import { withoutMentions } from '../read-event.ts';
import { word } from '../messages/message-view.ts';
import { wordsFor } from '../choose-words.ts';
import type { Voices } from '../choose-words.ts';
import { sendPrivately } from './plan.ts';
import type { Plan } from './plan.ts';

/** What a command may need. */
export interface CommandDesk {
  readonly voices: Voices;
  readonly library: Library;
  readonly memory: ExchangeMemory;
  /** Questions that the articles answer for sure. */
  readonly examples: readonly string[];
  readonly sourceUrl: string | undefined;
  /** Whether Discord shows the bot what is not said to it. */
  readonly messageContent: boolean;
  /** Where the asker does not say. */
  readonly isPrivate: boolean;
}

/** What a slash command or a message menu asks for. */
export async function planCommand(
  interaction: APIApplicationCommandInteraction,
  desk: CommandDesk,
): Promise<Plan> {
  const { voices, library, memory } = desk;
  const words = voices.asker;
  const asker = interaction.member?.user.id ?? interaction.user?.id ?? '';
  const { data } = interaction;
  if (data.type === ApplicationCommandType.ChatInput)
    return planSlash(data.name, optionsOf(data.options), {
      ...desk,
      asker,
      applicationId: interaction.application_id,
    });
  if (data.type !== ApplicationCommandType.Message)
    return sendPrivately(word(words, 'discord.unknownCommand'));
  const message = data.resolved.messages[data.target_id];
  if (data.name === CHECK_THIS_QUOTE)
    return planCheck(findQuotedText(message ? textOf(message) : ''), { voices, library, asker });
  const exchange = message && (await memory.find(message.id));
  if (!exchange && message?.author.id === interaction.application_id)
    return sendPrivately(word(words, 'conversation.exchangeForgotten'));
  const text = exchange?.question ?? (message ? textOf(message) : '');
  if (text === '') return sendPrivately(word(words, 'conversation.emptyMessage'));
  if (data.name === ASK_ABOUT_THIS)
    return question(false, (current) => answerQuestion(voices.everyone, text, current));
  if (data.name !== FIND_A_SOURCE) return sendPrivately(word(words, 'discord.unknownCommand'));
  return question(true, async (current) => ({
    body: renderSourcesOf(words, text, await current.findSources(text, 5), { library: current, asker }),
  }));
}

/** Discord: characters of a thread's name. */
const MAX_THREAD_NAME = 100;

/** Of a command, by their names. */
type Options = ReadonlyMap<string, string | number | boolean>;

function optionsOf(
  options: readonly { readonly name: string; readonly value?: unknown }[] | undefined,
): Options {
  return new Map(
    (options ?? []).flatMap(({ name, value }) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, value]]
        : [],
    ),
  );
}

/** A command needs no memory: it starts a conversation. */
interface SlashDesk extends Omit<CommandDesk, 'memory'> {
  readonly asker: string;
  readonly applicationId: string;
}

/** What a slash command asks for; all but a question is answered from what is in memory. */
export function planSlash(name: string, options: Options, desk: SlashDesk): Plan {
  const { asker, library, voices } = desk;
  const words = voices.asker;
  switch (name) {
    case 'ask':
      return planAsk(options, desk);
    case 'lookup':
      return planLookup(options, desk);
    case 'paragraph':
      return planParagraph(options, desk);
    case 'outline':
      return planOutline(options, desk);
    case 'quote': {
      const hidden = isHidden(options, desk);
      return planCheck(text(options, 'text'), { voices, library, ...(hidden && { asker }) });
    }
    case 'sources':
      return sendPrivately(renderSources(words, library, { asker }));
    case 'help':
      return sendPrivately(renderHelp(words, library, { ...desk, inviteUrl: inviteUrl(desk.applicationId) }));
    default:
      return sendPrivately(word(words, 'discord.unknownCommand'));
  }
}

/** As the asker says, and else as the server has it. */
function isHidden(options: Options, { isPrivate }: SlashDesk): boolean {
  return (options.get('private') ?? isPrivate) === true;
}

function planAsk(options: Options, desk: SlashDesk): Plan {
  const { asker, library, voices } = desk;
  const article = namedArticle(voices.asker, text(options, 'article'), library);
  if (article && 'kind' in article) return article;
  const hidden = isHidden(options, desk);
  const asked = text(options, 'question');
  const plan = question(hidden, (current) =>
    answerQuestion(wordsFor(voices, hidden), asked, current, {
      ...(article && { articleId: article.id }),
      ...(hidden && { asker }),
    }),
  );
  const opens = options.get('thread') === true && !hidden;
  return opens ? { ...plan, threadName: shortenAtWord(asked, MAX_THREAD_NAME) } : plan;
}

function planLookup(options: Options, desk: SlashDesk): Plan {
  const { asker, library, voices } = desk;
  const article = namedArticle(voices.asker, text(options, 'article'), library);
  if (article && 'kind' in article) return article;
  const term = text(options, 'term').slice(0, MAX_TERM_CHARACTERS).toWellFormed();
  if (term === '') return sendPrivately(word(voices.asker, 'lookup.emptyTerm'));
  const hidden = isHidden(options, desk);
  const request = { term, article, ...(hidden && { asker }) };
  return { kind: 'now', private: hidden, body: renderLookup(wordsFor(voices, hidden), request, library) };
}

/** `asker`: set when only they see it. */
function planCheck(
  claim: string,
  { voices, library, asker }: Pick<SlashDesk, 'voices' | 'library'> & { readonly asker?: string },
): Plan {
  if (claim === '') return sendPrivately(word(voices.asker, 'conversation.emptyMessage'));
  const check = library.checkQuote(claim);
  const hidden = asker !== undefined || check.kind === 'short';
  const body = renderQuoteCheck(wordsFor(voices, hidden), claim, check, { library, asker });
  return { kind: 'now', private: hidden, body };
}

function planOutline(options: Options, desk: SlashDesk): Plan {
  const { asker, library, voices } = desk;
  const article = requireArticle(voices.asker, text(options, 'article'), library);
  if ('kind' in article) return article;
  const hidden = isHidden(options, desk);
  const body = renderOutline(wordsFor(voices, hidden), article, library, hidden ? { asker } : {});
  return { kind: 'now', private: hidden, body };
}

function planParagraph(options: Options, { library, voices }: SlashDesk): Plan {
  const article = requireArticle(voices.asker, text(options, 'article'), library);
  if ('kind' in article) return article;
  const number = Number(options.get('number'));
  const view = library.paragraph(article.id, number);
  if (view) return { kind: 'now', private: false, body: renderParagraph(voices.everyone, view, library) };
  const count = library.sources().entries.find((entry) => entry.article.id === article.id)?.paragraphs ?? 0;
  return sendPrivately(noParagraphWord(voices.asker, nameArticle(article, library), number, count));
}

/**
 * What somebody's message says: its text, what it forwards, or its first embed. Only the beginning of a very long one
 * is taken, up to the end of a word.
 */
function textOf(message: Partial<APIMessage>): string {
  const embed = message.embeds?.[0];
  const said = [message.content, message.message_snapshots?.[0]?.message.content, embed?.description];
  const whole = said.map((part) => withoutMentions(part ?? '')).find((part) => part !== '') ?? '';
  if (whole.length <= MAX_QUESTION_CHARACTERS) return whole;
  return whole
    .slice(0, MAX_QUESTION_CHARACTERS)
    .replace(/\s+\S*$/u, '')
    .toWellFormed();
}

function text(options: Options, name: string): string {
  const value = options.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function question(
  hidden: boolean,
  work: (library: Library) => Promise<Answered>,
): Plan & { readonly kind: 'question' } {
  return { kind: 'question', private: hidden, work };
}
