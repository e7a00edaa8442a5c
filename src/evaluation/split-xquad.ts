import type { Span } from '../domain/span.ts';
import type { DatasetQuestion } from './read-dataset.ts';

/** The part of SQuAD's format (https://rajpurkar.github.io/SQuAD-explorer/) that is read. */
export interface SquadFile {
  readonly data: readonly SquadArticle[];
}

interface SquadArticle {
  readonly title: string;
  readonly paragraphs: readonly SquadParagraph[];
}

interface SquadParagraph {
  readonly context: string;
  readonly qas: readonly SquadQuestion[];
}

interface SquadQuestion {
  readonly id: string;
  readonly question: string;
  /** `answer_start` in UTF-16 units of the paragraph. */
  readonly answers: readonly { readonly text: string; readonly answer_start: number }[];
}

/** One half, ready to be written as DATASET_DIR. */
export interface Dataset {
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
  }[];
  readonly questions: readonly DatasetQuestion[];
}

export interface SplitOptions {
  readonly random: () => number;
  readonly splitSentences: (text: string) => readonly Span[];
}

/** Of this many articles one is left out whole, so that its questions are about something else entirely. */
const FAR_SHARE = 6;

/** The articles at odd and at even places of the file, counted from 1, each as a data set of its own. */
export function splitXquad(
  file: SquadFile,
  options: SplitOptions,
): { readonly odd: Dataset; readonly even: Dataset } {
  const half = (rest: number): Dataset =>
    holdOut(
      file.data.filter((_, i) => i % 2 === rest),
      options,
    );
  return { odd: half(0), even: half(1) };
}

/** Leaves a sixth of the articles out, and one paragraph of each other one; their questions have no answer. */
function holdOut(articles: readonly SquadArticle[], { random, splitSentences }: SplitOptions): Dataset {
  const order = articles.map((article) => ({ article, key: random() })).sort((a, b) => a.key - b.key);
  const far = new Set(order.slice(0, Math.round(articles.length / FAR_SHARE)).map(({ article }) => article));
  const kept: Dataset['articles'][number][] = [];
  const questions: DatasetQuestion[] = [];
  for (const article of articles) {
    const { title, paragraphs } = article;
    if (far.has(article)) {
      for (const { qas } of paragraphs)
        questions.push(...qas.map(({ id, question }) => unanswerable(id, question, 'unanswerable-far')));
      continue;
    }
    const id = slug(title);
    const left = paragraphs[Math.floor(random() * paragraphs.length)];
    for (const { id: name, question } of left?.qas ?? [])
      questions.push(unanswerable(name, question, 'unanswerable-near'));
    const rest = paragraphs.filter((paragraph) => paragraph !== left);
    kept.push({
      id,
      title: title.replace(/_/g, ' '),
      paragraphs: rest.map(({ context }) => oneLine(context)),
    });
    rest.forEach(({ context, qas }, i) => {
      for (const entry of qas)
        questions.push(...answerable(entry, { context, article: id, paragraph: i + 1, splitSentences }));
    });
  }
  return { articles: kept, questions };
}

function unanswerable(
  id: string,
  question: string,
  kind: 'unanswerable-far' | 'unanswerable-near',
): DatasetQuestion {
  return { id, question, kind };
}

interface Place {
  readonly context: string;
  readonly article: string;
  readonly paragraph: number;
  readonly splitSentences: (text: string) => readonly Span[];
}

/** The gold sentence is the one in which the first answer begins. */
function answerable(
  { id, question, answers }: SquadQuestion,
  { context, article, paragraph, splitSentences }: Place,
): readonly DatasetQuestion[] {
  const at = answers[0]?.answer_start ?? -1;
  const sentence = splitSentences(context).find(({ start, end }) => start <= at && at < end);
  if (!sentence) return [];
  const gold = {
    article,
    paragraph,
    sentence: oneLine(context.slice(sentence.start, sentence.end)),
    answers: [...new Set(answers.map(({ text }) => oneLine(text)))],
  };
  return [{ id, question, kind: 'answerable', gold }];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
