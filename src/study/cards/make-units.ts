import type { Span } from '../../domain/span.ts';
import { countWords } from '../../text/count-words.ts';
import type { StudySentence, StudyText } from './analyse-article.ts';

/** What a card shows: a sentence, or the sentence with the one before that it leans on. */
export interface Unit extends Span {
  readonly sentence: StudySentence;
  readonly neighbour?: StudySentence;
  readonly paragraph: number;
  readonly text: string;
}

/** A sentence and its neighbour have at most so many words together. */
const LONGEST_PAIR = 60;

/** Everything that may be shown on a card; a sentence that leans on what is not there is left out. */
export function makeUnits({ article, sentences }: StudyText): readonly Unit[] {
  return sentences.flatMap((sentence, at) => {
    if (sentence.unfit !== undefined) return [];
    if (!sentence.leans) return [unitOf(article.text, sentence)];
    const neighbour = sentences[at - 1];
    if (neighbour?.paragraph !== sentence.paragraph || neighbour.unfit !== undefined || neighbour.leans)
      return [];
    const unit = unitOf(article.text, sentence, neighbour);
    return countWords(unit.text) > LONGEST_PAIR ? [] : [unit];
  });
}

function unitOf(text: string, sentence: StudySentence, neighbour?: StudySentence): Unit {
  const { end, paragraph } = sentence;
  const { start } = neighbour ?? sentence;
  return {
    start,
    end,
    paragraph,
    sentence,
    text: text.slice(start, end),
    ...(neighbour ? { neighbour } : {}),
  };
}
