import { textFragmentUrl } from '../../text/text-fragment.ts';

/** Discord takes at most 512 characters for a link button and wraps longer text links badly. */
const MAX_LINK_CHARACTERS = 512;

/**
 * A link to the quotation that is safe inside `[label](link)`. One that gets too long leads to the page alone;
 * undefined when the address is not one for the web.
 */
export function citationLink(url: string | undefined, quotation: string): string | undefined {
  const page = url === undefined ? undefined : pageLink(url);
  if (page === undefined) return undefined;
  const full = textFragmentUrl(page, quotation);
  return full.length <= MAX_LINK_CHARACTERS ? full : page;
}

/** The address of an article inside `[label](link)`; a parenthesis in it would end the link. */
export function pageLink(url: string): string | undefined {
  if (!/^https?:\/\/[^\s<>"\\]+$/iu.test(url)) return undefined;
  const link = url
    .replace(/#?:~:.*$/su, '')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return link.length <= MAX_LINK_CHARACTERS ? link : undefined;
}
