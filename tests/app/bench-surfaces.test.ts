import { expect, it } from 'vitest';
import { benchSurfaces } from '../../src/app/bench-surfaces.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';

it('measures what Discord’s users wait for without a model', async () => {
  const figures = await benchSurfaces(createHashEmbedder(), { articles: 20 });
  const names = figures.map(({ name }) => name);
  for (const name of [
    '/sources',
    'completing an article',
    'completing a term',
    'In context',
    '/lookup',
    '/quote',
  ])
    expect(names).toContain(name);
  for (const { p50, p95 } of figures) {
    expect(p50).toBeGreaterThan(0);
    expect(p95).toBeGreaterThanOrEqual(p50);
  }
});
