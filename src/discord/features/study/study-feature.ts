import type { Card } from '../../../domain/card.ts';
import type { StudyPreferences } from '../../../domain/ports/study-store.ts';
import type { GradeCount, StudiedCard } from '../../../domain/study.ts';
import { chooseNext } from '../../../study/repetition/choose-next.ts';
import { createScheduler } from '../../../study/repetition/schedule-review.ts';
import { countLoad } from '../../../study/repetition/spread-load.ts';
import { studyStats } from '../../../study/repetition/study-stats.ts';
import { endPause } from '../../../study/repetition/take-back.ts';
import { requireArticle } from '../../commands/find-article.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { createView, textBlock, word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { nameArticle } from '../../messages/name-article.ts';
import { shortenEscaped } from '../../messages/shorten-text.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { numberOption, readSubcommand, textOption } from '../read-subcommand.ts';
import type { Subcommand } from '../read-subcommand.ts';
import { NEW_PER_DAY, STUDY_COMMAND } from './command.ts';
import { openStudy, placeOf, readPreferences } from './open-study.ts';
import type { OpenStudy } from './open-study.ts';
import { renderStats } from './render-stats.ts';
import { intervalText, renderAnswer, renderNext } from './render-study.ts';
import { readStudyPress, refOf, STUDY_FEATURE, studyId } from './study-ids.ts';
import type { CardRef, StudyPress } from './study-ids.ts';

const scheduler = createScheduler();

/** Practice by oneself; nothing of it shows to anybody else. */
export const studyFeature: Feature = {
  name: STUDY_FEATURE,
  commands: [STUDY_COMMAND.name],
  async onCommand(interaction, desk) {
    const asked = readSubcommand(interaction);
    switch (asked?.name) {
      case 'start':
        return planStart(asked, desk);
      case 'stats':
        return later(() => showStats(desk));
      case 'pause':
        return sendPrivately(await pause(desk));
      case 'limit':
        return sendPrivately(await limit(asked, desk));
      default:
        return sendPrivately(word(desk.voices.asker, 'discord.unknownCommand'));
    }
  },
  onComponent(rest, _interaction, desk) {
    const press = readStudyPress(rest);
    return Promise.resolve(
      press
        ? later(() => show(press, desk), true)
        : sendPrivately(word(desk.voices.asker, 'discord.anotherVersion')),
    );
  },
};

/** To make cards may take a while. */
function later(work: () => Promise<MessageView>, update = false): Plan {
  return { kind: 'later', private: true, ...(update && { update: true as const }), work };
}

async function planStart(asked: Subcommand, desk: FeatureDesk): Promise<Plan> {
  const { voices, library, context } = desk;
  const words = voices.asker;
  const preferences = await readPreferences(desk);
  if (!preferences) return sendPrivately(word(words, 'study.failed'));
  if (preferences.pausedAt !== undefined) return sendPrivately(pausedView(desk));
  const name = textOption(asked, 'article');
  const current = library.article(preferences.articleId ?? '');
  const article = name === '' && current ? current : requireArticle(words, name, library);
  if ('kind' in article) return article;
  if (article.id !== preferences.articleId) {
    const chosen = { ...preferences, articleId: article.id };
    await context.guard.write(({ study }) => study.prefer(placeOf(desk), chosen), undefined);
  }
  return later(async () => {
    const study = await openStudy(desk);
    if (!study) return word(words, 'study.failed');
    if (study.cards.length > 0 || study.studied.length > 0) return nextView(study, desk);
    const title = shortenEscaped(nameArticle(article, library), 200);
    return wordMessage(words, words('study.noCards', { title }));
  });
}

async function show(press: StudyPress, desk: FeatureDesk): Promise<MessageView> {
  if (!('ref' in press)) return { stats: showStats, resume, undo }[press.act](desk);
  const words = desk.voices.asker;
  const study = await openStudy(desk);
  if (!study) return word(words, 'study.failed');
  if (study.preferences.pausedAt !== undefined) return pausedView(desk);
  const found = findCard(press.ref, study);
  // Answered meanwhile, or its sentence is gone: the next one is shown.
  if (!found) return nextView(study, desk);
  return press.act === 'show' ? answerView(found, study, desk) : grade(press, found, study, desk);
}

interface FoundCard {
  readonly card: Card;
  readonly studied: StudiedCard | undefined;
}

function findCard({ card, reviews }: CardRef, study: OpenStudy): FoundCard | undefined {
  const found = study.cards.find(({ id }) => refOf(id, 0).card === card);
  const studied = study.studied.find(({ cardId }) => cardId === found?.id);
  return found && (studied?.memory.reviews ?? 0) === reviews ? { card: found, studied } : undefined;
}

function requestFor({ card, studied }: FoundCard, { now, studied: all }: OpenStudy) {
  return { cardId: card.id, memory: studied?.memory, now, load: countLoad(all) };
}

function answerView(found: FoundCard, study: OpenStudy, desk: FeatureDesk): MessageView {
  const grades: GradeCount = desk.settings.grades === 'four' ? 4 : 2;
  return renderAnswer(desk.voices.asker, {
    card: found.card,
    memory: found.studied?.memory,
    outcomes: scheduler.preview(requestFor(found, study)),
    grades,
    now: study.now,
    library: desk.library,
    asker: desk.userId,
  });
}

async function grade(
  press: StudyPress & { readonly act: 'grade' },
  found: FoundCard,
  study: OpenStudy,
  desk: FeatureDesk,
): Promise<MessageView> {
  const words = desk.voices.asker;
  const outcome = scheduler.review(requestFor(found, study), press.grade);
  const before = found.studied?.memory;
  const review = {
    cardId: found.card.id,
    articleId: found.card.quotation.articleId,
    at: study.now,
    grade: press.grade,
    ...(before && { before }),
  };
  const isKept = await desk.context.guard.write(
    (store) => store.study.record(study.place, review, outcome.memory),
    'failed' as const,
  );
  if (isKept === 'failed') return word(words, 'study.notKept');
  const after = await openStudy(desk);
  if (!after) return word(words, 'study.failed');
  const interval = intervalText(words, outcome.interval);
  return nextView(after, desk, isKept ? words('study.kept', { interval }) : undefined);
}

async function undo(desk: FeatureDesk): Promise<MessageView> {
  const words = desk.voices.asker;
  const taken = await desk.context.guard.write(
    ({ study }) => study.takeBack(placeOf(desk)),
    'failed' as const,
  );
  if (taken === 'failed') return word(words, 'study.notKept');
  const study = await openStudy(desk);
  if (!study) return word(words, 'study.failed');
  if (!taken) return nextView(study, desk, words('study.nothingToTakeBack'));
  const card = study.cards.find(({ id }) => id === taken.cardId);
  if (!card) return nextView(study, desk, words('study.takenBack'));
  const studied = study.studied.find(({ cardId }) => cardId === card.id);
  return renderNext(words, { kind: 'card', card, studied }, study, words('study.takenBack'));
}

function nextView(study: OpenStudy, { voices }: FeatureDesk, notice?: string): MessageView {
  const { now, cards, studied, reviews, preferences } = study;
  const next = chooseNext({ now, cards, studied, reviews, newPerDay: preferences.newPerDay });
  return renderNext(voices.asker, next, study, notice);
}

async function showStats(desk: FeatureDesk): Promise<MessageView> {
  const { voices, context } = desk;
  const study = await openStudy(desk, { all: true });
  if (!study) return word(voices.asker, 'study.failed');
  const { studied, reviews, now, preferences } = study;
  const stats = studyStats(studied, reviews, { now });
  return renderStats(voices.asker, { stats, preferences, now, drawPng: context.practice.drawPng });
}

async function pause(desk: FeatureDesk): Promise<MessageView> {
  const preferences = await readPreferences(desk);
  if (!preferences) return word(desk.voices.asker, 'study.failed');
  if (preferences.pausedAt !== undefined) return pausedView(desk);
  return keep({ ...preferences, pausedAt: desk.context.time.now() }, desk, () => pausedView(desk));
}

function pausedView({ voices: { asker: words } }: FeatureDesk): MessageView {
  return createView(words, 'neutral', {
    title: words('study.title'),
    blocks: [textBlock(words('study.paused'))],
    buttons: [{ label: words('study.resumeButton'), id: studyId({ act: 'resume' }), style: 'primary' }],
  });
}

/** What was to fall due during the pause falls due that much later. */
async function resume(desk: FeatureDesk): Promise<MessageView> {
  const words = desk.voices.asker;
  const study = await openStudy(desk);
  if (!study) return word(words, 'study.failed');
  const { pausedAt, ...preferences } = study.preferences;
  if (pausedAt === undefined) return nextView(study, desk);
  const moved = endPause(study.studied, { since: pausedAt, now: study.now });
  const isKept = await desk.context.guard.write(
    (store) => store.study.reschedule(study.place, moved, preferences).then(() => true),
    false,
  );
  if (!isKept) return word(words, 'study.notKept');
  const after = await openStudy(desk);
  return after ? nextView(after, desk, words('study.resumed')) : word(words, 'study.failed');
}

async function limit(asked: Subcommand, desk: FeatureDesk): Promise<MessageView> {
  const words = desk.voices.asker;
  const preferences = await readPreferences(desk);
  if (!preferences) return word(words, 'study.failed');
  const newPerDay = numberOption(asked, 'new', NEW_PER_DAY) ?? preferences.newPerDay;
  return keep({ ...preferences, newPerDay }, desk, () =>
    wordMessage(words, words('study.limitSet', { count: newPerDay })),
  );
}

async function keep(
  preferences: StudyPreferences,
  desk: FeatureDesk,
  done: () => MessageView,
): Promise<MessageView> {
  const isKept = await desk.context.guard.write(
    ({ study }) => study.prefer(placeOf(desk), preferences).then(() => true),
    false,
  );
  return isKept ? done() : word(desk.voices.asker, 'study.notKept');
}
