import type { JsonObject } from './json.ts';
import { numberOf, objectsIn, stringOf } from './json.ts';

export type OptionValue = string | number | boolean;

export interface GivenOptions {
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The option that is being typed, for autocompletion. Required options may then be missing still. */
  readonly focused?: string | undefined;
}

/** Types of command options: 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 10 number, 11 a file by its id. */
const typeOfJs: Readonly<Record<number, string>> = {
  3: 'string',
  4: 'number',
  5: 'boolean',
  6: 'string',
  7: 'string',
  8: 'string',
  10: 'number',
  11: 'string',
};

/** The options of an interaction, as a Discord client would send them; throws where the client would not let it. */
export function commandOptions(command: JsonObject, given: GivenOptions): readonly JsonObject[] {
  const label = `/${stringOf(command['name']) ?? ''}`;
  const declared = objectsIn(command['options']);
  for (const name of Object.keys(given.values)) {
    if (!declared.some((option) => option['name'] === name))
      throw new Error(`${label} has no option '${name}'.`);
  }
  return declared.flatMap((option) => {
    const name = stringOf(option['name']) ?? '';
    const value = given.values[name];
    if (value === undefined) {
      if (option['required'] === true && given.focused === undefined) {
        throw new Error(`${label} requires the option '${name}'.`);
      }
      return [];
    }
    const focused = given.focused === name;
    if (focused && option['autocomplete'] !== true)
      throw new Error(`${label}: '${name}' does not autocomplete.`);
    if (!focused) checkValue(label, option, value);
    return [{ name, type: option['type'], value, ...(focused ? { focused } : {}) }];
  });
}

function checkValue(label: string, option: JsonObject, value: OptionValue): void {
  const name = stringOf(option['name']) ?? '';
  const type = numberOf(option['type']) ?? 0;
  const fail = (reason: string): never => {
    throw new Error(
      `${label}: a Discord client would not send ${JSON.stringify(value)} as '${name}': ${reason}.`,
    );
  };
  if (typeof value !== typeOfJs[type]) fail(`the option has type ${type}`);
  if (type === 4 && !Number.isInteger(value)) fail('it is no integer');
  const size = typeof value === 'string' ? value.length : typeof value === 'number' ? value : 0;
  const least = numberOf(option['min_length']) ?? numberOf(option['min_value']);
  // Discord: a string option takes at most 6000 characters.
  const most =
    numberOf(option['max_length']) ?? numberOf(option['max_value']) ?? (type === 3 ? 6000 : undefined);
  if (least !== undefined && size < least) fail(`below ${least}`);
  if (most !== undefined && size > most) fail(`above ${most}`);
  const choices = objectsIn(option['choices']);
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value))
    fail('it is none of the choices');
}
