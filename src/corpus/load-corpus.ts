import { VerbatimError } from '../domain/errors.ts';
import type { Article } from '../domain/article.ts';
import type { CorpusFile } from '../domain/corpus-file.ts';
import type { ReaderTools } from '../domain/importing.ts';
import { parseArticle } from './parse-article.ts';

export interface LoadedArticle {
  readonly article: Article;
  readonly file: CorpusFile;
}

export interface LoadedCorpus {
  readonly articles: readonly LoadedArticle[];
  /** A line for each file that was left out, with the reason. */
  readonly leftOut: readonly string[];
}

/** How the files of a corpus become articles. */
export interface LoadOptions {
  readonly tools?: ReaderTools;
  /** Keeps the demo beside other articles, as a set of questions about it needs. */
  readonly keepDemo?: boolean;
}

/**
 * Parses the files of a corpus; the demo gives way to any other article, unless it is to be kept.
 * @throws VerbatimError article-id-duplicate, and those of parseArticle
 */
export function loadCorpus(
  files: readonly CorpusFile[],
  { tools, keepDemo = false }: LoadOptions = {},
): LoadedCorpus {
  const parsed = files.map((file) => ({ file, ...parseArticle(file, tools) }));
  const own = parsed.filter(({ demo }) => keepDemo || !demo);
  // Servers that cannot read any of the others still have the demo.
  const chosen = own.some(({ article: { scope } }) => !Array.isArray(scope)) ? own : parsed;
  const leftOut = parsed
    .filter((entry) => !chosen.includes(entry))
    .map(({ file }) => `The demo article ${file.path} is left out: the corpus holds articles of its own.`);
  const fileOf = new Map<string, string>();
  for (const { article, file } of chosen) {
    const other = fileOf.get(article.id);
    if (other !== undefined) {
      throw new VerbatimError(
        'article-id-duplicate',
        `${other} and ${file.path} have the same article id, "${article.id}". Rename one of the files, or give one an \`id\` of its own in its front matter.`,
      );
    }
    fileOf.set(article.id, file.path);
  }
  const articles = chosen.map(({ article, file, demo }) => ({
    article: demo && !keepDemo ? { ...article, demo: true as const } : article,
    file,
  }));
  return { articles, leftOut };
}
