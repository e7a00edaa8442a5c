import { countNoun } from '../text/count-noun.ts';
import type { Manifest } from '../domain/manifest.ts';
import type { DoctorCheck, Finding } from './run-doctor.ts';

const ok = (detail: string): Finding => ({ state: 'ok', detail });
const warn = (detail: string, remedy: string): Finding => ({ state: 'warn', detail, remedy });
const fail = (detail: string, remedy: string): Finding => ({ state: 'fail', detail, remedy });

/** As `engines` of package.json has it. */
const LEAST_NODE = [20, 19] as const;

/** @param version such as `v20.20.2` */
export function checkNode(version: string): DoctorCheck {
  return {
    name: 'Node.js',
    run: () => {
      const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
      const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
      return Promise.resolve(
        enough
          ? ok(version)
          : fail(
              `${version} is too old`,
              `Install Node.js ${LEAST_NODE.join('.')} or newer, for example with \`nvm install\`.`,
            ),
      );
    },
  };
}

/** @param verify checks the files against SHA256SUMS and throws what is wrong; returns the revision */
export function checkModel(model: string, verify: () => Promise<string>): DoctorCheck {
  return {
    name: 'Model',
    run: async () => ok(`${model}, checksums right (${(await verify()).slice(0, 12)})`),
  };
}

/** @param read parses every article and throws what is wrong */
export function checkCorpus(
  folder: string,
  read: () => Promise<{ readonly articles: number; readonly leftOut: readonly string[] }>,
): DoctorCheck {
  return {
    name: 'Corpus',
    run: async () => {
      const { articles, leftOut } = await read();
      if (articles === 0) return fail(`${folder} holds no article`, 'Run `npm run add -- FILE`.');
      return ok([`${folder}: ${countNoun(articles, 'article')}`, ...leftOut].join('. '));
    },
  };
}

interface IndexState {
  readonly location: string;
  readonly manifest: Manifest | undefined;
  /** Whether it was made of the corpus as it is now, with the configured model. */
  readonly current: boolean;
}

/** Whether the index is there, and is that of the model and the articles as they are now. */
export function checkIndex(read: () => Promise<IndexState>): DoctorCheck {
  return {
    name: 'Index',
    run: async () => {
      const { location, manifest, current } = await read();
      if (!manifest) return fail(`there is none in ${location}`, 'Run `npm run index`.');
      const passages = manifest.articles.reduce((sum, article) => sum + article.passages, 0);
      const detail = `${countNoun(manifest.articles.length, 'article')}, ${countNoun(passages, 'passage')}, made ${manifest.created}`;
      return current
        ? ok(detail)
        : warn(
            `${detail}, but the corpus, the model or the splitter has changed since`,
            'Run `npm run index`.',
          );
    },
  };
}

/**
 * Whether the index can be opened, and written again.
 * @param access `read` returns how many passages there are, undefined without an index, and throws what is
 * wrong; `write` throws when the folder cannot be written
 */
export function checkStore(
  location: string,
  access: { readonly read: () => Promise<number | undefined>; readonly write: () => Promise<void> },
): DoctorCheck {
  return {
    name: 'Store',
    run: async () => {
      const passages = await access.read();
      const writable = await access.write().then(
        () => true,
        () => false,
      );
      if (!writable)
        return fail(
          `${location} cannot be written`,
          'Make the folder writable, or name another one with INDEX_DIR.',
        );
      return ok(
        passages === undefined
          ? `${location} is empty and can be written`
          : `${location} can be read (${countNoun(passages, 'passage')}) and written`,
      );
    },
  };
}

/** The answer of Discord's API: its HTTP status, or why there was none. */
type Probe = { readonly status: number; readonly name?: string } | { readonly failure: string };

/** `GET /users/@me` with the token; the token itself is never part of a finding. */
export function checkToken(isSet: boolean, probe: () => Promise<Probe>): DoctorCheck {
  return {
    name: 'Token',
    run: async () => {
      if (!isSet)
        return warn(
          'DISCORD_TOKEN is not set, so only the terminal can ask',
          'Put DISCORD_TOKEN=… into .env to run the bot.',
        );
      const answer = await probe();
      if ('failure' in answer)
        return warn(
          `set, but not tried: ${answer.failure}`,
          'Check the network and run `npm run doctor` again.',
        );
      if (answer.status === 200)
        return ok(`accepted${answer.name === undefined ? '' : ` as ${answer.name}`}`);
      if (answer.status === 401) {
        return fail(
          'Discord does not accept it',
          'Reset the token on the Bot page of the Developer Portal and put the new one into .env.',
        );
      }
      return warn(`Discord answers ${answer.status}`, 'Try again later.');
    },
  };
}

/** `GET /gateway`, which needs no token. */
export function checkDiscord(probe: () => Promise<Probe>): DoctorCheck {
  return {
    name: 'Discord',
    run: async () => {
      const answer = await probe();
      if ('failure' in answer)
        return warn(
          `cannot be reached: ${answer.failure}`,
          'Check the network, a proxy or DISCORD_API_BASE. The terminal works without it.',
        );
      return answer.status === 200
        ? ok('can be reached')
        : warn(`answers ${answer.status}`, 'Look at https://discordstatus.com and try again later.');
    },
  };
}

/** @param readHolder the process that holds the bot's lock, undefined when none does */
export function checkBot(readHolder: () => Promise<number | undefined>): DoctorCheck {
  return {
    name: 'Bot',
    run: async () => {
      const holder = await readHolder();
      return holder === undefined
        ? fail('the bot does not run', 'Run `npm start`.')
        : ok(`the bot runs as process ${holder}`);
    },
  };
}

/** @param read opens the index as a question does; returns how many passages there are, undefined without an index */
export function checkPassages(location: string, read: () => Promise<number | undefined>): DoctorCheck {
  return {
    name: 'Index',
    run: async () => {
      const passages = await read();
      return passages === undefined
        ? fail(`there is no index in ${location}`, 'Run `npm run index`.')
        : ok(`the index can be read (${countNoun(passages, 'passage')})`);
    },
  };
}

/** @param reach opens what the bot remembers in; throws why it cannot be used */
export function checkMemory(location: string, reach: () => Promise<void>): DoctorCheck {
  return {
    name: 'Store',
    run: async () => {
      await reach();
      return ok(`the store ${location} can be reached`);
    },
  };
}
