import type { BotOptions, RunningBot } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { startBot } from './start-bot.ts';

export interface RunOptions extends Omit<BotOptions, 'onFatal' | 'signal'> {
  /** Called once Discord has accepted the bot, such as to print the invite link or to watch the index. */
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
    const signalled = new AbortController();
    const onSignal = () => {
      if (signalled.signal.aborted) end(0);
      signalled.abort();
      void finish('signal', 0);
    };
    const end = (code: number) => {
      signals.off('SIGTERM', onSignal);
      signals.off('SIGINT', onSignal);
      resolve(code);
    };
    signals.on('SIGTERM', onSignal);
    signals.on('SIGINT', onSignal);
    const started = startBot({
      ...options,
      signal: signalled.signal,
      onFatal: ({ message, exitCode }) => {
        report(message);
        void finish('fatal', exitCode);
      },
    });
    started.then((bot) => {
      if (bot && !signalled.signal.aborted) options.onStarted?.(bot);
    }, reject);

    async function finish(reason: string, code: number): Promise<void> {
      try {
        await (await started)?.stop(reason);
      } catch (error) {
        options.logger.warn({ error: describeError(error) }, 'the bot did not stop cleanly');
      }
      end(code);
    }
  });
}
