const TIME = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*(?:uhr)?\s*(?:([ap])\.?\s*(?:m\.?)?)?$/iu;

/** Minutes after midnight of `8`, `08:00`, `20.30`, `8 h 30`, `8:30 p. m.`; undefined for what is no time of day. */
export function readTime(typed: string): number | undefined {
  const match = TIME.exec(typed.trim());
  if (!match) return undefined;
  const [, hours = '', minutes = '0', half] = match;
  const hour = Number(hours);
  const minute = Number(minutes);
  if (minute > 59) return undefined;
  if (half === undefined) return hour < 24 ? hour * 60 + minute : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute;
}

/** `08:00` */
export function writeTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
