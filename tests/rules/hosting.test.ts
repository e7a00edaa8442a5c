import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SETTINGS } from '../../src/app/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFile(join(ROOT, path), 'utf8');
/** What systems set for any program. */
const FOREIGN = ['NODE_ENV'];
const isKnown = (name: string): boolean => FOREIGN.includes(name) || Object.hasOwn(SETTINGS.shape, name);

describe('what hosts the bot', () => {
  it('is an image of what is there and what .dockerignore lets in, which starts without a shell', async () => {
    const dockerfile = await read('Dockerfile');
    const letIn = (await read('.dockerignore'))
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect([...new Set(copied)].sort()).toEqual([...letIn].sort());
    for (const path of copied) await access(join(ROOT, path));
    expect(dockerfile).toMatch(/^USER node$/mu);
    expect(dockerfile).toMatch(/^CMD \["node", "bin\/verbatim\.js", "start"\]$/mu);
    expect(dockerfile).toMatch(/CMD \["node", "bin\/verbatim\.js", "health"\]/u);
    const [, settings = ''] = /^ENV (.+)$/mu.exec(dockerfile) ?? [];
    for (const pair of settings.split(' ')) expect(pair.split('=')[0]).toSatisfy(isKnown);
  });

  it('gives the bot settings that there are, in compose, and holds no secret itself', async () => {
    const text = await read('compose.yaml');
    const service = z.looseObject({
      environment: z.record(z.string(), z.string()),
      networks: z.array(z.string()),
    });
    const { services } = z.looseObject({ services: z.record(z.string(), service) }).parse(parse(text));
    for (const name of Object.keys(services['bot']?.environment ?? {})) expect(name).toSatisfy(isKnown);
    expect(services['store']?.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/u);
    expect(services['store']?.networks).toEqual(['inside']);
  });

  it('gives the bot settings that there are, in the unit, and does not start it again after a wrong one', async () => {
    const unit = await read('deploy/verbatim.service');
    const [, settings = ''] = /^Environment=(.+)$/mu.exec(unit) ?? [];
    for (const pair of settings.split(' ')) expect(pair.split('=')[0]).toSatisfy(isKnown);
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node bin\/verbatim\.js start$/mu);
    expect(unit).toMatch(/^RestartPreventExitStatus=2$/mu);
  });
});
