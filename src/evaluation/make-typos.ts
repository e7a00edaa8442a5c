/** Shorter words are left alone, and so are numbers. */
const MIN_LETTERS = 5;

/** Puts one typo (swap, drop, double or replace a letter) into one longer word of the question. */
export function makeTypo(question: string, random: () => number): string {
  const words = [...question.matchAll(/\p{L}+/gu)].filter((match) => match[0].length >= MIN_LETTERS);
  const chosen = words[Math.floor(random() * words.length)];
  if (!chosen) return question;
  const word = chosen[0];
  // The first letter is rarely mistyped.
  const at = 1 + Math.floor(random() * (word.length - 2));
  const typed = mistype(word, at, random);
  return question.slice(0, chosen.index) + typed + question.slice(chosen.index + word.length);
}

function mistype(word: string, at: number, random: () => number): string {
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + next + letter + after;
    case 1:
      return before + next + after;
    case 2:
      return before + letter + letter + next + after;
    default:
      return before + String.fromCharCode(97 + Math.floor(random() * 26)) + next + after;
  }
}
