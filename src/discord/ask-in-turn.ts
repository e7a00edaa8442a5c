import type { MessageBody } from './messages/message-body.ts';
import { word } from './messages/words.ts';
import type { Library } from '../domain/library.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';

export interface QuestionJob {
  readonly work: (library: Library) => Promise<MessageBody>;
  /** Called once, with the answer or with an honest word instead of it. */
  readonly deliver: (body: MessageBody) => Promise<void>;
  /** Called instead of `deliver` when there is no room to wait in. */
  readonly refuse: (body: MessageBody) => Promise<void>;
}

/**
 * Waits for a turn, works and delivers; resolves when the asker has been told one thing or another. Delivering does
 * not hold up the next question: Discord may take its time.
 */
export function askInTurn(
  { work, deliver, refuse }: QuestionJob,
  context: BotContext,
  log: Logger,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const finish = (tell: (body: MessageBody) => Promise<void>, body: MessageBody) => {
      if (settled) return;
      settled = true;
      tell(body).then(resolve, reject);
    };
    const taken = context.queue.push({
      async run() {
        const started = context.clock();
        try {
          finish(deliver, await work(context.getLibrary()));
          log.info({ milliseconds: Math.round(context.clock() - started) }, 'answered');
        } catch (error) {
          log.error({ error: describeError(error) }, 'a question failed');
          finish(deliver, word('failed'));
        }
      },
      abandon() {
        finish(deliver, word('stopped'));
      },
    });
    if (!taken) finish(refuse, word(context.stopping() ? 'restarting' : 'queueFull'));
  });
}
