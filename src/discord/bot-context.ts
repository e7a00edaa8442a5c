import type { ExchangeMemory } from '../conversation/exchange-memory.ts';
import type { GapMemory } from '../conversation/gap-memory.ts';
import type { SettingsMemory } from '../conversation/settings-memory.ts';
import type { StoreGuard } from '../conversation/store-guard.ts';
import type { LibraryFor } from '../domain/library.ts';
import type { ArticleDesk } from '../domain/ports/article-desk.ts';
import type { AudienceOf } from './audience-of.ts';
import type { KeptDays } from './bot-options.ts';
import type { ChannelTransport } from './channel-transport.ts';
import type { LanguageFor } from './choose-words.ts';
import type { Cooldown, RecentIds } from './cooldown.ts';
import type { InteractionTransport } from './interaction-transport.ts';
import type { QuizMaster } from './features/quiz/quiz-master.ts';
import type { ReadingMaster } from './features/reading/reading-master.ts';
import type { Layout } from '../domain/layout.ts';
import type { PracticeOptions } from './practice-options.ts';
import type { Timekeeper } from './timekeeper.ts';
import type { Words } from '../words/words.ts';
import type { ReadAttachment } from './read-attachment.ts';
import type { Self } from './read-event.ts';
import type { TellPrivately } from './tell-privately.ts';
import type { WorkQueue } from './work-queue.ts';

/** What the handlers of one running bot share. */
export interface BotContext {
  readonly libraryFor: LibraryFor;
  readonly audienceOf: AudienceOf;
  /** Changes servers' own articles; undefined where nobody may. */
  readonly articles: ArticleDesk | undefined;
  readonly readAttachment: ReadAttachment;
  readonly interactions: InteractionTransport;
  readonly channels: ChannelTransport;
  readonly layout: Layout;
  /** The one that a server has chosen, or prefers as its interactions say; never rejects. */
  readonly languageFor: LanguageFor;
  /** For messages, which have no language: the server's words, English in direct messages. */
  readonly wordsIn: (serverId: string | undefined) => Promise<Words>;
  /** Questions that the articles answer for sure. */
  readonly getExamples: () => readonly string[];
  readonly sourceUrl: string | undefined;
  /** Whether Discord shows the bot what is not said to it. */
  readonly messageContent: boolean;
  /** What was asked and answered, as long as it is kept. */
  readonly memory: ExchangeMemory;
  /** What servers have decided. */
  readonly settings: SettingsMemory;
  /** Everything else that is kept. */
  readonly guard: StoreGuard;
  /** Leads the quizzes that are played. */
  readonly quizzes: QuizMaster;
  /** Leads what channels read together. */
  readonly readings: ReadingMaster;
  /** Where a server's people live, as long as they have not said so. */
  readonly timeZone: string | undefined;
  readonly practice: PracticeOptions;
  readonly time: Timekeeper;
  readonly keptDays: KeptDays;
  /** Deletes the articles that a server has added; it logs by itself when that fails. */
  readonly removeArticles: (serverId: string) => Promise<void>;
  /** Questions without a good answer. */
  readonly gaps: GapMemory;
  /** Whether somebody is a member of a server. @throws when Discord does not say */
  readonly isMember: (serverId: string, userId: string) => Promise<boolean>;
  readonly queue: WorkQueue;
  readonly cooldown: Cooldown;
  /** How soon the same hint, by its name and who gets it, may be given again. */
  readonly hints: Cooldown;
  /** How soon the same person's thanks are noticed again. */
  readonly reactions: Cooldown;
  readonly tellPrivately: TellPrivately;
  /** Messages that were deleted a short while ago. */
  readonly deleted: RecentIds;
  /** Resolves when nothing is done about that message any more. */
  readonly handled: (messageId: string) => Promise<void>;
  /** Says what is being done about a message. */
  readonly watch: (messageId: string, handling: Promise<void>) => void;
  readonly clock: () => number;
  readonly stopping: () => boolean;
  /** Undefined before READY. */
  readonly self: () => Self | undefined;
  /** Permissions in a server's channel as far as they are known: undefined in direct messages and unknown channels. */
  readonly permissionsIn: (
    channelId: string,
  ) => { readonly field: bigint; readonly thread: boolean } | undefined;
  /** The role that Discord made for the bot in that server. */
  readonly ownRoleIn: (serverId: string) => string | undefined;
  /** The channel or forum that a thread is in. */
  readonly parentOf: (channelId: string) => string | undefined;
  /** Whether it is a thread that the bot opened. */
  readonly isOwnThread: (channelId: string) => boolean;
}
