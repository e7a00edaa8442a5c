import type { Unit } from './make-units.ts';
import type { Mention } from './term.ts';

/** Characters of the sentence on each side of the answer that say what it is the date, the number or the name of. */
const BEFORE = 110;
const AFTER = 90;

/** Beginnings, ends and turns: what a course asks the dates of. */
const TURN =
  /\b(?:found(?:ed|ing)|establish(?:ed|ment|ing)|creat(?:ed|ion)|form(?:ed|ation)|introduc(?:ed|tion)|invent(?:ed|ion)|discover(?:ed|y)|abolish(?:ed|ing)|abolition|abandon(?:ed|ment)|began|begun|beginning|start(?:ed)?|ended|end of|end in|cease[ds]?|became|become|adopt(?:ed|ion)|ratif(?:ied|ication)|signed|declar(?:ed|ation)|proclaim(?:ed|ing)|proclamation|independence|independent|conquer(?:ed)?|conquest|captur(?:ed|e)|seiz(?:ed|ing)|defeat(?:ed)?|invad(?:ed|es)|invasion|overthr(?:ew|own|ow)|revolution|uprising|revolt|rebellion|coup|opened|complet(?:ed|ion)|built|launch(?:ed)?|releas(?:ed|e)|publish(?:ed)?|publication|patent(?:ed)?|elected|crowned|coronation|succeeded|merged|merger|united|unification|unified|annex(?:ed|ation)|collaps(?:ed|e)|dissol(?:ved|ution)|outlaw(?:ed)?|bann?ed|ban|prohibit(?:ed|ion)|legali[sz](?:ed|ation)|emancipat(?:ed|ion)|freed|enact(?:ed)?|repealed|passed|came into (?:force|effect)|entered into force|took (?:control|power|effect)|rose to power|came to power|assassinat(?:ed|ion)|execut(?:ed|ion)|abdicat(?:ed|ion)|died|death of|born|war|treaty|constitution|renamed|moved|split|gained|ceded|settled|arriv(?:ed|al|ing)|replac(?:ed|ing)|coin(?:ed)|proposed|first used|earliest|first|last|originated|developed|development|destroy(?:ed)?|reform(?:ed)?|won|fell|fall of|lost)\b/iu;
/** Nothing of its kind came before, after or above it. */
const FOREMOST =
  /\b(?:first|last|final|oldest|earliest|largest|longest|highest|tallest|biggest|greatest|only|founded|founding|invented|discovered|abolished|independence|proclaimed|established|conquered|conquest|overthrew|overthrown|assassinated|abdicated|collapsed?|dissolved|unified)\b/iu;
/** Of matches there are more than can be remembered. */
const SPORT =
  /\b(?:seasons?|stadium|arena|games?|teams?|leagues?|franchises?|championships?|play(?:s|ed)?|(?:basket|foot|base)ball|hockey|cup final|(?:take|took) the title)\b/iu;
/** Of papers, channels and clubs a town has too many to know since when. */
const OUTLET =
  /\b(?:news(?:papers?|casts?)?|dail(?:y|ies)|weekly|TV|(?:television|radio|news|language) (?:channels?|stations?)|(?:sailing|yacht|golf|chess) clubs?|airports?|malls?|hotels?|festivals?|factor(?:y|ies)|zoo\p{L}*|arenas?)\b/iu;
/** One case of many, or news of the day. */
const MINOR =
  /\b(?:for (?:example|instance)|such as|appoint(?:ed|ment)|nominat(?:ed|ion)|rank(?:ed|s|ing)s?|poll(?:s|ed)?|survey(?:s|ed)?|stud(?:y|ies)|report(?:s|ed)?|estimate[ds]?|estimated|according to|award(?:ed)?|championships?|episode|interview(?:ed)?|article|exhibition|festival|attended|acclaimed|visit(?:ed)?|announced|statistics|data|census|updated?|version|edition|determined|conservation|played|plays|games?|teams?|leagues?|franchises?|seasons?|stadium|zip codes?|median|jobs?|losses|demolished|radio|television|invited|(?:greater|less|fewer|larger) than|eldest|upgrade[ds]?|repaired|renovated|sponsored|hosted|topped|profit|revenue|sales|budget|spent|donat(?:ed|ion)|lawsuit|sued|case|ruling|ruled|trial|convicted|arrested|protest(?:s|ed)?|criticism|critici[sz]ed|meeting|conference|speech|tour|filmed|featured|also|as of|rate|percent|unemployment|decline[ds]?|increase[ds]?|fell to|rose to(?! power)|dropped|had (?:been |already |long )?\p{L}+ed|later|already|still|continued|remained|again|another|some|plan(?:s|ned)?|scheduled|expected to|unveil(?:ed|s)|propos(?:al|als)|hop(?:ed|es)|intend(?:ed|s)|attempt(?:ed|s)?|negotiat\p{L}+|respectively|average|times? more|exceeded|purchases?|believed to|arguably|perhaps|probably|mostly)\b/iu;

/** How much it matters, in [0, 1], for what the words around it say of it; `year` is the middle one of the article's. */
export function measureFact(answer: Mention, { sentence }: Unit, year: number): number {
  const at = answer.start - sentence.start;
  const before = sentence.text.slice(Math.max(0, at - BEFORE), at).replace(/^.*[;:]/su, '');
  const after = sentence.text
    .slice(at + answer.text.length, at + answer.text.length + AFTER)
    .replace(/;.*$/su, '');
  switch (answer.type) {
    case 'date':
      return measureDate(before, after, answer) - (isNews(answer, year) ? 0.15 : 0);
    case 'number':
      return measureNumber(before, after, { answer, text: sentence.text });
    case 'person':
      // Whoever won so much of the vote is news.
      return /\d ?%|\bpercent\b/u.test(sentence.text) ? 0.2 : measureName(before, after, PERSON);
    case 'organisation':
    case 'place':
      return measureName(before, after, answer.type === 'place' && HAPPENED_AT.test(before) ? WHERE : PLACE);
    case 'term':
      return answer.family.startsWith('event:') ? EVENT : answer.weight;
  }
}

/** Wars and laws are mostly known by the rest of the sentence. */
const EVENT = 0.3;

function measureDate(before: string, after: string, { family }: Mention): number {
  // 'mined since 1993, it was the largest …': what follows is another thing.
  const own = before.length > 40 ? after.replace(/, (?:it|he|she|they) .*$/su, '') : after;
  const around = `${before} ${own}`;
  let worth = 0.35;
  if (TURN.test(around)) worth += 0.35;
  if (FOREMOST.test(around)) worth += 0.2;
  if (MINOR.test(around)) worth -= 0.4;
  // Who or what, in words of its own: a sentence without a name is said of what stands before it.
  if (!/[^.!?]\s["“(]?\p{Lu}\p{L}+/u.test(around)) worth -= 0.2;
  if (SPORT.test(around)) worth -= 0.25;
  if (OUTLET.test(around)) worth -= 0.35;
  // Nobody need know a day by heart, and of other days it is plain that they are others.
  if (family === 'date:day') worth -= 0.4;
  if (family === 'date:decade') worth -= 0.2;
  return clamp(worth);
}

/** Of our time more is told than needs to be known, unless the article is about it. */
function isNews({ value = 0, family }: Mention, year: number): boolean {
  return value >= 2000 && year < (family === 'date:month' ? 2015 : 1990);
}

/** A total, a share of the whole, a record; what it is and of when stands beside it. */
const CENTRAL =
  /\b(?:population|total(?:l?ing)?|of (?:all|the (?:world|country|population|total|earth|human|body)\p{L}*)|largest|longest|highest|tallest|deepest|smallest|greatest|most|majority|maximum|minimum|area|length|height|speed|temperature|mass|density|boils?|melts?|consists? of|compris(?:es|ing)|made up of|divided into|composed of|contains?|members?|states|provinces|counties|boroughs|species|languages|isotopes|symbol|killed|deaths?|died|casualties|lasted|billion|million)\b/iu;
const TRIFLE =
  /\b(?:votes?|voted|seats?|pages?|points?|goals?|episodes?|chapters?|leaders?|rulers?|employees|staff|students|faculty|articles?|copies|issues|tuition|fees?|cost|costs|price|prices|salary|worth|paid|pay|budget|grants?|fund(?:s|ing)?|billionaires|medall?ists|participants|attendees|visitors|respondents|surveyed|poll|volumes|rooms|floors|buildings|treaties|ships|men|women|troops|soldiers|miles away|minutes|hours|days|weeks|months|sites|schools|offices|stores|companies|businesses|aged?|old|approximately|about|around|some|nearly|almost)\b/iu;

/** How many parts a whole has is of its nature. */
const PARTS = 0.9;
const PARTS_BEFORE =
  /\b(?:consist(?:s|ed|ing)? of|compris(?:es?|ed|ing)|made up of|(?:sub)?divided into|composed of|belongs? to one of|classified into|grouped into|recogni[sz]es?|distinguish(?:es)?|has|have|there are) (?:the )?$/iu;
const PARTS_AFTER =
  /^ (?:(?:main|principal|major|basic|distinct|broad|different|stable|natural|\p{Ll}+al) ){1,2}(?:types?|kinds?|classes|groups|branches|categories|levels|stages|phases|parts|sections|layers|declensions|conjugations|cases|genders|moods|tenses|periods|elements|components|divisions|provinces|regions|isotopes|families|schools|castes|laws|principles|pillars|freedoms|rights|institutions|organs|houses|chambers|forces)\b/iu;

function measureNumber(
  before: string,
  after: string,
  { answer, text }: { readonly answer: Mention; readonly text: string },
): number {
  const around = `${before.slice(-60)} ${after.slice(0, 60)}`;
  if ((PARTS_BEFORE.test(before) || /\bone of (?:the )?$/iu.test(before)) && PARTS_AFTER.test(after))
    return PARTS;
  let worth = 0.3;
  // 'New York's five boroughs', 'two of four planes': small counts are known, or guessed.
  if (/^\p{L}/u.test(answer.text) && (answer.value ?? 0) < 13) worth -= 0.15;
  if (CENTRAL.test(around)) worth += 0.3;
  if (TRIFLE.test(around) || /\p{Sc}/u.test(answer.text)) worth -= 0.3;
  // One of several figures is not the one to be known.
  if ((text.match(/\d+(?:[.,]\d+)*/gu)?.length ?? 0) > 2) worth -= 0.15;
  return clamp(worth);
}

const DEED =
  'founded|invented|discovered|wrote|written|composed|designed|coined|proposed|introduced|established|led|ruled|succeeded|defeated|conquered|painted|developed|formulated|elected|crowned|became|created|built|published|overthrew|proclaimed|abolished|unified|united|pioneered|described|signed|directed|patented|demonstrated|named|formed|started|began|launched|assassinated|opened|commissioned|explored|translated|killed|eliminated|transformed|reformed|replaced|outlawed|banned|rebuilt|isolated|determined|showed|proved|commanded|conceived|popularized|popularised';
const DONE_BY = new RegExp(`\\b(?:${DEED})(?: \\p{L}+){0,5} by (?:the )?(?:\\p{L}+ ){0,4}$`, 'iu');
const DOES = new RegExp(`^(?:,[^,]{3,60},| \\([^)]*\\))? (?:\\p{L}+ly |first |later )?(?:${DEED})\\b`, 'iu');
const IS_FIRST =
  /^(?:,| (?:is|was|became)) (?:\p{L}+ )?(?:the|an?) (?:\p{L}+ ){0,2}(?:first|last|founder|inventor|author|leader|father|capital|largest|longest|highest|only|seat|home)\b/iu;
const HELD_BY =
  /\b(?:founder|inventor|author|leader|capital|king|emperor|president|prime minister|creator|architect|composer|successor|discoverer)(?: of (?:the )?\p{Lu}[^,.;]{2,30})?,? (?:is |was )?$/u;

const STANCE =
  /\b(?:argue[ds]?|claim(?:ed|s)?|believe[ds]?|proposed?s?|conclude[ds]?|predict(?:ed|s)?|warn(?:ed|s)?|vow(?:ed|s)?|condemn(?:ed|s)?|call(?:ed|s)|describe[ds]?|dismissed|insist(?:ed|s)?|expects?|promised|view|opinion|judge?ment|suggest(?:ed|s)?|maintain(?:ed|s)?|assert(?:ed|s)?|criticis?z?ed|proclaimed|declared)\b/u;
const REASON =
  /\b(?:because|rather than|instead|but|not|never|no|only|cannot|led to|lead to|leads to|due to|result(?:s|ed)?|cause[ds]?|means?|must|should|would|will|more than|most|if|without|despite|although|in order to|likely|real|trouble)\b|["“][^"”]{8,}["”]/u;

/** How much it matters, in [0, 1], who said what the sentence says: what takes a stand, of somebody who is heard more than once. */
export function measureStatement(text: string, mentions: number): number {
  const heard = mentions > 2 ? 0.4 : mentions > 1 ? 0.2 : 0;
  return clamp(0.2 + (STANCE.test(text) ? 0.2 : 0) + (REASON.test(text) ? 0.2 : 0) + heard);
}

/** Where nothing of the kind is said, a person is worth more than where it was. */
const PERSON = 0.25;
const PLACE = 0.1;
/** Where something that counts took place. */
const WHERE = 0.75;
const HAPPENED_AT =
  /\b(?:battles?|sieges?|massacre|surrender(?:ed)?|born|founded|signed|fought|landed|crowned|executed|assassinated|invented|discovered|built|opened) (?:\p{Ll}+ ){0,2}(?:of|at|in|near|on) (?:the )?$/u;

/** Who did it, and what it is that is first or foremost. */
function measureName(before: string, after: string, otherwise: number): number {
  if (DONE_BY.test(before) || IS_FIRST.test(after) || HELD_BY.test(before)) return 0.9;
  return DOES.test(after) ? 0.85 : otherwise;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
