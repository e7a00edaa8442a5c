import type { InteractionHandle } from '../discord-standin/interaction-handle.ts';
import type { CurrentBot } from './bot-under-test.ts';

/** What the double of the library answers. */
export const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';
/** A part of the answer as Discord shows it. */
export const QUOTED = 'by the **engineer** Alva Thorne.';

/** Both ways in which ada asks it. */
export function questionsTo(bot: CurrentBot) {
  const user = () => bot.discord.user('ada');
  return {
    ask: (): InteractionHandle =>
      bot.discord.slash({ user: user(), name: 'ask', options: { question: QUESTION } }),
    mention: () => bot.discord.message({ user: user(), content: `<@${bot.discord.bot.id}> ${QUESTION}` }),
  };
}
