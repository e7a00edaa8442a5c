import type { Audience } from '../domain/audience.ts';
import type { ServerSettings } from '../domain/server-settings.ts';
import { askInTurn } from './ask-in-turn.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { wordsFor } from './choose-words.ts';
import type { Voices } from './choose-words.ts';
import type { Plan } from './commands/plan.ts';
import { canOpenThread } from './interaction-permissions.ts';
import { userIn } from './interaction-place.ts';
import type { Answerable } from './interaction-place.ts';
import type { InteractionAddress } from './interaction-transport.ts';
import { ephemeral, withNotice } from './messages/message-view.ts';
import type { MessageView } from './messages/message-view.ts';
import { cooldownWord, noThreadWord } from './messages/words.ts';
import { inLayout, withSettings } from './serve-server.ts';

/** A question that came by an interaction. */
export interface Asked {
  readonly voices: Voices;
  readonly interaction: Answerable;
  readonly to: InteractionAddress;
  /** Why only the asker may see it: a notice each; none where everybody may. */
  readonly whyPrivate: readonly string[];
  readonly audience: Audience;
  readonly settings: ServerSettings;
}

/** Defers, waits for a turn, answers, and opens the thread that was asked for. */
export async function answerLater(
  plan: Plan & { kind: 'question' },
  { voices, interaction, to, whyPrivate, audience, settings }: Asked,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const userId = userIn(interaction);
  const wait = context.cooldown(userId);
  if (wait > 0) {
    await context.interactions.reply(to, ephemeral(cooldownWord(voices.asker, wait)), { update: false }, log);
    return;
  }
  const isPrivate = plan.private || whyPrivate.length > 0;
  if (!(await context.interactions.defer(to, { private: isPrivate }, log))) return;
  // Discord's reference calls the channel optional; its types do not.
  const { channel }: { readonly channel?: { readonly id: string; readonly type?: number } } = interaction;
  const threadName = whyPrivate.length > 0 ? undefined : plan.threadName;
  const lacksThreads = threadName !== undefined && !canOpenThread(interaction);
  const words = wordsFor(voices, plan.private);
  const tell = (body: MessageView) => {
    const shown = lacksThreads ? withNotice(body, noThreadWord(words)) : body;
    const noticed = withNotices(shown, plan.private ? [] : whyPrivate);
    return context.interactions.edit(to, inLayout(noticed, settings), log);
  };
  const deliver = async (body: MessageView) => {
    const messageId = await tell(body);
    if (threadName !== undefined && !lacksThreads && channel && messageId !== undefined)
      await context.channels.openThread({ channelId: channel.id, messageId }, threadName, log);
    return messageId;
  };
  const asking = {
    channelId: channel?.id ?? '',
    ...(interaction.guild_id !== undefined && { serverId: interaction.guild_id }),
    askerId: userId,
    ...(plan.follows !== undefined && { follows: plan.follows }),
    isPrivate,
  };
  const work: typeof plan.work = (library) => plan.work(withSettings(library, settings));
  await askInTurn({ words, asking, audience, work, deliver, refuse: tell }, context, log);
}

export function withNotices(view: MessageView, notices: readonly string[]): MessageView {
  return notices.reduceRight((shown, notice) => withNotice(shown, notice), view);
}
