import { CHANNEL_RULES, GRADE_SCALES, QUIZ_MODES, WORD_LANGUAGES } from '../../../domain/server-settings.ts';
import type { ServerSettings, SettingsField } from '../../../domain/server-settings.ts';
import { LAYOUTS } from '../../../domain/layout.ts';
import { STRICTNESS_LEVELS } from '../../../domain/question.ts';
import type { Words } from '../../../words/words.ts';
import type { MenuOption, MenuView } from '../../messages/message-view.ts';
import { featureId } from '../feature.ts';
import { LANGUAGE_NAMES, LAYOUT, STRICTNESS } from './describe-setting.ts';

export const SETTINGS = 'settings';

/** Discord: a select menu takes so many. */
const MOST = 25;

/** The value that stands for no decision of the server's. */
export const DEFAULT = 'default';

/** What the setting can be, its present value chosen. */
export function menusFor(words: Words, field: SettingsField, settings: ServerSettings): readonly MenuView[] {
  switch (field) {
    case 'strictness':
      return [
        choices(
          words,
          field,
          [
            { value: DEFAULT, label: words('settings.asBotOption') },
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
            { value: DEFAULT, label: words('settings.asBotOption') },
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
        all: words('settings.everywhereOption'),
        only: words('settings.onlyInOption', { channels: '…' }),
        except: words('settings.exceptInOption', { channels: '…' }),
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
        { value: 'managers', label: words('settings.managersOption') },
        { value: 'everyone', label: words('settings.everyoneOption') },
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
            label: value === 'auto' ? words('settings.autoOption') : LANGUAGE_NAMES[value],
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
            label: words(value === 'two' ? 'settings.twoOption' : 'settings.fourOption'),
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
            label: words(value === 'choice' ? 'settings.choiceOption' : 'settings.typeOption'),
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
            { value: 'on', label: words('settings.onOption') },
            { value: 'off', label: words('settings.offOption') },
          ],
          settings[field] ? 'on' : 'off',
        ),
      ];
  }
}

function choices(words: Words, part: string, options: readonly MenuOption[], chosen: string): MenuView {
  return {
    id: featureId(SETTINGS, `put.${part}`),
    placeholder: words('settings.editMenu'),
    options: options.map((option) => ({ ...option, isChosen: option.value === chosen })),
  };
}

function places(words: Words, part: string, chosen: readonly string[]): MenuView {
  return {
    id: featureId(SETTINGS, `put.${part}`),
    placeholder: words('settings.chooseChannelsMenu'),
    of: 'channels',
    chosen: chosen.slice(0, MOST),
    choose: { least: 0, most: MOST },
  };
}

function roleMenu(words: Words, chosen: readonly string[]): MenuView {
  return {
    id: featureId(SETTINGS, 'put.adders.roles'),
    placeholder: words('settings.chooseRolesMenu'),
    of: 'roles',
    chosen: chosen.slice(0, MOST),
    choose: { least: 0, most: MOST },
  };
}
