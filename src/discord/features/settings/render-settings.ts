import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { SettingsChange } from '../../../domain/ports/settings-store.ts';
import { CHANNEL_RULES, GRADE_SCALES, QUIZ_MODES, WORD_LANGUAGES } from '../../../domain/server-settings.ts';
import type { ServerSettings, SettingsField } from '../../../domain/server-settings.ts';
import { LAYOUTS } from '../../../domain/layout.ts';
import { STRICTNESS_LEVELS } from '../../../domain/question.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { ButtonView, MenuOption, MenuView, MessageView } from '../../messages/message-view.ts';
import { featureId } from '../feature.ts';
import {
  describeSetting,
  LANGUAGE_NAMES,
  LAYOUT,
  SETTING_WORDS,
  SETTINGS_FIELDS,
  STRICTNESS,
} from './describe-setting.ts';

export const SETTINGS = 'settings';

/** Discord: a select menu takes so many. */
const MOST = 25;

/** The value that stands for no decision of the server's. */
export const DEFAULT = 'default';

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
        placeholder: words('settings.choose'),
        options: SETTINGS_FIELDS.map((field) => ({
          label: words(SETTING_WORDS[field].name),
          value: field,
          description: words(SETTING_WORDS[field].help).slice(0, 100),
        })),
      },
    ],
    buttons: [{ label: words('settings.history'), id: featureId(SETTINGS, 'history') }],
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
      ...(field === 'quiz' ? [{ label: words('settings.edit'), id: featureId(SETTINGS, 'form.quiz') }] : []),
      ...(change ? [undoButton(words, change)] : []),
      { label: words('settings.back'), id: featureId(SETTINGS, 'home') },
    ],
  });
}

function menusFor(words: Words, field: SettingsField, settings: ServerSettings): readonly MenuView[] {
  switch (field) {
    case 'strictness':
      return [
        choices(
          words,
          field,
          [
            { value: DEFAULT, label: words('settings.asBot') },
            ...STRICTNESS_LEVELS.map((level) => ({
              value: level,
              label: words(STRICTNESS[level]),
              description: words(
                (
                  {
                    strict: 'settings.strictHelp',
                    balanced: 'settings.balancedHelp',
                    lenient: 'settings.lenientHelp',
                  } as const
                )[level],
              ),
            })),
          ],
          settings.strictness ?? DEFAULT,
        ),
      ];
    case 'layout':
      return [
        choices(
          words,
          field,
          [
            { value: DEFAULT, label: words('settings.asBot') },
            ...LAYOUTS.map((layout) => ({
              value: layout,
              label: words(LAYOUT[layout]),
              description: words(layout === 'components' ? 'settings.componentsHelp' : 'settings.embedsHelp'),
            })),
          ],
          settings.layout ?? DEFAULT,
        ),
      ];
    case 'answerIn': {
      const { mode, channels } = settings.answerIn;
      const label = {
        all: words('settings.everywhere'),
        only: words('settings.onlyIn', { channels: '…' }),
        except: words('settings.exceptIn', { channels: '…' }),
      };
      return [
        choices(
          words,
          'answerIn.mode',
          CHANNEL_RULES.map((value) => ({ value, label: label[value] })),
          mode,
        ),
        ...(mode === 'all' ? [] : [places(words, 'answerIn.channels', channels)]),
      ];
    }
    case 'speaksIn':
      return [places(words, field, settings.speaksIn)];
    case 'adders': {
      const { everyone, roles } = settings.adders;
      const who = [
        { value: 'managers', label: words('settings.managers') },
        { value: 'everyone', label: words('settings.everyone') },
      ];
      return [
        choices(words, 'adders.everyone', who, everyone ? 'everyone' : 'managers'),
        ...(everyone ? [] : [roleMenu(words, roles)]),
      ];
    }
    case 'language':
      return [
        choices(
          words,
          field,
          WORD_LANGUAGES.map((value) => ({
            value,
            label: value === 'auto' ? words('settings.auto') : LANGUAGE_NAMES[value],
          })),
          settings.language,
        ),
      ];
    case 'grades':
      return [
        choices(
          words,
          field,
          GRADE_SCALES.map((value) => ({
            value,
            label: words(value === 'two' ? 'settings.two' : 'settings.four'),
          })),
          settings.grades,
        ),
      ];
    case 'quiz':
      return [
        choices(
          words,
          'quiz.mode',
          QUIZ_MODES.map((value) => ({
            value,
            label: words(value === 'choice' ? 'settings.choice' : 'settings.type'),
          })),
          settings.quiz.mode,
        ),
      ];
    case 'privateByDefault':
    case 'gapReports':
    case 'gapWording':
    case 'articlesInDirectMessages':
      return [
        choices(
          words,
          field,
          [
            { value: 'on', label: words('settings.on') },
            { value: 'off', label: words('settings.off') },
          ],
          settings[field] ? 'on' : 'off',
        ),
      ];
  }
}

function choices(words: Words, part: string, options: readonly MenuOption[], chosen: string): MenuView {
  return {
    id: featureId(SETTINGS, `put.${part}`),
    placeholder: words('settings.edit'),
    options: options.map((option) => ({ ...option, isChosen: option.value === chosen })),
  };
}

function places(words: Words, part: string, chosen: readonly string[]): MenuView {
  return {
    id: featureId(SETTINGS, `put.${part}`),
    placeholder: words('settings.chooseChannels'),
    of: 'channels',
    chosen: chosen.slice(0, MOST),
    choose: { least: 0, most: MOST },
  };
}

function roleMenu(words: Words, chosen: readonly string[]): MenuView {
  return {
    id: featureId(SETTINGS, 'put.adders.roles'),
    placeholder: words('settings.chooseRoles'),
    of: 'roles',
    chosen: chosen.slice(0, MOST),
    choose: { least: 0, most: MOST },
  };
}

function undoButton(words: Words, { id }: SettingsChange): ButtonView {
  return { label: words('settings.undo'), id: featureId(SETTINGS, `undo.${id}`) };
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
    title: words('settings.history'),
    blocks: [textBlock(lines.length === 0 ? words('settings.noChanges') : lines.join('\n'))],
    buttons: [
      ...changes.map((change, index) => ({
        label: `${words('settings.undo')} ${index + 1}`,
        id: featureId(SETTINGS, `undo.${change.id}`),
      })),
      { label: words('settings.back'), id: featureId(SETTINGS, 'home') },
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
    title: words('settings.quiz'),
    components: [
      field('rounds', words('settings.roundsLabel')),
      field('seconds', words('settings.secondsLabel')),
    ],
  };
}
