/** Those who meet in the play; eve may manage messages. */
export type Person = 'ada' | 'bob' | 'cem' | 'dee' | 'eve';

/** What somebody does. In what they write `@bot` mentions the bot, `@role` its own role, and `@ada` ada. */
export type Deed =
  | {
      readonly kind: 'says';
      readonly says: string;
      /** A channel, a thread by its name, or 'a direct message'. Default: the first channel. */
      readonly in?: string;
      readonly replyTo?: Target;
      /** The reply's ping is switched off. */
      readonly quietly?: true;
      readonly sticker?: true;
    }
  | { readonly kind: 'edits'; readonly edits: string; readonly to: string }
  | { readonly kind: 'deletes'; readonly deletes: string }
  | { readonly kind: 'uses'; readonly uses: string; readonly with?: Options; readonly in?: string }
  /** `twice`: again before the bot has done anything about it. */
  | { readonly kind: 'presses'; readonly presses: string; readonly under: string; readonly twice?: true }
  /** From the menu; counted from 1. */
  | { readonly kind: 'picks'; readonly picks: number; readonly under: string }
  | { readonly kind: 'submits'; readonly submits: string; readonly form: string }
  | { readonly kind: 'opens'; readonly opens: string; readonly on: Target }
  | { readonly kind: 'types'; readonly types: string; readonly into: string; readonly of: string }
  | { readonly kind: 'scene'; readonly scene: Scene };

/** A message, by its turn: what was said there, or what the bot answered. */
export type Target = { readonly said: string } | { readonly answer: string };

/** Values of a command's options by their names. */
export type Options = Readonly<Record<string, string | number | boolean>>;

/** What happens without anybody's doing. */
export type Scene = 'the bot restarts with MESSAGE_CONTENT=1' | 'every thread is locked';

export interface Answer {
  /** Words of it without Markdown, in reading order. */
  readonly shows: readonly string[];
  /** Words that are not in it. */
  readonly never?: readonly string[];
  /** The labels of all buttons, in reading order. */
  readonly buttons?: readonly string[];
  readonly quotations?: number;
  /** To who asked alone; by default everybody sees it. */
  readonly privately?: true;
  /** In a direct message beside the channel. */
  readonly aside?: true;
  /** In place of what it answered in that turn. */
  readonly instead?: string;
  /** And posts once for everybody a message that shows these words. */
  readonly shares?: readonly string[];
  /** With a thread under it. */
  readonly thread?: true;
}

/** What the bot does about it. */
export type Response =
  | 'nothing'
  | Answer
  | { readonly reacts: string }
  | { readonly takesAway: string }
  /** With these words above the field. */
  | { readonly opensForm: readonly string[] }
  | { readonly offers: readonly string[] };

export interface Turn {
  /** A name by which later turns speak of it. */
  readonly as?: string;
  readonly who: Person;
  readonly does: Deed;
  readonly bot: Response;
  readonly why: string;
}

export interface Act {
  readonly name: string;
  readonly turns: readonly Turn[];
}

type Of<K extends Deed['kind']> = Omit<Extract<Deed, { readonly kind: K }>, 'kind' | K>;

export const says = (words: string, more: Of<'says'> = {}): Deed => ({ kind: 'says', says: words, ...more });
export const uses = (command: string, options: Options = {}, more: Of<'uses'> = {}): Deed => ({
  kind: 'uses',
  uses: command,
  with: options,
  ...more,
});
export const presses = (label: string, under: string): Deed => ({ kind: 'presses', presses: label, under });
export const opens = (menu: string, on: Target): Deed => ({ kind: 'opens', opens: menu, on });
