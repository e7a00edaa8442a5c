import { checkInstallation } from '../src/app/check-installation.ts';
import { runMain } from '../src/app/run-main.ts';

runMain(() => checkInstallation(process.argv.slice(2)));
