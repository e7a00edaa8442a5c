import type { Readable, Writable } from 'node:stream';
import type { Services } from './services.ts';

export type Input = Readable & { readonly isTTY?: boolean | undefined };
export type Output = Writable & { readonly isTTY?: boolean | undefined };

/** What ends or interrupts a command from outside; `process` fits. */
export interface SignalSource {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  off(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
}

/** The world around a command; tests hand in one of their own, and `process` is used nowhere else. */
export interface CommandIo {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly signals: SignalSource;
}

export interface CommandContext extends CommandIo {
  readonly services: Services;
}

export interface SwitchOption {
  readonly kind: 'switch';
  /** One letter, such as `y` for `-y`. */
  readonly short?: string;
  readonly help: string;
}

export interface TextOption {
  readonly kind: 'text';
  /** What stands for the value in the usage, such as `DIR`. */
  readonly value: string;
  readonly help: string;
}

/** By camel-case name: `dryRun` is `--dry-run`. */
export type OptionTable = Readonly<Record<string, SwitchOption | TextOption>>;

export type OptionValues<T extends OptionTable> = { readonly [Name in keyof T]: OptionValue<T[Name]> };
type OptionValue<T> = T extends SwitchOption ? boolean : string | undefined;

/** A command as it was typed, checked against its options. */
export interface CommandInput<T extends OptionTable> {
  readonly values: OptionValues<T>;
  /** What is no option, in order. */
  readonly args: readonly string[];
}

/** What each file of a command exports. */
export interface CommandModule {
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** What follows the command's name, such as `ID… [--yes]`. */
  readonly usage: string;
  readonly options: OptionTable;
  /**
   * @returns the exit code
   * @throws VerbatimError which the caller tells in one message
   */
  // A method, so that a command may ask for the values of its own options: they are read by that very table.
  run(input: CommandInput<OptionTable>, context: CommandContext): Promise<number>;
}

/** Exit code of a command that could not be carried out as it was given, and of one that failed. */
export const MISUSE = 2;
export const FAILURE = 1;
/** Of a program that was ended by Ctrl-C: 128 and the number of the signal. */
export const INTERRUPTED = 130;

/** The folders that most commands may be pointed at; they win over the environment. */
export const FOLDER_OPTIONS = {
  corpus: { kind: 'text', value: 'DIR', help: 'the folder of articles; it gets an index of its own' },
  index: { kind: 'text', value: 'DIR', help: 'the folder of the index' },
} as const satisfies OptionTable;
