/**
 * `npm run pictures`: docs/pictures/*.png, as a Discord client shows them, from the payloads that the bot sends about
 * the demo article. CHROMIUM names the browser (default /usr/bin/chromium). Nothing is fetched from the network.
 */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Route } from 'playwright-core';
import { compose } from '../src/app/compose.ts';
import { readConfig } from '../src/app/config.ts';
import { answerQuestion } from '../src/discord/messages/answer-question.ts';
import type { MessageBody } from '../src/discord/messages/message-body.ts';
import { renderLookup } from '../src/discord/messages/render-lookup.ts';
import type { Library } from '../src/domain/library.ts';
import { INNER_STYLES, messageHtml, PAGE_STYLE, PAGE_WIDTH } from './discord-html.ts';

const ROOT = new URL('../', import.meta.url);
const COMPONENTS = import.meta.resolve('@skyra/discord-components-core').replace(ROOT.href, '/');
/** A host that exists nowhere: every request to it is answered from the disk, every other one is refused. */
const HOST = 'http://pictures.invalid';

/** Device pixels for a pixel: sharp on good screens, and below 150 KB a picture. */
const SHARPNESS = 1.75;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Picture {
  readonly name: string;
  readonly command: string;
  readonly render: (subject: string, library: Library) => Promise<MessageBody> | MessageBody;
  /** Questions or terms in the order of preference: the first that shows the kind of reply that is meant is taken. */
  readonly subjects: readonly string[];
  readonly shows: RegExp;
}

const ASK = {
  command: 'ask',
  render: async (...asked: Parameters<typeof answerQuestion>) => (await answerQuestion(...asked)).body,
} as const;

const PICTURES: readonly Picture[] = [
  { ...ASK, name: 'answer', subjects: ['Who signed the strategic partnership treaty?'], shows: /^> /u },
  {
    ...ASK,
    name: 'weak',
    subjects: [
      'Will China stop Kim?',
      'Is Beijing worried about the North Korean troops?',
      'Does China support the war?',
      'Is China angry with Kim?',
      'Who is the president of Ukraine?',
    ],
    shows: /^\*\*This may not answer/u,
  },
  {
    ...ASK,
    name: 'abstention',
    subjects: ['How many inhabitants does Pyongyang have?'],
    shows: /^\*\*The article does not say/u,
  },
  {
    name: 'lookup',
    command: 'lookup',
    render: (term, library) => renderLookup(term, 0, library),
    subjects: ['Belousov'],
    shows: /^> /u,
  },
];

const composition = compose(readConfig({}, { corpus: 'corpus/demo' }));
await composition.updateIndex(await composition.readCorpus());
const { library, close } = await composition.openLibrary();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: FLAGS,
});
try {
  for (const picture of PICTURES) {
    const body = await choose(picture);
    await render(browser, picture, body);
    process.stdout.write(`docs/pictures/${picture.name}.png\n`);
  }
} finally {
  await browser.close();
  await close();
}

async function choose({ name, subjects, render: bodyOf, shows }: Picture): Promise<MessageBody> {
  for (const subject of subjects) {
    const body = await bodyOf(subject, library);
    if (shows.test(body.embeds?.[0]?.description ?? '')) return body;
  }
  throw new Error(`None of its subjects gives what the picture '${name}' is meant to show.`);
}

async function render(target: Browser, picture: Picture, body: MessageBody): Promise<void> {
  const page = await target.newPage({
    viewport: { width: PAGE_WIDTH, height: 900 },
    deviceScaleFactor: SHARPNESS,
  });
  await page.route('**/*', (route) => serve(route, pageHtml(messageHtml(body, picture.command))));
  await page.goto(`${HOST}/`);
  await page.waitForSelector('discord-message:defined');
  await page.evaluate(
    `for (const [name, text] of Object.entries(${JSON.stringify(INNER_STYLES)})) {
      for (const element of document.querySelectorAll(name)) {
        const style = document.createElement('style');
        style.textContent = text;
        element.shadowRoot.append(style);
      }
    }`,
  );
  await page.waitForTimeout(300);
  await page.locator('main').screenshot({ path: `docs/pictures/${picture.name}.png` });
  await page.close();
}

async function serve(route: Route, html: string): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== HOST) return route.abort();
  if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
  if (!url.pathname.startsWith('/node_modules/') || url.pathname.includes('..'))
    return route.fulfill({ status: 404 });
  const contentType = extname(url.pathname) === '.js' ? 'text/javascript' : 'application/octet-stream';
  return route.fulfill({ contentType, body: await readFile(new URL(`.${url.pathname}`, ROOT)) });
}

function pageHtml(message: string): string {
  const imports = {
    lit: '/node_modules/lit/index.js',
    'lit/': '/node_modules/lit/',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-html/': '/node_modules/lit-html/',
    'lit-element/': '/node_modules/lit-element/',
    'lit-element/lit-element.js': '/node_modules/lit-element/lit-element.js',
    '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
    '@lit/context': '/node_modules/@lit/context/index.js',
  };
  return `<!doctype html><meta charset="utf-8"><title>Verbatim</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module" src="${COMPONENTS}"></script>
<style>${PAGE_STYLE}</style><main>${message}</main>`;
}
