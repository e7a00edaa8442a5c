import { fileURLToPath } from 'node:url';
import { loadReader } from '../../src/adapters/model/load-reader.ts';
import { createWordReader } from '../doubles/word-reader.ts';
import { describeReader } from './reader-contract.ts';

describeReader('words', () => Promise.resolve(createWordReader({ 'Edda Moor': 8 })));
describeReader('the shipped model', () =>
  loadReader(fileURLToPath(new URL('../../models/verbatim-reader', import.meta.url))),
);
