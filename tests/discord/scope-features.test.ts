import { describe, expect, it } from 'vitest';
import { refOf, studyId } from '../../src/discord/features/study/study-ids.ts';
import type { Article } from '../../src/domain/article.ts';
import { textOf } from './bot-under-test.ts';
import { leaveTraces, NO_IDS, tourFeatures } from './tour-features.ts';
import { cardsOf, IN_NORTH, IN_SOUTH, OPEN, openServers, SECRET, sentIn } from './two-servers.ts';
import type { Place } from './two-servers.ts';

interface Visit {
  readonly place: Place;
  readonly wanted: Article;
  readonly isManager: boolean;
  /** Where the same person has left something before. */
  readonly traces?: 'north' | 'south';
}

async function sentBy(articles: readonly Article[], { traces, ...visit }: Visit): Promise<string> {
  const scene = await openServers(articles);
  const ids = traces ? await leaveTraces(scene, traces) : NO_IDS;
  const since = scene.discord.requests.length;
  const sizes = await tourFeatures({ ...visit, discord: scene.discord, ids });
  // What was typed comes back in 'there is no such article'.
  return `${sentIn(scene, since)}\n${sizes}`.replaceAll(visit.wanted.title, 'TYPED');
}

describe('what a place may not read, in every feature', { timeout: 60_000 }, () => {
  it.each(
    (
      [
        ['north', IN_SOUTH, SECRET.south],
        ['south', IN_NORTH, SECRET.north],
        ['direct', IN_SOUTH, SECRET.south],
        ['away', IN_SOUTH, SECRET.south],
        ['group', IN_NORTH, SECRET.north],
      ] as const
    ).flatMap((visit) => [[...visit, true] as const, [...visit, false] as const]),
  )('never shows, and leaves no trace: %s', async (place, foreign, secret, isManager) => {
    const own = place === 'north' ? [OPEN, IN_NORTH] : place === 'south' ? [OPEN, IN_SOUTH] : [OPEN];
    const visit = { place, wanted: foreign, isManager };
    const traces = foreign === IN_SOUTH ? 'south' : 'north';
    const alone = await sentBy(own, visit);
    expect(await sentBy([foreign, ...own], { ...visit, traces })).toBe(alone);
    expect(alone).not.toMatch(secret);
  });

  it('is shown where it may be read, by the same ways', async () => {
    const visit = { place: 'north', wanted: IN_NORTH, isManager: true, traces: 'north' } as const;
    const all = await sentBy([OPEN, IN_NORTH, IN_SOUTH], visit);
    expect(all).not.toMatch(SECRET.south);
    const lines = all.split('\n').filter((line) => /Norwick|TYPED/u.test(line));
    expect(lines.length).toBeGreaterThan(40);
  });
});

describe('an article that left the server', () => {
  it('is in no note, no card, no quiz and no reading any more', async () => {
    const scene = await openServers([OPEN, IN_NORTH]);
    const { discord, scopes, store } = scene;
    const user = discord.user('ada');
    const { note, quiz, reading } = await leaveTraces(scene, 'north');
    const before = await discord.slash({ user, name: 'notes' }).settled();
    expect(textOf(before.message)).toMatch(SECRET.north);
    const studied = await discord.slash({ user, name: 'study start' }).settled();
    scopes.set('north', [discord.guild('South').id]);
    const since = discord.requests.length;

    const slash = (name: string) => discord.slash({ user, name }).settled();
    expect(textOf((await slash('notes')).message)).toContain('1 note is on a passage that is not in');
    expect((await slash('export')).message?.attachments).toEqual([]);
    await discord.select({ user, message: before.message, values: [note] }).settled();
    const ref = refOf(cardsOf(IN_NORTH)[0]?.id ?? '', 0);
    for (const { custom } of [studyId({ act: 'show', ref }), studyId({ act: 'grade', ref, grade: 'good' })])
      await discord.click({ user, message: studied.message, customId: custom, forge: true }).settled();
    for (const name of ['study start', 'study stats', 'quiz scores', 'read status']) await slash(name);
    for (const rest of [`a.${reading}`, `s.${reading}`, `r.${reading}.1`, `z.${reading}`])
      await discord.click({ user, message: before.message, customId: `read:${rest}`, forge: true }).settled();
    const customId = `quiz:r.${quiz}.0`;
    await discord.click({ user, message: before.message, customId, forge: true }).acknowledged();
    await expect.poll(() => store.quizzes.running()).toEqual([]);
    await slash('quiz scores');
    const sent = sentIn({ discord }, since);
    expect(sent).toContain('This question was closed');
    expect(sent).not.toMatch(SECRET.north);
  });
});

it('shows what is one’s own in no message that everybody sees, whatever is forged', async () => {
  const scene = await openServers([OPEN, IN_NORTH]);
  const { discord } = scene;
  await leaveTraces(scene, 'north');
  const options = { question: 'Who counted the cranes?' };
  const { message } = await discord.slash({ user: discord.user('bob'), name: 'ask', options }).settled();
  const shown = textOf(message);
  for (const customId of ['notes:page.0.', 'study:stats', 'study:undo', 'settings:home', 'privacy:keep']) {
    const user = discord.user('ada');
    const forged = discord.click({ user, message, customId, forge: true, memberPermissions: 1n << 5n });
    expect((await forged.settled()).ephemeral, customId).toBe(true);
    expect(textOf(message)).toBe(shown);
  }
});
