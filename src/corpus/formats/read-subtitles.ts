import type { Locator } from '../../domain/article.ts';
import { importFailed } from '../../domain/import-failed.ts';
import type { RemovedLine } from '../../domain/importing.ts';
import type { Draft, ImportBlock } from '../draft.ts';
import { rawTextOfHtml } from '../import/read-raw-text.ts';

/** What is said from one moment on. */
interface Cue {
  /** Seconds from the start of the recording. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly text: string;
  /** Of the file, counted from 1. */
  readonly line: number;
}

const TIMING =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s+-->\s+(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}/;
/** A silence that ends a paragraph. Seconds. */
const PAUSE = 3;
/** A paragraph ends at the first sentence's end past this. Characters. */
const LONG_ENOUGH = 400;

/**
 * WebVTT or SubRip as paragraphs of what one speaker says; time and speaker become their place. Sound notes, such as
 * '[Music]', are taken out.
 * @throws VerbatimError import-failed when nothing is said
 */
export function readSubtitles(source: string, name: string, keepAll: boolean): Draft {
  const removed: RemovedLine[] = [];
  const cues = readCues(source).filter((cue) => {
    const sound = /^(?:[[(][^\])]*[\])]|[♪♫\s]+|[♪♫].*[♪♫])$/u.test(cue.text);
    if (sound && !keepAll) removed.push({ line: cue.line, text: cue.text, reason: 'sound note' });
    return cue.text !== '' && (keepAll || !sound);
  });
  if (cues.length === 0) throw importFailed(name, 'nothing is said in it', 'Add subtitles that hold text.');
  const rawText = rawTextOfHtml(
    source
      .split('\n')
      .filter((line) => !TIMING.test(line) && !/^\s*\d+\s*$|^WEBVTT/.test(line))
      .map((line) => line.replace(SPEAKER, ''))
      .join('\n'),
  );
  return { blocks: joinCues(cues), metadata: {}, removed, notes: [], rawText: withoutRepeats(rawText) };
}

/** `ANN SMITH: …`, `>> ANN: …` */
const SPEAKER = /^(?:>>\s*)?(\p{Lu}[\p{Lu} .'’-]{1,40}):\s+/u;

function readCues(source: string): readonly Cue[] {
  const lines = source.split('\n');
  const cues: Cue[] = [];
  let said = '';
  for (let at = 0; at < lines.length; at += 1) {
    const timing = TIMING.exec(lines[at] ?? '');
    if (!timing) continue;
    const [, hours, minutes, seconds, endHours, endMinutes, endSeconds] = timing;
    const start = toSeconds(hours, minutes, seconds);
    const end = toSeconds(endHours, endMinutes, endSeconds);
    for (at += 1; at < lines.length && (lines[at] ?? '').trim() !== ''; at += 1) {
      const line = lines[at] ?? '';
      const voice = /<v(?:\.[\w.]*)?\s+([^>]+)>/.exec(line)?.[1]?.trim();
      const plain = cleanLine(line);
      const named = SPEAKER.exec(plain)?.[1]?.trim();
      const text = plain
        .replace(SPEAKER, '')
        .replace(/^(?:>>\s*|-\s+)/, '')
        .trim();
      // Captions that roll repeat the line before.
      if (text === said) continue;
      said = text;
      cues.push({ start, end, speaker: voice ?? named ?? '', text, line: at + 1 });
    }
  }
  return cues;
}

function toSeconds(hours = '0', minutes = '0', seconds = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Without voices, colours, times inside of a line and the places of SubRip (`{\an8}`). */
function cleanLine(line: string): string {
  return rawTextOfHtml(
    line.replace(/<\/?(?:[vcbiu]|ruby|rt|lang|font)\b[^>]*>|<[\d:.]+>/g, '').replace(/\{\\[^}]*\}/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** A line that follows itself counts once, as it does in the article. */
function withoutRepeats(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, at) => line !== '' && line !== lines.slice(0, at).findLast((other) => other !== ''))
    .join('\n');
}

function joinCues(cues: readonly Cue[]): readonly ImportBlock[] {
  const groups: Cue[][] = [];
  for (const cue of cues) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && continuesSpeech(group, previous, cue)) group.push(cue);
    else groups.push([cue]);
  }
  return groups.flatMap((group): readonly ImportBlock[] => {
    const [first] = group;
    if (!first) return [];
    const speaker = speakerOf(group);
    const locator: Locator = { time: showTime(first.start), ...(speaker === '' ? {} : { speaker }) };
    return [{ kind: 'paragraph', text: group.map(({ text }) => text).join(' '), line: first.line, locator }];
  });
}

/** A speaker is named once; what follows without a name is his. */
function speakerOf(group: readonly Cue[]): string {
  return group.find(({ speaker }) => speaker !== '')?.speaker ?? '';
}

function continuesSpeech(group: readonly Cue[], previous: Cue, cue: Cue): boolean {
  if (cue.speaker !== '' && cue.speaker !== speakerOf(group)) return false;
  const ended = /[.!?…]["'”’)\]]*$/.test(previous.text);
  if (cue.start - previous.end > PAUSE) return !ended && cue.start - previous.end < 2 * PAUSE;
  const length = group.reduce((sum, { text }) => sum + text.length, 0);
  return length < LONG_ENOUGH || (!ended && length < 4 * LONG_ENOUGH);
}

/** `0:12`, `1:02:45` */
function showTime(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
