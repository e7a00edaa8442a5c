import type { Article } from '../domain/article.ts';
import { articleTooLarge, MAX_ARTICLE_BYTES } from '../domain/article-limits.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { CorpusFile } from '../domain/corpus-file.ts';
import type { ReaderTools } from '../domain/importing.ts';
import { buildArticle } from './build-article.ts';
import type { DraftBlock } from './build-article.ts';
import { classifyBlocks } from './classify-blocks.ts';
import { flattenBlocks } from './flatten-blocks.ts';
import { readTextFile } from './formats/read-text-file.ts';

export interface ParsedArticle {
  readonly article: Article;
  /** Whether it is the shipped demo, which gives way to any other article. */
  readonly demo: boolean;
}

/**
 * Reads one file of the corpus.
 * @throws VerbatimError article-too-large, article-not-utf8, article-front-matter, article-empty
 */
export function parseArticle(file: CorpusFile, tools?: ReaderTools): ParsedArticle {
  const format = /\.md$/i.test(file.path) ? 'markdown' : 'text';
  const { fields, draft } = readTextFile(decode(file), { name: file.path, format, tools });
  const blocks = classifyBlocks(flattenBlocks(draft.blocks));
  if (!blocks.some((block) => block.kind === 'paragraph')) {
    throw new VerbatimError(
      'article-empty',
      `${file.path} holds no paragraph to quote. Add text to it, or remove it from the corpus.`,
    );
  }
  const { demo, language, ...about } = fields;
  const metadata = { ...about, ...(language === undefined || ENGLISH.test(language) ? {} : { language }) };
  const stem = file.path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
  const title = fields.title ?? firstHeading(blocks) ?? stem;
  return { article: buildArticle({ ...metadata, id: fields.id ?? stem, title }, blocks), demo };
}

/** 'English', 'en', 'en-GB' */
const ENGLISH = /^en(?:glish)?\b/i;

function firstHeading(blocks: readonly DraftBlock[]): string | undefined {
  return blocks.find((block) => block.kind === 'heading' && block.text !== '')?.text;
}

function decode(file: CorpusFile): string {
  if (file.bytes.byteLength > MAX_ARTICLE_BYTES) throw articleTooLarge(file.path, file.bytes.byteLength);
  try {
    // A byte order mark is dropped by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch (cause) {
    throw new VerbatimError(
      'article-not-utf8',
      `${file.path} is not UTF-8 text. Save it as UTF-8, or run \`npm run add -- ${file.path}\`, which converts it.`,
      { cause },
    );
  }
}
