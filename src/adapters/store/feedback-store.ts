import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Vote, VotedExchange } from '../../domain/feedback.ts';
import { VOTE_REASONS, VOTES } from '../../domain/feedback.ts';
import type { FeedbackStore, VoteOwner } from '../../domain/ports/feedback-store.ts';
import { toExchange } from './exchange-rows.ts';
import type { StoreTables, VoteRow } from './store-tables.ts';

export function createFeedbackStore(db: Kysely<StoreTables>): FeedbackStore {
  const exchangesBy = (column: 'asker_id' | 'server_id', value: string) =>
    db.selectFrom('exchanges').select('id').where(column, '=', value);
  const ownedBy = (owner: VoteOwner) => {
    const votes = db.deleteFrom('votes');
    if ('voterHash' in owner) return votes.where('voter_hash', '=', owner.voterHash);
    if ('exchangeId' in owner) return votes.where('exchange_id', '=', owner.exchangeId);
    const exchanges =
      'askerId' in owner ? exchangesBy('asker_id', owner.askerId) : exchangesBy('server_id', owner.serverId);
    return votes.where('exchange_id', 'in', exchanges);
  };
  return {
    async vote(exchangeId, vote) {
      const known = db.selectFrom('exchanges').select('id').where('id', '=', exchangeId);
      if (!(await known.executeTakeFirst())) return false;
      const columns = { vote: vote.vote, reason: vote.reason ?? null, voted_at: vote.at };
      await db
        .insertInto('votes')
        .values({ exchange_id: exchangeId, voter_hash: vote.voterHash, ...columns })
        .onConflict((conflict) => conflict.columns(['exchange_id', 'voter_hash']).doUpdateSet(columns))
        .execute();
      return true;
    },
    async withdraw(exchangeId, voterHash) {
      await db
        .deleteFrom('votes')
        .where('exchange_id', '=', exchangeId)
        .where('voter_hash', '=', voterHash)
        .execute();
    },
    async of(exchangeId) {
      const rows = await inOrder(db).where('exchange_id', '=', exchangeId).execute();
      return rows.map(toVote);
    },
    async givenBy(voterHash) {
      const rows = await inOrder(db).where('voter_hash', '=', voterHash).orderBy('exchange_id').execute();
      return rows.map((row) => ({ exchangeId: row.exchange_id, vote: toVote(row) }));
    },
    votes: (query) => readVoted(db, query),
    async removeOf(owner) {
      const rows = ownedBy(owner);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
  };
}

function inOrder(db: Kysely<StoreTables>) {
  return db.selectFrom('votes').selectAll().orderBy('voted_at').orderBy('voter_hash');
}

async function readVoted(
  db: Kysely<StoreTables>,
  { serverId, since }: { readonly serverId?: string; readonly since: string },
): Promise<readonly VotedExchange[]> {
  const voted = db
    .selectFrom('exchanges')
    .where('id', 'in', db.selectFrom('votes').select('exchange_id').where('voted_at', '>=', since))
    .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''));
  const ids = voted.select('id');
  const exchanges = await voted.selectAll().orderBy('asked_at').orderBy('id').execute();
  const excerpts = await db
    .selectFrom('exchange_excerpts')
    .selectAll()
    .where('exchange_id', 'in', ids)
    .orderBy('position')
    .execute();
  const votes = await inOrder(db).where('exchange_id', 'in', ids).where('voted_at', '>=', since).execute();
  const excerptsOf = byExchange(excerpts);
  const votesOf = byExchange(votes);
  return exchanges.map((row) => ({
    exchange: toExchange(row, excerptsOf.get(row.id) ?? []),
    votes: (votesOf.get(row.id) ?? []).map(toVote),
  }));
}

function byExchange<Row extends { readonly exchange_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.exchange_id);
    if (group) group.push(row);
    else groups.set(row.exchange_id, [row]);
  }
  return groups;
}

/** @throws ZodError when the row holds what this release has not written */
export function toVote(row: VoteRow): Vote {
  return {
    voterHash: row.voter_hash,
    vote: z.enum(VOTES).parse(row.vote),
    ...(row.reason !== null && { reason: z.enum(VOTE_REASONS).parse(row.reason) }),
    at: row.voted_at,
  };
}
