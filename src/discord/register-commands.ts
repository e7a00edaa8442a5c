import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import { DISCORD_API } from './discord-api.ts';
import { REGISTERED_COMMANDS } from './commands/registered-commands.ts';
import { describeError } from './classify-error.ts';
import { sameCommands } from './compare-commands.ts';
import type { CommandScope } from './compare-commands.ts';
import type { Logger } from './bot-options.ts';
import { openRest } from './open-rest.ts';

/** What `npm run register` can be told. */
export interface RegisterOptions {
  readonly token: string;
  readonly apiBase?: string;
  /** Only in this server: shows at once, meant for trying things out. */
  readonly guildId?: string;
  /** Removes the commands instead. */
  readonly clear?: boolean;
}

/** What stands at Discord afterwards. */
export interface RegisterResult {
  readonly scope: CommandScope;
  /** Commands that are registered now. */
  readonly commands: number;
  /** Whether anything had to be written for that. */
  readonly changed: boolean;
  /** Whether the copies of the other scope were removed, so that no command shows twice. */
  readonly otherScopeCleared: boolean;
}

/** For `npm run register`. @throws DiscordAPIError with status 401 when the token is refused */
export async function registerCommands({
  token,
  apiBase,
  guildId,
  clear,
}: RegisterOptions): Promise<RegisterResult> {
  const rest = openRest({ apiBase: apiBase ?? DISCORD_API, token });
  const applicationId = await fetchApplicationId(rest);
  const body = clear ? [] : REGISTERED_COMMANDS;
  if (guildId !== undefined) {
    // A command registered both globally and for a server shows there twice.
    const otherScopeCleared = !clear && (await clearScope(rest, Routes.applicationCommands(applicationId)));
    const route = Routes.applicationGuildCommands(applicationId, guildId);
    const changed = await bringUpToDate(rest, route, { body, scope: 'guild' });
    return { scope: 'guild', commands: body.length, changed, otherScopeCleared };
  }
  const route = Routes.applicationCommands(applicationId);
  const changed = await bringUpToDate(rest, route, { body, scope: 'global' });
  const guilds = await fetchGuildIds(rest);
  const cleared = await clearGuildCopies(rest, applicationId, guilds);
  return { scope: 'global', commands: body.length, changed, otherScopeCleared: cleared > 0 };
}

/** Writes what is not there just so; what cannot be read is written. @returns whether it was written */
async function bringUpToDate(
  rest: REST,
  route: `/${string}`,
  { body, scope }: { readonly body: readonly object[]; readonly scope: CommandScope },
): Promise<boolean> {
  const registered = await list(rest, route).catch(() => undefined);
  if (registered && sameCommands(body, registered, scope)) return false;
  await rest.put(route, { body });
  return true;
}

/** @returns whether there was anything */
async function clearScope(rest: REST, route: `/${string}`): Promise<boolean> {
  const registered = await list(rest, route);
  if (registered.length > 0) await rest.put(route, { body: [] });
  return registered.length > 0;
}

/**
 * At start: brings the registered set up to date where it has changed. When it stands in servers only, as
 * `register --guild` leaves it, it is kept up to date there; otherwise globally, and copies in servers go.
 */
export async function syncCommands(
  rest: REST,
  applicationId: string,
  guilds: readonly string[],
  logger: Logger,
): Promise<void> {
  try {
    const [global, copies] = await Promise.all([
      // Where they cannot be read they are written: the same set once more changes nothing.
      list(rest, Routes.applicationCommands(applicationId)).catch(() => []),
      guildsWithCommands(rest, applicationId, guilds),
    ]);
    if (global.length === 0 && copies.size > 0) {
      for (const [guildId, commands] of copies) {
        if (sameCommands(REGISTERED_COMMANDS, commands, 'guild')) continue;
        const route = Routes.applicationGuildCommands(applicationId, guildId);
        await rest.put(route, { body: REGISTERED_COMMANDS });
        logger.info({ guildId }, 'the commands of a server were updated');
      }
      return;
    }
    if (!sameCommands(REGISTERED_COMMANDS, global, 'global')) {
      await rest.put(Routes.applicationCommands(applicationId), { body: REGISTERED_COMMANDS });
      logger.info({ commands: REGISTERED_COMMANDS.length }, 'the commands were registered');
    }
    for (const guildId of copies.keys()) {
      await rest.put(Routes.applicationGuildCommands(applicationId, guildId), { body: [] });
      logger.info({ guildId }, 'the copies of the commands in a server were removed');
    }
  } catch (error) {
    logger.warn(
      { error: describeError(error) },
      'the commands could not be checked; those registered before stay',
    );
  }
}

/** The application's id is also its bot user's id, unless both are older than 2016. */
async function fetchApplicationId(rest: REST): Promise<string> {
  try {
    return idOf(await rest.get(Routes.currentApplication()));
  } catch (error) {
    if (statusOf(error) === 401) throw error;
    return idOf(await rest.get(Routes.user('@me')));
  }
}

/** Discord: at most 200 servers in one answer. */
const GUILDS_AT_ONCE = 200;

/** The servers that the bot is in; none when they cannot be read. */
async function fetchGuildIds(rest: REST): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const query = new URLSearchParams({ limit: String(GUILDS_AT_ONCE), after: ids.at(-1) ?? '0' });
    const page: unknown = await rest.get(Routes.userGuilds(), { query }).catch(() => []);
    const found = Array.isArray(page) ? page.map(idOf) : [];
    ids.push(...found);
    if (found.length < GUILDS_AT_ONCE) return ids;
  }
}

/** The HTTP status of a REST error, whichever of discord.js's classes it is; undefined for others. */
export function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
}

function idOf(value: unknown): string {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  if (typeof id !== 'string') throw new TypeError('Discord answered without an id.');
  return id;
}

/** With their texts in all languages, which Discord leaves out unless it is asked. */
async function list(rest: REST, route: `/${string}`): Promise<readonly unknown[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const commands: unknown = await rest.get(route, { query });
  return Array.isArray(commands) ? (commands as readonly unknown[]) : [];
}

/** All at once: discord.js sends them one after the other where Discord counts them together. */
async function guildsWithCommands(
  rest: REST,
  applicationId: string,
  guilds: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const listed = guilds.map(async (guildId) => {
    const route = Routes.applicationGuildCommands(applicationId, guildId);
    // A server that does not let us look has no commands of ours.
    const commands = await list(rest, route).catch(() => []);
    return [guildId, commands] as const;
  });
  return new Map((await Promise.all(listed)).filter(([, commands]) => commands.length > 0));
}

async function clearGuildCopies(
  rest: REST,
  applicationId: string,
  guilds: readonly string[],
): Promise<number> {
  const copies = await guildsWithCommands(rest, applicationId, guilds);
  for (const guildId of copies.keys()) {
    await rest.put(Routes.applicationGuildCommands(applicationId, guildId), { body: [] });
  }
  return copies.size;
}
