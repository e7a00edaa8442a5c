import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { giveReason, isAnswer, takeVoteBack, voteOnAnswer } from '../../../conversation/vote-on-answer.ts';
import type { Voting } from '../../../conversation/vote-on-answer.ts';
import type { Exchange } from '../../../domain/exchange.ts';
import { VOTE_REASONS } from '../../../domain/feedback.ts';
import type { VoteReason } from '../../../domain/feedback.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import { VOTE } from '../../messages/vote-buttons.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { renderReasons } from './render-reasons.ts';

/** Whether an answer was any good: a vote a person, with a reason against it for who wants to give one. */
export const feedback: Feature = {
  name: VOTE,
  commands: [],
  onComponent(rest, interaction, desk) {
    const [action = '', id = ''] = rest.split('.');
    switch (action) {
      case 'up':
      case 'down':
        return vote(action, interaction.message.id, desk);
      case 'why':
        return takeReason(reasonIn(interaction), id, desk);
      case 'back':
        return takeBack(id, desk);
      default:
        return Promise.resolve(sendPrivately(word(desk.voices.asker, 'discord.anotherVersion')));
    }
  },
};

async function vote(given: 'up' | 'down', messageId: string, desk: FeatureDesk): Promise<Plan> {
  const words = desk.voices.asker;
  const exchange = await findAnswer(messageId, desk);
  if (!exchange) return sendPrivately(word(words, 'conversation.exchangeForgotten'));
  const voted = await voteOnAnswer(desk.context.guard, votingOf(exchange, desk), given);
  if (voted !== 'failed') await reviewGap(exchange, desk);
  switch (voted) {
    case 'kept':
      return sendPrivately(given === 'up' ? word(words, 'feedback.up') : renderReasons(words, exchange.id));
    case 'withdrawn':
      return sendPrivately(word(words, 'feedback.withdrawn'));
    case 'none':
      return sendPrivately(word(words, 'conversation.exchangeForgotten'));
    case 'failed':
      return sendPrivately(word(words, 'feedback.failed'));
  }
}

async function takeReason(reason: VoteReason | undefined, id: string, desk: FeatureDesk): Promise<Plan> {
  const exchange = reason && (await findAnswer(id, desk));
  if (!reason || !exchange) return stale(desk);
  const voted = await giveReason(desk.context.guard, votingOf(exchange, desk), reason);
  if (voted === 'none') return stale(desk);
  return said(desk, voted === 'kept' ? 'feedback.reasonKept' : 'feedback.failed');
}

async function takeBack(id: string, desk: FeatureDesk): Promise<Plan> {
  const exchange = await findAnswer(id, desk);
  if (!exchange) return stale(desk);
  const voted = await takeVoteBack(desk.context.guard, votingOf(exchange, desk));
  await reviewGap(exchange, desk);
  return said(desk, voted === 'withdrawn' ? 'feedback.withdrawn' : 'feedback.failed');
}

/** An answer that somebody calls bad is kept for those who manage the server, as long as anybody does. */
async function reviewGap(exchange: Exchange, { context, settings, serverId }: FeatureDesk): Promise<void> {
  const votes = await context.guard.read((store) => store.feedback.of(exchange.id), []);
  if (!votes.some(({ vote: given }) => given === 'down')) await context.gaps.drop(exchange.id);
  else if (serverId !== undefined && exchange.serverId === serverId && settings.gapReports)
    await context.gaps.keep(exchange, serverId);
}

/** The answer, for those who can see it: an id may be forged. */
async function findAnswer(id: string, desk: FeatureDesk): Promise<Exchange | undefined> {
  const exchange = /^\d{1,20}$/u.test(id) ? await desk.context.memory.find(id) : undefined;
  if (!exchange || !isAnswer(exchange) || exchange.channelId !== desk.channelId) return undefined;
  return !exchange.isPrivate || exchange.askerId === desk.userId ? exchange : undefined;
}

function votingOf(exchange: Exchange, { userId }: FeatureDesk): Voting {
  return { exchange, userId, now: new Date() };
}

function reasonIn({ data }: APIMessageComponentInteraction): VoteReason | undefined {
  const [chosen] = 'values' in data ? data.values : [];
  return VOTE_REASONS.find((reason) => reason === chosen);
}

/** In place of what was asked. */
function said({ voices }: FeatureDesk, key: PlainWordKey): Plan {
  return { kind: 'update', body: word(voices.asker, key) };
}

function stale({ voices }: FeatureDesk): Plan {
  return sendPrivately(word(voices.asker, 'discord.anotherVersion'));
}
