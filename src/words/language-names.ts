const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

let codes: ReadonlyMap<string, string> | undefined;

/** ISO 639-1 codes by their English names, as Intl has both. */
function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return new Map(
    LETTERS.flatMap((first) =>
      LETTERS.flatMap((second): readonly (readonly [string, string])[] => {
        const code = `${first}${second}`;
        const name = names.of(code);
        return name === undefined ? [] : [[name, code]];
      }),
    ),
  );
}

/** The name in `locale` of a language that is known by its English name; that name where Intl knows no other. */
export function nameOfLanguage(english: string, locale: string): string {
  const code = (codes ??= codesByName()).get(english);
  if (code === undefined) return english;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? english;
}
