import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      corpusDir: resolve('corpus'),
      dataDir: resolve('data'),
      indexDir: resolve('data/index'),
      model: 'Xenova/all-MiniLM-L6-v2',
      modelsDir: resolve('models'),
      allowModelDownload: false,
      strictness: 'balanced',
      logLevel: 'info',
      discordToken: undefined,
      discordApiBase: undefined,
      messageContent: false,
    });
  });

  it('takes what the environment says, and an empty value for none', () => {
    const config = readConfig({
      CORPUS_DIR: ' /srv/texts ',
      DATA_DIR: '/srv/data',
      STRICTNESS: 'strict',
      MODEL: '',
      ALLOW_MODEL_DOWNLOAD: '1',
      LOG_LEVEL: 'silent',
    });
    expect(config).toMatchObject({
      corpusDir: '/srv/texts',
      indexDir: '/srv/data/index',
      strictness: 'strict',
      model: 'Xenova/all-MiniLM-L6-v2',
      allowModelDownload: true,
      logLevel: 'silent',
    });
    expect(readConfig({ INDEX_DIR: '/fast/index', DATA_DIR: '/srv/data' }).indexDir).toBe('/fast/index');
  });

  it('keeps the store in a file below DATA_DIR, or in the PostgreSQL that is named', () => {
    expect(readConfig({ DATA_DIR: '/srv/data' }).storeLocation).toBe('/srv/data/verbatim.db');
    const url = 'postgresql://ada:secret@db.example:5433/verbatim?sslmode=require';
    expect(readConfig({ STORE_URL: url }).storeLocation).toBe(url);
  });

  it.each(['mysql://ada:secret@db/verbatim', 'postgres://ada:secret@[/verbatim', 'ada:secret'])(
    'refuses %s for a store, without showing the password',
    (url) => {
      expect(() => readConfig({ STORE_URL: url })).toThrow(/STORE_URL is "…", but it has to be an address/);
      expect(() => readConfig({ STORE_URL: url })).not.toThrow(/ada|secret/);
    },
  );

  it.each(['on', 'off'] as const)('switches the reader %s', (value) => {
    expect(readConfig({ READER: ` ${value} ` }).reader).toBe(value);
  });

  it('takes a time zone by its name alone', () => {
    expect(readConfig({}).timeZone).toBeUndefined();
    expect(readConfig({ TIME_ZONE: 'Europe/Berlin' }).timeZone).toBe('Europe/Berlin');
    for (const value of ['+02:00', 'Atlantis'])
      expect(() => readConfig({ TIME_ZONE: value })).toThrow(/TIME_ZONE is .*has to be a time zone such as/);
  });

  it('gives each corpus named on the command line an index of its own, away from the bot’s', () => {
    const env = { DATA_DIR: '/srv/data', INDEX_DIR: '/srv/bot-index' };
    const one = readConfig(env, { corpus: '/texts/my boats' });
    const other = readConfig(env, { corpus: '/elsewhere/my boats' });
    expect(one.corpusDir).toBe('/texts/my boats');
    expect(one.indexDir).toMatch(/^\/srv\/data\/indexes\/my-boats-[0-9a-f]{8}$/);
    expect(one.indexDir).not.toBe(other.indexDir);
    expect(readConfig(env, { corpus: '/texts/my boats/' }).indexDir).toBe(one.indexDir);
    expect(readConfig(env, { corpus: '/texts/my boats', index: '/tmp/i' }).indexDir).toBe('/tmp/i');
    expect(readConfig(env, { index: 'here' }).indexDir).toBe(join(resolve('.'), 'here'));
  });

  it.each([
    ['STRICTNESS', 'stern', /one of strict, balanced, lenient/],
    ['STRICTNESS', 'Balanced', /one of strict, balanced, lenient/],
    ['READER', 'yes', /one of on, off/],
    ['READER', '1', /one of on, off/],
    ['LOG_LEVEL', 'loud', /one of trace,/],
    ['ALLOW_MODEL_DOWNLOAD', 'yes', /one of 0, 1, true, false/],
    ['MESSAGE_CONTENT', '2', /one of 0, 1, true, false/],
    ['COOLDOWN_BURST', '-1', /whole number/],
    ['COOLDOWN_SECONDS', '1.5', /whole number/],
    ['DISCORD_API_BASE', 'discord.com/api', /http:\/\/127\.0\.0\.1/],
  ])('refuses %s=%s, naming both and what is allowed', (name, value, rule) => {
    const attempt = () => readConfig({ [name]: value });
    expect(attempt).toThrow(expect.objectContaining({ code: 'config-invalid' }) as Error);
    expect(attempt).toThrow(`${name} is "${value}", but it `);
    expect(attempt).toThrow(rule);
  });
});
