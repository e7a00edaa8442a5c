import type { StudySentence } from './analyse-article.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

const SAYING =
  '(?:said|says|say|told|tells|warned|warns|added|adds|argued|argues|claimed|claims|wrote|writes|stated|states|noted|notes|explained|explains|announced|declared|declares|remarked|insisted|insists|predicted|predicts|concluded|concludes|suggested|suggests|expects|expected|believes|believed|thinks|thought|guessed|observed|observes|maintained|maintains|asserted|asserts|commented|quipped|recalled|reported|reports|admitted|admits|complained|proclaimed|vowed|promised|called|calls|describes|described|condemned|praised|criticised|criticized|dismissed)';
const AFTER = new RegExp(
  `^(?:, [^,“”"]{3,70},)? (?:later |also |once |has |had |once |famously )?${SAYING}\\b`,
  'u',
);
const BEFORE = new RegExp(
  `(?:\\b[Aa]ccording to (?:the )?|,["”] ${SAYING} (?:the )?|["”,] (?:as )?(?:the )?${SAYING} (?:the )?)$`,
  'u',
);
const VIEW_BEFORE = /\b[Ii]n $/u;
const VIEW_AFTER =
  /^['’]s? (?:view|opinion|judge?ment|words|account|eyes|estimation|estimate|assessment|phrase)\b/u;

/** Whether the sentence gives what it says as this one's words or view. */
export function isSpeaker(
  mention: Mention,
  sentence: StudySentence,
  { text: { article } }: Pick<Material, 'text'>,
): boolean {
  if (mention.type !== 'person' && mention.type !== 'organisation') return false;
  const before = article.text.slice(sentence.start, mention.start);
  const after = article.text.slice(mention.end, sentence.end);
  return AFTER.test(after) || BEFORE.test(before) || (VIEW_BEFORE.test(before) && VIEW_AFTER.test(after));
}
