import { describe, expect, it } from 'vitest';
import { createWorkQueue } from '../../src/discord/work-queue.ts';

describe('the queue of questions', () => {
  /** Pushes jobs named after their lanes, and says in which order they ran. */
  async function run(lanes: string, limit = 100): Promise<{ ran: string; refused: string }> {
    const queue = createWorkQueue({ limit, concurrency: 1 });
    let ran = '';
    let refused = '';
    for (const lane of lanes) {
      const job = {
        run: () => {
          ran += lane;
          return Promise.resolve();
        },
        abandon: () => undefined,
      };
      if (!queue.push(job, lane)) refused += lane;
    }
    await queue.close(5_000);
    return { ran, refused };
  }

  it('serves a server that asks once right after the job that runs, however many another one has waiting', async () => {
    expect(await run('aaaaaaaaaab')).toEqual({ ran: `abaaaaaaaaa`, refused: '' });
  });

  it('takes the servers in turn, and each one in its own order', async () => {
    expect((await run('aaabbbccc')).ran).toBe('abcabcabc');
  });

  it('keeps room for others when one has filled it', async () => {
    const { ran, refused } = await run(`${'a'.repeat(10)}bc`, 4);
    expect(refused).toBe('a'.repeat(5));
    expect(ran).toContain('b');
    expect(ran).toContain('c');
  });

  it('does not let a lane catch up on the rounds that it did not ask in', async () => {
    const queue = createWorkQueue({ limit: 100, concurrency: 1 });
    const order: string[] = [];
    const push = (lane: string, after?: () => void) =>
      queue.push(
        {
          run: () => {
            order.push(lane);
            after?.();
            return Promise.resolve();
          },
          abandon: () => undefined,
        },
        lane,
      );
    for (let i = 0; i < 5; i += 1)
      push(
        'a',
        i === 4
          ? () => {
              ['b', 'b', 'b', 'a'].forEach((lane) => push(lane));
            }
          : undefined,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await queue.close(5_000);
    expect(order.join('')).toBe('aaaaabbab');
  });

  it('goes on after a job that fails, and takes none when it is closed', async () => {
    const queue = createWorkQueue({ limit: 10, concurrency: 1 });
    let ran = 0;
    queue.push({ run: () => Promise.reject(new Error('It broke.')), abandon: () => undefined }, 'a');
    queue.push(
      {
        run: () => {
          ran += 1;
          return Promise.resolve();
        },
        abandon: () => undefined,
      },
      'a',
    );
    await queue.close(5_000);
    expect(ran).toBe(1);
    expect(queue.push({ run: () => Promise.resolve(), abandon: () => undefined }, 'b')).toBe(false);
  });
});
