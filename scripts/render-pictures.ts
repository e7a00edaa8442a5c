/**
 * `npm run pictures`: docs/pictures/*.png, as a Discord client shows them, from the payloads that the bot sends about
 * the demo article: in both themes, and at the width of a phone. CHROMIUM names the browser (default
 * /usr/bin/chromium); names of pictures as arguments make those alone. Nothing is fetched from the network.
 */
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { compose } from '../src/app/compose.ts';
import { readConfig } from '../src/app/config.ts';
import type { MessageBody } from '../src/discord/messages/message-body.ts';
import { serialiseMessage } from '../src/discord/messages/serialise-message.ts';
import { messageHtml } from './discord-html.ts';
import { pageStyle, WIDTHS } from './discord-style.ts';
import type { Theme } from './discord-style.ts';
import { PICTURES } from './pictures.ts';
import type { Picture } from './pictures.ts';

/** Device pixels for a pixel: sharp on good screens, and small in the repository. */
const SHARPNESS = 1.5;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Variant {
  /** Behind the picture's name. */
  readonly suffix: string;
  readonly theme: Theme;
  readonly width: number;
}

const VARIANTS: readonly Variant[] = [
  { suffix: '', theme: 'dark', width: WIDTHS.desktop },
  { suffix: '-light', theme: 'light', width: WIDTHS.desktop },
  { suffix: '-phone', theme: 'dark', width: WIDTHS.phone },
];

const composition = compose(readConfig({}, { corpus: 'corpus/demo' }));
await composition.updateIndex(await composition.readCorpus());
const { library, close } = await composition.openLibrary();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: FLAGS,
});
const wanted = new Set(process.argv.slice(2));
try {
  for (const picture of PICTURES) {
    if (wanted.size > 0 && !wanted.has(picture.name)) continue;
    const body = await choose(picture);
    for (const variant of VARIANTS) await render(browser, `${picture.name}${variant.suffix}`, body, variant);
  }
} finally {
  await browser.close();
  await close();
}

async function choose({ name, subjects, render: viewOf, shows, layout }: Picture): Promise<MessageBody> {
  for (const subject of subjects) {
    const view = await viewOf(subject, library);
    if (shows(view)) return serialiseMessage(view, layout ?? 'components');
  }
  throw new Error(`None of its subjects gives what the picture '${name}' is meant to show.`);
}

async function render(
  target: Browser,
  name: string,
  body: MessageBody,
  { theme, width }: Variant,
): Promise<void> {
  const page = await target.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: SHARPNESS });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${pageStyle(theme, width)}</style><main>${drawThumbs(messageHtml(body))}</main>`,
  );
  const path = `docs/pictures/${name}.png`;
  await page.locator('main').screenshot({ path });
  await page.close();
  process.stdout.write(`${path}\n`);
}

/** Discord brings its own emoji; a machine that draws pictures may have none. */
function drawThumbs(html: string): string {
  return html.replaceAll('👍', thumb('')).replaceAll('👎', thumb(' style="transform:scaleY(-1)"'));
}

function thumb(more: string): string {
  const path = 'M2 10h4v11H2zM8 21V10l4-8c1.6 0 3 1 3 3l-1 5h6a2 2 0 0 1 2 2.3l-1.4 7a2 2 0 0 1-1.9 1.7z';
  return `<svg width="17" height="17" viewBox="0 0 24 24" fill="#ffcc4d"${more}><path d="${path}"/></svg>`;
}
