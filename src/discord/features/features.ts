import type { Feature } from './feature.ts';
import { settingsFeature } from './settings/settings-feature.ts';

/** Each in a folder of its own; its commands are registered by `feature-commands.ts`. */
export const FEATURES: readonly Feature[] = [settingsFeature];
