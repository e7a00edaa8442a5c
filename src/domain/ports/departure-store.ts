/** Servers that have removed the bot, whose data waits to be deleted. Every method rejects when the store cannot be used. */
export interface DepartureStore {
  /** That a server has left at that moment (ISO 8601); one that is marked already keeps its own. */
  mark(serverId: string, at: string): Promise<void>;
  /** It is back, or nothing of it is left. */
  unmark(serverId: string): Promise<void>;
  /** Those that left before that moment (ISO 8601), in order. */
  before(moment: string): Promise<readonly string[]>;
}
