import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLogger } from '../../src/adapters/create-logger.ts';
import { startBotUnderTest } from './bot-under-test.ts';

it('logs at the default level no question, no answer, and nobody’s name', async () => {
  let logged = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      logged += chunk.toString();
      done();
    },
  });
  const test = await startBotUnderTest({ bot: { logger: createLogger('info', stream) } });
  const { discord } = test;
  const user = discord.user('ada');
  const ask = (question: string) => discord.slash({ user, name: 'ask', options: { question } }).settled();
  const { message } = await ask('Which engineer built the lighthouse?');
  await ask('How tall is Zanzibar?');
  await ask('Does the Zanzibar lighthouse explode?');
  await discord.message({ user, content: `<@${discord.bot.id}> Who is Quimby of Zanzibar?` }).reply();
  await discord.slash({ user, name: 'lookup', options: { term: 'Zanzibar' } }).settled();
  await discord
    .slash({ user, name: 'quote', options: { text: 'Quimby was the keeper of Zanzibar' } })
    .settled();
  const opened = await discord.click({ user, message, label: 'Follow up' }).acknowledged();
  await discord.modalSubmit({ user, from: opened, values: { question: 'And Zanzibar?' } }).settled();
  await test.close();
  expect(logged.match(/"msg":"answered"/gu)?.length).toBeGreaterThan(2);
  expect(logged).toContain('a question failed');
  expect(logged).not.toMatch(/Zanzibar|Quimby|lighthouse|Thorne|ada\b/u);
});
