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
import { answerQuestion } from '../src/conversation/answer-question.ts';
import type { MessageBody } from '../src/conversation/message-body.ts';
import { renderLookup } from '../src/conversation/render-lookup.ts';
import type { Library } from '../src/domain/library.ts';
import { messageHtml, PAGE_STYLE } from './discord-html.ts';

const ROOT = new URL('../', import.meta.url);
/** A host that exists nowhere: every request to it is answered from the disk, every other one is refused. */
const HOST = 'http://pictures.invalid';

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
  readonly body: (library: Library) => Promise<MessageBody> | MessageBody;
  /** The kind of reply that the picture is meant to show; checked, so that a picture never shows another. */
  readonly shows: RegExp;
}

const PICTURES: readonly Picture[] = [
  ask('answer', 'Who signed the strategic partnership treaty?', /^> /u),
  ask('weak', 'Is Beijing worried about the North Korean troops?', /^\*\*This may not answer/u),
  ask('abstention', 'How many inhabitants does Pyongyang have?', /^\*\*The article does not say/u),
  {
    name: 'lookup',
    command: 'lookup',
    body: (library) => renderLookup('Belousov', 0, library),
    shows: /^> /,
  },
];

function ask(name: string, question: string, shows: RegExp): Picture {
  return { name, command: 'ask', body: (library) => answerQuestion(question, library), shows };
}

const composition = compose(readConfig({}, { corpus: 'corpus/demo' }));
await composition.updateIndex(await composition.readCorpus());
const { library, close } = await composition.openLibrary();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: FLAGS,
});
try {
  for (const picture of PICTURES) {
    const body = await picture.body(library);
    const shown = body.embeds?.[0]?.description ?? body.content ?? '';
    if (!picture.shows.test(shown))
      throw new Error(`The picture '${picture.name}' would show: ${shown.slice(0, 80)}`);
    await render(browser, picture, body);
    process.stdout.write(`docs/pictures/${picture.name}.png\n`);
  }
} finally {
  await browser.close();
  await close();
}

async function render(target: Browser, picture: Picture, body: MessageBody): Promise<void> {
  const page = await target.newPage({ viewport: { width: 720, height: 900 }, deviceScaleFactor: 2 });
  await page.route('**/*', (route) => serve(route, pageHtml(messageHtml(body, picture.command))));
  await page.goto(`${HOST}/`);
  await page.waitForSelector('discord-message:defined');
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
<script type="module" src="/node_modules/@skyra/discord-components-core/dist/index.js"></script>
<style>${PAGE_STYLE}</style><main>${message}</main>`;
}
