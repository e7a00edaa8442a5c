import { WEEKS } from '../../../conversation/report-gaps.ts';
import type { GapGroup } from '../../../conversation/report-gaps.ts';
import { writeCsv } from '../../../text/write-csv.ts';
import type { Library } from '../../../domain/library.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { nearestOf } from './render-gaps.ts';

/** For programs: the same in every language. The weeks are counted back from the current one. */
const HEADER = [
  'askers',
  'times',
  'first asked',
  'last asked',
  ...Array.from({ length: WEEKS }, (_, index) => `week -${WEEKS - 1 - index}`),
  'question',
  'nearest article',
  'paragraph',
  'nearest passage',
];

/** All groups as a table; the wording as it is shown. */
export function renderGapExport(words: Words, groups: readonly GapGroup[], library: Library): MessageView {
  const rows = groups.map((group) => {
    const nearest = nearestOf(group, library);
    return [
      String(group.voices),
      String(group.ids.length),
      group.first,
      group.last,
      ...group.weeks.map(String),
      group.wording ?? '',
      nearest?.citation.title ?? '',
      String(nearest?.paragraph ?? ''),
      nearest?.text ?? '',
    ];
  });
  return createView(words, 'neutral', {
    blocks: [textBlock(words('gaps.exported', { count: groups.length }))],
    files: [{ name: 'gaps.csv', bytes: encodeSheet(writeCsv([HEADER, ...rows])), type: 'text/csv' }],
  });
}

/** In UTF-8 with its mark, which spreadsheets go by. */
function encodeSheet(csv: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${csv}`);
}
