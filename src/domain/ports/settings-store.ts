import type { ServerSettings, SettingsField, SettingsPatch } from '../server-settings.ts';

/** Who did it, by Discord's id or a word for an operator, and when (ISO 8601). */
export interface Author {
  readonly by: string;
  readonly at: string;
}

/** One step in the life of a server's settings. */
export interface SettingsChange extends Author {
  /** Grows from change to change, over all servers. */
  readonly id: number;
  /** What was set otherwise, in the order of ServerSettings. */
  readonly fields: readonly SettingsField[];
  /** Only those fields; one without a default is absent where it was not set. */
  readonly before: Partial<ServerSettings>;
  readonly after: Partial<ServerSettings>;
  /** The change that this one took back. */
  readonly undoes?: number;
}

/** A change with the server that it is of. */
export interface ServerChange {
  readonly serverId: string;
  readonly change: SettingsChange;
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly change: SettingsChange }
  /** A later change, this one, has set one of the fields anew. */
  | { readonly kind: 'overtaken'; readonly by: SettingsChange }
  /** The server has no such change. */
  | { readonly kind: 'unknown' };

/** What servers have decided. Every method rejects when the store cannot be used just now. */
export interface SettingsStore {
  /** The defaults for what a server has not decided, or what cannot be read of it. */
  read(serverId: string): Promise<ServerSettings>;
  /**
   * @returns undefined when everything was so already
   * @throws VerbatimError settings-invalid for a value that no server may have
   */
  change(serverId: string, patch: SettingsPatch, author: Author): Promise<SettingsChange | undefined>;
  /** Newest first. */
  changes(serverId: string, limit: number): Promise<readonly SettingsChange[]>;
  /** Puts back what a change found; itself a change, which can be undone. */
  undo(serverId: string, changeId: number, author: Author): Promise<UndoOutcome>;
  /** Those that have ever changed a setting, in order. */
  servers(): Promise<readonly string[]>;
  /** Grows with every change of any server: cheap to ask, so that another process notices. */
  revision(): Promise<number>;
  /** Forgets a server, its changes too. */
  removeOf(serverId: string): Promise<void>;
  /** All that a person has changed, over all servers, the oldest first. */
  changesBy(by: string): Promise<readonly ServerChange[]>;
  /** Takes a person's id out of the changes, which stay. @returns of how many */
  forgetAuthor(by: string): Promise<number>;
}
