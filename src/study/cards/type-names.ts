import type { Article } from '../../domain/article.ts';
import type { TermType } from '../../domain/card.ts';
import { isDemonym } from './find-names.ts';
import type { FoundName } from './find-names.ts';
import { joinShortNames } from './join-names.ts';
import { ORGANISATION, NATURE, BUILT, REALM, REGION, HAPPENING } from './name-patterns.ts';
import type { Mention } from './term.ts';

/** What a name is held for. */
interface NameKind {
  readonly type: TermType;
  readonly family: string;
}

const CONTINENT =
  /^(?:(?:North|South|East|West|Central|Eastern|Western|Northern|Southern|Southeast|Latin|Sub-Saharan|Mainland|East-Central)[ -])*(?:Europe|Asia|Africa|America|Americas|Oceania|Australia|Antarctica|Middle East)$/u;

/** A side of the sky or of a conflict: it means something else in every sentence. */
const QUARTER = /^(?:North|South|East|West)(?:-?(?:east|west))?$/u;
const HALF = /^(?:North|South|East|West) (?!Africa)/u;
/** Named after a person, and none. */
const THEORY =
  /\b(?:Equations?|Laws?|Theorems?|Principles?|Hypothes[ie]s|Effect|Paradox|Conjecture|Theory|Doctrine|Algorithm|Model|Machine|Engine|Memorandum)$/u;

/** An avenue is no choice beside a palace. */
const BUILDINGS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['street', /\b(?:Street|Avenue|Road)$/u],
  ['palace', /\b(?:Castle|Palace|House|Tower)\b/u],
  ['park', /\b(?:Park|Garden|Square|Plaza|Market)\b/u],
  ['crossing', /\b(?:Bridge|Canal|Gate)\b/u],
  ['stage', /\b(?:Stadium|Hall|Theat(?:re|er)|Center|Centre)\b/u],
  ['stop', /\b(?:Airport|Harbou?r|Station)\b/u],
];

function builtOf(name: string): string {
  return BUILDINGS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'building';
}

/** A university is no choice beside a news agency. */
const BODIES: readonly (readonly [body: string, pattern: RegExp])[] = [
  ['learning', /\b(?:University|Institute|School|College|Academy|Laborator(?:y|ies)|Observatory)\b/u],
  ['press', /\b(?:Times|Post|Press|News|Journal|Herald|Broadcasting)\b/u],
  ['museum', /\b(?:Museum|Gallery|Library|Orchestra)\b/u],
  ['firm', /\b(?:Company|Corporation|Bank|Inc|Ltd|Group|Railway|Airlines?)\b/u],
  ['church', /\bChurch\b/u],
  ['party', /\b(?:Party|League|Movement|Front|Brotherhood)\b/u],
  ['force', /\b(?:Army|Navy|Guard)\b/u],
];

function organisation(name: string): NameKind {
  const body =
    BODIES.find(([, pattern]) => pattern.test(name))?.[0] ?? ORGANISATION.exec(name)?.[0] ?? 'body';
  return { type: 'organisation', family: `organisation:${body}` };
}

/** Names of the article with their types; those whose type cannot be told are left out. */
export function typeNames(found: readonly FoundName[], article: Article): readonly Mention[] {
  const names = found.filter(({ text }) => !QUARTER.test(text));
  const canonical = joinShortNames(names, article);
  const groups = new Map<string, FoundName[]>();
  for (const name of names) {
    const key = canonical(name.text);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups].flatMap(([key, group]) => {
    const kind = kindOf(key, group);
    if (!kind) return [];
    return group.map(({ start, end, text, sentence: { paragraph } }) => ({
      start,
      end,
      text,
      paragraph,
      key: `name:${key}`,
      ...kind,
      weight: weigh(kind, text),
    }));
  });
}

function weigh({ type, family }: NameKind, text: string): number {
  // Whoever goes by one word was named in full before.
  if (type === 'person') return text.includes(' ') ? 0.85 : 0;
  if (family === 'place:continent') return 0.25;
  // Who reads of half a country thinks of its other half.
  if (type === 'place' && HALF.test(text)) return 0;
  return type === 'term' ? 0.75 : 0.7;
}

function kindOf(key: string, group: readonly FoundName[]): NameKind | undefined {
  if (
    isDemonym(key) ||
    /^\p{Lu}+-\p{Ll}|-(?:based|born|led|backed|style|era|made|held|speaking)\b|^\p{Lu}+ \d| \d+$/u.test(key)
  )
    return undefined;
  const happening = HAPPENING.exec(key)?.[1];
  if (happening !== undefined) return { type: 'term', family: `event:${happening.replace(/s$/u, '')}` };
  if (THEORY.test(key)) return undefined;
  if (key === 'Soviet Union' || key === 'South Africa') return { type: 'place', family: 'place:country' };
  if (CONTINENT.test(key)) return { type: 'place', family: 'place:continent' };
  if (ORGANISATION.test(key)) return organisation(key);
  if (NATURE.test(key))
    return { type: 'place', family: `place:${NATURE.exec(key)?.[0].replace(/s$/u, '') ?? ''}` };
  if (BUILT.test(key)) return { type: 'place', family: `place:${builtOf(key)}` };
  if (REALM.test(key)) return { type: 'place', family: 'place:realm' };
  if (REGION.test(key)) return { type: 'place', family: 'place:region' };
  return kindByVotes(key, group);
}

/** What tags and neighbours say of each mention, as votes. */
function kindByVotes(key: string, group: readonly FoundName[]): NameKind | undefined {
  const votes = { person: 0, place: 0, organisation: 0 };
  const places = { city: 0, country: 0, region: 0 };
  let isShownAsPerson = false;
  for (const name of group) {
    const { all: tags, last } = tagsOf(name);
    const before = name.sentence.text.slice(0, name.start - name.sentence.start);
    const after = name.sentence.text.slice(name.end - name.sentence.start);
    if (name.title !== undefined || PERSONAL.test(after) || /^,? (?:who|whose)\b/u.test(after))
      isShownAsPerson = true;
    if (name.title !== undefined) votes.person += 2;
    else if (/\bthe $/iu.test(before)) votes.person -= 1.5;
    if (tags.has('Person') || tags.has('FirstName') || tags.has('LastName')) votes.person += 1;
    // 'Warsaw Escarpment' is no city: the last word decides.
    if (last.has('Place') || last.has('City') || last.has('Country') || last.has('Region')) votes.place += 1;
    if (tags.has('Organization') || tags.has('Acronym'))
      votes.organisation += tags.has('Organization') ? 1 : 0.5;
    if (last.has('Country')) places.country += 1;
    else if (last.has('City')) places.city += 1;
    else if (last.has('Region')) places.region += 1;
    if (/\b(?:[Ii]n|[Nn]ear|[Aa]t|[Ff]rom|[Tt]o|[Tt]hroughout|[Aa]cross) $/u.test(before)) votes.place += 0.4;
    if (PERSONAL.test(after)) votes.person += 0.8;
    if (/^,? (?:who|whose)\b/u.test(after)) votes.person += 1.5;
    if (
      /\b(?:born|physicist|inventor|engineer|professor|philosopher|author|writer|historian|scientist|mathematician|economist|poet|composer|architect|emperor|king|general|actor|actress|scholar|theologian|missionary|explorer|artist|painter|musician|leader) $/u.test(
        before,
      )
    ) {
      votes.person += 1;
      isShownAsPerson = true;
    }
  }
  const [best, second] = Object.entries(votes).sort(([, a], [, b]) => b - a);
  if (!best || best[1] < 1 || best[1] < 1.4 * (second?.[1] ?? 0)) return undefined;
  switch (best[0]) {
    case 'person':
      return isPersonName(key, group) && (isShownAsPerson || looksLikePerson(key, group))
        ? { type: 'person', family: 'person' }
        : undefined;
    case 'place': {
      // 'Israel-Lebanon' is two of them.
      if (/-\p{Lu}/u.test(key)) return undefined;
      const [place] = Object.entries(places).sort(([, a], [, b]) => b - a);
      return place && place[1] > 0 ? { type: 'place', family: `place:${place[0]}` } : undefined;
    }
    default:
      // 'RNA', 'GDP' and 'Byzantine' are tagged as organisations: one word alone says nothing.
      return key.includes(' ') && !/\d|\p{Lu}{2}/u.test(key) ? organisation(key) : undefined;
  }
}

const PERSONAL =
  /^ (?:said|says|wrote|writes|argued|argues|added|warned|told|believed|believes|thought|thinks|was born|died|married|met|vowed|invented|discovered|claimed|explained|studied|published|taught|proposed)\b/u;

/** With a first name, no number of a king's or a model's behind it, and not somewhere that one is in. */
function looksLikePerson(key: string, group: readonly FoundName[]): boolean {
  const fullest = group.find(({ text }) => text === key);
  if (!fullest || !key.includes(' ') || /\b[IVX]+$|\p{Lu}{2}/u.test(key)) return false;
  const isPlace = (name: FoundName): boolean =>
    /\b(?:[Ii]n|[Nn]ear|[Aa]t|[Tt]hroughout) $/u.test(
      name.sentence.text.slice(0, name.start - name.sentence.start),
    );
  const first = fullest.sentence.words.find(({ start }) => start === fullest.start);
  return first?.tags.has('FirstName') === true && group.filter(isPlace).length < group.length / 2;
}

/** Two to four words, or one word that stands for such a name or was titled. */
function isPersonName(key: string, group: readonly FoundName[]): boolean {
  const words = key.split(' ').length;
  if (
    words > 4 ||
    /\b(?:Notes?|Days?|License|Licence|Guide|Release|Index|List|Report|Theory|Group|Style|Deco)$/u.test(key)
  )
    return false;
  if (isDemonym(key.split(' ')[0] ?? key)) return false;
  // A first name alone is whoever was called so in the sentences before.
  if (words === 1 && group.some((name) => tagsOf(name).all.has('FirstName'))) return false;
  return words > 1 || group.length > 2 || group.some(({ title }) => title !== undefined);
}

function tagsOf({ start, end, sentence }: FoundName): {
  readonly all: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
} {
  const inside = sentence.words.filter((word) => word.start >= start && word.end <= end);
  return { all: new Set(inside.flatMap(({ tags }) => [...tags])), last: inside.at(-1)?.tags ?? new Set() };
}
