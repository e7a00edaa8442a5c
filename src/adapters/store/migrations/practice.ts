import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** Quizzes, what people learn, and what they have saved. */
export async function createPractice(db: Kysely<StoreTables>): Promise<void> {
  await createQuizzes(db);
  await createStudy(db);
  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'integer', (column) => column.notNull())
    .addColumn('start_offset', 'integer', (column) => column.notNull())
    .addColumn('end_offset', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('remark', 'text')
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('notes_quotation')
    .unique()
    .on('notes')
    .columns(['person_id', 'server_id', 'article_id', 'start_offset', 'end_offset'])
    .execute();
  await db.schema.createIndex('notes_server_id').on('notes').column('server_id').execute();
}

async function createQuizzes(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('quizzes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    // One a channel, so that of two that begin at the same moment one is refused.
    .addColumn('channel_id', 'text', (column) => column.notNull().unique())
    .addColumn('host_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('messages', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('is_over', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('quiz_answers')
    .addColumn('quiz_id', 'text', (column) => column.notNull().references('quizzes.id').onDelete('cascade'))
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('option', 'integer')
    .addPrimaryKeyConstraint('quiz_answers_key', ['quiz_id', 'round', 'person_id'])
    .execute();
  for (const column of ['server_id', 'host_id', 'started_at'] as const) {
    await db.schema.createIndex(`quizzes_${column}`).on('quizzes').column(column).execute();
  }
  await db.schema.createIndex('quiz_answers_person_id').on('quiz_answers').column('person_id').execute();
}

async function createStudy(db: Kysely<StoreTables>): Promise<void> {
  await db.insertInto('revisions').values({ name: 'study', revision: 0 }).execute();
  await db.schema
    .createTable('study_preferences')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('preferences', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('study_preferences_key', ['person_id', 'server_id'])
    .execute();
  await db.schema
    .createTable('study_cards')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('study_cards_key', ['person_id', 'server_id', 'card_id'])
    .execute();
  await db.schema
    .createTable('study_reviews')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    // How often it was answered before: of two presses of one button one is refused.
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('reviewed_at', 'text', (column) => column.notNull())
    .addColumn('grade', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addPrimaryKeyConstraint('study_reviews_key', ['person_id', 'server_id', 'card_id', 'number'])
    .execute();
  await db.schema
    .createIndex('study_reviews_at')
    .on('study_reviews')
    .columns(['person_id', 'server_id', 'reviewed_at'])
    .execute();
  for (const table of ['study_preferences', 'study_cards', 'study_reviews'] as const) {
    await db.schema.createIndex(`${table}_server_id`).on(table).column('server_id').execute();
  }
}
