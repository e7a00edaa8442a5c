import type { Review, StudiedCard } from '../../domain/study.ts';

/** What is remembered once an answer is taken back: as it was before, or nothing where it was the first. */
export function takeBack(studied: readonly StudiedCard[], review: Review): readonly StudiedCard[] {
  return studied.flatMap((entry) => {
    if (entry.cardId !== review.cardId) return [entry];
    return review.before ? [{ ...entry, memory: review.before }] : [];
  });
}

/** After a pause, what was to fall due since its beginning falls due that much later; what was due before stays so. */
export function endPause(
  studied: readonly StudiedCard[],
  { since, now }: { readonly since: number; readonly now: number },
): readonly StudiedCard[] {
  const shift = Math.max(0, now - since);
  return studied.map((entry) =>
    entry.memory.due <= since
      ? entry
      : { ...entry, memory: { ...entry.memory, due: entry.memory.due + shift } },
  );
}
