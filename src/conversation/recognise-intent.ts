import { recogniseChatter } from './recognise-chatter.ts';
import type { Chatter } from './recognise-chatter.ts';

/**
 * What a message wants. `keywords` is what could be either a question or something said in passing: it is answered
 * where the bot is plainly meant, and not otherwise.
 */
export type Intent =
  | { readonly kind: 'question' }
  | { readonly kind: 'keywords' }
  | { readonly kind: 'statement' }
  | { readonly kind: 'chatter'; readonly chatter: Chatter };

/** Ways to ask without a question mark. */
const ASKS_BY_WORD =
  /^(?:(?:and|but|so|ok(?:ay)?|well|hey|hi|hello|please|now|then|also|or|oh|um|btw)[,\s]+)*(?:who|whom|whose|what|whats|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must|tell (?:me|us)|show (?:me|us)|give (?:me|us)|explain|describe|define|list|name|find|look up|summari[sz]e|quote|i (?:want|would like|wonder|need) (?:to know|who|what|when|where|why|how)|any idea)\b/iu;
/** An indirect question has its question word inside. */
const ASKS_INSIDE =
  /\b(?:(?:do|does) (?:you|anyone|anybody|someone|somebody) know|(?:i )?wonder|wanna know|want to know|tell me|in (?:which|what)|of (?:which|what)|by (?:whom|which)|to whom|for whom|since when|how (?:many|much|long|old|far|big|often))\b/iu;
/** A verb that makes a sentence of words: beside a subject in front of it. */
const FINITE =
  /^(?:\P{L}*[\p{L}\p{M}'’]+\s+)+(?:is|are|was|were|am|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|has|have|had|hasn['’]t|haven['’]t|will|won['’]t|would|wouldn['’]t|can|can['’]t|cannot|could|couldn['’]t|did|didn['’]t|does|doesn['’]t|do|don['’]t|should|must|might|may)\b/iu;
const SPEAKS_OF_SELF =
  /^(?:(?:and|but|so|well|ok(?:ay)?|yeah|no|yes)[,\s]+)*(?:i|i['’]m|i['’]ve|i['’]ll|i['’]d|we|we['’]re|you|you['’]re|it['’]s|that['’]s|there['’]s|he['’]s|she['’]s|they['’]re|let['’]s)(?:\s|$)/iu;
/** Fewer words than this make no statement: 'Kim is' is a question cut short. */
const LEAST_STATEMENT = 3;

/** What the text wants, by itself: whom it is meant for is somebody else's to say. */
export function recogniseIntent(text: string): Intent {
  const chatter = recogniseChatter(text);
  if (chatter !== undefined) return { kind: 'chatter', chatter };
  const words = text.trim();
  if (/[?？]/u.test(words) || ASKS_BY_WORD.test(words) || ASKS_INSIDE.test(words))
    return { kind: 'question' };
  const isLong = words.split(/\s+/u).length >= LEAST_STATEMENT;
  if (isLong && (FINITE.test(words) || SPEAKS_OF_SELF.test(words))) return { kind: 'statement' };
  return { kind: 'keywords' };
}
