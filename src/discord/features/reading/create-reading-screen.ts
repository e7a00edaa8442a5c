import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { Library } from '../../../domain/library.ts';
import { isSettled } from '../../../domain/reading.ts';
import type { Reading } from '../../../domain/reading.ts';
import {
  closeReading,
  completePortion,
  countSent,
  momentAfter,
  noteTold,
  openPortion,
} from '../../../study/reading/run-reading.ts';
import type { Words } from '../../../words/words.ts';
import { describeError } from '../../classify-error.ts';
import { createLanes } from '../../lanes.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { shortenAtWord } from '../../messages/shorten-text.ts';
import { createThrottle } from '../../throttle.ts';
import { COUNT_EVERY } from '../screen-parts.ts';
import type { ScreenParts } from '../screen-parts.ts';
import { readingId } from './reading-ids.ts';
import {
  noticeId,
  renderAnnouncement,
  renderControls,
  renderNotice,
  renderSettled,
  titleOf,
} from './render-reading.ts';
import { paragraphsIn, renderParagraphs } from './split-portion.ts';

/** What is known of the readings, and how a change of one is kept. */
export interface ReadingAccess {
  readonly find: (channelId: string) => Promise<Reading | undefined>;
  /** @returns the reading as it is kept then; undefined when it is not there, or could not be kept */
  readonly update: (
    place: { readonly channelId: string; readonly readingId: string },
    change: (reading: Reading) => Reading,
  ) => Promise<Reading | undefined>;
  readonly readers: (readingId: string, portion: number) => Promise<number | undefined>;
}

export interface ReadingScreen {
  /** Posts what was kept and is not in the channel yet. @returns false when some of it still is not */
  show(channelId: string): Promise<boolean>;
  /** Shows soon how many have read a portion, at most once a second. */
  count(channelId: string, portion: number): void;
  /** Takes the button off its last notice, and says there when it goes on. */
  settleNotice(reading: Reading, goesOn: boolean): Promise<void>;
  /** Takes back the word that it begins. */
  withdraw(reading: Reading): Promise<void>;
  close(): Promise<void>;
}

/** Discord: characters of a thread's name. */
const MAX_THREAD_NAME = 100;

/** A message is looked for before it is posted: a process before this one may have posted it and not known. */
export function createReadingScreen(
  { channels, libraryFor, wordsIn, layOut, time, log }: ScreenParts,
  { find, update, readers }: ReadingAccess,
): ReadingScreen {
  const lanes = createLanes();
  const counting = createThrottle(time, COUNT_EVERY, (key) => {
    const [channelId = '', portion] = key.split(' ');
    return lanes
      .run(channelId, () => countNow(channelId, Number(portion)))
      .catch((error: unknown) => {
        log.error({ error: describeError(error) }, 'who has read a portion could not be counted');
      });
  });

  async function showNow(channelId: string): Promise<boolean> {
    const found = await find(channelId);
    if (!found || isSettled(found)) return true;
    const desk = { words: await wordsIn(found.serverId), library: libraryFor({ servers: [found.serverId] }) };
    const opened = await open(found, desk);
    const shown = opened && (await postPortion(opened, desk));
    return shown !== undefined && (await tell(shown, desk.words));
  }

  /** Says in the channel that it begins, and opens a thread below that. */
  async function open(found: Reading, { words, library }: Desk): Promise<Reading | undefined> {
    let reading: Reading | undefined = found;
    const article = library.article(reading.articleId);
    if (reading.announcementId === '') {
      const title = article && titleOf(article, library);
      const announcementId = await post(reading, {
        channelId: reading.channelId,
        view: renderAnnouncement(words, reading, title),
        nonce: 'begun',
        mark: readingId({ act: 'status', readingId: reading.id }).custom,
      });
      if (announcementId === undefined) return undefined;
      reading = await update(placeOf(reading), (kept) => ({ ...kept, announcementId }));
    }
    if (!reading || reading.threadId !== '') return reading;
    const { channelId, announcementId } = reading;
    const name = shortenAtWord(article?.title ?? words('reading.title'), MAX_THREAD_NAME);
    const isOpen = await channels.openThread(
      { channelId, messageId: announcementId },
      name,
      log,
      ThreadAutoArchiveDuration.OneWeek,
    );
    return update(placeOf(reading), (kept) => ({ ...kept, threadId: isOpen ? announcementId : channelId }));
  }

  /** The messages of the open portion that are not there yet, each kept as soon as it is. */
  async function postPortion(found: Reading, desk: Desk): Promise<Reading | undefined> {
    const portion = openPortion(found);
    if (!portion || found.phase !== 'reading') return found;
    let reading: Reading | undefined = found;
    const number = found.portions.length;
    const article = desk.library.article(found.articleId);
    const paragraphs = paragraphsIn(article, portion);
    // Of what has changed meanwhile no more is posted.
    const messages =
      article && paragraphs ? renderParagraphs(desk.words, article, paragraphs, desk.library) : [];
    for (const [index, { view, mark }] of messages.entries()) {
      if (index < portion.sent) continue;
      const nonce = `${number}-${index}`;
      const id = await post(reading, { channelId: reading.threadId, view, nonce, mark });
      if (id === undefined) return undefined;
      reading = await update(placeOf(reading), (kept) => countSent(kept, index + 1));
      if (!reading) return undefined;
    }
    const now = time.now();
    // It may have been paused or stopped meanwhile.
    const goesOn = number < portion.last && reading.phase === 'reading';
    const view = renderControls(desk.words, reading, {
      number,
      portion: goesOn ? { ...portion, nextAt: momentAfter(reading, now) } : portion,
      readers: 0,
    });
    const mark = readingId({ act: 'read', readingId: reading.id, portion: number }).custom;
    const id = await post(reading, { channelId: reading.threadId, view, nonce: String(number), mark });
    if (id === undefined) return undefined;
    return update(placeOf(reading), (kept) => completePortion(kept, id, now));
  }

  /** What is to be told once. */
  async function tell(reading: Reading, words: Words): Promise<boolean> {
    const { notice, portions } = reading;
    if (notice?.messageId !== '') return true;
    const { kind } = notice;
    const id = await post(reading, {
      channelId: reading.threadId,
      view: renderNotice(words, reading, kind),
      nonce: `${kind}${portions.length}`,
      mark: noticeId(reading, kind)?.custom,
    });
    if (id === undefined) return false;
    return (await update(placeOf(reading), (kept) => noteTold(kept, id))) !== undefined;
  }

  /** @returns its id; undefined when Discord does not take it */
  async function post(
    reading: Reading,
    { channelId, view, nonce, mark }: Posting,
  ): Promise<string | undefined> {
    const after = reading.portions.at(-2)?.messageId ?? reading.announcementId;
    // Discord takes at most 25 characters.
    const identity = {
      nonce: `read-${reading.id}-${nonce}`,
      ...(mark !== undefined && { button: { customId: mark, after } }),
    };
    const known = await channels.findPosted(channelId, identity);
    if (known !== undefined) return known;
    const sent = await channels.post(channelId, await layOut(view, reading.serverId), identity, log);
    if ('id' in sent) return sent.id;
    // A thread that was deleted does not come back.
    if (sent.failure === 'gone') await update(placeOf(reading), closeReading);
    return undefined;
  }

  async function countNow(channelId: string, number: number): Promise<void> {
    const reading = await find(channelId);
    const portion = reading?.portions[number - 1];
    if (!reading || !portion || portion.messageId === '') return;
    const count = await readers(reading.id, number);
    if (count === undefined) return;
    const words = await wordsIn(reading.serverId);
    const address = { channelId: reading.threadId, messageId: portion.messageId };
    const view = renderControls(words, reading, { number, portion, readers: count });
    await channels.edit(address, await layOut(view, reading.serverId), log);
  }

  return {
    show: (channelId) => lanes.run(channelId, () => showNow(channelId)),
    count(channelId, portion) {
      counting.soon(`${channelId} ${portion}`);
    },
    async settleNotice({ threadId, notice, serverId }, goesOn) {
      if (!notice || notice.messageId === '') return;
      const view = await layOut(renderSettled(await wordsIn(serverId), notice.kind, goesOn), serverId);
      await channels.edit({ channelId: threadId, messageId: notice.messageId }, view, log);
    },
    async withdraw(reading) {
      const { channelId, announcementId: messageId, serverId } = reading;
      if (messageId === '') return;
      const view = renderNotice(await wordsIn(serverId), reading, 'stopped');
      await channels.edit({ channelId, messageId }, await layOut(view, serverId), log);
    },
    async close() {
      counting.close();
      await lanes.settled();
    },
  };
}

interface Desk {
  readonly words: Words;
  readonly library: Library;
}

interface Posting {
  readonly channelId: string;
  readonly view: MessageView;
  /** Behind what every message of the reading has. */
  readonly nonce: string;
  /** A custom_id on it that no message before has; undefined where it has no button. */
  readonly mark: string | undefined;
}

function placeOf({ channelId, id }: Reading): { readonly channelId: string; readonly readingId: string } {
  return { channelId, readingId: id };
}
