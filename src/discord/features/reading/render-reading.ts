import type { Article } from '../../../domain/article.ts';
import type { Library } from '../../../domain/library.ts';
import type { Portion, Reading, ReadingNotice } from '../../../domain/reading.ts';
import { writeTime } from '../../../study/reading/read-time.ts';
import { dueAt, openPortion } from '../../../study/reading/run-reading.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import type { Words } from '../../../words/words.ts';
import { smallPrint } from '../../messages/block-markdown.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { nameArticle } from '../../messages/name-article.ts';
import { shortenEscaped } from '../../messages/shorten-text.ts';
import { readingId } from './reading-ids.ts';

/** Escaped. */
export function titleOf(article: Article, library: Library): string {
  return shortenEscaped(nameArticle(article, library), 200);
}

/** Says in the channel what begins there. @param title escaped; undefined when the article has left meanwhile */
export function renderAnnouncement(words: Words, reading: Reading, title: string | undefined): MessageView {
  const { perDay: count, minutes, zone, id } = reading;
  const lines = [
    ...(title === undefined ? [] : [`**${title}**`]),
    words('reading.announced', { count, time: writeTime(minutes), zone: shortenEscaped(zone, 60) }),
  ];
  return createView(words, 'neutral', {
    title: words('reading.title'),
    blocks: [textBlock(lines.join('\n'))],
    buttons: [{ label: words('reading.statusButton'), id: readingId({ act: 'status', readingId: id }) }],
  });
}

/** Below the paragraphs of a portion: what can be pressed, and how many have read it. Nothing of the article is in it. */
export function renderControls(
  words: Words,
  { id }: Reading,
  {
    number,
    portion,
    readers,
  }: { readonly number: number; readonly portion: Portion; readonly readers: number },
): MessageView {
  const isLast = number >= portion.last;
  const place =
    portion.from === portion.to ? `¶\u00a0${portion.from}` : `¶\u00a0${portion.from}–${portion.to}`;
  return createView(words, 'neutral', {
    title: words('reading.partTitle', { number, last: portion.last }),
    blocks: [
      ...(isLast ? [textBlock(words('reading.lastPart'))] : []),
      ...(portion.nextAt === undefined
        ? []
        : [textBlock(words('reading.next', { moment: stampOf(portion.nextAt) }))]),
      textBlock(smallPrint(`${place} · ${countReaders(words, readers)}`)),
    ],
    buttons: [
      {
        label: words('reading.readButton'),
        id: readingId({ act: 'read', readingId: id, portion: number }),
        style: 'primary',
      },
      { label: words('reading.askButton'), id: readingId({ act: 'ask', readingId: id }) },
      ...(isLast
        ? [{ label: words('reading.quizButton'), id: readingId({ act: 'quiz', readingId: id }) }]
        : []),
    ],
  });
}

const NOTICES = {
  quiet: 'reading.quiet',
  paused: 'reading.paused',
  gone: 'reading.gone',
  stopped: 'reading.stopped',
  ended: 'reading.ended',
} as const satisfies Record<ReadingNotice, PlainWordKey>;

/** What is told once; one that waits for somebody has a button. */
export function renderNotice(words: Words, { id, portions }: Reading, kind: ReadingNotice): MessageView {
  const mark = noticeId({ id, portions }, kind);
  return createView(words, 'silent', {
    blocks: [textBlock(words(NOTICES[kind]))],
    buttons: mark ? [{ label: words('reading.goOnButton'), id: mark, style: 'primary' }] : [],
  });
}

/** Of the button below that notice; undefined where there is none. */
export function noticeId(
  { id, portions }: Pick<Reading, 'id' | 'portions'>,
  kind: ReadingNotice,
): { readonly custom: string } | undefined {
  return kind === 'quiet' || kind === 'paused'
    ? readingId({ act: kind, readingId: id, portion: portions.length })
    : undefined;
}

/** The notice when nothing waits for its button any more: it goes on, or has been stopped. */
export function renderSettled(words: Words, kind: ReadingNotice, goesOn: boolean): MessageView {
  return createView(words, 'silent', {
    blocks: [textBlock(words(goesOn ? 'reading.wentOn' : NOTICES[kind]))],
  });
}

/** How far it is, for whoever asks. @param readers of the last portion, where that is known */
export function renderStatus(
  words: Words,
  reading: Reading,
  { library, readers }: { readonly library: Library; readonly readers: number | undefined },
): MessageView {
  const article = library.article(reading.articleId);
  const posted = reading.portions.filter(({ messageId }) => messageId !== '');
  const last = posted.at(-1);
  const lines = [
    article ? `**${titleOf(article, library)}**` : words('reading.articleGone'),
    ...(last
      ? [
          [
            words('reading.statusPart', { number: posted.length, last: last.last }),
            ...(readers === undefined ? [] : [countReaders(words, readers)]),
          ].join(' · '),
        ]
      : [words('reading.statusNone')]),
    ...stateLines(words, reading, article ? dueAt(reading) : undefined),
    words('reading.statusPlace', { place: `<#${reading.threadId}>` }),
  ];
  return createView(words, 'neutral', {
    title: words('reading.title'),
    blocks: [textBlock(lines.join('\n'))],
  });
}

function countReaders(words: Words, readers: number): string {
  return readers === 0 ? words('reading.noReader') : words('reading.readers', { count: readers });
}

/** @param due undefined while nothing can come */
function stateLines(words: Words, reading: Reading, due: number | undefined): readonly string[] {
  switch (reading.phase) {
    case 'reading':
    case 'gone':
      if (openPortion(reading)) return [words('reading.statusPosting')];
      return due === undefined ? [] : [words('reading.next', { moment: stampOf(due) })];
    case 'quiet':
    case 'paused':
      return [words('reading.pausedNow')];
    case 'over':
      return [words('reading.over')];
  }
}

/** Discord shows it in the reader's own time and language. */
export function stampOf(moment: number): string {
  return `<t:${Math.ceil(moment / 1000)}:F>`;
}
