import type { Proposal } from './proposal.ts';

/** Words of the sentence that the question takes from each side of the blank: the reader takes in about forty tokens. */
const EACH_SIDE = 14;

/** What a question is made of; a proposal fits. */
interface Blanked {
  readonly unit: { readonly sentence: Pick<Proposal['unit']['sentence'], 'start' | 'text'> };
  readonly answer: Pick<Proposal['answer'], 'start' | 'text' | 'type' | 'family'>;
}

/** The sentence with its blank as what, who, when, how many: a question whose answer is the blank. */
export function makeQuestion({ unit: { sentence }, answer }: Blanked): string {
  const at = answer.start - sentence.start;
  const word = askingWord(answer.type, answer.family);
  const before = sentence.text.slice(0, at).split(/\s+/u).slice(-EACH_SIDE).join(' ');
  const after = sentence.text
    .slice(at + answer.text.length)
    .replace(/[.!]["”’)]*$/u, '')
    .split(/\s+/u)
    .slice(0, EACH_SIDE)
    .join(' ');
  const opening =
    answer.type === 'date' && word === 'when' ? before.replace(/\b(?:in|on|since|of|by) $/iu, '') : before;
  return `${opening}${word}${after}?`.replace(/\s+/gu, ' ').trim();
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
