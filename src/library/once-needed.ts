/** A value that is computed at its first use and kept: a generation never changes under its library. */
export function onceNeeded<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
