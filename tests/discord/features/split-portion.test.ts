import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import { paragraphsOf } from '../../../src/domain/article.ts';
import type { Article } from '../../../src/domain/article.ts';
import { renderParagraphs } from '../../../src/discord/features/reading/split-portion.ts';
import { serialiseMessage } from '../../../src/discord/messages/serialise-message.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { allComponents } from '../../discord-standin/message-components.ts';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { shownQuotations, textOf } from '../read-message.ts';

const WORDS =
  'the *old* harbour_wall of [Saltmere] was 3 > 2 fathoms deep and `dark` — “so it is said” 🚢 '.trim();
const sentence = (number: number, length: number) =>
  `${number} ${`${WORDS} `.repeat(length)}end.`.replaceAll(/\s+/gu, ' ');

const ARTICLES: Readonly<Record<string, string>> = {
  short: ['One.', 'Two is *here*.', 'Three.'].join('\n\n'),
  'long paragraphs': [1, 2, 3, 4, 5]
    .map((paragraph) =>
      Array.from({ length: 40 }, (_, index) => sentence(paragraph * 100 + index, 1)).join(' '),
    )
    .join('\n\n'),
  'one endless sentence': `${sentence(1, 200)}\n\n${'x_'.repeat(6000)}.`,
  'many rows': Array.from({ length: 30 }, (_, index) => `Row ${index}: ${index * 7} tons.`).join('\n\n'),
};

function messagesOf(article: Article) {
  const library = createLibraryDouble({ articles: [article] });
  return renderParagraphs(wordsIn('en'), article, paragraphsOf(article), library);
}

describe.each(Object.entries(ARTICLES))('the paragraphs of a portion: %s', (name, text) => {
  const article = makeArticle('book', text, {
    title: name,
    url: `https://example.org/${'long/'.repeat(40)}`,
  });
  const messages = messagesOf(article);

  it.each(LAYOUTS)('are all quoted, whole, within what Discord takes (%s)', (layout) => {
    const bodies = messages.map(({ view }) => serialiseMessage(view, layout));
    const quoted = bodies.flatMap((body) => shownQuotations(body));
    for (const part of quoted) expect(article.text).toContain(part);
    expect(quoted.join('').replaceAll(/\s/gu, '')).toBe(article.text.replaceAll(/\s/gu, ''));
    for (const body of bodies) {
      expect(textOf(body).length).toBeLessThanOrEqual(4000);
      expect(allComponents(body.components).length).toBeLessThanOrEqual(40);
      expect(textOf(body)).not.toContain(wordsIn('en')('discord.moreThanFits'));
    }
  });

  it('are told apart by what stands on each message', () => {
    const marks = messages.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
    for (const mark of marks) expect(mark).toMatch(/^notes:save\..{8,80}$/u);
  });
});

it('parts long paragraphs at the ends of sentences where there are any', () => {
  const article = makeArticle('book', ARTICLES['long paragraphs'] ?? '');
  const parts = messagesOf(article).flatMap(({ view }) =>
    view.blocks.flatMap((block) => (block.kind === 'quotation' ? [block.text] : [])),
  );
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(part).toMatch(/^\d{3} the[^]* end\.$/u);
});
