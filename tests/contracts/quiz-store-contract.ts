import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { QuizStore } from '../../src/domain/ports/quiz-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { QuizGame } from '../../src/domain/quiz-game.ts';
import type { Quiz, QuizAnswer } from '../../src/domain/quiz.ts';
import { startQuiz } from '../../src/study/quiz/start-quiz.ts';
import { makeCard, makeOrderCard, quote } from '../doubles/make-card.ts';

const START = Date.UTC(2026, 2, 1, 10);

export function makeGame(id: string, more: Partial<Quiz> = {}, place: Partial<QuizGame> = {}): QuizGame {
  const cards = [
    makeCard(1),
    makeCard(2, { kind: 'altered', swap: quote('1900', 9000), question: 'Which year?' }),
    makeOrderCard(3),
  ];
  const quiz = startQuiz(
    { id, hostId: 'ada', articleId: 'kiln', mode: 'choice', seconds: 30, seed: 7 },
    cards,
    START,
  );
  return {
    quiz: { ...quiz, ...more },
    serverId: 's1',
    channelId: `c-${id}`,
    messages: ['', '900'],
    ...place,
  };
}

const ANSWER: QuizAnswer = { personId: 'bob', at: START + 2000, verdict: 'wrong', option: 2 };
const EARLIER: QuizAnswer = { personId: 'cem', at: START + 1000, verdict: 'near' };

/** What every store of quizzes has to do. */
export function describeQuizStore(name: string, open: () => Promise<Store>): void {
  describe(`quizzes in ${name}`, () => {
    let whole: Store;
    let store: QuizStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.quizzes;
    });
    beforeEach(() => store.removeBefore(Date.UTC(9000, 0)));
    afterAll(() => whole.close());

    it('has what was begun, with its answers in their order, and what was saved since', async () => {
      const game = makeGame('q1');
      expect(await store.begin(game)).toBe(true);
      expect(await store.inChannel('c-q1')).toStrictEqual(game);
      expect(await store.inChannel('elsewhere')).toBeUndefined();
      await store.answer('q1', 0, ANSWER);
      await store.answer('q1', 0, EARLIER);
      const later: QuizGame = {
        ...game,
        messages: ['800', '900'],
        quiz: { ...game.quiz, current: 1, phase: 'over', ending: 'deserted' },
      };
      expect(await store.save(later, false)).toBe(true);
      const [first, ...others] = later.quiz.rounds;
      if (!first) throw new Error('The quiz has three rounds.');
      const rounds = [{ ...first, answers: [EARLIER, ANSWER] }, ...others];
      expect(await store.inChannel('c-q1')).toStrictEqual({ ...later, quiz: { ...later.quiz, rounds } });
      expect(await store.save(makeGame('none'), false)).toBe(false);
    });

    it('takes one answer of a person in a round, however close they come', async () => {
      await store.begin(makeGame('q1'));
      const taken = await Promise.all([store.answer('q1', 0, ANSWER), store.answer('q1', 0, ANSWER)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.answer('q1', 1, ANSWER)).toBe(true);
      expect(await store.answer('none', 0, ANSWER)).toBe(false);
    });

    it('has one quiz a channel: another begins once the end of the one before was told', async () => {
      const begun = await Promise.all(
        ['q1', 'q2'].map((id) => store.begin(makeGame(id, {}, { channelId: 'c' }))),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
      const played = await store.inChannel('c');
      if (!played) throw new Error('One of them is played.');
      expect((await store.running()).map(({ quiz }) => quiz.id)).toEqual([played.quiz.id]);
      await store.save(played, true);
      expect(await store.running()).toEqual([]);
      expect((await store.inChannel('c'))?.quiz.id).toBe(played.quiz.id);
      expect(await store.begin(makeGame('q3', {}, { channelId: 'c' }))).toBe(true);
      expect(await store.answer(played.quiz.id, 0, ANSWER)).toBe(false);
    });

    it('forgets by age and by server', async () => {
      await store.begin(makeGame('q1', { startedAt: START - 1 }));
      await store.begin(makeGame('q2', {}, { serverId: 's2' }));
      await store.begin(makeGame('q3'));
      expect(await store.removeBefore(START)).toBe(1);
      expect(await store.removeOf({ serverId: 's2' })).toBe(1);
      expect((await store.running()).map(({ quiz }) => quiz.id)).toEqual(['q3']);
    });

    it('gives and forgets what a person did, and plays on without its host', async () => {
      await store.begin(makeGame('q1', { hostId: 'bob' }));
      await store.answer('q1', 0, ANSWER);
      await store.answer('q1', 0, EARLIER);
      expect(await store.exportOf('bob')).toStrictEqual([
        { quizId: 'q1', serverId: 's1', articleId: 'kiln', hostedAt: START },
        { quizId: 'q1', serverId: 's1', articleId: 'kiln', round: 0, at: ANSWER.at, verdict: 'wrong' },
      ]);
      expect(await store.removeOf({ personId: 'bob' })).toBe(1);
      expect(await store.exportOf('bob')).toEqual([]);
      const left = await store.inChannel('c-q1');
      expect(left?.quiz.hostId).toBe('');
      expect(left?.quiz.rounds[0]?.answers).toEqual([EARLIER]);
      if (left) await store.save({ ...left, quiz: { ...left.quiz, hostId: 'bob' } }, false);
      expect((await store.inChannel('c-q1'))?.quiz.hostId).toBe('');
    });
  });
}
