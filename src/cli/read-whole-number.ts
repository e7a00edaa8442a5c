/** @returns undefined for an option that was not given, `invalid` for what is no whole number of up to nine digits */
export function readWholeNumber(value: string | undefined): number | 'invalid' | undefined {
  if (value === undefined) return undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : 'invalid';
}
