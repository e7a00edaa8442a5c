import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Discord } from '../../discord-standin/driver.ts';
import { allComponents } from '../../discord-standin/message-components.ts';
import { plainTextOf } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';
import type { Outcome } from './perform.ts';
import type { Stage } from './stage.ts';
import type { Answer, Response } from './turns.ts';

/** Fails when the bot does anything else. @returns the message that it answered with */
export async function checkResponse(
  bot: Response,
  outcome: Outcome,
  stage: Stage,
): Promise<APIMessage | undefined> {
  const { discord } = stage;
  if (bot === 'nothing') {
    if (outcome.said) stage.silent.push(outcome.said);
    return undefined;
  }
  if ('reacts' in bot) {
    const { said = { id: '' } } = outcome;
    await discord.until(() => discord.reactions(said).includes(bot.reacts), `the reaction ${bot.reacts}`);
    return undefined;
  }
  if ('takesAway' in bot) {
    const answer = stage.traces.get(bot.takesAway)?.answer ?? { id: '' };
    await discord.until(() => !discord.record(answer), 'its answer to go');
    return undefined;
  }
  if ('offers' in bot) {
    expect(outcome.choices?.map(({ name }) => name)).toEqual(bot.offers);
    return undefined;
  }
  if ('opensForm' in bot) {
    const { modal } = (await outcome.interaction?.acknowledged()) ?? {};
    const shown = allComponents(modal?.['components']).map((component) => String(component['content']));
    expectInOrder(shown.join('\n'), bot.opensForm);
    return undefined;
  }
  const answer = await waitForAnswer(bot, outcome, stage);
  stage.accounted.add(answer.id);
  checkAnswer(bot, answer, stage);
  if (bot.shares) await checkShared(bot.shares, stage);
  if (bot.thread) await discord.until(() => hasThread(discord, answer.id), 'the thread');
  return answer;
}

async function waitForAnswer(bot: Answer, outcome: Outcome, stage: Stage): Promise<APIMessage> {
  const { discord, traces, accounted } = stage;
  const [first = ''] = bot.shows;
  if (bot.instead !== undefined) {
    const former = traces.get(bot.instead)?.answer ?? { id: '' };
    const now = () => discord.record(former)?.message;
    await discord.until(() => plainTextOf(now()).includes(first), `“${first}” in its former answer`);
    return required(now(), 'Its former answer is not there any more.');
  }
  if (outcome.interaction) {
    const settled = await outcome.interaction.settled();
    const answer = required(settled.message, 'Its answer is not there any more.');
    // What a button changes may be everybody's or one person's.
    if (!accounted.has(answer.id)) expect(settled.ephemeral, 'private').toBe(bot.privately === true);
    return answer;
  }
  const fresh = () => discord.botMessages().find(({ id }) => !accounted.has(id));
  await discord.until(() => fresh() !== undefined, `an answer with “${first}”`);
  const answer = required(fresh(), 'Its answer is not there any more.');
  stage.accounted.add(answer.id);
  const target = bot.aside ? undefined : outcome.said?.id;
  expect(answer.message_reference?.message_id, 'what it replies to').toBe(target);
  return answer;
}

/** In reading order; and whatever it quotes stands in an article. */
function checkAnswer(bot: Answer, message: APIMessage, { library }: Stage): void {
  const text = plainTextOf(message);
  expectInOrder(text, bot.shows);
  for (const words of bot.never ?? []) expect(text).not.toContain(words);
  if (bot.buttons) expect(buttonLabels(message)).toEqual(bot.buttons);
  const quotations = shownQuotations(message);
  if (bot.quotations !== undefined) expect(quotations).toHaveLength(bot.quotations);
  const texts = library.sources().entries.map(({ article }) => article.text);
  for (const quotation of quotations)
    expect(
      texts.some((whole) => whole.includes(quotation)),
      quotation,
    ).toBe(true);
}

/** One message for everybody, however often it was pressed; a second press is told so alone. */
async function checkShared(words: readonly string[], stage: Stage): Promise<void> {
  const { discord, accounted } = stage;
  const again = await stage.pressedAgain?.settled();
  if (again?.message) accounted.add(again.message.id);
  const fresh = () => discord.botMessages().filter(({ id }) => !accounted.has(id));
  await discord.until(() => fresh().length > 0, 'the shared message');
  const [shared] = fresh();
  expectInOrder(plainTextOf(shared), words);
  accounted.add(shared?.id ?? '');
}

function expectInOrder(shown: string, parts: readonly string[]): void {
  // A paragraph's sign and number never part.
  const text = shown.replaceAll('\u00a0', ' ');
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) throw new Error(`“${part}” is not there, or too early, in:\n${text}`);
    from = at + part.length;
  }
}

function required<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}

function hasThread(discord: Discord, id: string): boolean {
  return discord.requests.some(({ path }) => path.endsWith(`/messages/${id}/threads`));
}
