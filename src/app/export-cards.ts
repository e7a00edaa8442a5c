import writeFileAtomic from 'write-file-atomic';
import type { CardExport } from '../cli/services.ts';
import { formatCitation } from '../conversation/format-citation.ts';
import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { CardDeck } from '../domain/card-deck.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { FlashcardCitation, FlashcardDeck, FlashcardFormat } from '../domain/flashcard.ts';
import { cardToFlashcard } from '../study/export/card-to-flashcard.ts';
import type { FlashcardPhrases } from '../study/export/card-to-flashcard.ts';
import type { Words } from '../words/words.ts';
import { wordsIn } from '../words/words.ts';

/** Writes decks of a library's articles to a file, whole or not at all. @throws VerbatimError export-failed */
export async function exportCards(
  decks: readonly CardDeck[],
  { library, format, file, now }: CardExport,
): Promise<void> {
  const words = wordsIn('en');
  const flashcards = decks.map(({ article: { id, title }, cards }): FlashcardDeck => {
    const article = library.article(id);
    // Decks are made of the library that they are exported from.
    if (!article) return { id, title, cards: [] };
    return {
      id,
      title,
      cards: cards.map(({ card }) =>
        cardToFlashcard(card, (paragraph) => citeParagraph(words, article, paragraph, now), PHRASES),
      ),
    };
  });
  const content = await writeFlashcards(flashcards, format, now);
  try {
    await writeFileAtomic(file, Buffer.from(content));
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new VerbatimError(
      'export-failed',
      `${file} could not be written${reason}. Choose a folder that exists and that you may write to.`,
      { cause },
    );
  }
}

/** Decks as a file of that format; its writer is loaded when it is needed. */
export async function writeFlashcards(
  decks: readonly FlashcardDeck[],
  format: FlashcardFormat,
  now: Date,
): Promise<Uint8Array> {
  switch (format) {
    case 'anki':
      return (await import('../study/export/write-anki-deck.ts')).writeAnkiDeck(decks, now);
    case 'csv':
      return encode((await import('../study/export/write-cards-csv.ts')).writeCardsCsv(decks));
    case 'markdown':
      return encode((await import('../study/export/write-cards-markdown.ts')).writeCardsMarkdown(decks));
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Where a paragraph stands and when it was read there, as a line of a bibliography. */
export function citeParagraph(
  words: Words,
  article: Article,
  paragraph: number,
  read: Date,
): FlashcardCitation {
  const cited = { article, paragraph, locator: findParagraph(article, paragraph)?.locator, read };
  return {
    plain: formatCitation(words, cited, 'plain'),
    markdown: formatCitation(words, cited, 'markdown'),
    ...(article.url === undefined ? {} : { url: article.url }),
  };
}

/** The terminal speaks English. */
const PHRASES: FlashcardPhrases = {
  speaker: 'Who said this?',
  order: 'Which of these happened first?',
  cameFirst: (first, then) =>
    `${first.letter} came first (${first.date}), then ${then.letter} (${then.date}).`,
  altered: 'Does the article say this, or was it altered?',
  wasTrue: 'The article says it just like this.',
  wasAltered: (answer, swap) => `It was altered: the article says “${answer}”, not “${swap}”.`,
};
