import type { RuleProblem } from './extra-rules.ts';
import type { JsonObject } from './json.ts';
import { numberOf, objectOf, objectsIn, stringOf } from './json.ts';

/** Discord: names of slash commands and options; letters of scripts with case have to be lower case. */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Discord: 100 slash commands, 15 user menus, 15 message menus. */
const commandLimits: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** What Discord refuses in a command and discord-api-spec's schemas let through. */
export function checkCommand(command: JsonObject): readonly RuleProblem[] {
  const name = stringOf(command['name']) ?? '';
  const problems: RuleProblem[] = [];
  if ((numberOf(command['type']) ?? 1) !== 1) {
    if (command['description'])
      problems.push({ path: 'description', message: `menu '${name}' has a description` });
    if (objectsIn(command['options']).length > 0) {
      problems.push({ path: 'options', message: `menu '${name}' has options` });
    }
    return problems;
  }
  if (!command['description']) problems.push({ path: 'description', message: `/${name} has no description` });
  const characters = commandLength(command);
  if (characters > 8000)
    problems.push({ path: '', message: `/${name} has ${characters} characters, more than 8000` });
  return [...problems, ...checkNames('name', command), ...checkOptions(command, `/${name}`)];
}

/** A bulk overwrite: each command by itself, then their number and names together. */
export function checkCommandSet(commands: readonly JsonObject[]): readonly RuleProblem[] {
  const problems = commands.flatMap((command, index) =>
    checkCommand(command).map((problem) => ({ ...problem, path: `${index}.${problem.path}` })),
  );
  const keys = commands.map(
    (command) => `${numberOf(command['type']) ?? 1} ${stringOf(command['name']) ?? ''}`,
  );
  keys.forEach((key, index) => {
    if (keys.indexOf(key) !== index)
      problems.push({ path: `${index}.name`, message: `two commands are named '${key}'` });
  });
  for (const [type, limit] of Object.entries(commandLimits)) {
    const count = keys.filter((key) => key.startsWith(`${type} `)).length;
    if (count > limit)
      problems.push({ path: '', message: `${count} commands of type ${type}, more than ${limit}` });
  }
  return problems;
}

/** The name and its localisations. */
function checkNames(path: string, part: JsonObject): readonly RuleProblem[] {
  const localised = Object.values(objectOf(part['name_localizations']));
  return [part['name'], ...localised].flatMap((name) => checkName(path, stringOf(name) ?? ''));
}

function checkName(path: string, name: string): readonly RuleProblem[] {
  if (slashName.test(name) && name === name.toLowerCase()) return [];
  return [{ path, message: `the name '${name}' has capitals or characters that are not allowed` }];
}

function checkOptions(owner: JsonObject, label: string): readonly RuleProblem[] {
  const options = objectsIn(owner['options']);
  const problems: RuleProblem[] = [];
  const seen = new Set<unknown>();
  let optional = false;
  for (const option of options) {
    const name = stringOf(option['name']) ?? '';
    problems.push(...checkNames('options', option));
    if (seen.has(name))
      problems.push({ path: 'options', message: `${label} has two options named '${name}'` });
    seen.add(name);
    if (option['required'] === true && optional) {
      problems.push({
        path: 'options',
        message: `${label}: required option '${name}' comes after an optional one`,
      });
    }
    optional ||= option['required'] !== true;
    if (option['autocomplete'] === true && objectsIn(option['choices']).length > 0) {
      problems.push({
        path: 'options',
        message: `${label}: option '${name}' has both autocomplete and choices`,
      });
    }
    problems.push(...checkOptions(option, `${label} ${name}`));
  }
  return problems;
}

/** Names, descriptions and choices together; of a text in several languages the longest counts. */
function commandLength(part: JsonObject): number {
  const longest = (text: unknown, localised: unknown): number =>
    Math.max(...[text, ...Object.values(objectOf(localised))].map((one) => stringOf(one)?.length ?? 0));
  const own =
    longest(part['name'], part['name_localizations']) +
    longest(part['description'], part['description_localizations']) +
    (stringOf(part['value'])?.length ?? 0);
  const inner = [...objectsIn(part['options']), ...objectsIn(part['choices'])].map(commandLength);
  return inner.reduce((sum, length) => sum + length, own);
}
