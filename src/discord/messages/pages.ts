import type { Words } from '../../words/words.ts';
import type { ButtonView, ControlId } from './message-view.ts';

/** One page of a list that is too long for a message. */
export interface Page<T> {
  readonly shown: readonly T[];
  /** Place of the first that is shown, counted from 0. */
  readonly from: number;
  /** Counts from 0. */
  readonly current: number;
  /** At least 1. */
  readonly pages: number;
}

/** @param wanted counts from 0; a page that does not exist any more becomes the last */
export function pageOf<T>(entries: readonly T[], wanted: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(entries.length / size));
  const current = Math.min(Math.max(0, wanted), pages - 1);
  const from = current * size;
  return { shown: entries.slice(from, from + size), from, current, pages };
}

/** Where the page is among the others; nothing for the only one. */
export function pageFooter(words: Words, { current, pages }: Page<unknown>): { footer?: string } {
  return pages > 1 ? { footer: words('sources.page', { page: current + 1, pages }) } : {};
}

/** To the pages before and after; none for the only one. */
export function pageButtons(
  words: Words,
  { current, pages }: Page<unknown>,
  to: (page: number) => ControlId,
): readonly ButtonView[] {
  if (pages === 1) return [];
  const [first, last] = [current === 0, current === pages - 1];
  // Two buttons must not have the same custom_id, so those that lead nowhere still name a page of their own.
  return [
    { label: words('sources.previousButton'), id: to(first ? pages : current - 1), disabled: first },
    { label: words('sources.nextButton'), id: to(last ? pages + 1 : current + 1), disabled: last },
  ];
}
