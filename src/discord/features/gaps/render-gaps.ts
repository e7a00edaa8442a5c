import { recallExcerpt } from '../../../conversation/remember-reply.ts';
import { WEEKS } from '../../../conversation/report-gaps.ts';
import type { GapGroup } from '../../../conversation/report-gaps.ts';
import type { Library } from '../../../domain/library.ts';
import type { Excerpt } from '../../../domain/reply.ts';
import type { Words } from '../../../words/words.ts';
import { GAPS } from '../../gaps-in.ts';
import { smallPrint } from '../../messages/block-markdown.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { ButtonView, MessageView, TextMenuView, ViewBlock } from '../../messages/message-view.ts';
import { pageButtons, pageFooter, pageOf } from '../../messages/pages.ts';
import type { Page } from '../../messages/pages.ts';
import { renderExcerpts, verbatimOnly } from '../../messages/render-excerpt.ts';
import { shortenAtWord, shortenEscaped } from '../../messages/shorten-text.ts';
import { featureId } from '../feature.ts';

/** Groups on a page: with their passages more do not fit. */
const PAGE_SIZE = 4;

export interface GapPage {
  /** Counts from 0. */
  readonly page: number;
  /** Of days that questions are kept. */
  readonly days: number;
  readonly notices?: readonly string[];
}

/** What is asked and not answered, the most wanted first. */
export function renderGaps(
  words: Words,
  groups: readonly GapGroup[],
  library: Library,
  { page, days, notices = [] }: GapPage,
): MessageView {
  const turned = pageOf(groups, page, PAGE_SIZE);
  return createView(words, 'neutral', {
    notices,
    title: words('gaps.title'),
    blocks:
      groups.length === 0
        ? [textBlock(words('gaps.none', { count: days }))]
        : turned.shown.flatMap((group, index) => renderGroup(words, group, library, turned.from + index + 1)),
    ...pageFooter(words, turned),
    ...(groups.length > 0 && { menu: dismissMenu(words, turned, library) }),
    buttons: [
      ...pageButtons(words, turned, (target) => featureId(GAPS, `page.${target}`)),
      ...(groups.length === 0 ? [] : actionButtons(words)),
    ],
  });
}

/** What came nearest, as it stands in the articles now. */
export function nearestOf({ nearest }: GapGroup, library: Library): Excerpt | undefined {
  return nearest && verbatimOnly(recallExcerpt(nearest, 1, library), library)[0];
}

function renderGroup(words: Words, group: GapGroup, library: Library, number: number): readonly ViewBlock[] {
  const nearest = nearestOf(group, library);
  const { voices, ids, weeks } = group;
  const facts = [
    words('gaps.voices', { count: voices }),
    words('gaps.times', { count: ids.length }),
    words('gaps.weeks', { weeks: weeks.join(' '), number: WEEKS }),
  ];
  return [
    textBlock(
      `**${number}. ${shortenEscaped(nameGroup(words, group, nearest), 300)}**\n${smallPrint(facts.join(' · '))}`,
    ),
    ...(nearest
      ? renderExcerpts(words, [nearest], library, { room: 350, isNumbered: false, isOpenable: false })
      : []),
  ];
}

/** Plain: the wording, or what it is about when too few asked. */
function nameGroup(words: Words, { wording }: GapGroup, nearest: Excerpt | undefined): string {
  if (wording !== undefined) return wording;
  return nearest
    ? words('gaps.about', { title: shortenAtWord(nearest.citation.title, 120) })
    : words('gaps.aboutNothing');
}

/** Discord: a label has at most 100 characters. */
function dismissMenu(words: Words, { shown, from, current }: Page<GapGroup>, library: Library): TextMenuView {
  return {
    id: featureId(GAPS, `dismiss.${current}`),
    placeholder: words('gaps.dismissMenu'),
    options: shown.map((group, index) => ({
      label: shortenAtWord(`${from + index + 1}. ${nameGroup(words, group, nearestOf(group, library))}`, 100),
      value: `${group.id}.${Date.parse(group.last)}`,
    })),
  };
}

function actionButtons(words: Words): readonly ButtonView[] {
  return [
    { label: words('gaps.addButton'), id: featureId(GAPS, 'add') },
    { label: words('gaps.exportButton'), id: featureId(GAPS, 'export') },
  ];
}
