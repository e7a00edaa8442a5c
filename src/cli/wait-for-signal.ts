import type { SignalSource } from './command.ts';

/** Resolves when the process is told to end. @param given stops listening when it is aborted; it never resolves then */
export function waitForSignal(signals: SignalSource, given?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const leave = (): void => {
      signals.off('SIGINT', end);
      signals.off('SIGTERM', end);
    };
    const end = (): void => {
      leave();
      resolve();
    };
    signals.on('SIGINT', end);
    signals.on('SIGTERM', end);
    given?.addEventListener('abort', leave, { once: true });
  });
}
