/** '1 article', '2 articles', '1,043 words': for nouns whose plural takes an s. */
export function countNoun(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
