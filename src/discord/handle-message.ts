import { MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { contextAfter } from '../conversation/follow-up.ts';
import { answerQuestion } from './messages/answer-question.ts';
import { missingPermissions } from './check-permissions.ts';
import { wordMessage } from './messages/message-view.ts';
import type { MessageView } from './messages/message-view.ts';
import { cooldownWord, missingPermissionsWord, word, WORDS } from './messages/words.ts';
import { askInTurn } from './ask-in-turn.ts';
import type { QuestionJob } from './ask-in-turn.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';

/** Shown when a private word cannot be given otherwise. */
const WAIT = '⏳';
const NO_ENTRY = '🚫';

export async function handleMessage(
  message: GatewayMessageCreateDispatchData,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const self = context.self()?.userId;
  if (self === undefined || !isForBot(message, self)) return;
  const referenced = await referencedMessage(message, context);
  const toAnswer = referenced?.author.id === self;
  if (!isAddressed(message, self, toAnswer)) return;
  if (!(await mayAnswer(message, context))) return;
  const question = questionIn(message, self, toAnswer ? undefined : referenced);
  const to = { channelId: message.channel_id, messageId: message.id };
  if (context.stopping()) return sendPrivately(message, word('restarting'), WAIT, context);
  const wait = context.cooldown(message.author.id);
  if (wait > 0) return sendPrivately(message, cooldownWord(wait), WAIT, context);
  if (question === '') {
    const hintName =
      isMentioned(message, self) || message.guild_id === undefined ? 'emptyMention' : 'unreadReply';
    await context.channels.reply(to, hint(hintName, message, self), log);
    return;
  }
  const earlier = toAnswer ? await context.memory.find(referenced.id) : undefined;
  const work: QuestionJob['work'] = (library) =>
    answerQuestion(question, library, {
      ...(earlier && { context: contextAfter(earlier) }),
      ...(toAnswer && !earlier && { isContextForgotten: true }),
    });
  const asking = {
    channelId: message.channel_id,
    ...(message.guild_id !== undefined && { serverId: message.guild_id }),
    askerId: message.author.id,
    questionId: message.id,
    ...(earlier && { follows: earlier.id }),
    isPrivate: false,
  };
  await answerInTurn(message, { asking, work }, context, log);
}

async function answerInTurn(
  message: GatewayMessageCreateDispatchData,
  { asking, work }: Pick<QuestionJob, 'asking' | 'work'>,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const stopTyping = context.channels.startTyping(message.channel_id);
  const to = { channelId: message.channel_id, messageId: message.id };
  try {
    await askInTurn(
      {
        asking,
        work,
        async deliver(body) {
          stopTyping();
          const sent = await context.channels.reply(to, body, log);
          if ('id' in sent) return sent.id;
          if (sent.failure !== 'forbidden') return undefined;
          const lacking = missingPermissionsWord(['Send Messages'], message.channel_id);
          await sendPrivately(message, lacking, NO_ENTRY, context);
          return undefined;
        },
        refuse: (body) => sendPrivately(message, body, WAIT, context),
      },
      context,
      log,
    );
  } finally {
    stopTyping();
  }
}

/** A person's ordinary message or reply; @everyone does not count as a mention of the bot. */
function isForBot(message: GatewayMessageCreateDispatchData, self: string): boolean {
  if (message.author.bot || message.webhook_id !== undefined || message.author.id === self) return false;
  return message.type === MessageType.Default || message.type === MessageType.Reply;
}

function isAddressed(message: GatewayMessageCreateDispatchData, self: string, toAnswer: boolean): boolean {
  if (message.guild_id === undefined || toAnswer) return true;
  return isMentioned(message, self) && mentionOf(self).test(message.content);
}

/** A reply that pings counts, whatever its text; so Discord shows its content. */
function isMentioned(message: GatewayMessageCreateDispatchData, self: string): boolean {
  return message.mentions.some((user) => user.id === self);
}

/** The message that is replied to; Discord mostly sends it along. */
async function referencedMessage(
  message: GatewayMessageCreateDispatchData,
  context: BotContext,
): Promise<APIMessage | undefined> {
  if (message.referenced_message) return message.referenced_message;
  const reference = message.message_reference;
  const isReply = message.type === MessageType.Reply && reference?.type !== MessageReferenceType.Forward;
  // Null: it was deleted.
  if (!isReply || message.referenced_message === null || reference?.message_id === undefined)
    return undefined;
  return context.channels.fetchMessage(message.channel_id, reference.message_id);
}

/** What is asked, without the mention; a bare mention under somebody's message asks about that message. */
function questionIn(
  message: GatewayMessageCreateDispatchData,
  self: string,
  about: APIMessage | undefined,
): string {
  const own = message.content.replaceAll(mentionOf(self, 'g'), ' ').trim();
  return own === '' && about && !about.author.bot ? about.content.trim() : own;
}

function mentionOf(self: string, flags = ''): RegExp {
  return new RegExp(`<@!?${self}>`, flags);
}

function hint(
  name: 'emptyMention' | 'unreadReply',
  message: GatewayMessageCreateDispatchData,
  self: string,
): MessageView {
  const me = message.guild_id === undefined ? '' : `<@${self}> `;
  return wordMessage(WORDS[name].replaceAll('@me ', me));
}

async function mayAnswer(message: GatewayMessageCreateDispatchData, context: BotContext): Promise<boolean> {
  if (message.guild_id === undefined) return true;
  const permissions = context.permissionsIn(message.channel_id);
  if (!permissions) return true;
  const missing = missingPermissions(permissions.field, {
    thread: permissions.thread,
    reply: true,
    layout: context.layout,
  });
  if (missing.length === 0) return true;
  await sendPrivately(message, missingPermissionsWord(missing, message.channel_id), NO_ENTRY, context);
  return false;
}

/** In private, because nobody else is concerned; when direct messages are closed, a sign under the message. */
async function sendPrivately(
  message: GatewayMessageCreateDispatchData,
  body: MessageView,
  sign: string,
  { channels }: BotContext,
): Promise<void> {
  if (await channels.sendPrivately(message.author.id, body)) return;
  await channels.react(message.channel_id, message.id, sign);
}
