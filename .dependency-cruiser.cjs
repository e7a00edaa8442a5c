/** The folder table of docs/architecture.md as code: each rule says why it is there. */

/** What each folder of src/ may import from src/, beside itself. */
const mayImport = {
  domain: [],
  text: ['domain'],
  words: ['domain'],
  corpus: ['domain', 'text'],
  indexing: ['domain'],
  retrieval: ['domain', 'text'],
  answering: ['domain', 'text'],
  library: ['domain', 'text', 'retrieval', 'answering'],
  desk: ['domain', 'text', 'corpus'],
  evaluation: ['domain', 'text', 'retrieval', 'answering'],
  study: ['domain', 'text'],
  adapters: ['domain'],
  conversation: ['domain', 'text', 'words'],
  discord: ['domain', 'conversation', 'study', 'text', 'words'],
  cli: ['domain', 'conversation', 'text', 'words'],
};

/** Packages from node_modules (and node: built-ins) that each folder may import. */
const mayUse = {
  domain: [],
  text: ['stemmer'],
  words: ['i18next'],
  corpus: ['mdast', 'micromark', 'yaml', 'linkedom', '@mozilla/readability', 'unpdf', 'mammoth', 'chardet', 'iconv-lite', 'decode-named-character-reference'],
  indexing: ['crypto'],
  retrieval: ['minisearch', 'fastest-levenshtein'],
  answering: [],
  library: ['lru-cache'],
  evaluation: [],
  study: ['compromise', 'fastest-levenshtein', 'fflate', 'sql.js', 'stemmer', 'ts-fsrs'],
  conversation: ['timers'],
  discord: ['discord.js', 'discord-api-types', 'crypto', 'timers', 'lru-cache', 'p-queue'],
  cli: ['picocolors', 'commander', 'readline', 'stream', 'events'],
};

const folderRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  comment: `src/${folder} may import ${['itself', ...allowed].join(', ')} and nothing else of src: the pipeline reads left to right.`,
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const vendorRules = Object.entries(mayUse).map(([folder, allowed]) => ({
  name: `${folder}-vendors`,
  severity: 'error',
  comment: `src/${folder} uses ${allowed.length === 0 ? 'no package' : allowed.join(', ')}: vendors and the disk stay behind adapters.`,
  from: { path: `^src/${folder}/` },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    ...(allowed.length === 0 ? {} : { pathNot: allowed.map((name) => (name.startsWith('node') ? name : `(^|node_modules/(@types/)?)${name}`)) }),
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'A cycle has no first file to read.', from: { path: '^src/' }, to: { circular: true } },
    { name: 'src-not-tests', severity: 'error', comment: 'The product runs without its tests.', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'no-unresolvable', severity: 'error', comment: 'An import has to lead somewhere.', from: {}, to: { couldNotResolve: true, pathNot: 'discord-api-spec' } },
    ...folderRules,
    ...vendorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
