import { CHANNEL_RULES, GRADE_SCALES, QUIZ_MODES, WORD_LANGUAGES } from '../../../domain/server-settings.ts';
import type { ServerSettings, SettingsField, SettingsPatch } from '../../../domain/server-settings.ts';
import { DISCORD_ID } from '../../../domain/discord-id.ts';
import { LAYOUTS } from '../../../domain/layout.ts';
import { STRICTNESS_LEVELS } from '../../../domain/question.ts';
import { DEFAULT } from './setting-menus.ts';

/** A choice of a menu, and the field that it is about. */
export interface Choice {
  readonly field: SettingsField;
  readonly patch: SettingsPatch;
}

/** @param part behind `put.` @returns undefined for what no menu of ours offers */
export function readChoice(
  part: string,
  values: readonly string[],
  settings: ServerSettings,
): Choice | undefined {
  const [value] = values;
  switch (part) {
    case 'strictness': {
      const strictness = oneOf([DEFAULT, ...STRICTNESS_LEVELS], value);
      return strictness && choice(part, { strictness: strictness === DEFAULT ? undefined : strictness });
    }
    case 'layout': {
      const layout = oneOf([DEFAULT, ...LAYOUTS], value);
      return layout && choice(part, { layout: layout === DEFAULT ? undefined : layout });
    }
    case 'answerIn.mode': {
      const mode = oneOf(CHANNEL_RULES, value);
      return mode && choice('answerIn', { answerIn: { ...settings.answerIn, mode } });
    }
    case 'answerIn.channels':
      return areIds(values)
        ? choice('answerIn', { answerIn: { ...settings.answerIn, channels: values } })
        : undefined;
    case 'speaksIn':
      return areIds(values) ? choice(part, { speaksIn: values }) : undefined;
    case 'adders.everyone': {
      const who = oneOf(['managers', 'everyone'], value);
      return who && choice('adders', { adders: { ...settings.adders, everyone: who === 'everyone' } });
    }
    case 'adders.roles':
      return areIds(values) ? choice('adders', { adders: { ...settings.adders, roles: values } }) : undefined;
    case 'language': {
      const language = oneOf(WORD_LANGUAGES, value);
      return language && choice(part, { language });
    }
    case 'grades': {
      const grades = oneOf(GRADE_SCALES, value);
      return grades && choice(part, { grades });
    }
    case 'quiz.mode': {
      const mode = oneOf(QUIZ_MODES, value);
      return mode && choice('quiz', { quiz: { ...settings.quiz, mode } });
    }
    case 'privateByDefault':
    case 'gapReports':
    case 'gapWording':
    case 'articlesInDirectMessages': {
      const state = oneOf(['on', 'off'], value);
      return state && choice(part, { [part]: state === 'on' });
    }
    default:
      return undefined;
  }
}

function choice(field: SettingsField, patch: SettingsPatch): Choice {
  return { field, patch };
}

function oneOf<const T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((candidate) => candidate === value);
}

function areIds(values: readonly string[]): boolean {
  return values.length <= 25 && values.every((value) => DISCORD_ID.test(value));
}
