const PARAGRAPHS = 30;
const SECTION = 6;
const VOCABULARY = 4000;
const SYLLABLES = 'ka lo mi ten ra su vel dor an pi qua ster ni mo gra el fu ban to re'.split(' ');

/** Made-up articles of made-up words in Markdown: long enough to be realistic, and nobody's text. */
export function makeCorpus(articles: number, random: () => number): readonly string[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() ** 2 * list.length)];
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(SYLLABLES) ?? '').join(''),
  );
  const times = (least: number, more: number, make: () => string, by: string): string =>
    Array.from({ length: least + Math.floor(random() * more) }, make).join(by);
  const sentence = (): string => {
    const text = times(8, 14, () => pick(words) ?? '', ' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: articles }, () =>
    Array.from({ length: PARAGRAPHS }, () => times(2, 4, sentence, ' ')).join('\n\n'),
  );
}

/** The same under titles and headings; every tenth title is that of the article before, by somebody else. */
export function makeTitledCorpus(articles: number, random: () => number): readonly string[] {
  return makeCorpus(articles, random).map((text, index, texts) => {
    const titled = index % 10 === 9 ? (texts[index - 1] ?? text) : text;
    const title = firstWords(titled, 5);
    const head = `---\ntitle: ${title}\nauthor: ${firstWords(text, 2)}\npublished: ${1900 + (index % 120)}\n---\n\n`;
    const paragraphs = text.split('\n\n');
    const blocks = paragraphs.map((paragraph, i) =>
      i % SECTION === 0 ? `## ${firstWords(paragraph, 3)}\n\n${paragraph}` : paragraph,
    );
    return `${head}${blocks.join('\n\n')}`;
  });
}

function firstWords(text: string, count: number): string {
  return text
    .split(/[\s.]+/u)
    .slice(0, count)
    .join(' ');
}
