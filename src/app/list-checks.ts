import { access, constants, mkdir } from 'node:fs/promises';
import { openDiscordProbe } from '../discord/probe-discord.ts';
import {
  checkCorpus,
  checkDiscord,
  checkIndex,
  checkModel,
  checkNode,
  checkStore,
  checkToken,
} from '../cli/doctor-checks.ts';
import type { DoctorCheck } from '../cli/run-doctor.ts';
import type { Composition } from './compose.ts';
import { probeIndex } from './probe-index.ts';

/** What `npm run doctor` looks at. The composition must not download a model: to look is not to fetch. */
export function listChecks(composition: Composition): readonly DoctorCheck[] {
  const { config, store } = composition;
  const { discordToken } = config;
  const probe = openDiscordProbe(config.discordApiBase);
  return [
    checkNode(process.version),
    checkModel(config.model, async () => (await composition.loadModel()).identity.revision),
    checkCorpus(config.corpusDir, async () => {
      const { entries, leftOut } = await composition.readCorpus();
      return { articles: entries.length, leftOut };
    }),
    checkIndex(async () => {
      const manifest = await store.currentManifest();
      const current = manifest !== undefined && (await isCurrent(composition));
      return { location: store.location, manifest, current };
    }),
    checkStore(store.location, {
      read: () => probeIndex(store),
      write: () => requireWritable(store.location),
    }),
    checkToken(discordToken !== undefined, () => probe.me(discordToken ?? '')),
    checkDiscord(() => probe.gateway()),
  ];
}

/** With a model other than the index's, nothing in it is current; the message of that error says so. */
async function isCurrent(composition: Composition): Promise<boolean> {
  return composition.isIndexCurrent(await composition.readCorpus());
}

async function requireWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
}
