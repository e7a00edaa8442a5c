import type { ImportOrder } from '../adapters/import/open-import-worker.ts';
import { openImporter } from './open-imports.ts';
import { serveParent } from './serve-parent.ts';

/** The entry of the process that parses what strangers send: whatever it swallows, the bot goes on. */
serveParent(({ source, options }: ImportOrder) => openImporter().importSource(source, options));
