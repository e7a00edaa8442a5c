import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/domain/card.ts';
import type { Quiz } from '../../../src/domain/quiz.ts';
import { answerRound } from '../../../src/study/quiz/answer-round.ts';
import type { AnswerOutcome } from '../../../src/study/quiz/answer-round.ts';
import {
  advanceQuiz,
  deadlineOf,
  dueAt,
  finishQuiz,
  nextRound,
  resumeQuiz,
  revealRound,
} from '../../../src/study/quiz/run-quiz.ts';
import { missedCards, scoreQuiz } from '../../../src/study/quiz/score-quiz.ts';
import { startQuiz } from '../../../src/study/quiz/start-quiz.ts';
import { makeCard, makeOrderCard, quote } from '../../doubles/make-card.ts';

const NOW = Date.UTC(2026, 10, 28, 20);
const CARDS = [makeCard(0), makeCard(1), makeCard(2)];

function start(change: Partial<Quiz> = {}, cards: readonly Card[] = CARDS): Quiz {
  const frame = { id: 'q', hostId: 'host', articleId: 'kiln', mode: 'choice', seconds: 20, seed: 7 } as const;
  return startQuiz({ ...frame, ...change }, cards, NOW);
}

/** The quiz after a press on the right option or a wrong one. */
function press(
  quiz: Quiz,
  personId: string,
  { right = true, at = NOW + 1000, round = quiz.current } = {},
): { readonly quiz: Quiz; readonly outcome: AnswerOutcome } {
  const rightOption = quiz.rounds[round]?.rightOption ?? 0;
  const option = right ? rightOption : (rightOption + 1) % (quiz.rounds[round]?.options.length ?? 1);
  return answerRound(quiz, { personId, round, at, given: { option } });
}

const goOn = (quiz: Quiz): Quiz => nextRound(revealRound(quiz, NOW + 5000), NOW + 6000);

describe('a round', () => {
  it('offers the right words once among three others', () => {
    const [round] = start().rounds;
    const shown = round?.options.map((option) => (option.kind === 'words' ? option.words.text : option.kind));
    expect([...(shown ?? [])].sort()).toEqual(['Bran', 'Iris', 'Name0', 'Oda']);
    expect(shown?.[round?.rightOption ?? -1]).toBe('Name0');
  });

  it('shows an altered sentence with the swap, or as it stands, by chance', () => {
    const altered = makeCard(0, { kind: 'altered', swap: quote('Iris', 500) });
    const rounds = Array.from({ length: 40 }, (_, seed) => start({ seed }, [altered]).rounds[0]);
    expect(new Set(rounds.map((round) => round?.swapped))).toEqual(new Set([true, false]));
    for (const round of rounds) {
      expect(round?.options[round.rightOption ?? -1]?.kind).toBe(round?.swapped ? 'altered' : 'true');
    }
  });

  it.each(['choice', 'type'] as const)('asks what came first with two buttons in the mode %s', (mode) => {
    const rounds = Array.from(
      { length: 40 },
      (_, seed) => start({ seed, mode }, [makeOrderCard(0)]).rounds[0],
    );
    expect(new Set(rounds.map((round) => round?.swapped))).toEqual(new Set([true, false]));
    for (const round of rounds) {
      expect(round?.options.map(({ kind }) => kind)).toEqual(['first', 'second']);
      expect(round?.rightOption).toBe(round?.swapped ? 1 : 0);
    }
    expect(press(start({ mode }, [makeOrderCard(0)]), 'ann').outcome).toEqual({
      kind: 'taken',
      verdict: 'right',
    });
  });

  it('has no options where the answer is typed, and takes a verdict instead', () => {
    const quiz = start({ mode: 'type' });
    expect(quiz.rounds[0]?.options).toEqual([]);
    const attempt = { personId: 'ann', round: 0, at: NOW + 1 };
    expect(answerRound(quiz, { ...attempt, given: { verdict: 'near' } }).outcome).toEqual({
      kind: 'taken',
      verdict: 'near',
    });
    expect(answerRound(quiz, { ...attempt, given: { option: 0 } }).outcome).toEqual({ kind: 'unknown' });
  });

  it('takes one answer a person', () => {
    const first = press(start(), 'ann', { right: false });
    expect(first.outcome).toEqual({ kind: 'taken', verdict: 'wrong' });
    const second = press(first.quiz, 'ann');
    expect(second.outcome).toEqual({ kind: 'already' });
    expect(second.quiz).toBe(first.quiz);
  });

  it('takes no answer after its time, after its reveal or for a round before', () => {
    const quiz = start();
    expect(press(quiz, 'ann', { at: NOW + 19_999 }).outcome.kind).toBe('taken');
    expect(press(quiz, 'ann', { at: NOW + 20_000 }).outcome).toEqual({ kind: 'late' });
    expect(press(revealRound(quiz, NOW + 10), 'ann').outcome).toEqual({ kind: 'late' });
    expect(press(goOn(quiz), 'ann', { round: 0 }).outcome).toEqual({ kind: 'late' });
  });

  it('takes no verdict, no option and no round that is not there', () => {
    const quiz = start();
    const attempt = { personId: 'ann', round: 0, at: NOW + 1 };
    expect(answerRound(quiz, { ...attempt, given: { verdict: 'right' } }).outcome).toEqual({
      kind: 'unknown',
    });
    expect(answerRound(quiz, { ...attempt, given: { option: 4 } }).outcome).toEqual({ kind: 'unknown' });
    expect(answerRound(quiz, { ...attempt, given: { option: -1 } }).outcome).toEqual({ kind: 'unknown' });
    expect(press(quiz, 'ann', { round: 1 }).outcome).toEqual({ kind: 'unknown' });
    expect(press(quiz, 'ann', { round: 9 }).outcome).toEqual({ kind: 'unknown' });
  });
});

describe('a quiz', () => {
  it('goes from round to round to its end, by itself as by hand', () => {
    let quiz = start();
    const phases: string[] = [];
    while (quiz.phase !== 'over') {
      phases.push(`${quiz.current} ${quiz.phase}`);
      const due = dueAt(quiz) ?? Number.NaN;
      if (quiz.phase === 'asking') quiz = press(quiz, 'ann', { at: due - 1 }).quiz;
      expect(advanceQuiz(quiz, due - 1)).toBe(quiz);
      quiz = advanceQuiz(quiz, due);
    }
    expect(phases).toEqual(['0 asking', '0 revealed', '1 asking', '1 revealed', '2 asking', '2 revealed']);
    expect(quiz.ending).toBe('played');
    expect(dueAt(quiz)).toBeUndefined();
    expect(goOn(press(start({}, [makeCard(0)]), 'ann').quiz)).toMatchObject({
      phase: 'over',
      ending: 'played',
    });
  });

  it('ends by itself after two rounds in a row without an answer', () => {
    const cards = Array.from({ length: 6 }, (_, at) => makeCard(at));
    const once = goOn(goOn(press(start({}, cards), 'ann').quiz));
    expect(once.phase).toBe('asking');
    const kept = goOn(press(once, 'ann').quiz);
    expect(kept.phase).toBe('asking');
    expect(goOn(goOn(kept))).toMatchObject({ phase: 'over', ending: 'deserted' });
  });

  it('waits without a limit, but not for ever', () => {
    const quiz = start({ seconds: 0 });
    expect(deadlineOf(quiz)).toBeUndefined();
    const hourLater = NOW + 3_600_000;
    expect(press(quiz, 'ann', { at: hourLater }).outcome.kind).toBe('taken');
    expect(advanceQuiz(quiz, NOW + 60_000)).toBe(quiz);
    expect(advanceQuiz(quiz, hourLater).phase).toBe('revealed');
    const pressed = press(quiz, 'ann', { at: hourLater - 1000 }).quiz;
    expect(advanceQuiz(pressed, hourLater).phase).toBe('asking');
  });

  it('survives as JSON, and gives the open round its time again', () => {
    const quiz = press(start(), 'ann').quiz;
    const kept: unknown = JSON.parse(JSON.stringify(quiz));
    expect(kept).toEqual(quiz);
    const resumed = resumeQuiz(quiz, NOW + 600_000);
    expect(press(resumed, 'ben', { at: NOW + 610_000 }).outcome.kind).toBe('taken');
    expect(press(resumed, 'ann', { at: NOW + 610_000 }).outcome).toEqual({ kind: 'already' });
    expect(dueAt(resumed)).toBe(NOW + 620_000);
  });

  it('stays over, for the reason that ended it first', () => {
    const stopped = finishQuiz(start(), 'stopped');
    expect(finishQuiz(stopped, 'gone')).toBe(stopped);
    expect(nextRound(revealRound(stopped, NOW), NOW)).toBe(stopped);
    expect(resumeQuiz(stopped, NOW)).toBe(stopped);
    expect(press(stopped, 'ann').outcome).toEqual({ kind: 'late' });
  });

  it('cannot be without a card', () => {
    expect(() => start({}, [])).toThrow(RangeError);
  });
});

describe('scores', () => {
  it('share a place among equals, and skip the places after them', () => {
    let quiz = start();
    for (const [person, right] of [
      ['ann', true],
      ['ben', true],
      ['cy', false],
    ] as const) {
      quiz = press(quiz, person, { right }).quiz;
    }
    const places = scoreQuiz(revealRound(quiz, NOW)).map(({ personId, place, right }) => ({
      personId,
      place,
      right,
    }));
    expect(places).toEqual([
      { personId: 'ann', place: 1, right: 1 },
      { personId: 'ben', place: 1, right: 1 },
      { personId: 'cy', place: 3, right: 0 },
    ]);
  });

  it('tell nothing of a round before it is revealed', () => {
    expect(scoreQuiz(press(start(), 'ann').quiz)).toEqual([]);
  });

  it('give no point for what was nearly right', () => {
    const attempt = { personId: 'ann', round: 0, at: NOW + 1, given: { verdict: 'near' } } as const;
    const { quiz } = answerRound(start({ mode: 'type' }), attempt);
    expect(scoreQuiz(revealRound(quiz, NOW))).toEqual([
      { personId: 'ann', place: 1, right: 0, near: 1, answered: 1 },
    ]);
  });
});

describe('the missed ones', () => {
  it('are those that somebody missed or nobody answered, and make a quiz again', () => {
    const first = goOn(press(press(start(), 'ann').quiz, 'ben', { right: false }).quiz);
    const second = goOn(press(first, 'ann').quiz);
    const over = goOn(second);
    expect(over.phase).toBe('over');
    const missed = missedCards(over);
    expect(missed.map(({ id }) => id)).toEqual(['card-0', 'card-2']);
    expect(start({ seed: 8 }, missed).rounds.map(({ card }) => card.id)).toEqual(['card-0', 'card-2']);
  });
});
