import type { TitleOrigin } from '../../domain/importing.ts';
import type { Draft, ImportBlock } from '../draft.ts';
import { judgedText } from '../draft.ts';
import { oneLine } from '../tidy-characters.ts';

/** Longer titles are cut between words. Characters. */
const MAX_DERIVED_TITLE = 80;
/** Characters of an id; it is a file name and a choice in a menu. */
const MAX_ID = 60;

/** File names that say nothing about what is in the file. */
const GENERIC_NAME =
  /^(?:(?:new|my|the|copy|of|a|an|un)[\s_-]*)*(?:article|text|txt|document|doc|untitled|unnamed|file|page|paste|pasted|clipboard|download|index|default|main|note|notes|draft|scan|output|export|temp|tmp|test|stdin)?[\s_()-]*\d*[\s_()-]*(?:copy)?$/i;

interface Title {
  readonly title: string;
  readonly from: TitleOrigin;
}

/**
 * A title for a source that names none: its file name where a person seems to have chosen it, else its
 * first sentence.
 */
function deriveTitle(name: string, firstText: string): Title {
  const stem = stemOf(name).replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (!GENERIC_NAME.test(stem) && /\p{L}{3}/u.test(stem)) {
    return { title: shorten(stem.charAt(0).toUpperCase() + stem.slice(1)), from: 'file name' };
  }
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(firstText.slice(0, 2000));
  return { title: shorten(first?.segment.trim() ?? firstText), from: 'first sentence' };
}

/** Blocks among which the title of a document stands. */
const OPENING = 12;

/** The title that was asked for, else what the source says of itself, else one made of its name or first words. */
export function chooseTitle(
  name: string,
  draft: Draft,
  blocks: readonly ImportBlock[],
  asked: string | undefined,
): Title {
  if (asked !== undefined && asked.trim() !== '') return { title: oneLine(asked), from: 'option' };
  const own = oneLine(draft.metadata.title ?? '');
  if (own !== '') return { title: own, from: draft.titleFrom ?? 'heading' };
  const heading = blocks.find(
    // Further down it is the heading of a part.
    (block, index) => block.kind === 'heading' && (index === 0 || (block.level === 1 && index < OPENING)),
  );
  if (heading?.kind === 'heading') return { title: heading.text, from: 'heading' };
  const first = firstLineTitle(blocks);
  if (first !== undefined) return { title: first, from: 'heading' };
  return deriveTitle(name, blocks.map(judgedText).find((text) => text !== undefined && text !== '') ?? '');
}

/** Lines below a title among which the text begins. */
const LINES_BELOW_TITLE = 4;

/** The first line of a text without headings, where it looks like a title: short, no sentence, above longer text. */
function firstLineTitle([first, ...rest]: readonly ImportBlock[]): string | undefined {
  if (first?.kind !== 'paragraph' || first.role !== undefined) return undefined;
  // Below a title there may be a date or a name before the text.
  const below = rest
    .slice(0, LINES_BELOW_TITLE)
    .flatMap((block) => ('text' in block ? [block.text ?? ''] : []));
  const { text } = first;
  const looks =
    text.length <= 90 && /^[\p{Lu}\p{N}“"]/u.test(text) && !/[.:;,!?…]["”]?$|^\W*$|\t| {2}/u.test(text);
  return looks && text.split(' ').length >= 2 && below.some((line) => line.length >= 2 * text.length)
    ? text
    : undefined;
}

/** Cut between words and marked by an ellipsis; a full stop at the end goes. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_DERIVED_TITLE) return line.replace(/(?<=[^.])\.$/, '');
  const room = line.slice(0, MAX_DERIVED_TITLE);
  const cut = room.lastIndexOf(' ');
  const kept = cut > MAX_DERIVED_TITLE / 2 ? room.slice(0, cut) : room.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** The article's id: the file's name without its ending, for an address its last telling part, else the title. */
export function nameArticle(name: string, title: string, id?: string): string {
  const candidates = [id ?? '', stemOf(name), title];
  const telling = candidates
    .map(slug)
    .find((id) => /\p{L}/u.test(id) && !/^(?:index|default|home|article-\d+)$/.test(id));
  return avoidReserved(telling ?? slug(title));
}

function stemOf(name: string): string {
  const last = name.replace(/[/\\]+$/, '').replace(/^.*[/\\]/, '');
  return last.replace(/\.[a-z0-9]{1,10}$/i, '');
}

/** Lower case, letters and digits of any script, hyphens between: 'Über uns (2)' is 'uber-uns-2'. */
function slug(text: string): string {
  const plain = text
    .slice(0, 500)
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}+/giu, '')
    .normalize('NFC')
    .toLowerCase();
  const words = plain
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= MAX_ID) return words;
  const room = Array.from(words).slice(0, MAX_ID).join('');
  return (room.includes('-', 20) ? room.slice(0, room.lastIndexOf('-')) : room).replace(/-+$/, '');
}

/** Names that the corpus takes for something else (README) or that Windows refuses. */
function avoidReserved(id: string): string {
  if (id === '') return 'article';
  return /^readme|^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(id) ? `article-${id}` : id;
}
