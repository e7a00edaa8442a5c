import type { Words } from '../../../words/words.ts';

/** More are counted. */
const NAMED = 20;

/** As Discord shows them; a message of the bot pings nobody. */
export function namePeople(words: Words, ids: readonly string[]): string {
  const names = ids.slice(0, NAMED).map((id) => `<@${id}>`);
  const more = ids.length - names.length;
  return more > 0 ? words('quiz.andMore', { names: names.join(', '), more }) : words.list(names);
}
