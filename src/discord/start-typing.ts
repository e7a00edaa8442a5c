import { setTimeout } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { REST } from 'discord.js';

/** Discord: typing shows for 10 s. What is answered sooner than the first of these, in milliseconds, needs none. */
const TYPING_AFTER = 150;
const TYPING_INTERVAL = 8_000;
/** How long an answer waits for a sign of typing that is on its way, in milliseconds. */
const TYPING_GRACE = 500;

/** Shows 'is typing…' until the returned function is called; what that returns resolves when no more can arrive. */
export function startTyping(rest: REST, channelId: string): () => Promise<void> {
  const given = new AbortController();
  const type = () =>
    rest.post(Routes.channelTyping(channelId), { signal: given.signal }).catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();
  let timer = globalThis.setTimeout(repeat, TYPING_AFTER);
  function repeat(): void {
    last = type();
    timer = globalThis.setTimeout(repeat, TYPING_INTERVAL);
  }
  return async () => {
    clearTimeout(timer);
    await Promise.race([last, setTimeout(TYPING_GRACE, undefined, { ref: false })]);
    given.abort();
  };
}
