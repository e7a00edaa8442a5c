import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReadingRoom } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

describe('a reading that takes another turn', () => {
  let room: ReadingRoom;
  beforeEach(async () => {
    room = await openReadingRoom();
  });
  afterEach(() => room.test.close());

  it('says that it was stopped while it was paused', async () => {
    const { slash, told, shows } = room;
    await room.start();
    expect(await told(slash('ada', 'read pause'))).toContain('is paused');
    await shows('The reading is paused.');
    expect(await told(slash('ada', 'read stop'))).toContain('has been stopped');
    await shows('The reading was stopped.');
    await expect.poll(() => room.store.running()).toEqual([]);
  });

  it('says that it was paused while it waited', async () => {
    const { slash, told, shows, press } = room;
    await room.start();
    for (const part of [2, 3]) {
      await room.untilDue();
      await shows(`Part ${part} of 5`);
    }
    await room.untilDue();
    await shows('Nobody has pressed for three days');
    expect(await told(slash('ada', 'read pause'))).toContain('is paused');
    const notice = await shows('The reading is paused.');
    expect(await told(press('bob', notice, 'Go on'))).toContain('Only who began');
  });
});
