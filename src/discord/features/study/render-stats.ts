import type { StudyPreferences } from '../../../domain/ports/study-store.ts';
import type { DrawPng } from '../../../domain/ports/draw-png.ts';
import type { StudyStats } from '../../../study/repetition/study-stats.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock, word } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { drawForecast } from './draw-forecast.ts';

export interface StatsRequest {
  readonly stats: StudyStats;
  readonly preferences: StudyPreferences;
  readonly now: number;
  /** Without one there are the numbers alone. */
  readonly drawPng: DrawPng | undefined;
}

/** What is due and what was learnt, with a chart whose numbers its description says. */
export async function renderStats(words: Words, request: StatsRequest): Promise<MessageView> {
  const { stats, preferences, now, drawPng } = request;
  if (stats.begun === 0) return word(words, 'study.statsNone');
  const { dueNow, thisWeek, nextWeek, begun, learnt, retention, forecast } = stats;
  const description = words('study.chartAlt', {
    days: forecast.length,
    numbers: forecast.map((count) => words.number(count)).join(', '),
  });
  const bytes = await drawPng?.(drawForecast(words, forecast, now)).catch(() => undefined);
  const lines = [
    words('study.statsDue', { count: dueNow }),
    words('study.statsWeeks', { first: thisWeek, second: nextWeek }),
    words('study.statsLearnt', { begun, learnt }),
    ...(retention ? [words('study.statsRetention', retention)] : []),
    ...(preferences.pausedAt === undefined
      ? []
      : [words('study.statsPaused', { day: words.date(new Date(preferences.pausedAt)) })]),
  ];
  return createView(words, 'neutral', {
    title: words('study.statsTitle'),
    blocks: [textBlock(lines.join('\n')), ...(bytes ? [] : [textBlock(description)])],
    ...(bytes && { files: [{ name: 'study.png', bytes, type: 'image/png', description }] }),
  });
}
