export interface HtmlTitles {
  /** As the page names itself in its head, often with the site's name. */
  readonly title: string | undefined;
  readonly site: string | undefined;
  /** Of levels 1 and 2, in their order. */
  readonly headings: readonly string[];
}

/** Shorter headings are words that any title may begin or end with. Characters. */
const SHORTEST_HEADING = 8;
/** Signs that only part a title from the name of its site. */
const SITE_SIGN = /\s+(?:[|»«✩•]|::)\s+/u;
/** Words of a site's name or rubric. */
const LONGEST_SITE = 5;

/** 'Tide tables – The Harbour Post' without the site: a heading of the page, the site's name or a bar says which part it is. */
export function chooseHtmlTitle({ title, site, headings }: HtmlTitles): string | undefined {
  if (title === undefined) return headings[0];
  const fitting = headings.filter((each) => each.length >= SHORTEST_HEADING && isPartOf(title, each));
  if (fitting.length > 0) return longestOf(fitting);
  const bare = site === undefined ? title : withoutSite(title, site);
  const parts = bare.split(SITE_SIGN);
  // The site stands at one end; of two parts that could be it, the longer one is the title.
  const longest = longestOf(parts);
  const others = parts.filter((part) => part !== longest);
  return others.every((part) => part.split(' ').length <= LONGEST_SITE) ? longest : bare;
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** Whether the title is the heading with something before or after it. */
function isPartOf(title: string, heading: string): boolean {
  const [whole, part] = [plain(title), plain(heading)];
  if (part === '' || whole === part) return part !== '';
  if (whole.startsWith(part)) return /^\s*[|–—\-:·•»«✩([]/u.test(whole.slice(part.length));
  return whole.endsWith(part) && /[|–—\-:·•»«]\s*$/u.test(whole.slice(0, -part.length));
}

function withoutSite(title: string, site: string): string {
  const end = plain(title).lastIndexOf(plain(site));
  if (end <= 0 || end + site.length < title.length) return title;
  const before = title.slice(0, end);
  const bare = before.replace(/\s*[|–—\-:·•»«]\s*$/u, '');
  return bare === '' || bare === before ? title : bare;
}

/** In lower case, with straight quotation marks; as long as the text itself. */
function plain(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").toLowerCase();
}
