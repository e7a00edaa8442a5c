let zones: readonly string[] | undefined;

/** Names of today where the list has one of before: a place is looked for by the name that it has now. */
const RENAMED = [
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];

/** All that there are. */
function allZones(): readonly string[] {
  return (zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...RENAMED])]);
}

/** Those with that in their name, those that begin with it or whose place does before the others. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const wanted = fold(typed);
  const rank = (zone: string): number => {
    const name = fold(zone);
    if (name.startsWith(wanted) || placeOf(name).startsWith(wanted)) return 0;
    return name.includes(wanted) ? 1 : 2;
  };
  const ranked = allZones().map((zone) => ({ zone, rank: rank(zone) }));
  return [0, 1]
    .flatMap((best) => ranked.filter((one) => one.rank === best))
    .slice(0, limit)
    .map(({ zone }) => zone);
}

/** `Europe/Berlin` for that name in any case, or for `berlin`; undefined for what is none. */
export function readZone(typed: string): string | undefined {
  const wanted = fold(typed);
  const known = allZones().find((zone) => fold(zone) === wanted);
  if (known !== undefined) return known;
  const [place, ...others] = allZones().filter((zone) => placeOf(fold(zone)) === wanted);
  if (place !== undefined) return others.length === 0 ? place : undefined;
  // Names of before, which the list leaves out; offsets know nothing of daylight saving.
  if (!/^[a-z]/u.test(wanted)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** In small letters, without accents: the names of zones have none. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, '_');
}

function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}
