/** A quotation up to so many characters or words goes into the link whole; a longer one is named by its ends. */
const WHOLE_CHARACTERS = 80;
const WHOLE_WORDS = 10;
const WORDS_AT_EACH_END = 5;

/**
 * The address with a `#:~:text=` directive that makes a browser scroll to the quotation. A `#part` of the address
 * itself stays in front: it is where a browser goes that does not know the directive, or does not find the words.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragmentUrl(url: string, quotation: string): string {
  const address = url.replace(/:~:.*$/su, '');
  const words = quotation.split(/\s+/u).filter((word) => word !== '');
  const whole = words.join(' ');
  const directive =
    whole.length <= WHOLE_CHARACTERS || words.length <= WHOLE_WORDS
      ? encodeDirective(whole)
      : [words.slice(0, WORDS_AT_EACH_END), words.slice(-WORDS_AT_EACH_END)]
          .map((end) => encodeDirective(end.join(' ')))
          .join(',');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** A hyphen, a comma and an ampersand have a meaning in the directive; brackets would end a Markdown link. */
function encodeDirective(text: string): string {
  // A lone surrogate has no UTF-8 form.
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-_.!~*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
