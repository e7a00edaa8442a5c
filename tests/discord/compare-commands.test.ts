import { describe, expect, it } from 'vitest';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import { sameCommands } from '../../src/discord/compare-commands.ts';

const OPTION = {
  type: 3,
  name: 'text',
  name_localizations: { de: 'text', fr: 'texte' },
  description: 'A text',
  description_localizations: { de: 'Ein Text' },
  required: true,
  min_length: 1,
  max_length: 100,
  choices: [{ name: 'One', name_localizations: { de: 'Eins' }, value: 'one' }],
};

const COMMAND = {
  type: 1,
  name: 'ask',
  name_localizations: { de: 'frage', fr: 'demander' },
  description: 'Ask',
  description_localizations: { de: 'Fragen' },
  default_member_permissions: '32',
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  nsfw: false,
  options: [OPTION, { type: 4, name: 'number', description: 'A number', min_value: 0 }],
};

const withOption = (change: object) => ({
  ...COMMAND,
  options: [{ ...OPTION, ...change }, COMMAND.options[1]],
});
const withNumber = (change: object) => ({
  ...COMMAND,
  options: [OPTION, { ...COMMAND.options[1], ...change }],
});

describe('commands are the same', () => {
  it.each([
    ['as they are sent', COMMAND],
    [
      'with what Discord adds',
      { ...COMMAND, id: '1', version: '2', application_id: '3', dm_permission: true },
    ],
    ['with defaults in full', { ...COMMAND, nsfw: null, options: withNumber({ required: false }).options }],
    [
      'with languages and places in another order',
      {
        ...COMMAND,
        name_localizations: { fr: 'demander', de: 'frage' },
        contexts: [2, 0, 1],
      },
    ],
    ['with permissions as a number', { ...COMMAND, default_member_permissions: 32 }],
  ])('%s', (_, registered) => {
    expect(sameCommands([COMMAND], [registered], 'global')).toBe(true);
  });

  it('in another order', () => {
    expect(sameCommands(REGISTERED_COMMANDS, REGISTERED_COMMANDS.toReversed(), 'global')).toBe(true);
  });

  it('in a server without the places that only global commands have', () => {
    const { contexts, integration_types, ...registered } = COMMAND;
    expect([contexts, integration_types]).not.toContain(undefined);
    expect(sameCommands([COMMAND], [registered], 'guild')).toBe(true);
    expect(sameCommands([COMMAND], [registered], 'global')).toBe(false);
  });
});

describe('commands are not the same', () => {
  it.each([
    ['a name', { ...COMMAND, name: 'query' }],
    ['a type', { ...COMMAND, type: 3 }],
    ['a name in a language', { ...COMMAND, name_localizations: { de: 'fragen', fr: 'demander' } }],
    ['a language', { ...COMMAND, name_localizations: { de: 'frage' } }],
    ['all names in languages', { ...COMMAND, name_localizations: null }],
    ['a description in a language', { ...COMMAND, description_localizations: { de: 'Frag' } }],
    ['permissions', { ...COMMAND, default_member_permissions: '0' }],
    ['the absence of permissions', { ...COMMAND, default_member_permissions: null }],
    ['places', { ...COMMAND, contexts: [0] }],
    ['installations', { ...COMMAND, integration_types: [0] }],
    ['age restriction', { ...COMMAND, nsfw: true }],
    ['an option', { ...COMMAND, options: [OPTION] }],
    ['the order of options', { ...COMMAND, options: COMMAND.options.toReversed() }],
    ['the name of an option in a language', withOption({ name_localizations: { de: 'wort', fr: 'texte' } })],
    ['the description of an option in a language', withOption({ description_localizations: { de: 'Wort' } })],
    ['need', withOption({ required: false })],
    ['suggestions', withNumber({ autocomplete: true })],
    ['a least length', withOption({ min_length: 2 })],
    ['a greatest length', withOption({ max_length: 200 })],
    ['a least value', withNumber({ min_value: 1 })],
    ['the absence of a least value of 0', withNumber({ min_value: undefined })],
    ['a greatest value', withNumber({ max_value: 9 })],
    ['kinds of channels', withNumber({ channel_types: [0] })],
    ['a choice', withOption({ choices: [] })],
    ['the value of a choice', withOption({ choices: [{ ...OPTION.choices[0], value: 'two' }] })],
    ['the name of a choice in a language', withOption({ choices: [{ name: 'One', value: 'one' }] })],
  ])('where %s differs', (_, registered) => {
    expect(sameCommands([COMMAND], [registered], 'global')).toBe(false);
  });
});
