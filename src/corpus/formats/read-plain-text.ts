import type { ReaderTools, RemovedLine } from '../../domain/importing.ts';
import type { Draft, ImportBlock } from '../draft.ts';
import type { JoinOptions } from './join-lines.ts';
import { collectVocabulary, joinedWordsNote, joinLines } from './join-lines.ts';
import { findNumberedHeadings } from './find-numbered-headings.ts';
import { continuesLine, measureWrap, widthOfGroup } from './measure-wrap.ts';
import { isAligned, isCode, isContents, readDrawnTable } from './recognise-layout.ts';
import type { TextGroup, TextLine } from './text-lines.ts';
import { groupLines, preformatted } from './text-lines.ts';

/** Only the text itself says then how a word is spelt. */
const NO_WORDS: ReaderTools = { isWord: () => false };

/**
 * Plain text, block by block: one paragraph a line, or hard-wrapped lines that are joined by one space. Underlined
 * headings, lists, tables, code and contents are recognised as such; everything else is a paragraph.
 * @param firstLine line of the file that the body starts at, counted from 1
 */
export function readPlainText(body: string, firstLine = 1, tools: ReaderTools = NO_WORDS): Draft {
  const groups = groupLines(body, firstLine);
  const textIndent = commonIndent(groups);
  const prose = groups.filter((group) => !isLaidOut(group, textIndent));
  const context: TextContext = {
    fileWidth: measureWrap(prose),
    blankLines: groups.length > 1,
    textIndent,
    bullets: countBullets(groups),
    underlines: [],
    joined: 0,
    removed: [],
    join: { vocabulary: collectVocabulary(groups.flat()), isWord: tools.isWord, joinedWords: [] },
  };
  const blocks = findNumberedHeadings(groups.flatMap((group) => readGroup(group, context)));
  const { fileWidth, joined, join } = context;
  const at = fileWidth === undefined ? '' : ` at about ${fileWidth} characters`;
  const wrapped = joined === 0 ? [] : [`Lines wrapped${at} were joined into paragraphs.`];
  const notes = [...wrapped, ...joinedWordsNote(join.joinedWords)];
  return {
    blocks,
    metadata: {},
    removed: context.removed,
    notes,
    joinedWords: join.joinedWords,
    rawText: body,
  };
}

interface TextContext {
  readonly fileWidth: number | undefined;
  /** Whether the file parts its paragraphs by blank lines. */
  readonly blankLines: boolean;
  readonly textIndent: number;
  readonly bullets: ReadonlyMap<string, number>;
  /** Signs that headings were underlined with, in the order of their first use: the place is the level. */
  readonly underlines: string[];
  /** Line ends that became spaces. */
  joined: number;
  readonly removed: RemovedLine[];
  readonly join: JoinOptions;
}

function isLaidOut(group: TextGroup, textIndent: number): boolean {
  return (
    isContents(group) || isCode(group, textIndent) || isAligned(group) || readDrawnTable(group) !== undefined
  );
}

/** The indentation that most characters of the text have. */
function commonIndent(groups: readonly TextGroup[]): number {
  const weights = new Map<number, number>();
  for (const { indent, text } of groups.flat()) weights.set(indent, (weights.get(indent) ?? 0) + text.length);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const BULLET = /^([-*+•‣▪◦])\s+(?=\S)/;

/** How often each sign opens a line: one alone is no list. */
function countBullets(groups: readonly TextGroup[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of groups.flat()) {
    const bullet = BULLET.exec(text)?.[1];
    if (bullet !== undefined) counts.set(bullet, (counts.get(bullet) ?? 0) + 1);
  }
  return counts;
}

/** A line of signs that parts what is above from what is below. */
const RULE = /^([_=*~–—-])\1{4,}$/;

function readGroup(group: TextGroup, context: TextContext): readonly ImportBlock[] {
  const { number: line, text: firstText } = group[0];
  if (group.length === 1 && RULE.test(firstText)) {
    context.removed.push({ line, text: firstText, reason: 'ruled line' });
    return [];
  }
  const rows = readDrawnTable(group);
  if (rows) return [{ kind: 'table', rows, line }];
  if (isContents(group))
    return group.map(({ text, number }) => ({ kind: 'paragraph', role: 'contents', text, line: number }));
  if (isCode(group, context.textIndent) || isAligned(group))
    return [{ kind: 'code', text: preformatted(group), line }];
  return readProse(group, context);
}

function readProse(group: TextGroup, context: TextContext): readonly ImportBlock[] {
  const blocks: ImportBlock[] = [];
  const width = widthOfGroup(group, context.fileWidth);
  let open: TextLine[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(joinParagraph(open, context));
    open = [];
  };
  group.forEach((line, index) => {
    const level = underlineLevel(group, index + 1, context);
    if (level !== undefined) {
      close();
      blocks.push({ kind: 'heading', level, text: line.text, line: line.number });
      return;
    }
    if (underlineLevel(group, index, context) !== undefined) return;
    const previous = open.at(-1);
    if (previous && !continues(previous, line, { group, width, context })) close();
    open.push(line);
  });
  close();
  return blocks;
}

/** The level of the heading whose underline stands at `index`; undefined when there is none. */
function underlineLevel(group: TextGroup, index: number, context: TextContext): number | undefined {
  const text = group[index - 1]?.text;
  const rule = group[index]?.text;
  if (text === undefined || rule === undefined || !/^([=*~^"#+-])\1{3,}$/.test(rule)) return undefined;
  if (Math.abs(rule.length - text.length) > 2 || !/\p{L}/u.test(text)) return undefined;
  const sign = rule.charAt(0);
  if (!context.underlines.includes(sign)) context.underlines.push(sign);
  return Math.min(6, context.underlines.indexOf(sign) + 1);
}

interface Place {
  readonly group: TextGroup;
  readonly width: number | undefined;
  readonly context: TextContext;
}

function continues(previous: TextLine, line: TextLine, { group, width, context }: Place): boolean {
  if (isBullet(line, context) || /^(?:[-*+•–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/.test(line.text)) return false;
  if (width !== undefined) return continuesLine(previous, line, width);
  // Unwrapped text may still have a line broken by hand, where paragraphs are parted by blank lines.
  const sentence = /[.!?]["'”’»)\]]*$/;
  return (
    context.blankLines &&
    /^\p{Ll}/u.test(line.text) &&
    !/[.!?:;,]["'”’»)\]]*$/.test(previous.text) &&
    sentence.test(group.at(-1)?.text ?? '')
  );
}

function isBullet({ text }: TextLine, { bullets }: TextContext): boolean {
  const sign = BULLET.exec(text)?.[1];
  return sign !== undefined && (bullets.get(sign) ?? 0) >= 2;
}

function joinParagraph(lines: readonly TextLine[], context: TextContext): ImportBlock {
  const [first] = lines;
  context.joined += lines.length - 1;
  const line = first?.number ?? 1;
  const text = joinLines(lines, context.join);
  if (first && isBullet(first, context))
    return { kind: 'item', depth: 0, text: text.replace(BULLET, ''), line };
  return { kind: 'paragraph', text, line };
}
