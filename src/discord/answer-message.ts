import type { Words } from '../words/words.ts';
import { inLayout, withSettings } from './serve-server.ts';
import { lockedThreadWord, missingPermissionsWord } from './messages/words.ts';
import { askInTurn } from './ask-in-turn.ts';
import type { QuestionJob } from './ask-in-turn.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import type { FailureKind } from './classify-error.ts';
import { SIGNS } from './tell-privately.ts';
import type { Notice } from './tell-privately.ts';

/** The message that asks. */
export interface AskingMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string };
}

/** Answers below the message, or in place of what stands there already. */
export interface MessageAnswer extends Pick<QuestionJob, 'words' | 'asking' | 'work'> {
  /** The answer of ours that is to be replaced. */
  readonly answerId?: string;
  /** Nobody asked the bot: it speaks when it is sure, and nobody notices anything else. */
  readonly isUnasked?: boolean;
}

/** Waits for a turn, types meanwhile, and answers; a question that is deleted meanwhile is not answered. */
export async function answerMessage(
  message: AskingMessage,
  { words, asking, work, answerId, isUnasked = false }: MessageAnswer,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const { channels, tellPrivately, deleted } = context;
  const [audience, settings] = await Promise.all([
    context.audienceOf({ serverId: asking.serverId, userId: message.author.id }),
    context.settings.read(asking.serverId),
  ]);
  const stopTyping = isUnasked ? () => Promise.resolve() : channels.startTyping(message.channel_id);
  const to = { channelId: message.channel_id, messageId: message.id };
  try {
    await askInTurn(
      {
        words,
        asking,
        audience,
        work: (library) => work(withSettings(library, settings)),
        async deliver(said, reply) {
          // Typing that arrives after the answer would show for another ten seconds.
          await stopTyping();
          if (deleted.has(message.id) || (isUnasked && reply?.outcome !== 'strong')) return undefined;
          const body = inLayout(said, settings);
          const sent =
            answerId === undefined
              ? await channels.reply(to, body, log)
              : await channels.edit({ channelId: to.channelId, messageId: answerId }, body, log);
          if ('id' in sent) return sent.id;
          if (isUnasked) return undefined;
          const notice = noticeAbout(words, sent.failure, message.channel_id);
          if (notice) await tellPrivately(message, notice);
          return undefined;
        },
        async refuse(body) {
          await stopTyping();
          if (isUnasked) return;
          const kind = context.stopping() ? 'restarting' : 'full';
          await tellPrivately(message, { kind, body, sign: SIGNS.wait });
        },
      },
      context,
      log,
    );
  } finally {
    await stopTyping();
  }
}

/** What the asker can do something about. */
function noticeAbout(words: Words, failure: FailureKind, channelId: string): Notice | undefined {
  switch (failure) {
    case 'forbidden':
      return {
        kind: 'forbidden',
        body: missingPermissionsWord(words, ['discord.sendMessages'], channelId),
        sign: SIGNS.noEntry,
      };
    case 'locked':
      return { kind: 'locked', body: lockedThreadWord(words, channelId), sign: SIGNS.noEntry };
    default:
      return undefined;
  }
}
