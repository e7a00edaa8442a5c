import type { RemovedLine } from '../../domain/importing.ts';
import type { ImportBlock } from '../draft.ts';
import { judgedText } from '../draft.ts';
import { judgeJunk } from './page-junk.ts';

export interface Cleaned {
  readonly blocks: readonly ImportBlock[];
  readonly removed: readonly RemovedLine[];
  /** The copyright or licence notice that was found, word for word. */
  readonly licence?: string;
}

/**
 * Takes out what is not the article: adverts, syndication and copyright lines, cookie notices, share and
 * read-more lines. The rules are English and prefer to leave a line in over taking one out wrongly.
 */
export function removeBoilerplate(blocks: readonly ImportBlock[], keepAll: boolean): Cleaned {
  const removed: RemovedLine[] = [];
  const notices: string[] = [];
  const judged = blocks.filter((block) => judgedText(block) !== undefined);
  const place = new Map(judged.map((block, index) => [block, { index, fromEnd: judged.length - 1 - index }]));
  const kept = blocks.filter((block) => {
    const text = judgedText(block);
    if (text === undefined) return true;
    const reason = judgeLine(text, place.get(block) ?? { index: 0, fromEnd: 0 });
    if (reason === 'copyright notice' || reason === 'licence notice') notices.unshift(text);
    if (reason === 'syndication note') notices.push(...noticesIn(text));
    if (reason === undefined || keepAll) return true;
    removed.push({ line: block.line, text, reason });
    return false;
  });
  return { blocks: kept, removed, ...(notices[0] === undefined ? {} : { licence: notices[0] }) };
}

interface Place {
  /** Among the lines that can be judged, counted from 0. */
  readonly index: number;
  readonly fromEnd: number;
}

/** Why a line is not part of the article; undefined when it is, or when that is not certain. */
export function judgeLine(text: string, place: Place): string | undefined {
  // Whatever is longer is prose, and some rules look at every word.
  if (text.length > 700) return undefined;
  if (isCopyright(text)) return 'copyright notice';
  if (text.length <= 300 && LICENCE.test(text)) return 'licence notice';
  if (isSyndication(text, place)) return 'syndication note';
  if (isCookieNotice(text)) return 'cookie notice';
  if (isAdvert(text)) return 'advert';
  if (SHARE.test(text)) return 'share line';
  if (READ_MORE.test(text)) return 'read-more line';
  if (isNavigation(text)) return 'navigation';
  return judgeJunk(text);
}

function isCopyright(text: string): boolean {
  if (text.length > 300) return false;
  if (/^all rights reserved\W*$/i.test(text)) return true;
  const opens =
    /^(?:copyright\s*)?(?:©|\(c\)|ⓒ)\s*(?:copyright\s*)?\S/i.test(text) ||
    /^copyright\s+(?:by\s|\d{4})/i.test(text);
  if (!opens) return false;
  // 'Copyright 2024 was a hard year …' is prose: a notice is short or reserves rights.
  return (
    /all rights reserved|rights? (?:holder|owner)/i.test(text) ||
    (/\d{4}/.test(text) && text.length <= 120 && !/[.!?]\s+\S+\s+\S+\s+\S+\s/.test(text))
  );
}

/** 'This work is licensed under a Creative Commons Attribution 4.0 licence.' */
const LICENCE =
  /^(?:(?:this|the) (?:work|article|text|story|page|content|document) (?:is|was) )?(?:licen[cs]ed|released|published|available|distributed|made available)(?: [a-z]+){0,3} under (?:a |an |the )?(?:terms of (?:a |the )?)?(?:creative commons|CC[ -](?:BY|0|zero)|CC0|GNU free documentation)\b/i;

const PIECE = '(?:article|story|piece|post|report|column|essay|interview|op-ed|commentary|analysis)';
const SYNDICATION = new RegExp(
  `^(?:this|the above) ${PIECE}\\s+(?:(?:was|is|has been)\\s+)?(?:(?:(?:originally|first)\\s+)?(?:re)?(?:appeared|published|printed|posted|syndicated)|ran)\\b`,
  'i',
);

/** 'This article originally appeared in …' at the very start or end; in the middle it may be about another article. */
function isSyndication(text: string, { index, fromEnd }: Place): boolean {
  if (!SYNDICATION.test(text) || (index > 1 && fromEnd > 4)) return false;
  return /\b(?:originally|first|republished|reprinted|syndicated|permission|licen[cs]e)\b/i.test(
    text.slice(0, 200),
  );
}

/** Sentences of a syndication note that state rights. */
function noticesIn(text: string): readonly string[] {
  const notice = /(?:copyright\s*)?(?:©|\(c\)|copyright\s+\d{4}).*$/i.exec(text)?.[0];
  const licence = /[^.]*\b(?:creative commons|CC BY)\b.*$/i.exec(text)?.[0];
  return [notice, licence].flatMap((found) => (found === undefined ? [] : [found.trim()]));
}

function isCookieNotice(text: string): boolean {
  if (!/\bcookies?\b/i.test(text)) return false;
  const opens =
    /^(?:we (?:and our partners )?use|(?:this|our) (?:web)?site uses|by (?:continuing|using|clicking)|(?:accept|reject|manage)(?: all)?) /i.test(
      text,
    );
  return (
    opens &&
    /\b(?:consent|accept all|browser|browsing|experience|preferences|privacy|policy|personali[sz]e|(?:web)?site|all cookies)\b/i.test(
      text,
    )
  );
}

/** Each is a thing that is sold or asked for, in words that reports rarely have. */
const PROMOTION: readonly RegExp[] = [
  /\bnewsletters?\b/i,
  /\b(?:sign up|subscribe)\b/i,
  /\bour (?:[\w-]+ ){0,2}(?:app|platform|podcast|channel|website|shop|store|journalism|membership|readers?|subscribers?)\b/i,
  /\b(?:curated|exclusive|premium|members-only) content\b/i,
  /\bbrought to you by\b/i,
  /\b(?:our )?award-winning (?:team|journalism|newsroom|reporters|coverage)\b/i,
  /\bfree trial\b|\bspecial offer\b|\bdiscount code\b|\b\d+% off\b/i,
  /\bdownload (?:the|our)\b[^.]{0,40}\bapp\b/i,
  /\b(?:to|in) your inbox\b/i,
  /\bfollow us\b|\bjoin us on\b|\blike us on\b/i,
  /\bbecome a (?:member|subscriber|supporter)\b/i,
];
const APPEAL =
  /^(?:do you|are you|want|looking for|need|have you|love|enjoy(?:ed|ing)?|ready to|sign up|subscribe|download|get|try|join|discover|explore|follow us|like us|don[’']t miss|support (?:us|our|independent)|become a|stay (?:up to date|informed|in the know)|never miss)\b/i;
const PLAIN_ADVERT =
  /^(?:advert(?:isement|ising|orial)?|sponsored(?: content| post)?|promoted(?: content)?|(?:sign up|subscribe) (?:to|for) (?:our|the) [^.]{0,60}|(?:follow|like|join|find) us on [^.]{0,60}|download (?:our|the) [^.]{0,40}\bapp\b[^.]{0,40})[.!\s:]*$/i;

/** An appeal to the reader in at least two terms of selling; speech that is quoted is never an advert. */
function isAdvert(text: string): boolean {
  if (PLAIN_ADVERT.test(text)) return true;
  const speech = /^["“‘«]/.test(text) || /\b(?:said|says|told|added|wrote|according to)\b/i.test(text);
  if (text.length > 600 || speech) return false;
  if (!APPEAL.test(text) || !/\b(?:our|us)\b/i.test(text)) return false;
  return PROMOTION.filter((pattern) => pattern.test(text)).length >= 2;
}

const SHARE =
  /^(?:share|tweet|e-?mail|print|copy link|whatsapp|facebook|twitter|linkedin|share (?:this|on|via|to|with)\b[^.]{0,40})[\s:!]*$/i;

const READ_MORE =
  /^(?:(?:read more|read also|also read|read next|related(?: articles?| stor(?:y|ies)| posts?| links?)|more on this(?: story)?|recommended(?: for you| reading)|you (?:may|might) also like|most (?:read|popular)|trending(?: now)?)\s*(?:[:›»→].{0,150})?|(?:continue reading|keep reading|click here (?:to|for) .{0,60}|load more|show more|view (?:all )?comments|leave a (?:comment|reply)|\d+ comments?|jump to (?:content|comments)|skip to (?:main )?content|back to top)\W*)$/i;

const NAVIGATION_WORD =
  /^(?:home|contact(?: us)?|about(?: us)?|log ?in|sign in|register|menu|search|privacy(?: policy)?|terms(?: of (?:use|service))?|sitemap|subscribe|my account)$/i;

/** 'Home | News | Contact': short parts between bars or arrows, at least two of them known from menus. */
function isNavigation(text: string): boolean {
  if (/^(?:main menu|menu|log ?in|sign in|toggle navigation|search)$/i.test(text)) return true;
  const parts = text.split(/\s*[|›»·•/>]\s*/).filter((part) => part !== '');
  return (
    parts.length >= 3 &&
    parts.every((part) => part.length <= 25) &&
    parts.filter((part) => NAVIGATION_WORD.test(part)).length >= 2
  );
}
