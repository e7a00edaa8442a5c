/** Of a command, an option or a context menu; English has them where the command is defined. */
export interface CommandText {
  readonly name: string;
  /** Of all but context menus. */
  readonly description?: string;
  /** Options and subcommands, by their English names. */
  readonly options?: CommandTexts;
  /** Names of what can be chosen, by the English ones. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** By English names. */
export type CommandTexts = Readonly<Record<string, CommandText>>;
