import type { ArticleDesk } from '../../../domain/ports/article-desk.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import type { FeatureDesk } from '../feature.ts';
import { managesServer } from '../manages-server.ts';

/** What somebody who may change the server's articles works with. */
export interface Own {
  readonly desk: FeatureDesk;
  readonly articles: ArticleDesk;
  readonly serverId: string;
}

export function ownArticles(desk: FeatureDesk): Own | undefined {
  const { serverId, context } = desk;
  return serverId === undefined || !context.articles
    ? undefined
    : { desk, serverId, articles: context.articles };
}

/** Managers always may; others as the settings say. */
export function mayAdd(desk: FeatureDesk): boolean {
  const { adders } = desk.settings;
  return managesServer(desk) || adders.everyone || desk.roles.some((role) => adders.roles.includes(role));
}

/** Asked at every press: settings and roles may have changed. */
export async function forAdders(desk: FeatureDesk, act: (own: Own) => Promise<Plan>): Promise<Plan> {
  const words = desk.voices.asker;
  if (desk.serverId === undefined) return sendPrivately(word(words, 'articles.onlyInServers'));
  const own = ownArticles(desk);
  if (!own) return sendPrivately(word(words, 'articles.off'));
  return mayAdd(desk) ? act(own) : sendPrivately(word(words, 'articles.notAllowed'));
}
