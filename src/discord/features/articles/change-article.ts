import type { DeskAddition, DeskArticle, DeskRefusal } from '../../../domain/desk.ts';
import { shortHash } from '../../../text/short-hash.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { shortenEscaped } from '../../messages/shorten-text.ts';
import { word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { describeProgress, describeRefusal } from './describe-refusal.ts';
import type { Own } from './own-articles.ts';
import { renderAddition, renderDone } from './render-articles.ts';
import { throttled } from './show-progress.ts';
import { fetchSource } from './take-source.ts';
import type { GivenSource } from './take-source.ts';

/** @param before the article that gets a newer edition; left out for a new one */
export function takeIn(given: GivenSource, before: DeskArticle | undefined, own: Own): Plan {
  const { desk, articles, serverId } = own;
  const words = desk.voices.asker;
  return {
    kind: 'later',
    private: true,
    async work(show) {
      const source = await fetchSource(words, given, desk.context.readAttachment);
      if (typeof source === 'string') return wordMessage(words, source);
      const onProgress = throttled((progress) => show(wordMessage(words, describeProgress(words, progress))));
      const by = desk.userId;
      return settle(
        own,
        async () => {
          const outcome = before
            ? await articles.replace(
                { serverId, id: before.id },
                { source, by },
                { onProgress: onProgress.call },
              )
            : await articles.add({ serverId, by, source }, { onProgress: onProgress.call });
          await onProgress.done();
          return outcome;
        },
        (addition: DeskAddition) => renderAddition(words, addition, !before),
      );
    },
  };
}

/** What the desk did, or why not; nothing was changed when it cannot be reached. */
async function settle<T extends { readonly kind: string }>(
  { desk }: Own,
  act: () => Promise<T | DeskRefusal>,
  render: (done: T) => MessageView,
): Promise<MessageView> {
  const words = desk.voices.asker;
  try {
    const outcome = await act();
    return isRefusal(outcome) ? wordMessage(words, describeRefusal(words, outcome)) : render(outcome);
  } catch (error) {
    desk.log.error({ err: error }, 'an article could not be changed');
    return word(words, 'articles.failed');
  }
}

function isRefusal(outcome: { readonly kind: string }): outcome is DeskRefusal {
  return outcome.kind === 'refused';
}

export function rename(article: DeskArticle, title: string, own: Own): Plan {
  const { articles, serverId, desk } = own;
  const words = desk.voices.asker;
  return later(
    own,
    () => articles.rename({ serverId, id: article.id }, title),
    (done) =>
      renderDone(words, done, words('articles.renamed', { title: shortenEscaped(done.article.title, 200) })),
  );
}

export function remove({ id, title }: DeskArticle, own: Own): Plan {
  const { articles, serverId, desk } = own;
  const words = desk.voices.asker;
  const named = shortenEscaped(title, 200);
  return {
    kind: 'later',
    private: true,
    work: () =>
      settle(
        own,
        async () => {
          const outcome = await articles.remove({ serverId, id }, { by: desk.userId });
          if (outcome.kind === 'refused') return outcome;
          const gone = (await articles.listRemoved(serverId)).find((removed) => removed.id === id);
          return { ...outcome, until: gone?.until };
        },
        (done) => {
          const until = done.until === undefined ? '' : words.stamp(new Date(done.until));
          return renderDone(words, done, words('articles.removed', { title: named, until }), true);
        },
      ),
  };
}

export async function bringBack(ref: string, own: Own): Promise<Plan> {
  const { articles, serverId, desk } = own;
  const words = desk.voices.asker;
  const gone = (await articles.listRemoved(serverId)).find(({ id }) => shortHash(id) === ref);
  if (!gone) return sendPrivately(word(words, 'articles.unknown'));
  return later(
    own,
    () => articles.undoRemove({ serverId, id: gone.id }),
    (done) =>
      renderDone(
        words,
        done,
        words('articles.broughtBack', { title: shortenEscaped(done.article.title, 200) }),
      ),
  );
}

function later<T extends { readonly kind: string }>(
  own: Own,
  act: () => Promise<T | DeskRefusal>,
  render: (done: T) => MessageView,
): Plan {
  return { kind: 'later', private: true, work: () => settle(own, act, render) };
}
