import { articlesFeature } from './articles/articles-feature.ts';
import type { Feature } from './feature.ts';
import { feedback } from './feedback/feedback.ts';
import { gaps } from './gaps/gaps.ts';
import { notesFeature } from './notes/notes-feature.ts';
import { privacy } from './privacy/privacy.ts';
import { quizFeature } from './quiz/quiz-feature.ts';
import { readingFeature } from './reading/reading-feature.ts';
import { settingsFeature } from './settings/settings-feature.ts';
import { studyFeature } from './study/study-feature.ts';

/** Each in a folder of its own; its commands are registered by `feature-commands.ts`. */
export const FEATURES: readonly Feature[] = [
  settingsFeature,
  articlesFeature,
  privacy,
  feedback,
  gaps,
  quizFeature,
  readingFeature,
  studyFeature,
  notesFeature,
];
