import type { Kysely, Transaction } from 'kysely';
import type { StudyPlace, StudyPreferences, StudyStore } from '../../domain/ports/study-store.ts';
import type { Review, StudiedCard } from '../../domain/study.ts';
import { countRevision } from './revisions.ts';
import type { StoreTables } from './store-tables.ts';
import { keyOf, readPreferences, toCardRow, toReview, toReviewRow, toStudiedCard } from './study-rows.ts';

type Access = Kysely<StoreTables> | Transaction<StoreTables>;

const TABLES = ['study_cards', 'study_reviews', 'study_preferences'] as const;

export function createStudyStore(db: Kysely<StoreTables>): StudyStore {
  return {
    preferences: (place) => findPreferences(db, place),
    prefer: (place, preferences) => savePreferences(db, place, preferences),
    cards: (place) => listCards(db, place),
    reviews: (place, since) => listReviews(db, place, since),
    record: (place, review, after) =>
      db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('study_reviews')
          .values(toReviewRow(place, review))
          .onConflict((conflict) =>
            conflict.columns(['person_id', 'server_id', 'card_id', 'number']).doNothing(),
          )
          .executeTakeFirst();
        if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
        await saveCard(transaction, place, { ...review, memory: after });
        return true;
      }),
    takeBack: (place) =>
      db.transaction().execute(async (transaction) => {
        await countRevision(transaction, 'study');
        const row = await ofPlace(transaction.selectFrom('study_reviews').selectAll(), place)
          .orderBy('reviewed_at', 'desc')
          .orderBy('number', 'desc')
          .executeTakeFirst();
        if (!row) return undefined;
        const review = toReview(row);
        await ofPlace(transaction.deleteFrom('study_reviews'), place)
          .where('card_id', '=', row.card_id)
          .where('number', '=', row.number)
          .execute();
        if (review.before) await saveCard(transaction, place, { ...review, memory: review.before });
        else
          await ofPlace(transaction.deleteFrom('study_cards'), place)
            .where('card_id', '=', row.card_id)
            .execute();
        return review;
      }),
    reschedule: (place, cards, preferences) =>
      db.transaction().execute(async (transaction) => {
        for (const card of cards) await saveCard(transaction, place, card);
        await savePreferences(transaction, place, preferences);
      }),
    async exportOf(personId) {
      const places = await Promise.all(
        TABLES.map((table) =>
          db.selectFrom(table).select('server_id').distinct().where('person_id', '=', personId).execute(),
        ),
      );
      const servers = [...new Set(places.flat().map(({ server_id }) => server_id))].sort();
      return Promise.all(
        servers.map(async (server) => {
          const place = { personId, serverId: server === '' ? undefined : server };
          return {
            serverId: place.serverId,
            preferences: await findPreferences(db, place),
            cards: await listCards(db, place),
            reviews: await listReviews(db, place, 0),
          };
        }),
      );
    },
    removeOf: (owner) =>
      db.transaction().execute(async (transaction) => {
        const counts: number[] = [];
        for (const table of TABLES) {
          const rows =
            'personId' in owner
              ? transaction.deleteFrom(table).where('person_id', '=', owner.personId)
              : transaction.deleteFrom(table).where('server_id', '=', owner.serverId);
          counts.push(Number((await rows.executeTakeFirst()).numDeletedRows));
        }
        const [cards = 0, reviews = 0] = counts;
        return cards + reviews;
      }),
  };
}

/** Of that person in that place. */
function ofPlace<
  Query extends { where(column: 'person_id' | 'server_id', operator: '=', value: string): Query },
>(query: Query, place: StudyPlace): Query {
  const { person_id, server_id } = keyOf(place);
  return query.where('person_id', '=', person_id).where('server_id', '=', server_id);
}

async function listCards(db: Access, place: StudyPlace): Promise<readonly StudiedCard[]> {
  const rows = ofPlace(db.selectFrom('study_cards').selectAll(), place);
  return (await rows.orderBy('due_at').orderBy('card_id').execute()).map(toStudiedCard);
}

async function listReviews(db: Access, place: StudyPlace, since: number): Promise<readonly Review[]> {
  const rows = ofPlace(db.selectFrom('study_reviews').selectAll(), place)
    .where('reviewed_at', '>=', new Date(since).toISOString())
    .orderBy('reviewed_at')
    .orderBy('number');
  return (await rows.execute()).map(toReview);
}

async function findPreferences(db: Access, place: StudyPlace): Promise<StudyPreferences | undefined> {
  const row = await ofPlace(db.selectFrom('study_preferences').selectAll(), place).executeTakeFirst();
  return row && readPreferences(row.preferences);
}

async function savePreferences(db: Access, place: StudyPlace, preferences: StudyPreferences): Promise<void> {
  const json = JSON.stringify(preferences);
  await db
    .insertInto('study_preferences')
    .values({ ...keyOf(place), preferences: json })
    .onConflict((conflict) => conflict.columns(['person_id', 'server_id']).doUpdateSet({ preferences: json }))
    .execute();
}

async function saveCard(db: Access, place: StudyPlace, card: StudiedCard): Promise<void> {
  const { article_id, memory, due_at, ...key } = toCardRow(place, card);
  await db
    .insertInto('study_cards')
    .values({ ...key, article_id, memory, due_at })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'server_id', 'card_id']).doUpdateSet({ article_id, memory, due_at }),
    )
    .execute();
}
