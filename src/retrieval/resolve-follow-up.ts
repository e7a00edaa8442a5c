import { analyseTerms } from '../text/analyse-terms.ts';

/** Openings that go on from what was said: 'and where?', 'what about sanctions?'. */
const GOES_ON = /^(?:and|but|so|or|also|then|what about|how about|why not|how come|since when)\b/i;
/** Words that stand for something named before: 'did he give in?', 'in which country was that?'. */
const POINTS_BACK =
  /\b(?:he|she|it|they|him|her|hers|them|his|its|their|theirs|himself|herself|itself|themselves|that|this|those|these|there|then|one|ones|both|neither|the (?:same|other|others|former|latter))\b/i;
/** 'that' and 'one' in front of what they belong to name nothing from before: 'the treaty that Kim signed'. */
const OWN_CLAUSE = /\b(?:\p{L}+ that (?:\p{Lu}|the|a|an|was|is|were|are|has|had)|is there|are there)\b/u;

/**
 * Whether a question cannot be understood without the one before: by what it says, not by how short it is. 'Kursk?'
 * and 'what is a treaty?' name what they are about.
 */
export function leansOnEarlier(question: string): boolean {
  const words = question.trim();
  if (GOES_ON.test(words) || analyseTerms(words).length === 0) return true;
  return POINTS_BACK.test(words.replace(OWN_CLAUSE, ''));
}
