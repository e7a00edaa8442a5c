import { articleRef } from '../../src/discord/messages/quote-ref.ts';
import { encodeQuoteRef } from '../../src/discord/messages/custom-id.ts';
import { refOf } from '../../src/discord/features/study/study-ids.ts';
import type { Article } from '../../src/domain/article.ts';
import { shortHash } from '../../src/text/short-hash.ts';
import type { InteractionHandle } from '../discord-standin/interaction-handle.ts';
import { cardsOf, quoteOf } from './two-servers.ts';
import type { Place, Scene } from './two-servers.ts';

const MANAGER = 1n << 5n;

/** Ids of what somebody keeps, as they may be handed in. */
export interface KeptIds {
  readonly note: string;
  readonly quiz: string;
  readonly reading: string;
  readonly exchange: string;
}

/** Of nothing at all. */
export const NO_IDS: KeptIds = {
  note: 'f'.repeat(16),
  quiz: 'f'.repeat(10),
  reading: 'f'.repeat(10),
  exchange: '123456789012345678',
};

interface FeatureTour extends Pick<Scene, 'discord'> {
  readonly place: Place;
  /** The article that is asked for, whether it can be read there or not. */
  readonly wanted: Article;
  readonly ids: KeptIds;
  readonly isManager: boolean;
}

/** What somebody leaves in a server: a note, a card, a quiz and a reading that go on, a question without an answer, a vote. */
export async function leaveTraces({ discord, store }: Scene, channel: 'north' | 'south'): Promise<KeptIds> {
  const user = discord.user('ada');
  const article = channel;
  const slash = (name: string, options = {}) => discord.slash({ user, channel, name, options }).settled();
  const { message } = await slash('ask', { question: 'Who counted the cranes?' });
  await discord.click({ user, message, customId: 'vote:down' }).settled();
  await discord.click({ user, message, label: 'Save' }).settled();
  await slash('ask', { question: 'How tall is Mount Everest?' });
  const studied = await slash('study start', { article });
  await discord.click({ user, message: studied.message, label: 'Show the answer' }).settled();
  await slash('quiz start', { article, mode: 'type', seconds: 0 });
  await slash('read start', { article, paragraphs: 1, zone: 'UTC' });
  const [note] = await store.notes.exportOf(user.id);
  const [game] = await store.quizzes.running();
  const reading = await store.readings.inChannel(discord.channel(channel).id);
  if (!note || !game || !reading || !message) throw new Error('Nothing was left.');
  return { note: note.id, quiz: game.quiz.id, reading: reading.id, exchange: message.id };
}

/**
 * Every command of the features, and every way to hand them an id. @returns what is not in what was sent: the sizes
 * of the files that came back
 */
export async function tourFeatures(tour: FeatureTour): Promise<string> {
  const { discord, place, wanted, ids, isManager } = tour;
  const user = discord.user('ada');
  const rights = isManager ? { memberPermissions: MANAGER } : {};
  const where =
    place === 'direct'
      ? ({ guild: null } as const)
      : { channel: place === 'group' ? discord.privateChannel(user, discord.user('bob')) : place };
  const isServer = place === 'north' || place === 'south';
  const sizes: number[] = [];
  const done = async (handle: InteractionHandle) => {
    await handle.settled();
    const files = handle.message?.attachments ?? [];
    // A deck has moments and ids of its own.
    sizes.push(...files.filter(({ filename }) => !filename.endsWith('.apkg')).map(({ size }) => size));
    return handle;
  };
  const slash = (name: string, options: Readonly<Record<string, string | number>> = {}) =>
    done(discord.slash({ user, ...where, ...rights, name, options }));
  const names = [wanted.id, articleRef(wanted), wanted.title, 'Ledger'];
  const answer = async () => (await slash('ask', { question: 'Who counted the grey seals?' })).message;
  const own = async () => (await slash('notes')).message;

  await done(discord.click({ user, message: await answer(), label: 'Save' }));
  for (const article of names) {
    await slash('study start', { article });
    if (!isServer) continue;
    await slash('articles changes', { article });
    await slash('articles rename', { article, title: wanted.title });
    await slash('articles replace', { article, address: 'https://example.org' });
    await slash('quiz start', { article, mode: 'type', rounds: 1, seconds: 0 });
    await slash('quiz scores');
    await slash('quiz stop');
  }
  for (const article of isServer ? [wanted.id, 'Ledger'] : []) {
    await slash('read start', { article, paragraphs: 1, zone: 'UTC' });
    await slash('read status');
    await slash('read stop');
  }
  for (const name of [
    ...['study start', 'study stats', 'notes', 'privacy', 'export'],
    ...(isServer ? ['articles list', 'quiz scores', 'quiz stop', 'gaps', 'settings'] : []),
  ])
    await slash(name);
  await slash('notes', { search: 'cranes' });
  for (const format of ['csv', 'anki']) await slash('export', { format });
  const suggesting = [
    'study start',
    ...(isServer
      ? [
          'articles changes',
          'articles rename',
          'articles replace',
          'articles remove',
          'quiz start',
          'read start',
        ]
      : []),
  ];
  for (const name of suggesting)
    for (const typed of ['', 'l', 'the', ...names])
      await discord.autocomplete({
        user,
        ...where,
        ...rights,
        name,
        focused: 'article',
        options: { article: typed },
      });

  for (const customId of forgedIds(wanted, ids))
    for (const message of [await answer(), await own()])
      await done(discord.click({ user, ...rights, message, customId, forge: true }));
  for (const [customId, value] of [
    ['articles:open', shortHash(wanted.id)],
    ['notes:pick', ids.note],
    ['gaps:dismiss.0', `${ids.exchange}.1800000000000`],
    [`vote:why.${ids.exchange}`, 'wrong-passage'],
  ] as const)
    for (const message of [await answer(), await own()])
      await done(discord.select({ user, ...rights, message, customId, values: [value], forge: true }));
  const form = discord.click({ user, ...rights, message: await answer(), label: 'Follow up' });
  await form.acknowledged();
  for (const customId of [
    `articles:rename.${shortHash(wanted.id)}`,
    `notes:remarked.${ids.note}`,
    `quiz:f.${ids.quiz}.0`,
    `read:f.${ids.reading}`,
    'settings:quiz',
  ]) {
    const modal = { value: { ...form.modal, custom_id: customId } };
    const from = Object.create(form, { modal }) as InteractionHandle;
    await done(discord.modalSubmit({ user, ...rights, from, values: {} }));
  }
  if (isServer) await slash('articles remove', { article: wanted.id });
  return sizes.join(' ');
}

/** Every button of a feature that names something, or shows what is kept. */
function forgedIds(article: Article, { note, quiz, reading, exchange }: KeptIds): readonly string[] {
  const ref = shortHash(article.id);
  const [card] = cardsOf(article);
  const asked = refOf(card?.id ?? '', 0).card;
  return [
    ...['rename', 'changes', 'remove', 'back', 'open', 'list'].map((action) => `articles:${action}.${ref}`),
    `notes:save.${encodeQuoteRef(quoteOf(article))}`,
    ...['remark', 'remove'].map((action) => `notes:${action}.${note}`),
    ...['notes:page.0.', 'notes:page.0.cranes'],
    ...[0, 1].flatMap((reviews) => [
      `study:show.${asked}.${reviews}`,
      `study:grade.${asked}.${reviews}.good`,
    ]),
    ...['study:undo', 'study:resume', 'study:stats'],
    ...['c', 't', 'r', 'n', 'f'].map((letter) => `quiz:${letter}.${quiz}.0${letter === 'c' ? '.0' : ''}`),
    `quiz:a.${quiz}`,
    ...['r', 'g'].map((letter) => `read:${letter}.${reading}.1`),
    ...['a', 's', 'z'].map((letter) => `read:${letter}.${reading}`),
    ...['vote:up', 'vote:down', `vote:back.${exchange}`],
    ...['gaps:tell', 'gaps:page.0', 'gaps:add', 'gaps:export'],
    ...['settings:home', 'settings:history', 'settings:undo.1', 'settings:form.quiz'],
    ...['privacy:ask-mine', 'privacy:ask-server', 'privacy:keep'],
  ];
}
