import { MessageType } from 'discord-api-types/v10';
import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { answerQuestion } from '../conversation/answer-question.ts';
import { missingPermissions } from '../conversation/check-permissions.ts';
import type { MessageBody } from '../conversation/message-body.ts';
import { followUpContext } from '../conversation/read-message.ts';
import { cooldownWord, missingPermissionsWord, word } from '../conversation/words.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';

/** Shown when a private word cannot be given otherwise. */
const WAIT = '⏳';
const NO_ENTRY = '🚫';

export async function handleMessage(
  message: GatewayMessageCreateDispatchData,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const self = context.selfId();
  if (self === undefined || !isForBot(message, self)) return;
  const referenced = await referencedMessage(message, context);
  const toAnswer = referenced?.author.id === self;
  if (!isAddressed(message, self, toAnswer)) return;
  if (!(await mayAnswer(message, context))) return;
  const question = questionIn(message, self, toAnswer ? undefined : referenced);
  const to = { channelId: message.channel_id, messageId: message.id };
  if (context.stopping()) return whisper(message, word('restarting'), WAIT, context);
  if (question === '') {
    await context.channels.reply(to, hint(message, self), log);
    return;
  }
  const wait = context.cooldown(message.author.id);
  if (wait > 0) return whisper(message, cooldownWord(wait), WAIT, context);
  const earlier = toAnswer ? followUpContext(referenced) : undefined;
  enqueue(
    message,
    (library) => answerQuestion(question, library, earlier === undefined ? {} : { context: earlier }),
    context,
    log,
  );
}

function enqueue(
  message: GatewayMessageCreateDispatchData,
  work: (library: ReturnType<BotContext['getLibrary']>) => Promise<MessageBody>,
  context: BotContext,
  log: Logger,
): void {
  const stopTyping = context.channels.startTyping(message.channel_id);
  let settled = false;
  const finish = async (body: MessageBody) => {
    if (settled) return;
    settled = true;
    stopTyping();
    const to = { channelId: message.channel_id, messageId: message.id };
    const failure = await context.channels.reply(to, body, log);
    if (failure === 'forbidden') {
      await whisper(
        message,
        missingPermissionsWord(['Send Messages'], message.channel_id),
        NO_ENTRY,
        context,
      );
    }
  };
  const taken = context.queue.push({
    run: async () => {
      const started = context.clock();
      try {
        await finish(await work(context.getLibrary()));
        log.info({ milliseconds: Math.round(context.clock() - started) }, 'answered');
      } catch (error) {
        log.error({ error: describeError(error) }, 'a question failed');
        await finish(word('failed'));
      }
    },
    abandon: () => finish(word('stopped')),
  });
  if (taken) return;
  settled = true;
  stopTyping();
  void whisper(message, word(context.stopping() ? 'restarting' : 'queueFull'), WAIT, context);
}

/** A person's ordinary message or reply; @everyone does not count as a mention of the bot. */
function isForBot(message: GatewayMessageCreateDispatchData, self: string): boolean {
  if (message.author.bot || message.webhook_id !== undefined || message.author.id === self) return false;
  return message.type === MessageType.Default || message.type === MessageType.Reply;
}

function isAddressed(message: GatewayMessageCreateDispatchData, self: string, toAnswer: boolean): boolean {
  if (message.guild_id === undefined || toAnswer) return true;
  return message.mentions.some((user) => user.id === self) && mentionOf(self).test(message.content);
}

/** The message that is replied to; Discord mostly sends it along. */
async function referencedMessage(
  message: GatewayMessageCreateDispatchData,
  context: BotContext,
): Promise<APIMessage | undefined> {
  if (message.type !== MessageType.Reply) return undefined;
  if (message.referenced_message !== undefined) return message.referenced_message ?? undefined;
  const reference = message.message_reference;
  if (reference?.message_id === undefined) return undefined;
  return context.channels.fetchMessage(reference.channel_id, reference.message_id);
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

function hint(message: GatewayMessageCreateDispatchData, self: string): MessageBody {
  const body = word('emptyMention');
  return {
    ...body,
    content: (body.content ?? '').replace('@me ', message.guild_id === undefined ? '' : `<@${self}> `),
  };
}

async function mayAnswer(message: GatewayMessageCreateDispatchData, context: BotContext): Promise<boolean> {
  if (message.guild_id === undefined) return true;
  const permissions = context.permissionsIn(message.channel_id);
  if (!permissions) return true;
  const missing = missingPermissions(permissions.field, { thread: permissions.thread, reply: true });
  if (missing.length === 0) return true;
  await whisper(message, missingPermissionsWord(missing, message.channel_id), NO_ENTRY, context);
  return false;
}

/** In private, because nobody else is concerned; when direct messages are closed, a sign under the message. */
async function whisper(
  message: GatewayMessageCreateDispatchData,
  body: MessageBody,
  sign: string,
  { channels }: BotContext,
): Promise<void> {
  if (await channels.whisper(message.author.id, body)) return;
  await channels.react(message.channel_id, message.id, sign);
}
