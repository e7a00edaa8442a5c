import type { Asking, RememberedReply } from '../conversation/remember-reply.ts';
import type { Answered } from './messages/answer-question.ts';
import type { MessageView } from './messages/message-view.ts';
import { word } from './messages/message-view.ts';
import type { Audience } from '../domain/audience.ts';
import type { Words } from '../words/words.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Library } from '../domain/library.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { gapServer, withTellButton } from './gaps-in.ts';

export interface QuestionJob {
  /** For what is said instead of an answer. */
  readonly words: Words;
  readonly asking: Asking;
  readonly audience: Audience;
  readonly work: (library: Library) => Promise<Answered>;
  /**
   * Called once, with the answer and what is to be remembered of it, or with an honest word instead of it.
   * @returns the id of its message, if known
   */
  readonly deliver: (body: MessageView, reply?: RememberedReply) => Promise<string | undefined>;
  /** Called instead of `deliver` when there is no room to wait in. */
  readonly refuse: (body: MessageView) => Promise<unknown>;
}

/**
 * Waits for a turn, works and delivers; resolves when the asker has been told one thing or another. Delivering does
 * not hold up the next question: Discord may take its time.
 */
export function askInTurn(job: QuestionJob, context: BotContext, log: Logger): Promise<void> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const finish = (tell: () => Promise<unknown>) => {
      if (settled) return;
      settled = true;
      tell().then(() => {
        resolve();
      }, reject);
    };
    const { serverId, askerId } = job.asking;
    const lane = serverId ?? askerId;
    const work = {
      async run() {
        const started = context.clock();
        try {
          const answered = await job.work(context.libraryFor(job.audience));
          finish(() => deliverAnswer(answered, job, context));
          log.info({ milliseconds: Math.round(context.clock() - started) }, 'answered');
        } catch (error) {
          log.error({ error: describeError(error) }, 'a question failed');
          finish(() => job.deliver(word(job.words, 'conversation.failed')));
        }
      },
      abandon() {
        finish(() => job.deliver(word(job.words, 'conversation.stopped')));
      },
    };
    const taken = context.queue.push(work, lane);
    if (!taken)
      finish(() =>
        job.refuse(
          word(job.words, context.stopping() ? 'conversation.restarting' : 'conversation.queueFull'),
        ),
      );
  });
}

async function deliverAnswer(
  { body, reply }: Answered,
  { words, asking, audience, deliver }: QuestionJob,
  context: BotContext,
): Promise<void> {
  const remember = (id: string | undefined): Exchange | undefined =>
    id === undefined || !reply ? undefined : { ...asking, ...reply, id, askedAt: new Date().toISOString() };
  const server = await gapServer(reply, { serverId: asking.serverId, audience }, context);
  const shown = server === undefined ? body : withTellButton(words, body);
  const delivered = deliver(shown, reply).then(remember);
  await context.memory.keep(delivered);
  const exchange = await delivered;
  if (exchange && server !== undefined) await context.gaps.keep(exchange, server);
}
