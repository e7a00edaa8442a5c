import type { APIMessage } from 'discord-api-types/v10';
import { Flag } from './extra-rules.ts';
import type { InteractionCallback, InteractionRecord } from './interaction-record.ts';
import type { JsonObject } from './json.ts';
import { objectsIn } from './json.ts';
import type { WaitOptions } from './wait.ts';
import { waitFor } from './wait.ts';
import type { World } from './world.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** One interaction as the person who started it sees it. Every member gives the present state. */
export interface InteractionHandle {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  /** The first answer that Discord took: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly callback: InteractionCallback | undefined;
  /** How many callbacks the bot sent, those that Discord refused included. */
  readonly callbackAttempts: number;
  /** The original reply (for an update: the component's message); undefined before there is one or when it was deleted. */
  readonly message: APIMessage | undefined;
  readonly followUps: readonly APIMessage[];
  /** How often the original reply was edited; filling in a deferral counts as one. */
  readonly edits: number;
  readonly ephemeral: boolean;
  /** The person still sees 'thinking…'. */
  readonly thinking: boolean;
  readonly modal: JsonObject | undefined;
  readonly choices: readonly Choice[];
  /** Milliseconds from the event to the first answer, and to the reply itself. */
  readonly ackMs: number | undefined;
  readonly replyMs: number | undefined;
  readonly acknowledged: (options?: WaitOptions) => Promise<InteractionHandle>;
  /** Waits for a direct answer, or for what follows a deferral: an edit, a deletion or a follow-up. */
  readonly settled: (options?: WaitOptions) => Promise<InteractionHandle>;
  /** Lets the 15 minutes of the token be over. */
  readonly expire: () => void;
}

export function createHandle(world: World, record: InteractionRecord): InteractionHandle {
  const message = (): APIMessage | undefined => world.messages.get(record.originalId ?? '')?.message;
  const flags = (): number => message()?.flags ?? 0;
  const since = (at: number | undefined): number | undefined =>
    at === undefined ? undefined : at - record.dispatchedAt;
  const handle: InteractionHandle = {
    id: record.id,
    token: record.token,
    userId: record.userId,
    get callback() {
      return record.callback;
    },
    get callbackAttempts() {
      return record.callbackAttempts;
    },
    get message() {
      return message();
    },
    get followUps() {
      return record.followUpIds.flatMap((id) => world.messages.get(id)?.message ?? []);
    },
    get edits() {
      return world.messages.get(record.originalId ?? '')?.edits ?? 0;
    },
    get ephemeral() {
      return (flags() & Flag.ephemeral) !== 0;
    },
    get thinking() {
      return (flags() & Flag.loading) !== 0;
    },
    get modal() {
      return record.callback?.type === 9 ? record.callback.data : undefined;
    },
    get choices() {
      return choicesOf(record);
    },
    get ackMs() {
      return since(record.callback?.at);
    },
    get replyMs() {
      return since(record.repliedAt);
    },
    acknowledged: async (options) => {
      const found = (): true | undefined => (record.callback ? true : undefined);
      await waitFor(world, found, { ...options, what: () => `an acknowledgement of ${describe(record)}` });
      return handle;
    },
    settled: async (options) => {
      const found = (): true | undefined => (record.repliedAt === undefined ? undefined : true);
      await waitFor(world, found, { ...options, what: () => `an answer to ${describe(record)}` });
      return handle;
    },
    expire: () => {
      record.expiresAt = performance.now() - 1;
    },
  };
  return handle;
}

function choicesOf(record: InteractionRecord): readonly Choice[] {
  return objectsIn(record.callback?.data['choices']).map((choice) => ({
    name: String(choice['name']),
    value: choice['value'] as string | number,
  }));
}

function describe(record: InteractionRecord): string {
  const name = record.commandName ?? `component or modal (type ${record.type})`;
  const callback = record.callback
    ? `callback type ${record.callback.type} was given`
    : 'no callback was accepted';
  return `'${name}': ${callback}, ${record.callbackAttempts} callback requests arrived.`;
}
