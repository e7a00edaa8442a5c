import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { SettingsChange } from '../../../domain/ports/settings-store.ts';
import { QUIZ_LIMITS } from '../../../domain/server-settings.ts';
import type { SettingsField } from '../../../domain/server-settings.ts';
import type { Words } from '../../../words/words.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import { typedIn } from '../../typed-in.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { managesServer } from '../manages-server.ts';
import { SETTINGS_COMMAND } from './command.ts';
import { describeSetting, SETTING_WORDS, SETTINGS_FIELDS } from './describe-setting.ts';
import { readChoice } from './read-choice.ts';
import type { Choice } from './read-choice.ts';
import { renderHistory, renderQuizForm, renderSetting, renderSettings } from './render-settings.ts';
import { SETTINGS } from './setting-menus.ts';

/** Changes shown; each needs a button, and a row has five. */
const HISTORY = 8;

/** `/settings`: one panel, for those who may manage the server. */
export const settingsFeature: Feature = {
  name: SETTINGS,
  commands: [SETTINGS_COMMAND.name],
  onCommand: (_, desk) =>
    forManagers(desk, () => Promise.resolve(sendPrivately(renderSettings(desk.voices.asker, desk.settings)))),
  onComponent: (rest, interaction, desk) =>
    forManagers(desk, (serverId) => {
      const values = 'values' in interaction.data ? interaction.data.values : [];
      return press(rest, values, serverId, desk);
    }),
  onForm: (rest, interaction, desk) =>
    forManagers(desk, (serverId) =>
      rest === 'quiz' ? takeQuiz(interaction, serverId, desk) : Promise.resolve(stale(desk)),
    ),
};

/** Asked at every press: who lost the right keeps the message. */
async function forManagers(desk: FeatureDesk, act: (serverId: string) => Promise<Plan>): Promise<Plan> {
  const { serverId, voices } = desk;
  if (serverId === undefined) return sendPrivately(word(voices.asker, 'settings.onlyInServers'));
  if (!managesServer(desk)) return sendPrivately(word(voices.asker, 'settings.notAllowed'));
  return act(serverId);
}

async function press(
  rest: string,
  values: readonly string[],
  serverId: string,
  desk: FeatureDesk,
): Promise<Plan> {
  const { voices, settings, context } = desk;
  const words = voices.asker;
  const [action = '', ...parts] = rest.split('.');
  const part = parts.join('.');
  switch (action) {
    case 'home':
      return { kind: 'update', body: renderSettings(words, settings) };
    case 'open': {
      const field = SETTINGS_FIELDS.find((known) => known === values[0]);
      return field ? showSetting(desk, field) : stale(desk);
    }
    case 'put': {
      const chosen = readChoice(part, values, settings);
      return chosen ? change(chosen, serverId, desk) : stale(desk);
    }
    case 'form':
      return part === 'quiz' ? { kind: 'form', form: renderQuizForm(words, settings) } : stale(desk);
    case 'history': {
      const changes = await context.settings.changes(serverId, HISTORY);
      if (changes === 'failed') return sendPrivately(word(words, 'settings.failed'));
      return { kind: 'update', body: renderHistory(words, changes) };
    }
    case 'undo':
      return /^\d{1,9}$/u.test(part) ? undo(Number(part), serverId, desk) : stale(desk);
    default:
      return stale(desk);
  }
}

function stale({ voices }: FeatureDesk): Plan {
  return sendPrivately(word(voices.asker, 'discord.anotherVersion'));
}

function showSetting(
  { voices, settings, context }: FeatureDesk,
  field: SettingsField,
  done: { readonly notice?: string; readonly change?: SettingsChange } = {},
): Plan {
  const request = { field, settings, seesMessages: context.messageContent, ...done };
  return { kind: 'update', body: renderSetting(voices.asker, request) };
}

async function change({ field, patch }: Choice, serverId: string, desk: FeatureDesk): Promise<Plan> {
  const { voices, context, userId } = desk;
  const words = voices.asker;
  const changed = await context.settings.change(serverId, patch, { by: userId, at: now() });
  if (changed === 'failed') return sendPrivately(word(words, 'settings.failed'));
  const current = { ...desk, settings: await context.settings.read(serverId) };
  if (changed === 'same') return showSetting(current, field, { notice: words('settings.same') });
  return showSetting(current, field, { notice: describeChange(words, changed), change: changed });
}

function describeChange(words: Words, { fields, before, after }: SettingsChange): string {
  return fields
    .map((field) =>
      words('settings.changed', {
        field: words(SETTING_WORDS[field].name),
        before: describeSetting(words, field, before),
        after: describeSetting(words, field, after),
      }),
    )
    .join('\n');
}

async function undo(id: number, serverId: string, desk: FeatureDesk): Promise<Plan> {
  const { voices, context, userId } = desk;
  const words = voices.asker;
  const outcome = await context.settings.undo(serverId, id, { by: userId, at: now() });
  switch (outcome.kind) {
    case 'failed':
      return sendPrivately(word(words, 'settings.failed'));
    case 'unknown':
      return sendPrivately(word(words, 'settings.unknownChange'));
    case 'overtaken':
      return sendPrivately(word(words, 'settings.overtaken'));
    case 'undone': {
      const { fields, after } = outcome.change;
      const [field = 'strictness'] = fields;
      const current = { ...desk, settings: await context.settings.read(serverId) };
      const value = { field: words(SETTING_WORDS[field].name), after: describeSetting(words, field, after) };
      return showSetting(current, field, { notice: words('settings.undone', value), change: outcome.change });
    }
  }
}

async function takeQuiz(
  interaction: APIModalSubmitInteraction,
  serverId: string,
  desk: FeatureDesk,
): Promise<Plan> {
  const rounds = readNumber(typedIn(interaction, 'rounds'), QUIZ_LIMITS.rounds);
  const seconds = readNumber(typedIn(interaction, 'seconds'), QUIZ_LIMITS.seconds);
  const words = desk.voices.asker;
  if (rounds === undefined || seconds === undefined) {
    const notice = words(
      'settings.badNumber',
      rounds === undefined ? QUIZ_LIMITS.rounds : QUIZ_LIMITS.seconds,
    );
    return showSetting(desk, 'quiz', { notice });
  }
  const patch = { quiz: { ...desk.settings.quiz, rounds, seconds } };
  return change({ field: 'quiz', patch }, serverId, desk);
}

function readNumber(
  typed: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (!/^\d{1,3}$/u.test(typed)) return undefined;
  const number = Number(typed);
  return number >= least && number <= most ? number : undefined;
}

function now(): string {
  return new Date().toISOString();
}
