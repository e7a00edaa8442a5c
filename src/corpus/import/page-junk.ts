/** Lines that content systems put into pages, with the reason that the report names. */
const JUNK: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern:
      /^(?:photo(?:graph)?s?|image|picture|illustration|video)s?(?: credit| courtesy| by)?\s*(?:[:|/]|by\s|courtesy of\s)\s*[^.!?]{2,80}\.?$/i,
    reason: 'photo credit',
  },
  {
    pattern: /^(?:credit|credits|source photo|getty images|shutterstock|ap photo)\b[^.!?]{0,60}$/i,
    reason: 'photo credit',
  },
  { pattern: /^continue reading the main story$/i, reason: 'read-more line' },
  {
    pattern: /^(?:read|see) (?:the )?(?:full|whole|original|entire) (?:article|story|post|text)\b.{0,40}$/i,
    reason: 'read-more line',
  },
  { pattern: /^(?:proudly )?powered by [^.!?]{2,40}\.?$/i, reason: 'powered-by line' },
  {
    pattern:
      /^(?:featured|trending|popular|editor[’']?s? picks?|more from [^.!?]{2,40}|supported by|story continues below(?: advertisement)?)$/i,
    reason: 'label of the page',
  },
  {
    pattern:
      /^(?:enlarge(?: this image)?|view (?:slideshow|gallery|comments)|hide caption|toggle caption|play video)$/i,
    reason: 'label of the page',
  },
];

/** Why a short line is a content system's and not the article's; undefined when it may be the article's. */
export function judgeJunk(text: string): string | undefined {
  if (text.length > 120) return undefined;
  return JUNK.find(({ pattern }) => pattern.test(text))?.reason;
}
