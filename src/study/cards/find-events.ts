import type { Span } from '../../domain/span.ts';
import { overlaps } from '../../domain/span.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Worth } from './measure-worth.ts';
import { blankOut } from './propose-cloze.ts';
import type { Mention } from './term.ts';

/** A sentence that tells what happened at one date, and can be shown without it. */
export interface DatedEvent {
  readonly unit: Unit;
  readonly date: Mention;
  /** Where the date stands in the sentence. */
  readonly blanks: readonly Span[];
  readonly worth: Worth;
}

/** A day, a month or a year is when something happened; a decade or a century is not. */
export function isPrecise(family: string): boolean {
  return family === 'date:day' || family === 'date:month' || family === 'date:year';
}

/** Of the parts of a worth: below it the sentence needs those around it. */
const LEAST_CLEAR = 0.6;

/** The article's events whose one date is certain and hidden by its blank, in order. */
export function findEvents(material: Material): readonly DatedEvent[] {
  return material.units.flatMap((unit) => {
    const [date, ...others] = material.askedIn(unit.sentence).filter(({ type }) => type === 'date');
    if (!date || others.length > 0 || unit.neighbour || !isPrecise(date.family)) return [];
    const blanks = blankOut(date, unit, material);
    if (blanks?.length !== 1) return [];
    const before = unit.text.slice(0, date.start - unit.start);
    const after = unit.text.slice(date.end - unit.start);
    const rest = `${before} ${after}`;
    if (!isCertain(before, after, date) || TIME.test(rest) || OTHER_DATE.test(rest) || LEANING.test(rest))
      return [];
    if (
      isUnnamed(`${before}${after}`, material.text.article.title) ||
      isCounted(unit.text) ||
      !isEvent(unit, date)
    )
      return [];
    // Of what came first the day is not asked for.
    const worth = material.worth(unit, { ...date, family: 'date:year' });
    return worth.clear < LEAST_CLEAR ? [] : [{ unit, date, blanks, worth }];
  });
}

/** 'in 1912', 'On 4 May 1912', 'was released May 4, 1912': not 'by', 'since' or 'around', and no range. */
function isCertain(before: string, after: string, date: Mention): boolean {
  const opening = AT.exec(before) ?? (date.family === 'date:year' ? null : PASSIVE_AT_END.exec(before));
  if (!opening) return false;
  const clause = before.slice(0, opening.index);
  return (
    !LIMIT.test(clause) &&
    !SUBORDINATE.test(clause) &&
    !/\([^)]*$/u.test(clause) &&
    !UNSURE.test(before + after) &&
    !/^(?:['’]s\b|[-–—/]| ?\?| (?:that|which|when|where)\b| (?:to|until|till|through|and|or) (?:(?:the|early|mid|late|in) )*\p{N})/u.test(
      after,
    )
  );
}

const AT =
  /(?:^|\s)(?:[Ii]n|[Oo]n)(?: (?:early|mid|late))?[ -](?:the (?:spring|summer|autumn|fall|winter) of |(?:the )?year )?$/u;

/** Where the tagger takes the verb for an adjective, its ending shows it. */
const PASSIVE = /\b(?:was|were) (?:\p{L}+ly )?\p{L}+ed\b/u;
const PASSIVE_AT_END = /(?<=\b(?:was|were) (?:\p{L}+ly )?\p{L}+ed) $/u;

/** 'until in 1912', 'beginning in 1912', 'as early as in 1912' */
const LIMIT =
  /\b(?:until|till|since|by|before|after|from|as|than|not|only|even|just|back|starting|beginning|effective|ending|planned|scheduled|expected|due|intended|dated|won|lost)$/iu;

const UNSURE =
  /\b(?:perhaps|possibly|probably|maybe|reportedly|allegedly|supposedly|said to|believed|thought|likely|appears? to|seems? to|claim\p{L}*|legend\p{L}*|tradition(?:ally)?|circa|approximately|roughly)\b|\bc\./iu;

/** What stands behind one of these may have happened at another time than what is told. */
const SUBORDINATE =
  /[;:]|\b(?:who|whom|which|that|whose|where|when|while|whereas|because|although|though|if|but)\b/iu;

/** Whatever says how old something is, or what came before or after it. */
const TIME =
  /(?<!\p{L})(?:first|firstly|last|lastly|later|latter|earlier|then|after|afterwards?|before|beforehand|prior|follow(?:ing|ed|s)?|preced\p{L}*|previous(?:ly)?|subsequent(?:ly)?|since|until|till|still|again|second|third|fourth|fifth|next|already|eventually|finally|ultimately|initial(?:ly)?|original(?:ly)?|former(?:ly)?|once|anniversar\p{L}*|years?|decades?|centur\p{L}+|millenni\p{L}+|modern|ancient|medieval|today|now|nowadays|present(?:-day)?|contemporary|recent(?:ly)?|latest|newest|oldest|youngest|earliest|succe(?:eded|ssors?|ssion)|predecessors?|continu\p{L}*|resum\p{L}*|remain\p{L}*|wartime|post-?\p{L}*war|pre-?war|inter-?war|during|amid|throughout|outbreak|aftermath|wake|meanwhile|simultaneously|same|BCE?|AD|CE|World Wars?|WWI+|Cold War|Civil War|Great Depression|September 11|9\/11|COVID\p{L}*|pandemic|era|age|aged|generation|so far|ever|yet|no longer|any ?more|as of|to date)(?!\p{L})/iu;

/** Another year, decade or month beside the blank, in whatever form. */
const OTHER_DATE =
  /(?<!\d)(?:1\d{3}|20\d{2})(?!\d)|\d0s\b|['’]\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/u;

/** It is said of something that stands elsewhere, or beside something else. */
const LEANING =
  /\b(?:too|similar(?:ly)?|likewise|such an?|another|thereafter|thereby|instead|also (?!known|called|includ)\p{L}+|(?:for|of|to|from) (?:it|them)(?= (?:in|on)\b|[.,;])|there (?=in\b|on\b)|the (?:title|record|lead|prize|post|award|bid|request|appeal|team|group|deal|offer)(?! (?:of|for|to|as)\b))\b/iu;

/** 'In 1912, the law was changed': which, the sentences before say. */
const UNNAMED_SUBJECT =
  /^(?:(?:In|On|At|By|With|Under)\b[^,]{0,60},? )?[Tt]he (\p{Ll}+ )?(\p{Ll}[\p{L}-]*)(?![\p{L}-]) (?:was|were|\p{Ll}+(?:ed|ew|ame|ook|ent|ade|old|ought|ave|ell|ot|an))\b/u;

function isUnnamed(rest: string, title: string): boolean {
  const [, modifier, noun] = UNNAMED_SUBJECT.exec(rest.replace(/^ *,? */u, '')) ?? [];
  const named = [modifier?.trim(), noun].filter((word) => word !== undefined);
  return noun !== undefined && !named.some((word) => title.toLowerCase().includes(word));
}

/** Figures of a year are no event, and nobody need know when a study was made. */
function isCounted(text: string): boolean {
  return (
    /%|\b(?:per ?cent|percentage|population|census|inhabitants|estimate[ds]?|average|median|rates?|ranked|ranking|accounted|according|surveys?|study|studies|polls?|research(?:ers)?|data|reports?|reported|statistics|figures?|GDP|total(?:led|ed)?|amounted|revenue|budget|endowment|largest)\b/iu.test(
      text,
    ) || (text.match(/\d+(?:[.,]\d+)*/gu)?.length ?? 0) > 3
  );
}

/** Verbs that tell how something was, not what happened. */
const STATE =
  /^(?:was|were|had|did|could|would|should|might|been|being|included?|consisted|contained|lived|belonged|existed|stood|lay|meant|seemed|appeared|held|worked|served|knew|known|thought|believed|wanted|used|based|located|situated|called|considered|seen|viewed|regarded|comprised|represented|numbered|cost|wrote|written|said|stated|argued|described|noted)$/iu;

/** Its sentence is in the past and tells of a deed, and no other deed stands before the date. */
function isEvent({ sentence: { words, text } }: Unit, date: Mention): boolean {
  // In a date 'May' is no verb.
  const verbs = words.filter((word) => word.tags.has('Verb') && !overlaps(word, date));
  if (verbs.some(({ text }) => /^(?:has|have|is|are|will|would|may|can|could|had)$/iu.test(text)))
    return false;
  const deeds = verbs.filter(
    ({ tags }) => tags.has('PastTense') && !tags.has('Copula') && !tags.has('Auxiliary'),
  );
  const [first] = deeds;
  const isDeed = first ? !STATE.test(first.text) : PASSIVE.test(text);
  return isDeed && deeds.filter(({ end }) => end <= date.start).length < 2;
}
