/** Ctrl-C, thrown where something was waited for that is given up. */
export class Interrupted extends Error {}

/** What a person breaks off ends at once; what is written is written whole all the same. */
export async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new Interrupted('Interrupted.'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
