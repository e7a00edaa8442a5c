/** Words at each end that find a long quotation again. */
const WORDS_AT_EACH_END = 5;

/** A quotation up to this many words goes into the link whole. */
const WHOLE_UP_TO = 10;

/** Longer links are left out: Discord takes at most 512 characters for a button and wraps text links badly. */
const MAX_LINK_CHARACTERS = 512;

/**
 * The address with a `#:~:text=` fragment that leads a browser to the quotation. A fragment of the address itself
 * stays in front. https://wicg.github.io/scroll-to-text-fragment/
 */
function textFragmentUrl(url: string, quotation: string): string {
  const words = quotation.trim().split(/\s+/u);
  const directive =
    words.length <= WHOLE_UP_TO
      ? encodeFragment(words.join(' '))
      : `${encodeFragment(words.slice(0, WORDS_AT_EACH_END).join(' '))},${encodeFragment(words.slice(-WORDS_AT_EACH_END).join(' '))}`;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** A link that is safe inside `[label](link)`, or undefined when the address is not one for the web. */
export function citationLink(url: string | undefined, quotation: string): string | undefined {
  if (url === undefined || !/^https?:\/\/[^\s<>"\\]+$/iu.test(url)) return undefined;
  const full = url.includes(':~:text=') ? url : textFragmentUrl(url, quotation);
  // A parenthesis would end the masked link.
  const link = full.replaceAll('(', '%28').replaceAll(')', '%29');
  if (link.length <= MAX_LINK_CHARACTERS) return link;
  const bare = (link.split(/#?:~:text=/u)[0] ?? '').replace(/#$/u, '');
  return bare.length <= MAX_LINK_CHARACTERS ? bare : undefined;
}

/** encodeURIComponent leaves - _ . ! ~ * ' ( ) alone; a hyphen, comma or ampersand has a meaning in the directive. */
function encodeFragment(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!~*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
