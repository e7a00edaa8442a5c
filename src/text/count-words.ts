/** Words as a reader counts them: 'Kim’s' is one, 'long-term' is two. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0;
}
