import type { Proposal } from './proposal.ts';

/** Words of the sentence that the question takes: the reader takes in about forty tokens. */
const WORDS = 28;

/** What a question is made of; a proposal fits. */
interface Blanked {
  readonly unit: { readonly sentence: Pick<Proposal['unit']['sentence'], 'start' | 'text'> };
  readonly answer: Pick<Proposal['answer'], 'start' | 'text' | 'type' | 'family'>;
}

/** The sentence with its blank as what, who, when, how many: a question whose answer is the blank. */
export function makeQuestion({ unit: { sentence }, answer }: Blanked): string {
  const at = answer.start - sentence.start;
  const word = askingWord(answer.type, answer.family);
  const wordsBefore = sentence.text.slice(0, at).split(/\s+/u);
  const wordsAfter = sentence.text
    .slice(at + answer.text.length)
    .replace(/[.!]["”’)]*$/u, '')
    .split(/\s+/u);
  // Half of them from each side of the blank; what one side lacks, the other has.
  const taken = Math.min(wordsAfter.length, Math.max(WORDS / 2, WORDS - wordsBefore.length));
  const after = wordsAfter.slice(0, taken).join(' ');
  const before = wordsBefore.slice(taken - WORDS).join(' ');
  const opening =
    answer.type === 'date' && word === 'when' ? before.replace(/\b(?:in|on|since|of|by) $/iu, '') : before;
  const asking = `${word}${after}?`.replace(/^who['’]s\b/u, 'whose');
  return `${opening}${asking}`.replace(/\s+/gu, ' ').trim();
}

function askingWord(type: Proposal['answer']['type'], family: string): string {
  switch (type) {
    case 'person':
      return 'who';
    case 'place':
      return family === 'place:country'
        ? 'which country'
        : family === 'place:city'
          ? 'which city'
          : 'which place';
    case 'organisation':
      return 'which organisation';
    case 'number':
      return family === 'number:%' ? 'what' : 'how many';
    case 'date':
      return family === 'date:year' ? 'which year' : family === 'date:century' ? 'which' : 'when';
    case 'term':
      return 'what';
  }
}
