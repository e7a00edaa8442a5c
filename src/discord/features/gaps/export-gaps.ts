import { WEEKS } from '../../../conversation/report-gaps.ts';
import type { GapGroup } from '../../../conversation/report-gaps.ts';
import type { Library } from '../../../domain/library.ts';
import { writeCsv } from '../../../text/write-csv.ts';
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
      group.voices,
      group.ids.length,
      group.first,
      group.last,
      ...group.weeks,
      group.wording ?? '',
      nearest?.citation.title ?? '',
      nearest?.paragraph ?? '',
      nearest?.text ?? '',
    ];
  });
  return createView(words, 'neutral', {
    blocks: [textBlock(words('gaps.exported', { count: groups.length }))],
    files: [{ name: 'gaps.csv', bytes: bytesOf([HEADER, ...rows]), type: 'text/csv' }],
  });
}

/** With the mark by which spreadsheets know UTF-8. */
function bytesOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const text = writeCsv(rows.map((row) => row.map(String)));
  return new TextEncoder().encode(`\ufeff${text}`);
}
