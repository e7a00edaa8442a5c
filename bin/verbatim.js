#!/usr/bin/env node
// The entry of every command, from any folder: `npm run ask` calls it, and so does an installed `verbatim`. The sources
// are TypeScript, which tsx turns into JavaScript as they are loaded.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/app/main.ts');
await main();
