import { describeDeskStore } from './desk-store-contract.ts';
import { describeEditionStore } from './edition-store-contract.ts';
import { describeDepartureStore } from './departure-store-contract.ts';
import { describeExchangeStore } from './exchange-store-contract.ts';
import { describeFeedbackStore } from './feedback-store-contract.ts';
import { describeGapStore } from './gap-store-contract.ts';
import { describeNoteStore } from './note-store-contract.ts';
import { describeQuizStore } from './quiz-store-contract.ts';
import { describeReadingStore } from './reading-store-contract.ts';
import { describeScopeStore } from './scope-store-contract.ts';
import { describeSettingsStore } from './settings-store-contract.ts';
import { describeOnEachDatabase } from './store-databases.ts';
import { describeStudyStore } from './study-store-contract.ts';
import { describeWholeStore } from './whole-store-contract.ts';

describeOnEachDatabase(
  describeExchangeStore,
  describeSettingsStore,
  describeScopeStore,
  describeFeedbackStore,
  describeGapStore,
  describeDeskStore,
  describeEditionStore,
  describeQuizStore,
  describeReadingStore,
  describeStudyStore,
  describeNoteStore,
  describeDepartureStore,
  describeWholeStore,
);
