import { expect, it } from 'vitest';
import { guardPackets } from '../../src/discord/open-client.ts';
import { recordTo } from './bot-under-test.ts';

it('refuses a discord.js whose entry for events it cannot guard, and says what to run', () => {
  expect(() => {
    guardPackets({}, recordTo([]));
  }).toThrow(/handlePacket[\s\S]*npm ci/u);
});

it('turns what is thrown there into a line of the log', () => {
  const log: string[] = [];
  const manager = {
    handlePacket: () => {
      throw new TypeError('No such field.');
    },
  };
  guardPackets(manager, recordTo(log));
  expect(Reflect.apply(manager.handlePacket, manager, [])).toBe(false);
  expect(log.join()).toContain('No such field.');
});
