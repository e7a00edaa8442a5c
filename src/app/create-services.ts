import { fileURLToPath } from 'node:url';
import type { ImportWorker } from '../adapters/import/open-import-worker.ts';
import type { CommandIo } from '../cli/command.ts';
import type { Folders, Services } from '../cli/services.ts';
import type { Composition, ModelLoaders } from './compose.ts';
import type { Config } from './config.ts';

/** The models that are shipped, wherever the command is run. */
const MODELS = fileURLToPath(new URL('../../models', import.meta.url));

/** What takes long to start; tests start it once for many commands. By default each command has its own. */
export interface ServiceParts extends ModelLoaders {
  readonly openImporter?: () => ImportWorker;
}

/**
 * Builds what the commands are handed. Whatever brings in a large library is imported when it is used: `--help` and
 * `articles` wait for neither the model nor discord.js.
 */
export function createServices(io: CommandIo, { openImporter, ...loaders }: ServiceParts = {}): Services {
  const configure = async (folders: Folders = {}): Promise<Config> =>
    // zod takes 0.4 s to import.
    (await import('./config.ts')).readConfig({ MODELS_DIR: MODELS, ...io.env }, folders);
  const composeFor = async (config: Config): Promise<Composition> => {
    const { compose } = await import('./compose.ts');
    return compose(config, loaders);
  };
  return {
    async openWorkspace(folders) {
      const config = await configure(folders);
      const { openWorkspace } = await import('./open-workspace.ts');
      let composition: Promise<Composition> | undefined;
      return openWorkspace(config, () => (composition ??= composeFor(config)));
    },
    async openImports(folders) {
      const { corpusDir } = await configure(folders);
      const imports = await import('./open-imports.ts');
      return imports.openImports(corpusDir, (openImporter ?? imports.openImporter)());
    },
    async listChecks(folders) {
      const config = await configure(folders);
      const { listChecks } = await import('./list-checks.ts');
      return listChecks(await composeFor({ ...config, allowModelDownload: false }));
    },
    async listHealthChecks() {
      const { listHealthChecks } = await import('./list-health-checks.ts');
      return listHealthChecks(await configure());
    },
    async registerCommands(request) {
      return (await import('./register-bot.ts')).registerBot(await configure(), request);
    },
    async runBot() {
      return (await import('./run-discord-bot.ts')).runDiscordBot(await configure(), io, loaders);
    },
    async openSettings(warn) {
      const { openOperatorSettings } = await import('../adapters/store/operate-settings.ts');
      return openOperatorSettings((await configure()).storeLocation, warn);
    },
    async backUp(file) {
      const { backUpStore } = await import('../adapters/store/back-up-store.ts');
      return backUpStore((await configure()).storeLocation, file, io.now());
    },
    async restore(file, options) {
      const { restoreStore } = await import('../adapters/store/restore-store.ts');
      return restoreStore((await configure()).storeLocation, file, options);
    },
    async evaluate(request) {
      return (await import('./run-evaluation.ts')).runEvaluation(
        await composeFor(await configure()),
        request,
      );
    },
    async calibrate(request) {
      return (await import('./run-calibration.ts')).runCalibration(
        await composeFor(await configure()),
        request,
      );
    },
    async exportFeedback(request) {
      return (await import('./export-feedback.ts')).exportFeedback(await configure(), request, io.now());
    },
    async bench(request) {
      return (await import('./run-bench.ts')).runBench(await composeFor(await configure()), request);
    },
    async prepareXquad(request) {
      return (await import('./prepare-xquad.ts')).prepareXquad(request);
    },
  };
}
