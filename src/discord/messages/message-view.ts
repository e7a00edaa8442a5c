import type { Span } from '../../domain/span.ts';
import type { Language } from '../../domain/language.ts';
import type { PlainWordKey } from '../../words/word-keys.ts';
import type { Words } from '../../words/words.ts';
import type { CustomId } from './custom-id.ts';

/**
 * What a message says, whatever layout it is shown in. Words are Discord's Markdown unless they are said to be plain;
 * quotations are the article's own words, and whoever shows them escapes them.
 */
export interface MessageView {
  readonly tone: Tone;
  /** Of the bot's own words in it, for those that a layout has to add. */
  readonly language: Language;
  /** Above everything else: why only one person sees it, or what was done about it just now. */
  readonly notices: readonly string[];
  /** Plain. */
  readonly title?: string;
  readonly blocks: readonly ViewBlock[];
  /** Plain; small print at the end. */
  readonly footer?: string;
  readonly menu?: MenuView;
  /** About the message as a whole. */
  readonly buttons: readonly ButtonView[];
  /** Shown to one person alone. */
  readonly isPrivate?: boolean;
}

/** How sure the reply is; `neutral` where that is not the question, `word` for a short word without decoration. */
export type Tone = 'strong' | 'weak' | 'silent' | 'neutral' | 'word';

/** What stands in a message, in reading order. */
export type ViewBlock = TextBlock | QuotationBlock;

export interface TextBlock {
  readonly kind: 'text';
  readonly markdown: string;
}

/** A quotation, its source, and what can be done with it. */
export interface QuotationBlock {
  readonly kind: 'quotation';
  /** As it stands in the article, like the sentences around it. */
  readonly text: string;
  /** Emphasised; offsets into `text`. */
  readonly bold: readonly Span[];
  readonly before?: string;
  readonly after?: string;
  /** Where it stands, and whether it goes on; a line each. */
  readonly source: readonly string[];
  readonly buttons: readonly ButtonView[];
}

export type ButtonView =
  | { readonly label: string; readonly id: CustomId; readonly disabled?: boolean }
  | { readonly label: string; readonly url: string };

/** A list to choose one thing from. */
export interface MenuView {
  readonly id: CustomId;
  readonly placeholder: string;
  readonly options: readonly MenuOption[];
}

export interface MenuOption {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
}

/** What there is to say beside the tone; everything else is empty. */
export type ViewParts = Partial<Omit<MessageView, 'tone' | 'language'>>;

export function createView({ language }: Words, tone: Tone, parts: ViewParts = {}): MessageView {
  return { tone, language, notices: [], blocks: [], buttons: [], ...parts };
}

/** A short word without decoration. */
export function wordMessage(words: Words, markdown: string): MessageView {
  return createView(words, 'word', { blocks: [textBlock(markdown)] });
}

/** The same of words that stand by themselves. */
export function word(words: Words, key: PlainWordKey): MessageView {
  return wordMessage(words, words(key));
}

export function textBlock(markdown: string): TextBlock {
  return { kind: 'text', markdown };
}

/** The same for one person alone. */
export function ephemeral(view: MessageView): MessageView {
  return { ...view, isPrivate: true };
}

/** The same with something to know before it is read. */
export function withNotice(view: MessageView, notice: string): MessageView {
  return { ...view, notices: [notice, ...view.notices] };
}
