import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import { textOf, useBot } from './bot-under-test.ts';
import { QUESTION, questionsTo, QUOTED } from './lighthouse-question.ts';
import { buttonLabels } from './read-message.ts';

const callback = { method: 'POST', path: /\/callback$/u };
const edit = { method: 'PATCH', path: /\/messages\/@original$/u };
const send = { method: 'POST', path: /^\/channels\/\d+\/messages$/u };

describe.each(LAYOUTS)('when Discord fails, in %s', (layout) => {
  const bot = useBot({ bot: { layout } });

  const { ask, mention } = questionsTo(bot);

  it.each([
    ['a 502 after the callback was applied', { ...callback, status: 502, applyFirst: true }],
    ['a 502 before it was', { ...callback, status: 502 }],
    ['a cut socket on the callback', { ...callback, cutSocket: true }],
    ['a cut socket after it was applied', { ...callback, cutSocket: true, applyFirst: true }],
    ['a cut socket on the edit', { ...edit, cutSocket: true }],
    ['a 429 on the edit', { ...edit, status: 429, retryAfter: 0.1 }],
    ['a global 429 on the edit', { ...edit, status: 429, retryAfter: 0.1, global: true }],
    ['500 twice on the edit', { ...edit, status: 500, times: 2 }],
    ['503 for a while on the edit', { ...edit, status: 503, times: 5 }],
  ])('answers all the same after %s', async (_name, rule) => {
    bot.discord.fault(rule);
    const asked = ask();
    await bot.discord.until(() => textOf(asked.message).includes(QUOTED), 'the answer', {
      timeoutMs: 20_000,
    });
    expect(asked.thinking).toBe(false);
  });

  it('answers in plain text when Discord refuses the form', async () => {
    bot.discord.fault({ ...edit, code: 50035 });
    const asked = await ask().settled();
    expect(asked.message?.embeds).toEqual([]);
    expect(buttonLabels(asked.message)).toEqual([]);
    expect(textOf(asked.message)).toContain(QUOTED);
  });

  it('says so when even that is refused', async () => {
    bot.discord.fault({ ...edit, code: 50035, times: 2 });
    expect(textOf((await ask().settled()).message)).toContain('Something went wrong');
  });

  it('only logs that it was too late, and goes on', async () => {
    bot.discord.fault({ ...callback, code: 10062 });
    ask();
    await bot.discord.until(
      () => bot.test.log.some((line) => line.includes('could not be acknowledged')),
      'a log line',
    );
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
  });

  it('ends a failed question with an honest word', async () => {
    const asked = bot.discord.slash({
      user: bot.discord.user('ada'),
      name: 'ask',
      options: { question: 'Will it explode?' },
    });
    expect(textOf((await asked.settled()).message)).toContain('Something went wrong on my side');
  });

  it.each([50013, 50001])(
    'tells the asker of a mention in private when sending is refused with %i',
    async (code) => {
      bot.discord.fault({ ...send, code });
      mention();
      const dm = bot.discord.dmChannel(bot.discord.user('ada'));
      await bot.discord.until(() => bot.discord.messages(dm).length > 0, 'a private word');
      expect(textOf(bot.discord.messages(dm)[0])).toContain('I may not answer in');
    },
  );

  it.each([
    ['10008', { ...send, code: 10008 }],
    ['500', { ...send, status: 500 }],
    ['a cut socket', { ...send, cutSocket: true }],
    ['a 429', { ...send, status: 429, retryAfter: 0.1 }],
    ['a global 429', { ...send, status: 429, retryAfter: 0.1, global: true }],
    ['a 502 after it was sent', { ...send, status: 502, applyFirst: true }],
    ['a cut socket after it was sent', { ...send, cutSocket: true, applyFirst: true }],
  ])('answers a mention once after %s', async (_name, rule) => {
    bot.discord.fault(rule);
    const handle = mention();
    await handle.reply();
    await pause(900);
    const answers = bot.discord.messages().filter((message) => textOf(message).includes(QUOTED));
    expect(answers).toHaveLength(1);
  });

  it('answers a mention once after a 502 even where a nonce is not enforced', async () => {
    await bot.restart({ bot: { layout }, discord: { enforcesNonce: false } });
    bot.discord.fault({ ...send, status: 502, applyFirst: true, times: 2 });
    const handle = mention();
    await handle.reply();
    await pause(900);
    expect(handle.replies).toHaveLength(1);
  });

  it('gives the answer in the end when nothing could be edited for long', async () => {
    const fault = bot.discord.fault({ ...edit, status: 503, times: Infinity });
    const asked = ask();
    await bot.discord.until(() => fault.hits >= 8, 'eight tries');
    expect(asked.thinking).toBe(true);
    const next = bot.discord.message({
      user: bot.discord.user('bob'),
      content: `<@${bot.discord.bot.id}> ${QUESTION}`,
    });
    expect(textOf(await next.reply())).toContain(QUOTED);
    fault.remove();
    expect(textOf((await asked.settled()).message)).toContain(QUOTED);
  });

  it('gives up a question that cannot be acknowledged, and goes on', async () => {
    const fault = bot.discord.fault({ ...callback, status: 503, times: Infinity });
    const asked = ask();
    await bot.discord.until(
      () => bot.test.log.some((line) => line.includes('could not be acknowledged')),
      'a log line',
    );
    expect(fault.hits).toBeGreaterThan(4);
    expect(asked.callback).toBeUndefined();
    fault.remove();
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
  });

  it.each([10008, 10015, 50027])('does not insist when the edit is refused with %i', async (code) => {
    const fault = bot.discord.fault({ ...edit, code });
    const asked = ask();
    await bot.discord.until(
      () => bot.test.log.some((line) => line.includes('could not be put in place')),
      'a log line',
    );
    await pause(100);
    expect(fault.hits).toBe(1);
    expect(asked.edits).toBe(0);
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
    await bot.restart({}, 1);
  });

  it.each([
    ['refused', { code: 50013 }, 'did not let me post'],
    ['lost', { status: 502 }, 'did not say whether'],
  ])('tells who shares that it was %s, and lets them try again', async (_name, rule, words) => {
    const user = bot.discord.user('ada');
    const options = { question: QUESTION, private: true };
    const asked = await bot.discord.slash({ user, name: 'ask', options }).settled();
    bot.discord.fault({ method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/u, ...rule });
    const share = () => bot.discord.click({ user, message: asked.message, label: 'Share' });
    share();
    await bot.discord.until(() => textOf(asked.message).includes(words), 'a word');
    const shared = share();
    await bot.discord.until(() => shared.followUps.length === 1, 'the shared answer');
  });
});
