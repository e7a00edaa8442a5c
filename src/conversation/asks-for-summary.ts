const KIND = '(?:summary|overview|gist|synopsis|digest|abstract|outline|recap|tl;?dr)';

/** Names of what there is to sum up. */
const WHOLE = '(?:articles?|text|thing|document|doc|page|paper|manual|book|report|story)';

/** Ways to ask for the whole in short; a question about somebody's summary is none of them. */
const SUMMARY = new RegExp(
  [
    '(?:summari[sz]e|sum up|recap|outline)\\b(?!.*\\b(?:who|when|where|why|which|how)\\b)',
    `(?:give|show|write|make|get|send)(?: me| us)? (?:a|an|the)(?: \\w+){0,2} ${KIND}\\b`,
    `(?:i|we) (?:want|need|would like)(?: to have)? (?:a|an|the)(?: \\w+){0,2} ${KIND}\\b`,
    `(?:a |an |the )?(?:\\w+ )?${KIND}(?: of\\b.*| please)?\\W*$`,
    `(?:what is|what's|whats) (?:it|this|that|(?:this|the)(?: whole)? ${WHOLE})(?: all)? about\\W*$`,
    '(?:what are|list|name|give me) the (?:main|key|most important) (?:points|takeaways|ideas)\\b',
  ].join('|'),
  'iu',
);

const POLITE =
  /^(?:please|pls|hey|hi|ok|so|and|now|could you|can you|would you|will you|kindly|just|briefly|quickly)[\s,]+/iu;

/** Whether somebody wants the article in short, which no quotation is. */
export function asksForSummary(question: string): boolean {
  let words = question.trim();
  while (POLITE.test(words)) words = words.replace(POLITE, '');
  return SUMMARY.exec(words)?.index === 0;
}
