import { analyseTerms } from '../../text/analyse-terms.ts';
import type { DatedEvent } from './find-events.ts';
import { fillBlanks } from './hide-answer.ts';
import type { Material } from './material.ts';

/** What begins or ends is plainly the first or the last of all that is told of it. */
const BEGINNING =
  /\b(?:found(?:ed|ing)|establish\p{L}+|creat(?:ed|ion|ing)|invent\p{L}+|born|birth|began|begin\p{L}*|start(?:ed|ing)|open(?:ed|ing)|introduc\p{L}+|launch\p{L}*|formed|formation|incorporated|charter\p{L}*|built|construct\p{L}+|discover\p{L}+|coined|conceived|came into|arriv\p{L}+|settled|debut\p{L}*|announc\p{L}+|propos\p{L}+|unveil\p{L}*|plan(?:s|ned|ning)?)\b/iu;
const ENDING =
  /\b(?:end(?:ed|ing)?|dissol\p{L}+|abolish\p{L}+|clos(?:ed|ing|ure)|expired|died|death|killed|assassinated|executed|execution|collaps\p{L}+|ceas\p{L}+|discontinu\p{L}+|demoli\p{L}+|destroy\p{L}*|disband\p{L}*|repeal\p{L}*|fail\p{L}*|fell|conclud\p{L}+|surrender\p{L}*|lift(?:ed|ing)|retired|resign\p{L}+|defeat\p{L}*|overthr\p{L}+|restor\p{L}+|reopen\p{L}*|rebuil\p{L}+|re-?establish\p{L}*|renam\p{L}+|expan\p{L}+|replac\p{L}+|return\p{L}*|eliminat\p{L}+|complet\p{L}+)\b/iu;

/** Of the article's own subject the plainest of them. */
const OF_ITSELF =
  /\b(?:found(?:ed|ing|er)|establish\p{L}+|creat(?:ed|ion|ing)|invent\p{L}+|born|birth|began|beg[au]n\p{L}*|introduc\p{L}+|launched|formed|formation|incorporated|charter\p{L}*|coined|ended|end of|dissol\p{L}+|abolish\p{L}+|closed|expired|died|death|collaps\p{L}+|ceas\p{L}+|discontinu\p{L}+|disband\p{L}*)\b/giu;
/** Characters around such a verb in which its subject mostly stands. */
const BESIDE = { before: 40, after: 25 } as const;

/** Whether it is the beginning or the end of what the article is about: nothing came before, or after. */
export function beginsOrEnds({ unit: { text } }: DatedEvent, { text: { article } }: Material): boolean {
  const title = stemsOf(article.title);
  return Array.from(text.matchAll(OF_ITSELF)).some(({ 0: verb, index }) =>
    analyseTerms(text.slice(Math.max(0, index - BESIDE.before), index + verb.length + BESIDE.after)).some(
      ({ stem }) => title.has(stem),
    ),
  );
}

/** From this share of the words of one, weighed by rarity, the two are about one thing. */
const SAME_MATTER = 0.3;

/** Whether one of the two tells when the other was: it is named there, or both are of one thing that begins or ends. */
export function leadToEachOther(a: DatedEvent, b: DatedEvent, material: Material): boolean {
  return (
    sharesNumbering(a.unit.text, b.unit.text) ||
    sharesHappening(a, b, material) ||
    sharesMatter(a, b, material)
  );
}

function sharesHappening({ unit }: DatedEvent, other: DatedEvent, { mentionsIn }: Material): boolean {
  const happenings = mentionsIn(unit.sentence).filter(({ family }) => family.startsWith('event:'));
  const keys = new Set(mentionsIn(other.unit.sentence).map(({ key }) => key));
  return happenings.some(({ key }) => keys.has(key));
}

function sharesMatter(a: DatedEvent, b: DatedEvent, { text }: Material): boolean {
  const title = stemsOf(text.article.title);
  const [own, other] = [matterOf(a, title), matterOf(b, title)];
  const common = own.filter((stem) => other.includes(stem));
  const turns = [a, b].some(({ unit }) => BEGINNING.test(unit.text) || ENDING.test(unit.text));
  const rare = Math.max(RARE.count, RARE.share * text.sentences.length);
  if (turns && common.some((stem) => text.frequency(stem) <= rare)) return true;
  const weigh = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + text.rarity(stem), 0);
  return weigh(common) >= SAME_MATTER * Math.min(weigh(own), weigh(other));
}

/** Sentences, or a share of them, that a word stands in at most which is not of the article as a whole. */
const RARE = { count: 6, share: 0.08 } as const;

/** Stems of what is told, without its date and what the whole article is about. */
function matterOf({ unit, blanks }: DatedEvent, title: ReadonlySet<string>): readonly string[] {
  const stems = analyseTerms(fillBlanks(unit.text, blanks, ' ')).map(({ stem }) => stem);
  return [...new Set(stems)].filter((stem) => !title.has(stem));
}

/** 'Windows 95' and 'Windows 98', 'Part I' and 'Part II': whoever can count has it. */
function sharesNumbering(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) =>
    Array.from(
      text.matchAll(/(\p{L}{3,})[ -]?(?:v\.? ?)?(?:\d+(?:\.\d+)*|[IVX]+)(?![\p{L}\d])/gu),
      ([, name]) => name,
    ),
  );
  return (first ?? []).some((name) => (second ?? []).includes(name));
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(analyseTerms(text).map(({ stem }) => stem));
}
