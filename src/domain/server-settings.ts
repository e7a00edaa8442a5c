import { LANGUAGES } from './language.ts';
import type { Layout } from './layout.ts';
import type { Strictness } from './question.ts';

/** The languages of the bot's own words where everybody sees them; `auto` takes that which Discord has for the server. */
export const WORD_LANGUAGES = ['auto', ...LANGUAGES] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

/** `all`: everywhere; `only`: in these channels; `except`: everywhere else. */
export const CHANNEL_RULES = ['all', 'only', 'except'] as const;
/** `two`: known or not; `four`: again, hard, good, easy. */
export const GRADE_SCALES = ['two', 'four'] as const;
export const QUIZ_MODES = ['choice', 'type'] as const;

/** Rounds of one quiz, and seconds of one round; 0 for no limit. */
export const QUIZ_LIMITS = { rounds: { least: 1, most: 20 }, seconds: { least: 0, most: 300 } } as const;

/** What the managers of a server decide; ids are Discord's. */
export interface ServerSettings {
  /** Absent: that of the process. */
  readonly strictness?: Strictness;
  readonly answerIn: { readonly mode: (typeof CHANNEL_RULES)[number]; readonly channels: readonly string[] };
  /** Channels and forums where it speaks without being asked, and only when it is sure. */
  readonly speaksIn: readonly string[];
  /** Absent: that of the process. */
  readonly layout?: Layout;
  /** Answers to commands are shown to the asker alone. */
  readonly privateByDefault: boolean;
  /** Who may add articles; managers always may. */
  readonly adders: { readonly everyone: boolean; readonly roles: readonly string[] };
  readonly language: WordLanguage;
  /** Whether refused and unhelpful questions are kept for the managers. */
  readonly gapReports: boolean;
  /** Whether they see the exact wording also of what fewer than three people asked. */
  readonly gapWording: boolean;
  /** Whether its members may ask its articles in direct messages. */
  readonly articlesInDirectMessages: boolean;
  /** How a study card is graded. */
  readonly grades: (typeof GRADE_SCALES)[number];
  /** `seconds` a round; 0 for as long as it takes. */
  readonly quiz: {
    readonly rounds: number;
    readonly seconds: number;
    readonly mode: (typeof QUIZ_MODES)[number];
  };
}

export type SettingsField = keyof ServerSettings;

/** The fields to change; undefined puts one back to its default. */
export type SettingsPatch = { readonly [Field in SettingsField]?: ServerSettings[Field] | undefined };

/** What a server has whose managers have decided nothing. */
export const DEFAULT_SERVER_SETTINGS: ServerSettings = {
  answerIn: { mode: 'all', channels: [] },
  speaksIn: [],
  privateByDefault: false,
  adders: { everyone: false, roles: [] },
  language: 'auto',
  gapReports: true,
  gapWording: false,
  articlesInDirectMessages: false,
  grades: 'two',
  quiz: { rounds: 5, seconds: 30, mode: 'choice' },
};
