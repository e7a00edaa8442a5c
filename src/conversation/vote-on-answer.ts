import type { Exchange } from '../domain/exchange.ts';
import type { Vote, VoteReason } from '../domain/feedback.ts';
import type { Store } from '../domain/ports/store.ts';
import type { StoreGuard } from './store-guard.ts';

/** What became of a vote; `none`: there is none that it could be about. */
export type Voted = 'kept' | 'withdrawn' | 'none' | 'failed';

/** Who votes, on what, and when. */
export interface Voting {
  readonly exchange: Exchange;
  readonly userId: string;
  readonly now: Date;
}

/** Only an answer can be good or bad. */
export function isAnswer({ outcome }: Pick<Exchange, 'outcome'>): boolean {
  return outcome === 'strong' || outcome === 'weak';
}

/** Votes, or changes the vote; the same vote once more takes it back. */
export function voteOnAnswer(guard: StoreGuard, voting: Voting, vote: Vote['vote']): Promise<Voted> {
  return guard.write(async (store) => {
    const { voterHash, given } = await findVote(store, voting);
    if (given?.vote === vote) {
      await store.feedback.withdraw(voting.exchange.id, voterHash);
      return 'withdrawn';
    }
    const isKept = await store.feedback.vote(voting.exchange.id, {
      voterHash,
      vote,
      at: voting.now.toISOString(),
    });
    return isKept ? 'kept' : 'none';
  }, 'failed');
}

/** Says what is wrong, for somebody who has said that something is. */
export function giveReason(guard: StoreGuard, voting: Voting, reason: VoteReason): Promise<Voted> {
  return guard.write(async (store) => {
    const { given } = await findVote(store, voting);
    if (given?.vote !== 'down') return 'none';
    await store.feedback.vote(voting.exchange.id, { ...given, reason, at: voting.now.toISOString() });
    return 'kept';
  }, 'failed');
}

export function takeVoteBack(guard: StoreGuard, voting: Voting): Promise<Voted> {
  return guard.write(async (store) => {
    const { voterHash } = await findVote(store, voting);
    await store.feedback.withdraw(voting.exchange.id, voterHash);
    return 'withdrawn' as const;
  }, 'failed');
}

async function findVote(store: Store, { exchange, userId }: Voting) {
  const voterHash = await store.hashPerson(exchange.serverId, userId);
  const given = (await store.feedback.of(exchange.id)).find((vote) => vote.voterHash === voterHash);
  return { voterHash, given };
}
