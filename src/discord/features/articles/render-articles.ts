import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { DeskAddition, DeskArticle, DeskDone, RemovedArticle } from '../../../domain/desk.ts';
import type { EditionChanges } from '../../../domain/edition.ts';
import { shortHash } from '../../../text/short-hash.ts';
import type { Words } from '../../../words/words.ts';
import { smallPrint } from '../../messages/block-markdown.ts';
import { createView, textBlock, wordMessage } from '../../messages/message-view.ts';
import type { ButtonView, MessageView } from '../../messages/message-view.ts';
import { shortenAtWord, shortenEscaped } from '../../messages/shorten-text.ts';
import { featureId } from '../feature.ts';

export const ARTICLES = 'articles';

/** The custom_id of what is typed. */
export const TITLE_FIELD = 'title';

/** Discord: a menu takes so many; a message has room for their lines. */
const LISTED = 25;
const TITLE_ROOM = 100;

/** Articles with who added them and when; those taken away with a way back. */
export function renderList(
  words: Words,
  articles: readonly DeskArticle[],
  removed: readonly RemovedArticle[],
): MessageView {
  const lines = articles.slice(0, LISTED).map((article) => {
    const { title, addedBy, addedAt } = article;
    const facts = [
      sizeOf(words, article),
      ...(addedBy === undefined || addedAt === undefined
        ? []
        : [words('articles.addedBy', { who: `<@${addedBy}>`, when: words.date(new Date(addedAt)) })]),
    ];
    return `**${shortenEscaped(title, TITLE_ROOM)}**\n${smallPrint(facts.join(' · '))}`;
  });
  const gone = removed.slice(0, 5).map(({ title, until }) => {
    const word = words('articles.bringBackUntil', { until: words.stamp(new Date(until)) });
    return `~~${shortenEscaped(title, TITLE_ROOM)}~~\n${smallPrint(word)}`;
  });
  return createView(words, 'neutral', {
    title: words('articles.listTitle'),
    blocks: [textBlock([...(lines.length === 0 ? [words('articles.none')] : lines), ...gone].join('\n'))],
    menus: [
      {
        id: featureId(ARTICLES, 'open'),
        placeholder: words('articles.chooseMenu'),
        options: articles.slice(0, LISTED).map(({ id, title }) => ({
          label: shortenAtWord(title, TITLE_ROOM),
          value: shortHash(id),
        })),
      },
    ],
    buttons: removed.slice(0, 5).map(({ id, title }) => ({
      label: `${words('articles.bringBackButton')}: ${shortenAtWord(title, 40)}`,
      id: featureId(ARTICLES, `back.${shortHash(id)}`),
    })),
  });
}

/** One article, with what can be done with it. */
export function renderArticle(words: Words, article: DeskArticle): MessageView {
  return createView(words, 'neutral', {
    title: article.title,
    blocks: [textBlock(sizeOf(words, article))],
    buttons: [...buttonsFor(words, article.id), backButton(words)],
  });
}

/** After it was added, or a newer edition of it. */
export function renderAddition(words: Words, addition: DeskAddition, isNew: boolean): MessageView {
  const { article, indexed, warnings, removed } = addition;
  const named = { title: shortenEscaped(article.title, 200), size: sizeOf(words, article) };
  const said = isNew ? words('articles.added', named) : words('articles.replaced', named);
  const notes = [
    ...(indexed ? [] : [words('articles.notIndexed')]),
    ...(removed.length > 0 ? [words('articles.leftOut', { count: removed.length })] : []),
    ...warnings.slice(0, 5).map((warning) => shortenEscaped(warning, 300)),
  ];
  return createView(words, 'neutral', {
    blocks: [textBlock([said, ...notes.map(smallPrint)].join('\n'))],
    buttons: buttonsFor(words, article.id),
  });
}

/** After a change that needs one sentence. */
export function renderDone(
  words: Words,
  { article, indexed }: DeskDone,
  said: string,
  isGone = false,
): MessageView {
  return createView(words, 'neutral', {
    blocks: [textBlock([said, ...(indexed ? [] : [smallPrint(words('articles.notIndexed'))])].join('\n'))],
    buttons: [
      ...(isGone
        ? [
            {
              label: words('articles.bringBackButton'),
              id: featureId(ARTICLES, `back.${shortHash(article.id)}`),
            },
          ]
        : []),
      backButton(words),
    ],
  });
}

/** What the newest edition has changed, by numbers of paragraphs. */
export function renderChanges(words: Words, title: string, changes: EditionChanges | undefined): MessageView {
  if (!changes) return wordMessage(words, words('articles.oneEdition'));
  const { added, removed, changed, moved } = changes;
  const lines = [
    ...(changed.length > 0 ? [words('articles.paragraphsChanged', { list: pairsOf(changed) })] : []),
    ...(added.length > 0 ? [words('articles.paragraphsAdded', { list: numbersOf(added) })] : []),
    ...(removed.length > 0 ? [words('articles.paragraphsGone', { list: numbersOf(removed) })] : []),
    ...(moved.length > 0 ? [words('articles.paragraphsMoved', { list: pairsOf(moved) })] : []),
  ];
  return createView(words, 'neutral', {
    title: `${words('articles.changesTitle')}: ${title}`,
    blocks: [textBlock(lines.length === 0 ? words('articles.sameText') : lines.join('\n'))],
    buttons: [backButton(words)],
  });
}

/** Numbers listed before the rest is only hinted at. */
const MOST_NUMBERS = 60;

function numbersOf(numbers: readonly number[]): string {
  return listOf(numbers.map(String));
}

function pairsOf(pairs: EditionChanges['changed']): string {
  return listOf(pairs.map(({ from, to }) => (from === to ? String(to) : `${from} → ${to}`)));
}

function listOf(items: readonly string[]): string {
  return `${items.slice(0, MOST_NUMBERS).join(', ')}${items.length > MOST_NUMBERS ? ' …' : ''}`;
}

/** A form for another title. */
export function renderRenameForm(
  words: Words,
  { id, title }: DeskArticle,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: featureId(ARTICLES, `rename.${shortHash(id)}`).custom,
    title: words('articles.renameFormTitle'),
    components: [
      {
        type: ComponentType.Label,
        label: words('articles.titleLabel'),
        component: {
          type: ComponentType.TextInput,
          custom_id: TITLE_FIELD,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: 200,
          value: shortenAtWord(title, 200),
          required: true,
        },
      },
    ],
  };
}

function sizeOf(words: Words, { paragraphs, words: count }: DeskArticle): string {
  return words('articles.size', {
    paragraphs: words('sources.paragraphs', { count: paragraphs }),
    words: words('articles.words', { count }),
  });
}

function buttonsFor(words: Words, id: string): readonly ButtonView[] {
  const ref = shortHash(id);
  return [
    { label: words('articles.renameButton'), id: featureId(ARTICLES, `rename.${ref}`) },
    { label: words('articles.changesButton'), id: featureId(ARTICLES, `changes.${ref}`) },
    { label: words('articles.removeButton'), id: featureId(ARTICLES, `remove.${ref}`), style: 'danger' },
  ];
}

function backButton(words: Words): ButtonView {
  return { label: words('articles.backButton'), id: featureId(ARTICLES, 'list') };
}
