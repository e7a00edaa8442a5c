import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Elements whose content a reader does not see, with all that is in them. */
const UNSEEN =
  /<(script|style|noscript|template|svg|canvas|iframe|object|audio|video|select|textarea|button|head|map)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const INLINE_TAG =
  /<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|ins|kbd|label|mark|q|s|del|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?:\s[^>]*)?\/?>/gi;

/**
 * The text of a page by pattern alone, without a parser: inline tags vanish, all others part words. It is only
 * for counting words.
 */
export function rawTextOfHtml(html: string): string {
  return decodeEntities(
    html
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(UNSEEN, ' ')
      .replace(INLINE_TAG, '')
      .replace(/<[a-z!/?][^>]*>/gi, ' '),
  );
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x?)?([a-z0-9]{1,31});/gi, (whole, sign: string | undefined, name: string) => {
    if (sign === undefined) return decodeNamedCharacterReference(name) || whole;
    const code = sign === '#' ? Number(name) : parseInt(name, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The text of Markdown by pattern: addresses of links, tags, front matter and the languages of fences are no words of it. */
export function rawTextOfMarkdown(body: string): string {
  return decodeEntities(
    body
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, ' ')
      .replace(/^[ \t]*\[[^\]]+\]:[ \t]*\S+.*$/gm, (line) => (line.includes('[^') ? line : ' '))
      .replace(/\]\([^()\s]*(?:\s+"[^"]*")?\)/g, ']')
      .replace(/\[\^[^\]\s]+\]:?/g, ' ')
      .replace(/^[ \t]*\d{1,9}[.)][ \t]/gm, ' ')
      // In the middle of a word an underscore or a single tilde is itself: `upstream_version`, `1.2~rc1`.
      .replace(/(?<=\p{L}|\p{N})(?:\*+|~~)(?=\p{L}|\p{N})/gu, '')
      .replace(INLINE_TAG, '')
      .replace(/<\/?[a-z][^>]*>/gi, ' '),
  );
}

/** The head of a page is no text of it. */
export function htmlBody(html: string): string {
  return html
    .replace(/<head\b[^>]*>[\s\S]*?<\/head\s*>/i, ' ')
    .replace(/<title\b[^>]*>[\s\S]*?<\/title\s*>/i, ' ');
}

/** The source's words with those put together that the importer named so. */
export function withoutHyphenations(source: string, joinedWords: readonly string[]): string {
  if (joinedWords.length === 0) return source;
  const broken = new Set(joinedWords.map((entry) => entry.replace(/ → .*$/, '')));
  return source.replace(
    /(\p{L}+(?:[-‐]\p{L}+)*)[-‐]\s+(\p{Ll}\p{L}*)/gu,
    (whole, head: string, tail: string) => (broken.has(`${head}-${tail}`) ? head + tail : whole),
  );
}
