import type { APIApplicationCommandInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { DeskArticle } from '../../../domain/desk.ts';
import { shortHash } from '../../../text/short-hash.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { shortenAtWord } from '../../messages/shorten-text.ts';
import { word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import type { Feature } from '../feature.ts';
import { readSubcommand, textOption } from '../read-subcommand.ts';
import type { Subcommand } from '../read-subcommand.ts';
import { typedIn } from '../../typed-in.ts';
import { bringBack, remove, rename, takeIn } from './change-article.ts';
import { ARTICLES_COMMAND } from './command.ts';
import { forAdders, mayAdd, ownArticles } from './own-articles.ts';
import type { Own } from './own-articles.ts';
import {
  ARTICLES,
  renderArticle,
  renderChanges,
  renderList,
  renderRenameForm,
  TITLE_FIELD,
} from './render-articles.ts';
import { givenSource } from './take-source.ts';

/** `/articles`: a server's own articles, for those whom its settings allow. */
export const articlesFeature: Feature = {
  name: ARTICLES,
  commands: [ARTICLES_COMMAND.name],
  onCommand: (interaction, desk) => forAdders(desk, (own) => command(interaction, own)),
  onComponent: (rest, interaction, desk) =>
    forAdders(desk, (own) => {
      const [chosen = ''] = 'values' in interaction.data ? interaction.data.values : [];
      const [action = '', ref = ''] = rest.split('.');
      return press(action, action === 'open' ? chosen : ref, own);
    }),
  onForm: (rest, interaction, desk) => forAdders(desk, (own) => takeTitle(rest, interaction, own)),
  async onChoices(interaction, desk) {
    const own = ownArticles(desk);
    if (!own || !mayAdd(desk)) return [];
    const typed = typedArticle(interaction.data.options).toLowerCase();
    return (await own.articles.list(own.serverId))
      .filter(({ title }) => title.toLowerCase().includes(typed))
      .slice(0, 25)
      .map(({ id, title }) => ({ name: shortenAtWord(title, 100), value: shortHash(id) }));
  },
};

async function command(interaction: APIApplicationCommandInteraction, own: Own): Promise<Plan> {
  const words = own.desk.voices.asker;
  const subcommand = readSubcommand(interaction);
  if (!subcommand || subcommand.name === 'list') return sendPrivately(await list(own));
  if (subcommand.name === 'add') {
    const given = givenSource(words, interaction, subcommand);
    return typeof given === 'string'
      ? sendPrivately(wordMessage(words, given))
      : takeIn(given, undefined, own);
  }
  const article = await findArticle(subcommand, own);
  if (!article) return sendPrivately(word(words, 'articles.whichArticle'));
  switch (subcommand.name) {
    case 'replace': {
      const given = givenSource(words, interaction, subcommand);
      return typeof given === 'string'
        ? sendPrivately(wordMessage(words, given))
        : takeIn(given, article, own);
    }
    case 'rename':
      return rename(article, textOption(subcommand, 'title'), own);
    default:
      return press(subcommand.name, shortHash(article.id), own);
  }
}

/** By the choice's value, or by a title that is typed in full. */
async function findArticle(
  subcommand: Subcommand,
  { articles, serverId }: Own,
): Promise<DeskArticle | undefined> {
  const typed = textOption(subcommand, 'article');
  const all = await articles.list(serverId);
  return (
    all.find(({ id }) => id === typed || shortHash(id) === typed) ??
    all.find(({ title }) => title.toLowerCase() === typed.toLowerCase())
  );
}

async function press(action: string, ref: string, own: Own): Promise<Plan> {
  const { desk, articles, serverId } = own;
  const words = desk.voices.asker;
  if (action === 'list') return { kind: 'update', body: await list(own) };
  if (action === 'back') return bringBack(ref, own);
  const article = (await articles.list(serverId)).find(({ id }) => shortHash(id) === ref);
  if (!article) return sendPrivately(word(words, 'articles.unknown'));
  switch (action) {
    case 'open':
      return { kind: 'update', body: renderArticle(words, article) };
    case 'rename':
      return { kind: 'form', form: renderRenameForm(words, article) };
    case 'changes':
      return sendPrivately(
        renderChanges(words, article.title, await articles.describeEdition({ serverId, id: article.id })),
      );
    case 'remove':
      return remove(article, own);
    default:
      return sendPrivately(word(words, 'discord.anotherVersion'));
  }
}

async function list({ articles, serverId, desk }: Own): Promise<MessageView> {
  const [there, removed] = await Promise.all([articles.list(serverId), articles.listRemoved(serverId)]);
  return renderList(desk.voices.asker, there, removed);
}

async function takeTitle(rest: string, interaction: APIModalSubmitInteraction, own: Own): Promise<Plan> {
  const { articles, serverId, desk } = own;
  const [action, ref] = rest.split('.');
  const article = (await articles.list(serverId)).find(({ id }) => shortHash(id) === ref);
  if (action !== 'rename' || !article) return sendPrivately(word(desk.voices.asker, 'articles.unknown'));
  return rename(article, typedIn(interaction, TITLE_FIELD), own);
}

/** What is being typed, of a subcommand's option. */
function typedArticle(options: readonly object[] | undefined): string {
  for (const option of options ?? []) {
    if ('focused' in option && option.focused === true && 'value' in option) return String(option.value);
    if ('options' in option && Array.isArray(option.options)) return typedArticle(option.options as object[]);
  }
  return '';
}
