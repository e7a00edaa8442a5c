import type { BotOptions, RunningBot } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { startBot } from './start-bot.ts';

export interface RunOptions extends Omit<BotOptions, 'onFatal'> {
  /** Called once with the running bot, such as to print the invite link or to watch the index. */
  readonly onStarted?: (bot: RunningBot) => void;
}

/** What ends the run from outside; `process` fits. */
export interface SignalSource {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  off(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
}

/**
 * Runs the bot until SIGTERM or SIGINT and resolves with the exit code: 0 after a signal, within 10 s; a second
 * signal does not wait for what is in flight. 2 when the settings have to be mended, with the reason in `report`.
 */
export async function runBot(
  options: RunOptions,
  signals: SignalSource,
  report: (message: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let bot: RunningBot | undefined;
    let signalled = 0;
    const end = (code: number) => {
      signals.off('SIGTERM', onSignal);
      signals.off('SIGINT', onSignal);
      resolve(code);
    };
    const onSignal = () => {
      signalled += 1;
      if (signalled > 1 || !bot) end(0);
      else
        bot
          .stop('signal')
          .catch((error: unknown) => {
            options.logger.warn({ error: describeError(error) }, 'the bot did not stop cleanly');
          })
          .finally(() => {
            end(0);
          });
    };
    signals.on('SIGTERM', onSignal);
    signals.on('SIGINT', onSignal);
    startBot({
      ...options,
      onFatal: ({ message, exitCode }) => {
        report(message);
        void (bot?.stop('fatal') ?? Promise.resolve()).finally(() => {
          end(exitCode);
        });
      },
    }).then((running) => {
      bot = running;
      options.onStarted?.(running);
    }, reject);
  });
}
