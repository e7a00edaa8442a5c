import { randomBytes } from 'node:crypto';
import { ChannelType } from 'discord-api-types/v10';
import type { APIApplicationCommandInteraction } from 'discord-api-types/v10';
import type { Article } from '../../../domain/article.ts';
import { PER_DAY } from '../../../domain/reading.ts';
import type { Reading, Schedule } from '../../../domain/reading.ts';
import { planPortion } from '../../../study/reading/plan-portion.ts';
import { readTime } from '../../../study/reading/read-time.ts';
import { readZone } from '../../../study/reading/time-zones.ts';
import { requireArticle } from '../../commands/find-article.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { canOpenThread, isThread, missingFor } from '../../interaction-permissions.ts';
import { channelPlaceOf } from '../../interaction-place.ts';
import { word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { shortenEscaped } from '../../messages/shorten-text.ts';
import { mayAnswerIn } from '../../serve-server.ts';
import type { FeatureDesk } from '../feature.ts';
import { numberOption, textOption } from '../read-subcommand.ts';
import type { Subcommand } from '../read-subcommand.ts';
import { stampOf, titleOf } from './render-reading.ts';

/** Where nobody says when. */
const USUAL_TIME = '08:00';

/** Says in the channel that it begins, opens a thread there, and posts the first portion. */
export async function planBegin(
  interaction: APIApplicationCommandInteraction,
  asked: Subcommand,
  desk: FeatureDesk,
): Promise<Plan> {
  const { voices, library, settings, serverId } = desk;
  const words = voices.asker;
  if (serverId === undefined) return sendPrivately(word(words, 'reading.serversOnly'));
  if (!mayAnswerIn(settings, channelPlaceOf(interaction)))
    return sendPrivately(word(words, 'discord.closedChannel'));
  const article = requireArticle(words, textOption(asked, 'article'), library);
  if ('kind' in article) return article;
  const schedule = await readSchedule(asked, desk, serverId);
  if ('kind' in schedule) return schedule;
  const perDay = numberOption(asked, 'paragraphs', PER_DAY) ?? PER_DAY.usual;
  if (!planPortion(article, [], perDay)) {
    const title = titleOf(article, library);
    return sendPrivately(wordMessage(words, words('reading.empty', { title })));
  }
  const reading = newReading(desk, serverId, { articleId: article.id, perDay, ...schedule });
  const threadId = mayOpenThread(interaction, desk) ? '' : reading.channelId;
  const isHere = isThread(interaction.channel);
  return {
    kind: 'later',
    private: true,
    work: () => begin({ ...reading, threadId }, { article, isHere }, desk),
  };
}

/** Open one, and write in it. */
function mayOpenThread(interaction: APIApplicationCommandInteraction, { context }: FeatureDesk): boolean {
  const inThread = { ...interaction, channel: { type: ChannelType.PublicThread } };
  return canOpenThread(interaction) && missingFor(inThread, context.layout).length === 0;
}

/** What is left out is as it was the last time in that server; where nothing is known of a zone, it is asked for. */
async function readSchedule(
  asked: Subcommand,
  desk: FeatureDesk,
  serverId: string,
): Promise<Schedule | Plan> {
  const words = desk.voices.asker;
  const time = textOption(asked, 'time') || USUAL_TIME;
  const minutes = readTime(time);
  if (minutes === undefined)
    return sendPrivately(wordMessage(words, words('reading.badTime', { time: shortenEscaped(time, 40) })));
  const typed = textOption(asked, 'zone');
  if (typed === '') {
    const { guard, timeZone } = desk.context;
    const zone = (await guard.read(({ readings }) => readings.zoneIn(serverId), undefined)) ?? timeZone;
    return zone === undefined ? sendPrivately(word(words, 'reading.askZone')) : { minutes, zone };
  }
  const zone = readZone(typed);
  if (zone !== undefined) return { minutes, zone };
  return sendPrivately(wordMessage(words, words('reading.badZone', { zone: shortenEscaped(typed, 60) })));
}

function newReading(
  { channelId, userId, context }: FeatureDesk,
  serverId: string,
  rules: Pick<Reading, 'articleId' | 'perDay' | keyof Schedule>,
): Reading {
  const now = context.time.now();
  return {
    ...rules,
    id: randomBytes(5).toString('hex'),
    serverId,
    channelId,
    threadId: '',
    announcementId: '',
    hostId: userId,
    phase: 'reading',
    portions: [],
    unpressed: 0,
    nextAt: now,
    startedAt: now,
  };
}

async function begin(
  reading: Reading,
  { article, isHere }: { readonly article: Article; readonly isHere: boolean },
  desk: FeatureDesk,
): Promise<MessageView> {
  const words = desk.voices.asker;
  const begun = await desk.context.readings.begin(reading);
  switch (begun.kind) {
    case 'begun': {
      const { threadId, channelId, portions } = begun.reading;
      const nextAt = portions.at(-1)?.nextAt;
      const title = titleOf(article, desk.library);
      const lines = [
        words('reading.begun', { title, place: `<#${threadId}>` }),
        ...(nextAt === undefined ? [] : [words('reading.next', { moment: stampOf(nextAt) })]),
        ...(threadId === channelId && !isHere ? [words('reading.noThread')] : []),
      ];
      return wordMessage(words, lines.join(' '));
    }
    case 'busy':
      return word(words, 'reading.busy');
    case 'unposted':
      return word(words, 'reading.noPost');
    case 'failed':
      return word(words, 'reading.failed');
  }
}
