import { rememberReply } from '../src/conversation/remember-reply.ts';
import type { Exchange } from '../src/domain/exchange.ts';
import type { Library } from '../src/domain/library.ts';

/** What the bot would remember of a question that was asked just now. */
export async function recallableExchange(question: string, library: Library): Promise<Exchange> {
  return {
    id: '2',
    channelId: '1',
    askerId: '1',
    isPrivate: false,
    askedAt: new Date().toISOString(),
    ...rememberReply(await library.ask(question), library),
  };
}
