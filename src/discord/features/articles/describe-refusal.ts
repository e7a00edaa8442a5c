import type { DeskProgress, DeskRefusal } from '../../../domain/desk.ts';
import type { Words } from '../../../words/words.ts';
import { shortenEscaped } from '../../messages/shorten-text.ts';

/** Why the desk does not do it; the importer's own words about a source are English. */
export function describeRefusal(words: Words, { reason, message, limit = 0, article }: DeskRefusal): string {
  switch (reason) {
    case 'source':
      return shortenEscaped(message, 1000);
    case 'known':
      return words('articles.known', { title: shortenEscaped(article?.title ?? '', 200) });
    case 'too-many-articles':
      return words('articles.tooManyArticles', { limit });
    case 'too-many-words':
      return words('articles.tooManyWords', { limit });
    case 'too-many-adds':
      return words('articles.tooManyAdds', { limit });
    case 'busy':
      return words('articles.busy');
    case 'unknown':
      return words('articles.unknown');
    case 'title':
      return words('articles.badTitle');
    case 'fetch-off':
      return words('articles.fetchOff');
  }
}

/** How far an addition is. */
export function describeProgress(words: Words, progress: DeskProgress): string {
  switch (progress.stage) {
    case 'fetching':
      return words('articles.fetching');
    case 'reading':
      return words('articles.reading');
    case 'waiting':
      return words('articles.waiting');
    case 'indexing':
      return words('articles.indexing', { done: progress.done, total: progress.total });
  }
}
