import type { SettingsChange } from './ports/settings-store.ts';

/** What servers have set and who may read what, for whoever runs the bot. */
export interface OperatorSettings {
  /** YAML that `importFile` reads; of one server with its latest changes, or of all that have set anything. */
  render(serverId: string | undefined): Promise<string>;
  /** @throws VerbatimError settings-invalid when the file is there already or cannot be written */
  exportFile(file: string, serverId: string | undefined): Promise<void>;
  /** All of the file or nothing. @param at ISO 8601 @throws VerbatimError settings-invalid */
  importFile(file: string, at: string): Promise<SettingsImport>;
  close(): Promise<void>;
}

export interface SettingsImport {
  /** By server; those for which everything was so already are not among them. */
  readonly changes: readonly (readonly [serverId: string, change: SettingsChange])[];
  /** Articles that others may read now. */
  readonly articles: readonly string[];
  /** Articles that the file names. */
  readonly named: readonly string[];
}

/** What was copied from a store or into it. */
export interface StoreCopy {
  /** The file, or the address without its password. */
  readonly store: string;
  readonly rows: number;
  /** How many migrations had made the tables of the backup. */
  readonly schema: number;
}
