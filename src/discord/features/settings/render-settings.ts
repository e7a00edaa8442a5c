import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { SettingsChange } from '../../../domain/ports/settings-store.ts';
import type { ServerSettings, SettingsField } from '../../../domain/server-settings.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { ButtonView, MessageView } from '../../messages/message-view.ts';
import { featureId } from '../feature.ts';
import { describeSetting, SETTING_WORDS, SETTINGS_FIELDS } from './describe-setting.ts';
import { menusFor, SETTINGS } from './setting-menus.ts';

/** All settings with their values, and a menu to change one. */
export function renderSettings(words: Words, settings: ServerSettings): MessageView {
  const lines = SETTINGS_FIELDS.map(
    (field) => `**${words(SETTING_WORDS[field].name)}**: ${describeSetting(words, field, settings)}`,
  );
  return createView(words, 'neutral', {
    title: words('settings.title'),
    blocks: [textBlock(lines.join('\n'))],
    menus: [
      {
        id: featureId(SETTINGS, 'open'),
        placeholder: words('settings.chooseMenu'),
        options: SETTINGS_FIELDS.map((field) => ({
          label: words(SETTING_WORDS[field].name),
          value: field,
          description: words(SETTING_WORDS[field].help).slice(0, 100),
        })),
      },
    ],
    buttons: [{ label: words('settings.historyButton'), id: featureId(SETTINGS, 'history') }],
  });
}

export interface SettingRequest {
  readonly field: SettingsField;
  readonly settings: ServerSettings;
  /** Whether Discord shows the bot what is not said to it. */
  readonly seesMessages: boolean;
  /** What was just done. */
  readonly notice?: string;
  /** The change that can be taken back. */
  readonly change?: SettingsChange;
}

/** One setting: what it does, what it is, and what it can be. */
export function renderSetting(
  words: Words,
  { field, settings, seesMessages, notice, change }: SettingRequest,
): MessageView {
  const { name, help } = SETTING_WORDS[field];
  const warning =
    field === 'speaksIn' && !seesMessages ? [textBlock(words('settings.speaksNeedsIntent'))] : [];
  return createView(words, 'neutral', {
    title: words(name),
    notices: notice === undefined ? [] : [notice],
    blocks: [textBlock(`${words(help)}\n\n**${describeSetting(words, field, settings)}**`), ...warning],
    menus: menusFor(words, field, settings),
    buttons: [
      ...(field === 'quiz'
        ? [{ label: words('settings.editButton'), id: featureId(SETTINGS, 'form.quiz') }]
        : []),
      ...(change ? [undoButton(words, change)] : []),
      { label: words('settings.backButton'), id: featureId(SETTINGS, 'home') },
    ],
  });
}

function undoButton(words: Words, { id }: SettingsChange): ButtonView {
  return { label: words('settings.undoButton'), id: featureId(SETTINGS, `undo.${id}`) };
}

/** What was changed, newest first, each with its own button. */
export function renderHistory(words: Words, changes: readonly SettingsChange[]): MessageView {
  const lines = changes.map((change, index) => {
    const when = words.stamp(new Date(change.at));
    const who = /^\d+$/u.test(change.by)
      ? `<@${change.by}>`
      : words(change.by === 'operator' ? 'settings.operator' : 'settings.somebody');
    const what = change.fields.map((field) =>
      words('settings.changeLine', {
        when,
        who,
        field: words(SETTING_WORDS[field].name),
        before: describeSetting(words, field, change.before),
        after: describeSetting(words, field, change.after),
      }),
    );
    return `${index + 1}. ${what.join('\n')}`;
  });
  return createView(words, 'neutral', {
    title: words('settings.historyTitle'),
    blocks: [textBlock(lines.length === 0 ? words('settings.noChanges') : lines.join('\n'))],
    buttons: [
      ...changes.map((change, index) => ({
        label: `${words('settings.undoButton')} ${index + 1}`,
        id: featureId(SETTINGS, `undo.${change.id}`),
      })),
      { label: words('settings.backButton'), id: featureId(SETTINGS, 'home') },
    ],
  });
}

/** Rounds and seconds are typed. */
export function renderQuizForm(
  words: Words,
  { quiz }: ServerSettings,
): APIModalInteractionResponseCallbackData {
  const field = (id: 'rounds' | 'seconds', label: string) => ({
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short as const,
      min_length: 1,
      max_length: 3,
      value: String(quiz[id]),
      required: true,
    },
  });
  return {
    custom_id: featureId(SETTINGS, 'quiz').custom,
    title: words('settings.quizFormTitle'),
    components: [
      field('rounds', words('settings.roundsLabel')),
      field('seconds', words('settings.secondsLabel')),
    ],
  };
}
