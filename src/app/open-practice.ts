import { drawPng } from '../adapters/draw-png.ts';
import type { PracticeOptions } from '../discord/practice-options.ts';
import type { Card } from '../domain/card.ts';
import type { Library } from '../domain/library.ts';
import { makeQuestion } from '../study/cards/make-question.ts';
import { createCardJudge } from './create-card-judge.ts';
import { openCards } from './open-cards.ts';

/** Quizzes and practice over what an audience may read, with the card files of the corpus as they are then. */
export function openPractice(corpusDir: string): PracticeOptions {
  return {
    async cardsOf(library, articleId) {
      const source = await openCards(library, corpusDir);
      const { cards } = await source.makeDeck(articleId);
      return cards.map(({ card }) => card);
    },
    pointAt,
    drawPng,
  };
}

/** What the reader takes for the answer, asked as the card was judged. */
async function pointAt(card: Card, library: Library): Promise<string | undefined> {
  const { quotation, answer, type } = card;
  const { articleId } = quotation;
  const question =
    card.question ??
    makeQuestion({ unit: { sentence: quotation }, answer: { ...answer, type, family: type } });
  const { pointed } = await createCardJudge(library).judge({
    articleId,
    question,
    sentence: quotation,
    answer,
  });
  return pointed && library.article(articleId)?.text.slice(pointed.start, pointed.end);
}
