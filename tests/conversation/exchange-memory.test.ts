import { describe, expect, it } from 'vitest';
import { createExchangeMemory } from '../../src/conversation/exchange-memory.ts';
import { createStoreGuard } from '../../src/conversation/store-guard.ts';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import { makeExchange } from '../contracts/make-exchange.ts';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';

/** A memory over a store that can be made to fail, and what was said about it. */
function createFailing() {
  const said: string[] = [];
  const state = { now: 0, failsToOpen: false, fails: false };
  const store = createMemoryExchangeStore();
  const locked: ExchangeStore = {
    ...store,
    save: (exchange) => (state.fails ? Promise.reject(new Error('locked')) : store.save(exchange)),
    find: (id) => (state.fails ? Promise.reject(new Error('locked')) : store.find(id)),
  };
  const guard = createStoreGuard({
    open: () =>
      state.failsToOpen
        ? Promise.reject(new Error('corrupt'))
        : Promise.resolve(createMemoryStore({ exchanges: locked })),
    onFailed: (error) => said.push(String(error)),
    onRecovered: () => said.push('recovered'),
    clock: () => state.now,
  });
  const memory = createExchangeMemory(guard);
  return { memory, state, said };
}

describe('the memory over a store', () => {
  it('goes on without a store that fails, warns once, and has what it kept before', async () => {
    const { memory, state, said } = createFailing();
    expect(await memory.save(makeExchange())).toBe(true);
    state.fails = true;
    expect(await memory.save(makeExchange({ id: '2' }))).toBe(false);
    expect(await memory.find('1001')).toBeUndefined();
    expect(said).toEqual(['Error: locked']);
    state.fails = false;
    expect(await memory.find('1001')).toEqual(makeExchange());
    expect(await memory.find('2')).toBeUndefined();
    expect(said).toEqual(['Error: locked']);
    expect(await memory.save(makeExchange())).toBe(true);
    expect(said).toEqual(['Error: locked', 'recovered']);
  });

  it('has what is just being delivered, as soon as it is there', async () => {
    const { memory } = createFailing();
    let deliver = (): void => undefined;
    const delivered = new Promise<void>((resolve) => (deliver = resolve));
    const kept = memory.keep(delivered.then(() => makeExchange()));
    const found = memory.find('1001');
    deliver();
    expect(await found).toEqual(makeExchange());
    await kept;
    await expect(memory.keep(Promise.reject(new Error('not sent')))).rejects.toThrow('not sent');
  });

  it('tries again after a minute to open what could not be opened', async () => {
    const { memory, state, said } = createFailing();
    state.failsToOpen = true;
    expect(await memory.save(makeExchange())).toBe(false);
    state.failsToOpen = false;
    expect(await memory.save(makeExchange())).toBe(false);
    state.now = 60_000;
    expect(await memory.save(makeExchange())).toBe(true);
    expect(said).toEqual(['Error: corrupt', 'recovered']);
  });
});
