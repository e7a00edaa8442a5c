import type { DeskArticle, DeskRefusal, RefusalReason } from '../domain/desk.ts';
import { VerbatimError } from '../domain/errors.ts';
import { countNoun } from '../text/count-noun.ts';

/** Longer titles say no more. Characters. */
export const MAX_TITLE = 200;

/** Sentences for what needs no figures. */
const MESSAGES: Readonly<Record<'fetch-off' | 'busy' | 'unknown' | 'title', string>> = {
  'fetch-off': 'Pages are not fetched here. Save the page and send the file.',
  busy: 'Several articles of this server are still being read. Try again when they are done.',
  unknown: 'This server has no such article. Look at the list of its articles.',
  title: `A title has 1 to ${MAX_TITLE} characters. Choose another one.`,
};

export function refuse(reason: keyof typeof MESSAGES): DeskRefusal {
  return { kind: 'refused', reason, message: MESSAGES[reason] };
}

/** In the importer's own words. @throws what is no mistake of a person's */
export function refuseSource(error: unknown): DeskRefusal {
  if (!(error instanceof VerbatimError)) throw error;
  return { kind: 'refused', reason: 'source', message: error.message };
}

export function refuseKnown(article: Pick<DeskArticle, 'id' | 'title'>): DeskRefusal {
  const message = `This server has the same text already, as “${article.title}”.`;
  return { kind: 'refused', reason: 'known', message, article };
}

export function refuseOver(reason: Extract<RefusalReason, `too-many-${string}`>, limit: number): DeskRefusal {
  const what = {
    'too-many-articles': `A server may have ${countNoun(limit, 'article')}. Remove one first.`,
    'too-many-words': `The articles of a server may have ${countNoun(limit, 'word')} together, and with this one they would have more. Remove one, or send a shorter part.`,
    'too-many-adds': `A server may add or replace ${countNoun(limit, 'article')} within 24 hours. Try again tomorrow.`,
  } satisfies Record<typeof reason, string>;
  return { kind: 'refused', reason, message: what[reason], limit };
}
