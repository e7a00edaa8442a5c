import { openVectraStore } from '../../src/adapters/index-store/open-vectra-store.ts';
import { createMemoryIndexStore } from '../doubles/memory-index-store.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { describeIndexStore } from './index-store-contract.ts';

describeIndexStore('memory', () => Promise.resolve(createMemoryIndexStore()));
describeIndexStore('vectra', async () => openVectraStore(await makeTempFolder()));
