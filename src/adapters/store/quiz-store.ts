import type { Kysely } from 'kysely';
import type { QuizStore } from '../../domain/ports/quiz-store.ts';
import type { QuizGame } from '../../domain/quiz-game.ts';
import { toAnswerRow, toKeptAnswer, toQuizGame, toQuizRow } from './quiz-rows.ts';
import type { QuizRow, StoreTables } from './store-tables.ts';

export function createQuizStore(db: Kysely<StoreTables>): QuizStore {
  const withAnswers = async (row: QuizRow): Promise<QuizGame> =>
    toQuizGame(
      row,
      await db
        .selectFrom('quiz_answers')
        .selectAll()
        .where('quiz_id', '=', row.id)
        .orderBy('answered_at')
        .orderBy('person_id')
        .execute(),
    );
  return {
    begin: (game) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('quizzes')
          .where('channel_id', '=', game.channelId)
          .where('is_over', '=', 1)
          .execute();
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('quizzes')
          .values(toQuizRow(game, false))
          .onConflict((conflict) => conflict.column('channel_id').doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    async save(game, isOver) {
      const { state, messages, is_over } = toQuizRow(game, isOver);
      const { numUpdatedRows } = await db
        .updateTable('quizzes')
        .set({ state, messages, is_over })
        .where('id', '=', game.quiz.id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async answer(quizId, round, answer) {
      const isThere = await db.selectFrom('quizzes').select('id').where('id', '=', quizId).executeTakeFirst();
      if (!isThere) return false;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('quiz_answers')
        .values(toAnswerRow(quizId, round, answer))
        .onConflict((conflict) => conflict.columns(['quiz_id', 'round', 'person_id']).doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async inChannel(channelId) {
      const row = await db
        .selectFrom('quizzes')
        .selectAll()
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row && withAnswers(row);
    },
    async running() {
      const rows = db.selectFrom('quizzes').selectAll().where('is_over', '=', 0);
      const games: QuizGame[] = [];
      for (const row of await rows.orderBy('started_at').orderBy('id').execute())
        games.push(await withAnswers(row));
      return games;
    },
    async exportOf(personId) {
      const rows = await db
        .selectFrom('quiz_answers')
        .innerJoin('quizzes', 'quizzes.id', 'quiz_answers.quiz_id')
        .selectAll('quiz_answers')
        .select(['quizzes.server_id', 'quizzes.article_id'])
        .where('person_id', '=', personId)
        .orderBy('answered_at')
        .execute();
      return rows.map(toKeptAnswer);
    },
    async removeBefore(moment) {
      const rows = db.deleteFrom('quizzes').where('started_at', '<', new Date(moment).toISOString());
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
    async removeOf(owner) {
      if ('serverId' in owner) {
        const rows = db.deleteFrom('quizzes').where('server_id', '=', owner.serverId);
        return Number((await rows.executeTakeFirst()).numDeletedRows);
      }
      const { personId } = owner;
      return db.transaction().execute(async (transaction) => {
        const answers = transaction.deleteFrom('quiz_answers').where('person_id', '=', personId);
        const { numDeletedRows } = await answers.executeTakeFirst();
        await transaction
          .updateTable('quizzes')
          .set({ host_id: '' })
          .where('host_id', '=', personId)
          .execute();
        return Number(numDeletedRows);
      });
    },
  };
}
