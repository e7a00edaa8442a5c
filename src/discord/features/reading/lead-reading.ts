import type { Reading, ReadingPhase } from '../../../domain/reading.ts';
import { goesOn, openPortion } from '../../../study/reading/run-reading.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word, wordMessage } from '../../messages/message-view.ts';
import type { FeatureDesk } from '../feature.ts';
import { mayLead } from '../may-lead.ts';
import type { ReadingPlace } from './reading-master.ts';

/** Somebody has read that portion, or takes it back. */
export async function planRead(number: number, reading: Reading, desk: FeatureDesk): Promise<Plan> {
  const { voices, userId, context } = desk;
  const words = voices.asker;
  // Its message may be there a moment before that is kept.
  if (!reading.portions[number - 1]) return sendPrivately(word(words, 'reading.forgotten'));
  switch (await context.readings.press(placeOf(reading), number, userId)) {
    case 'read':
      return sendPrivately(wordMessage(words, words('reading.counted', { number })));
    case 'unread':
      return sendPrivately(wordMessage(words, words('reading.uncounted', { number })));
    case 'unknown':
      return sendPrivately(word(words, 'reading.forgotten'));
    case 'failed':
      return sendPrivately(word(words, 'reading.failed'));
  }
}

/** Below a notice: anybody goes on where nobody pressed; what somebody has paused is theirs. */
export function planGoOn(reading: Reading, desk: FeatureDesk): Plan {
  if (reading.phase === 'paused') return planLead('resume', reading, desk);
  return reading.phase === 'quiet'
    ? goOn(reading, desk)
    : sendPrivately(word(desk.voices.asker, 'reading.notPaused'));
}

/** What only the host and moderators may say. */
export function planLead(
  step: 'pause' | 'resume' | 'stop',
  reading: Reading | undefined,
  desk: FeatureDesk,
): Plan {
  const words = desk.voices.asker;
  if (!reading || reading.phase === 'over') return sendPrivately(word(words, 'reading.none'));
  if (step === 'resume' && reading.phase === 'quiet') return goOn(reading, desk);
  if (!mayLead(reading, desk)) return sendPrivately(word(words, 'reading.hostOnly'));
  const { readings } = desk.context;
  switch (step) {
    case 'resume':
      return reading.phase === 'paused'
        ? goOn(reading, desk)
        : sendPrivately(word(words, 'reading.notPaused'));
    case 'pause':
      return later(() => readings.pause(placeOf(reading)), 'reading.pausedNow', desk);
    case 'stop':
      return later(() => readings.stop(placeOf(reading)), 'reading.stoppedNow', desk);
  }
}

/** Where it does not go on after all. */
const INSTEAD = {
  gone: 'reading.gone',
  quiet: 'reading.pausedNow',
  paused: 'reading.pausedNow',
  over: 'reading.over',
} as const satisfies Record<Exclude<ReadingPhase, 'reading'>, PlainWordKey>;

function goOn(reading: Reading, { context, voices }: FeatureDesk): Plan {
  const words = voices.asker;
  return {
    kind: 'later',
    private: true,
    work: async () => {
      const now = await context.readings.goOn(placeOf(reading));
      if (!now) return word(words, 'reading.failed');
      if (now.phase !== 'reading' && !goesOn(now)) return word(words, INSTEAD[now.phase]);
      if (openPortion(now)) return word(words, 'reading.statusPosting');
      return wordMessage(words, words('reading.goesOn', { place: `<#${reading.threadId}>` }));
    },
  };
}

function later(
  work: () => Promise<boolean>,
  done: 'reading.pausedNow' | 'reading.stoppedNow',
  { voices }: FeatureDesk,
): Plan {
  return {
    kind: 'later',
    private: true,
    work: async () => word(voices.asker, (await work()) ? done : 'reading.failed'),
  };
}

export function placeOf({ channelId, id }: Reading): ReadingPlace {
  return { channelId, readingId: id };
}
