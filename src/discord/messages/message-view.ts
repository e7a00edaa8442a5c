import type { Layout } from '../../domain/layout.ts';
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
  /** Further ones; each takes a line. */
  readonly menus?: readonly MenuView[];
  /** Shown below the text: a picture as one, anything else to be downloaded. */
  readonly files?: readonly FileView[];
  /** About the message as a whole. */
  readonly buttons: readonly ButtonView[];
  /** Instead of the bot's usual one; what is changed keeps its own. */
  readonly layout?: Layout;
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
  | {
      readonly label: string;
      readonly id: ControlId;
      readonly disabled?: boolean;
      readonly style?: ButtonTone;
    }
  | { readonly label: string; readonly url: string };

/** Of an answer's own, or a feature's (`featureId`). */
export type ControlId = CustomId | { readonly custom: string };

/** What is to be pressed rather than the others, and what cannot be taken back. Plain when left out. */
export type ButtonTone = 'primary' | 'success' | 'danger';

/** A list to choose from. */
export type MenuView = TextMenuView | PlaceMenuView;

interface MenuFrame {
  readonly id: ControlId;
  readonly placeholder: string;
  /** How many may be chosen; one when left out. */
  readonly choose?: { readonly least: number; readonly most: number };
}

/** Not shown at all without options. */
export interface TextMenuView extends MenuFrame {
  readonly options: readonly MenuOption[];
}

/** Discord fills it with the server's own. */
export interface PlaceMenuView extends MenuFrame {
  readonly of: 'channels' | 'roles';
  /** Ids that are chosen already. */
  readonly chosen: readonly string[];
}

export interface MenuOption {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  /** Chosen already. */
  readonly isChosen?: boolean;
}

export interface FileView {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: `text/${string}` | `application/${string}` | `image/${string}`;
  /** What a picture shows, for those who do not see it. Discord: at most 1,024 characters. */
  readonly description?: string;
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

/** All of them, in the order in which they are shown. */
export function menusOf({ menu, menus = [] }: MessageView): readonly MenuView[] {
  return menu ? [menu, ...menus] : menus;
}
