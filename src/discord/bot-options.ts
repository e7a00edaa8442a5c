import type { ExchangeMemory } from '../conversation/exchange-memory.ts';
import type { EmbedQuestion } from '../conversation/gap-memory.ts';
import type { SettingsMemory } from '../conversation/settings-memory.ts';
import type { StoreGuard } from '../conversation/store-guard.ts';
import type { Layout } from '../domain/layout.ts';
import type { LibraryFor } from '../domain/library.ts';
import type { ArticleDesk } from '../domain/ports/article-desk.ts';
import type { PracticeOptions } from './practice-options.ts';
import type { Timekeeper } from './timekeeper.ts';

/** What the bot needs of a logger; pino fits. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** The same logger with these fields in every line. */
  child(fields: object): Logger;
}

/** What is kept beside the articles, as a conversation uses it. */
export interface BotMemory {
  readonly exchanges: ExchangeMemory;
  readonly settings: SettingsMemory;
  readonly guard: StoreGuard;
}

/** Days that things are kept. */
export interface KeptDays {
  /** Questions and the places quoted for them. */
  readonly exchanges: number;
  /** Questions without a good answer. */
  readonly gaps: number;
  /** The data of a server after it has removed the bot. */
  readonly server: number;
}

/** All that the bot is given; the environment and the disk are somebody else's. */
export interface BotOptions {
  readonly token: string;
  /** Without the version: `https://discord.com/api`, the default, or `http://127.0.0.1:3950/api`. */
  readonly apiBase?: string;
  /** What an audience may read in the current generation; asked anew for every request. */
  readonly libraryFor: LibraryFor;
  /** Ids of the servers that let their members read their articles in direct messages. Default none. */
  readonly openInDirect?: () => Promise<readonly string[]>;
  /** Changes servers' own articles. Default: nobody can. */
  readonly articles?: ArticleDesk;
  readonly memory: BotMemory;
  readonly keptDays: KeptDays;
  /** The vector of a question, by the embedder of the index; left out, no questions are kept for managers. */
  readonly embedQuestion?: EmbedQuestion;
  readonly logger: Logger;
  /** How messages are laid out. Default components. */
  readonly layout?: Layout;
  /** Questions that the articles answer for sure, for help; as many as are known yet. */
  readonly getExamples?: () => readonly string[];
  /** Where the bot's own source lies. */
  readonly sourceUrl?: string | undefined;
  /** Questions that one user may ask within so many seconds; 0 in either turns the limit off. */
  readonly cooldown: { readonly burst: number; readonly seconds: number };
  /** Questions that may wait; further ones are told to come back. Default 500. */
  readonly queueLimit?: number;
  /** Questions that are worked on at the same time. Default 1: the model uses all of the processor for one. */
  readonly concurrency?: number;
  /** Whether the Message Content intent is switched on in the developer portal; needed for replies to slash answers only. */
  readonly messageContent?: boolean;
  /** What quizzes and practice are made with. Default: there are no cards. */
  readonly practice?: PracticeOptions;
  /** Where people live who have not said so, as IANA names it. Default: they are asked. */
  readonly timeZone?: string | undefined;
  /** Default: that of the machine. */
  readonly time?: Timekeeper;
  /** Milliseconds since any fixed point, never going back. Default performance.now. */
  readonly clock?: () => number;
  /** Called once when the bot cannot go on; the process should end with `exitCode`. */
  readonly onFatal: (failure: FatalFailure) => void;
  /** Ends the attempts to connect; afterwards only RunningBot.stop ends the bot. */
  readonly signal?: AbortSignal;
}

/** Why the bot ends although nobody stopped it. */
export interface FatalFailure {
  /** What happened, why, and what to do. */
  readonly message: string;
  /** 2 for what the settings have to mend, such as a refused token; otherwise 1. */
  readonly exitCode: 1 | 2;
}

/** Who the bot is and how it gets into a server, once Discord has accepted it. */
export interface BotIdentity {
  readonly applicationId: string;
  readonly userId: string;
  readonly username: string;
  readonly guilds: number;
  /** Adds the bot to a server with the permissions that it needs. */
  readonly inviteUrl: string;
}

/** A bot that Discord has accepted. */
export interface RunningBot {
  readonly identity: BotIdentity;
  /** Takes no more work, finishes or tells what is in flight, and disconnects, within 9 s. */
  stop(reason: string): Promise<void>;
  /** Shows what the current generation knows; call it when the index was replaced. */
  refreshPresence(): void;
  /** Tells those who wait for an answer that the current generation has, each once. Never rejects. */
  tellAnswered(): Promise<void>;
}
