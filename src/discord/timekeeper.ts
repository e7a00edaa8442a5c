/** Time as it passes; a test may pass it itself. */
export interface Timekeeper {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs it once after so many milliseconds, at most some days. @returns what calls it off */
  after(milliseconds: number, run: () => void): () => void;
}

/** That of the machine. What waits does not keep the process from ending. */
export const REAL_TIME: Timekeeper = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.max(0, milliseconds)).unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
