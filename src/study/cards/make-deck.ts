import type { Article } from '../../domain/article.ts';
import type { CardDeck, DeckCard, DeckRequest } from '../../domain/card-deck.ts';
import type { CardJudge } from '../../domain/ports/card-judge.ts';
import { countNoun } from '../../text/count-noun.ts';
import { analyseArticle } from './analyse-article.ts';
import { applyCardFile } from './apply-card-file.ts';
import { chooseCards } from './choose-cards.ts';
import { chooseOrder } from './choose-order.ts';
import { gatherMaterial } from './material.ts';
import type { Material } from './material.ts';
import { proposeAltered } from './propose-altered.ts';
import { proposeOrder } from './propose-order.ts';
import { proposeCloze } from './propose-cloze.ts';
import { proposeSpeaker } from './propose-speaker.ts';
import type { CardFileEntry } from './read-card-file.ts';
import type { Tagger } from './tag-words.ts';

/** What a deck is made with. */
export interface DeckParts {
  readonly tag: Tagger;
  readonly judge: CardJudge;
  /** What the article's card file asks for; none without one. */
  readonly entries?: readonly CardFileEntry[];
}

/** Fewer cards are no quiz. */
const ENOUGH = 8;
/** Cards by default: so many for each usable sentence, within bounds. */
const PER_SENTENCE = 0.7;
const LEAST = 12;
const MOST = 150;
/** What came first is asked by one card in so many at most. */
const ONE_ORDER_IN = 6;

/** The cards of an article: what its card file asks for, then the best of what can be made and found again. */
export async function makeDeck(
  article: Article,
  { tag, judge, entries = [] }: DeckParts,
  request: DeckRequest = {},
): Promise<CardDeck> {
  const material = gatherMaterial(analyseArticle(article, tag));
  const file = applyCardFile(entries, article, material.mentions);
  const limit =
    request.limit ?? Math.min(MOST, Math.max(LEAST, Math.ceil(PER_SENTENCE * material.units.length)));
  const wanted = ({ kind }: DeckCard['card']): boolean => request.kinds?.includes(kind) ?? true;
  const pinned = file.cards.filter(({ card }) => wanted(card));
  const isAllowed = ({ card }: Pick<DeckCard, 'card'>): boolean => wanted(card) && !file.isBanned(card);
  const isOrderAlone = request.kinds?.every((kind) => kind === 'order') === true;
  const free = Math.max(0, limit - pinned.length);
  const proposals = propose(material).filter(isAllowed);
  const others = await chooseCards({ proposals, material, judge, limit: free });
  const order = await chooseOrder({
    proposals: isEnglish(article) ? proposeOrder(material).filter(isAllowed) : [],
    material,
    judge,
    limit: isOrderAlone ? free : Math.floor(Math.min(free, pinned.length + others.length) / ONE_ORDER_IN),
  });
  const chosen = [...others.slice(0, free - order.length), ...order]
    .sort((a, b) => b.card.worth - a.card.worth)
    .map((card) => ({ ...card, pinned: false }));
  const cards = [...pinned, ...chosen].slice(0, limit);
  const { id, title, author, published, url, licence } = article;
  return {
    article: {
      id,
      title,
      ...(author === undefined ? {} : { author }),
      ...(published === undefined ? {} : { published }),
      ...(url === undefined ? {} : { url }),
      ...(licence === undefined ? {} : { licence }),
    },
    cards,
    resting: file.resting,
    ...(cards.length >= Math.min(ENOUGH, request.limit ?? ENOUGH)
      ? {}
      : { scarce: describeScarcity(article, material, cards.length) }),
  };
}

function propose(material: Material): ReturnType<typeof proposeCloze> {
  if (!isEnglish(material.text.article)) return [];
  return [...proposeCloze(material), ...proposeSpeaker(material), ...proposeAltered(material)];
}

/** The rules know no other language. */
function isEnglish({ language }: Article): boolean {
  return language === undefined;
}

function describeScarcity(
  { title, language }: Article,
  { text: { sentences }, units }: Material,
  cards: number,
): string {
  const made = cards === 0 ? 'no card' : `only ${countNoun(cards, 'card')}`;
  if (language !== undefined)
    return `“${title}” is in ${language}, and cards are made of English articles: there ${cards === 1 ? 'is' : 'are'} ${made}.`;
  return `“${title}” has not enough for cards: of its ${countNoun(sentences.length, 'sentence')} ${units.length} can stand alone, and there ${cards < 2 ? 'is' : 'are'} ${made}; a quiz takes ${ENOUGH}.`;
}
