import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { contextAfter } from '../conversation/follow-up.ts';
import { recogniseIntent } from '../conversation/recognise-intent.ts';
import type { Chatter } from '../conversation/recognise-chatter.ts';
import { answerQuestion } from './messages/answer-question.ts';
import { answerMessage } from './answer-message.ts';
import { missingPermissions } from './check-permissions.ts';
import { word, wordMessage } from './messages/message-view.ts';
import type { Words } from '../words/words.ts';
import type { MessageView } from './messages/message-view.ts';
import { cooldownWord, missingPermissionsWord } from './messages/words.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { recogniseAddress } from './recognise-address.ts';
import type { Addressed } from './recognise-address.ts';
import { mayAnswerIn } from './serve-server.ts';
import { SIGNS } from './tell-privately.ts';

/** The most that is said to what is no question: one sign, and not under every message. */
const REACTIONS: Partial<Readonly<Record<Chatter, string>>> = { thanks: '👍', greeting: '👋' };

export async function handleMessage(
  message: GatewayMessageCreateDispatchData,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const addressed = await recogniseAddress(message, context);
  if (!addressed) return;
  const wanted = readWish(message, addressed);
  switch (wanted.kind) {
    case 'nothing':
      return;
    case 'reaction':
      if (context.reactions(message.author.id) === 0)
        await context.channels.react(message.channel_id, message.id, wanted.emoji);
      return;
    case 'hint':
      if (!(await mayAnswer(message, context))) return;
      if (context.hints(`${wanted.name} ${message.author.id}`) > 0) return;
      await context.channels.reply(
        addressOf(message),
        hint(await context.wordsIn(message.guild_id), wanted.name, botIn(message, context)),
        log,
      );
      return;
    case 'question':
      if (addressed.address !== 'unasked' && !(await mayAnswer(message, context))) return;
      await answer(message, { ...addressed, text: wanted.text }, context, log);
  }
}

type Hint = 'emptyMention' | 'hiddenMessage' | 'roleMention' | 'statement';

type Wish =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reaction'; readonly emoji: string }
  | { readonly kind: 'hint'; readonly name: Hint }
  | { readonly kind: 'question'; readonly text: string };

const NOTHING: Wish = { kind: 'nothing' };

/** What is to be done about an addressed message. */
function readWish(message: GatewayMessageCreateDispatchData, addressed: Addressed): Wish {
  const { address, text, referenced, isToAnswer } = addressed;
  if (text === '') return readEmpty(message, addressed);
  const intent = recogniseIntent(text);
  if (address === 'unasked') return intent.kind === 'question' ? { kind: 'question', text } : NOTHING;
  const isCalled = address === 'called' || address === 'role';
  switch (intent.kind) {
    case 'question':
      return { kind: 'question', text };
    case 'keywords':
      return address === 'overheard' ? NOTHING : { kind: 'question', text };
    case 'statement':
      // Said to the bot's answer it may be said to everybody; said under somebody's message it is about that.
      return isCalled && !isToAnswer && !referenced ? { kind: 'hint', name: 'statement' } : NOTHING;
    case 'chatter': {
      const emoji = address === 'overheard' ? undefined : REACTIONS[intent.chatter];
      return emoji === undefined ? NOTHING : { kind: 'reaction', emoji };
    }
  }
}

/** A bare mention under somebody's message asks about that message; a sticker or a picture alone asks nothing. */
function readEmpty(
  message: GatewayMessageCreateDispatchData,
  { address, referenced, isToAnswer }: Addressed,
): Wish {
  if (address === 'replied' || address === 'overheard' || address === 'unasked') return NOTHING;
  if ((message.sticker_items?.length ?? 0) > 0) return NOTHING;
  const about = isToAnswer || referenced?.author.bot ? '' : (referenced?.content.trim() ?? '');
  if (about !== '') return { kind: 'question', text: about };
  // It keeps back what others say to each other, too: without the intent that is no empty message.
  if (isHidden(referenced)) return { kind: 'hint', name: 'hiddenMessage' };
  // Discord keeps the text back where only the role is mentioned: then there is none at all, not even the mention.
  if (address === 'role' && message.content === '') return { kind: 'hint', name: 'roleMention' };
  return { kind: 'hint', name: 'emptyMention' };
}

/** Somebody's message that comes without anything in it. */
function isHidden(referenced: Addressed['referenced']): boolean {
  if (!referenced || referenced.author.bot) return false;
  const { content, attachments, embeds, sticker_items: stickers = [], poll } = referenced;
  return content === '' && [...attachments, ...embeds, ...stickers].length === 0 && poll === undefined;
}

async function answer(
  message: GatewayMessageCreateDispatchData,
  { address, text, referenced, isToAnswer }: Addressed,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const { author, guild_id: serverId } = message;
  const isStopping = context.stopping();
  // Before anything is waited for, so that of several at once the first is answered.
  const wait = isStopping ? 0 : context.cooldown(author.id);
  const words = await context.wordsIn(serverId);
  const restarting = {
    kind: 'restarting',
    body: word(words, 'conversation.restarting'),
    sign: SIGNS.wait,
  } as const;
  const isUnasked = address === 'unasked';
  if (isStopping) return isUnasked ? undefined : context.tellPrivately(message, restarting);
  if (wait > 0 && isUnasked) return;
  if (wait > 0)
    return context.tellPrivately(message, {
      kind: 'wait',
      body: cooldownWord(words, wait),
      sign: SIGNS.wait,
    });
  const earlier = isToAnswer && referenced ? await context.memory.find(referenced.id) : undefined;
  const asking = {
    channelId: message.channel_id,
    ...(serverId !== undefined && { serverId }),
    askerId: author.id,
    questionId: message.id,
    ...(earlier && { follows: earlier.id }),
    isPrivate: false,
  };
  await answerMessage(
    message,
    {
      words,
      asking,
      isUnasked,
      work: (library) =>
        answerQuestion(words, text, library, {
          ...(earlier && { context: contextAfter(earlier) }),
          ...(isToAnswer && !earlier && { isContextForgotten: true }),
        }),
    },
    context,
    log,
  );
}

function addressOf(message: GatewayMessageCreateDispatchData): { channelId: string; messageId: string } {
  return { channelId: message.channel_id, messageId: message.id };
}

/** The mention that an example starts with, so that it can be copied; direct messages need none. */
function botIn(message: GatewayMessageCreateDispatchData, { self }: BotContext): string {
  return message.guild_id === undefined ? '' : `<@${self()?.userId ?? ''}> `;
}

function hint(words: Words, name: Hint, bot: string): MessageView {
  switch (name) {
    case 'emptyMention':
      return wordMessage(words, words('discord.emptyMention', { bot }));
    case 'roleMention':
      return wordMessage(words, words('discord.roleMention', { bot }));
    case 'hiddenMessage':
      return word(words, 'discord.hiddenMessage');
    case 'statement':
      return word(words, 'discord.statement');
  }
}

async function mayAnswer(message: GatewayMessageCreateDispatchData, context: BotContext): Promise<boolean> {
  if (message.guild_id === undefined) return true;
  const place = { id: message.channel_id, parentId: context.parentOf(message.channel_id) };
  if (!mayAnswerIn(await context.settings.read(message.guild_id), place)) {
    const words = await context.wordsIn(message.guild_id);
    const notice = word(words, 'discord.closedToMessages');
    await context.tellPrivately(message, { kind: 'closed', body: notice, sign: SIGNS.noEntry });
    return false;
  }
  const permissions = context.permissionsIn(message.channel_id);
  if (!permissions) return true;
  const missing = missingPermissions(permissions.field, {
    thread: permissions.thread,
    reply: true,
    layout: context.layout,
  });
  if (missing.length === 0) return true;
  const body = missingPermissionsWord(await context.wordsIn(message.guild_id), missing, message.channel_id);
  await context.tellPrivately(message, { kind: 'forbidden', body, sign: SIGNS.noEntry });
  return false;
}
