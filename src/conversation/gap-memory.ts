import { setTimeout } from 'node:timers/promises';
import type { Exchange } from '../domain/exchange.ts';
import type { Gap } from '../domain/gap.ts';
import type { StoreGuard } from './store-guard.ts';

/** Questions without a good answer, as a conversation uses them: nothing here rejects. */
export interface GapMemory {
  /** Whether any can be kept at all. */
  readonly isOn: boolean;
  /** Keeps the question of an exchange in that server. */
  keep(exchange: Exchange, serverId: string): Promise<void>;
  /** Waits for what is being kept. */
  find(id: string): Promise<Gap | undefined>;
  drop(id: string): Promise<void>;
}

/** By the embedder of the index. */
export type EmbedQuestion = (text: string) => Promise<Float32Array>;

/** How long `find` waits, in milliseconds; an interaction has 3 s in all. */
const PATIENCE = 1_000;

/** @param embed left out, nothing is kept @param onFailed told when a question cannot be embedded */
export function createGapMemory(
  guard: StoreGuard,
  embed: EmbedQuestion | undefined,
  onFailed: (error: unknown) => void,
): GapMemory {
  const keeping = new Set<Promise<void>>();
  async function save(exchange: Exchange, serverId: string, embedOne: EmbedQuestion): Promise<void> {
    const question = wholeQuestion(exchange);
    const vector = await embedOne(question);
    const [nearest] = exchange.excerpts;
    const { id, outcome, askedAt: at, askerId } = exchange;
    await guard.write(async (store) => {
      const askerHash = await store.hashPerson(serverId, askerId);
      await store.gaps.save({
        id,
        serverId,
        question,
        vector,
        askerHash,
        outcome,
        at,
        ...(nearest && { nearest }),
      });
    }, undefined);
  }
  return {
    isOn: embed !== undefined,
    async keep(exchange, serverId) {
      if (!embed) return;
      const saving = save(exchange, serverId, embed).catch(onFailed);
      keeping.add(saving);
      await saving;
      keeping.delete(saving);
    },
    async find(id) {
      if (keeping.size > 0)
        await Promise.race([Promise.all(keeping), setTimeout(PATIENCE, undefined, { ref: false })]);
      return guard.read(({ gaps }) => gaps.find(id), undefined);
    },
    drop: (id) => guard.write(({ gaps }) => gaps.remove(id), undefined),
  };
}

/** A follow-up says nothing without the question before it. */
function wholeQuestion({ question, explanation }: Exchange): string {
  return explanation?.context === undefined ? question : `${explanation.context} ${question}`;
}
