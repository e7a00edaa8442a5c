import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { Audit } from './audit.ts';
import type { CommandDriver } from './driver-commands.ts';
import { createCommandDriver } from './driver-commands.ts';
import type { ComponentDriver } from './driver-components.ts';
import { createComponentDriver } from './driver-components.ts';
import type { MessageDriver } from './driver-messages.ts';
import { createMessageDriver } from './driver-messages.ts';
import type { ChannelLike, PlaceDriver } from './driver-places.ts';
import { createPlaceDriver } from './driver-places.ts';
import type { Fault, FaultRule, Faults } from './faults.ts';
import type { Gateway, GatewayFaults } from './gateway.ts';
import type { JsonObject } from './json.ts';
import type { MessageStore } from './message-store.ts';
import { commandsIn } from './rest-commands.ts';
import type { LoggedRequest } from './rest-router.ts';
import type { Violation } from './start-standin.ts';
import type { WaitOptions } from './wait.ts';
import { waitFor } from './wait.ts';
import type { Guild, User, World } from './world.ts';

/** What a test holds: people and places, things that people do, and everything that the bot did. */
export interface Discord extends PlaceDriver, CommandDriver, ComponentDriver, MessageDriver, GatewayFaults {
  /** For discord.js: `rest: {api: discord.apiBase}`; for the bot: DISCORD_API_BASE. */
  readonly apiBase: string;
  readonly bot: User;
  readonly applicationId: string;
  /** Waits until a bot has identified and got its guilds. */
  readonly waitForReady: (options?: WaitOptions) => Promise<void>;
  /** Waits until all of the commands are registered, in the guild when one is given. */
  readonly waitForCommands: (names: readonly string[], options?: WaitOptions & CommandScope) => Promise<void>;
  /** Waits until the number of resumes is at least `count`. */
  readonly waitForResume: (options?: WaitOptions & { readonly count?: number }) => Promise<void>;
  /** Waits for anything that shows here, e.g. `until(() => discord.presence !== undefined, 'a presence')`. */
  readonly until: (condition: () => boolean, what: string, options?: WaitOptions) => Promise<void>;
  readonly connected: boolean;
  /** The global commands, or those of a guild alone. */
  readonly commands: (scope?: CommandScope) => readonly APIApplicationCommand[];
  /** Sends a file along with a command; what is said of it may be wrong. @returns its id, the value of an option */
  readonly upload: (file: Upload) => string;
  readonly fault: (rule: FaultRule) => Fault;
  readonly requests: readonly LoggedRequest[];
  readonly identifies: readonly JsonObject[];
  readonly resumes: readonly JsonObject[];
  /** Close codes of the gateway connections that have ended. */
  readonly closes: readonly number[];
  /** The last presence that the bot gave. */
  readonly presence: JsonObject | undefined;
  /** When the bot showed that it was typing, in milliseconds since 1970. */
  readonly typing: (channel?: ChannelLike) => readonly number[];
  /** Replies that still show 'thinking…'. */
  readonly thinking: () => readonly APIMessage[];
  /** Interactions that were never acknowledged. */
  readonly unacknowledged: () => number;
  readonly violations: readonly Violation[];
  /** Throws, listing them, when the bot sent anything that Discord or this project would not want. */
  readonly expectNoViolations: () => void;
  /** What in the stand-in's own payloads does not fit Discord's response schemas. */
  readonly ownViolations: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** As Discord says. */
  readonly size?: number;
  readonly contentType?: string;
  /** Where it is said to lie. */
  readonly url?: string;
}

interface CommandScope {
  readonly guild?: Guild;
}

export interface DriverParts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly store: MessageStore;
  readonly faults: Faults;
  readonly requests: readonly LoggedRequest[];
  readonly violations: readonly Violation[];
  readonly audit: Audit;
  readonly address: () => string;
  readonly close: () => Promise<void>;
}

const LOADING = 1 << 7;

export function createDriver(parts: DriverParts): Discord {
  const { world, gateway, store, faults, requests, violations, audit } = parts;
  const places = createPlaceDriver(world, gateway);
  const commands = (scope?: CommandScope): readonly APIApplicationCommand[] =>
    commandsIn(world, scope?.guild?.id ?? null);
  const until = async (condition: () => boolean, what: string, options?: WaitOptions): Promise<void> => {
    await waitFor(world, () => (condition() ? true : undefined), {
      ...options,
      what: () => `${what}.${violationNote(violations)}`,
    });
  };
  return {
    ...places,
    ...createCommandDriver(world, gateway, places),
    ...createComponentDriver(world, gateway, places),
    ...createMessageDriver(world, store, places),
    ...gateway.faults,
    apiBase: `http://${parts.address()}/api`,
    bot: world.bot,
    applicationId: world.applicationId,
    waitForReady: (options) => until(() => gateway.isConnected(), 'the bot to be ready', options),
    waitForCommands: (names, options) => {
      const registered = (): boolean =>
        names.every((name) => commands(options).some((command) => command.name === name));
      return until(registered, `the commands ${names.join(', ')}`, options);
    },
    waitForResume: (options) =>
      until(() => gateway.resumes.length >= (options?.count ?? 1), 'a resume', options),
    until,
    get connected() {
      return gateway.isConnected();
    },
    commands,
    upload({ name, content, size, contentType, url }) {
      const id = world.nextId();
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      world.attachments.set(id, {
        filename: name,
        bytes,
        size: size ?? bytes.byteLength,
        contentType,
        url: url ?? `http://${parts.address()}/attachments/${id}/file`,
      });
      return id;
    },
    fault: faults.add,
    requests,
    identifies: gateway.identifies,
    resumes: gateway.resumes,
    closes: gateway.closes,
    get presence() {
      return gateway.presences.at(-1);
    },
    typing: (channel) => {
      const { id } = places.channel(channel);
      return world.typing.filter(({ channelId }) => channelId === id).map(({ at }) => at);
    },
    thinking: () =>
      [...world.messages.values()]
        .map(({ message }) => message)
        .filter((message) => ((message.flags ?? 0) & LOADING) !== 0),
    unacknowledged: () => [...world.interactions.values()].filter(({ callback }) => !callback).length,
    violations,
    expectNoViolations: () => {
      if (violations.length > 0)
        throw new Error(`The bot broke Discord's rules.${violationNote(violations)}`);
    },
    ownViolations: audit.problems,
    close: parts.close,
  };
}

function violationNote(violations: readonly Violation[]): string {
  if (violations.length === 0) return '';
  const lines = violations.slice(0, 20).map(({ method, path, message }) => `  ${method} ${path}: ${message}`);
  return `\nViolations so far: ${violations.length}\n${lines.join('\n')}`;
}
