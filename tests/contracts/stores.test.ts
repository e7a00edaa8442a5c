import { describeDepartureStore } from './departure-store-contract.ts';
import { describeExchangeStore } from './exchange-store-contract.ts';
import { describeFeedbackStore } from './feedback-store-contract.ts';
import { describeGapStore } from './gap-store-contract.ts';
import { describeScopeStore } from './scope-store-contract.ts';
import { describeSettingsStore } from './settings-store-contract.ts';
import { describeOnEachDatabase } from './store-databases.ts';
import { describeWholeStore } from './whole-store-contract.ts';

describeOnEachDatabase(
  describeExchangeStore,
  describeSettingsStore,
  describeScopeStore,
  describeFeedbackStore,
  describeGapStore,
  describeDepartureStore,
  describeWholeStore,
);
