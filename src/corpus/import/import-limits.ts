/** Bytes that a Word file may unpack to; its text is a small part of that, the rest is styles and pictures. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/** A Word file has a few dozen parts, one more for each picture. */
export const MAX_ZIP_ENTRIES = 10_000;

/** Pages of one PDF; a long book has about 1,000. */
export const MAX_PDF_PAGES = 2000;

/** Elements of one page; the longest pages of encyclopedias have about 50,000. */
export const MAX_HTML_ELEMENTS = 200_000;

/** Nested elements; real pages stay below 100, and deeper ones are made to exhaust the stack. */
export const MAX_HTML_DEPTH = 500;
