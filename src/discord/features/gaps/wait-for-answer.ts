import { isAnswer } from '../../../conversation/vote-on-answer.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import type { FeatureDesk } from '../feature.ts';

/** Whoever asked what was refused is told when there is an answer; pressed again, nothing changes. */
export async function waitForAnswer(messageId: string, desk: FeatureDesk): Promise<Plan> {
  return sendPrivately(word(desk.voices.asker, await ask(messageId, desk)));
}

async function ask(
  messageId: string,
  { context, settings, serverId, userId, channelId }: FeatureDesk,
): Promise<PlainWordKey> {
  const exchange = await context.memory.find(messageId);
  if (!exchange || isAnswer(exchange)) return 'conversation.exchangeForgotten';
  if (exchange.askerId !== userId) return 'gaps.onlyAsker';
  const isHere = serverId !== undefined && exchange.serverId === serverId;
  if (!isHere || !settings.gapReports || !context.gaps.isOn) return 'gaps.off';
  let gap = await context.gaps.find(exchange.id);
  if (!gap) {
    await context.gaps.keep(exchange, serverId);
    gap = await context.gaps.find(exchange.id);
  }
  if (gap?.toldAt !== undefined) return 'gaps.wasTold';
  const listener = { userId, ...(channelId !== '' && { channelId }) };
  const isKept = await context.guard.write((store) => store.gaps.askToBeTold(exchange.id, listener), false);
  return isKept ? 'gaps.willTell' : 'gaps.notKept';
}
