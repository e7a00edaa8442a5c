import { CHOICE_LETTERS } from '../../../domain/card.ts';
import type { Library } from '../../../domain/library.ts';
import type { Quiz, QuizAnswer, QuizOption, QuizRound } from '../../../domain/quiz.ts';
import { deadlineOf } from '../../../study/quiz/run-quiz.ts';
import { scoreQuiz } from '../../../study/quiz/score-quiz.ts';
import type { Words } from '../../../words/words.ts';
import { smallPrint } from '../../messages/block-markdown.ts';
import { escapeMarkdown } from '../../messages/escape-markdown.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { ButtonView, MessageView, ViewBlock } from '../../messages/message-view.ts';
import { shortenAtWord } from '../../messages/shorten-text.ts';
import { askCard, revealCard, tellOrder } from '../show-card.ts';
import { namePeople } from './name-people.ts';
import { quizId } from './quiz-ids.ts';

/** Discord: characters of a button's label. Longer options stand in the text, and the buttons have letters. */
const LABEL = 80;
/** People whose points a reveal shows. */
const STANDINGS = 5;

/** A round while it is asked. Whoever shows it has asked `cardStands`. */
export function renderRound(words: Words, quiz: Quiz, round: QuizRound): MessageView {
  const isLettered = hasLongOptions(round);
  return createView(words, 'neutral', {
    title: titleOf(words, quiz),
    blocks: [
      ...askCard(words, round.card, round.swapped),
      ...(isLettered ? listOptions(words, round) : []),
      textBlock(smallPrint(`${countOf(words, round)} · ${endOf(words, quiz)}`)),
    ],
    buttons: [
      ...answerButtons(words, quiz, round, isLettered),
      {
        label: words('quiz.revealButton'),
        id: quizId({ act: 'reveal', quizId: quiz.id, round: quiz.current }),
      },
    ],
  });
}

/** The same round with the right answer, who had it, and the quotation that shows it. */
export function renderReveal(
  words: Words,
  { quiz, round, library }: { readonly quiz: Quiz; readonly round: QuizRound; readonly library: Library },
): MessageView {
  const isLast = quiz.current + 1 >= quiz.rounds.length;
  return createView(words, 'neutral', {
    title: titleOf(words, quiz),
    blocks: [
      ...(round.card.kind === 'own' ? askCard(words, round.card, false) : []),
      textBlock(answerOf(words, round)),
      ...revealCard(words, round.card, library),
      textBlock(resultOf(words, round.answers)),
      ...standingsOf(words, quiz),
    ],
    buttons:
      quiz.phase === 'revealed'
        ? [
            {
              label: words(isLast ? 'quiz.endButton' : 'quiz.nextButton'),
              id: quizId({ act: 'next', quizId: quiz.id, round: quiz.current }),
              style: 'primary',
            },
          ]
        : [],
  });
}

/** A round that can neither be asked nor revealed any more. */
export function renderClosed(words: Words, quiz: Quiz): MessageView {
  return createView(words, 'silent', {
    title: titleOf(words, quiz),
    blocks: [textBlock(words('quiz.closed'))],
  });
}

/** An option as it is named to who chose it; Markdown. */
export function nameOption(words: Words, option: QuizOption): string {
  const text = option.kind === 'words' ? shortenAtWord(option.words.text, 200) : labelOf(words, option);
  return `**${escapeMarkdown(text)}**`;
}

function titleOf(words: Words, { current, rounds }: Quiz): string {
  return words('quiz.roundTitle', { number: current + 1, last: rounds.length });
}

function hasLongOptions({ options }: QuizRound): boolean {
  return options.some((option) => option.kind === 'words' && option.words.text.length > LABEL);
}

function listOptions(words: Words, { options }: QuizRound): readonly ViewBlock[] {
  const lines = options.map((option, index) => {
    const text = option.kind === 'words' ? escapeMarkdown(option.words.text) : nameOption(words, option);
    return `**${CHOICE_LETTERS.charAt(index)}** ${text}`;
  });
  return [textBlock(lines.join('\n'))];
}

function answerButtons(
  words: Words,
  { id, current }: Quiz,
  { options }: QuizRound,
  isLettered: boolean,
): readonly ButtonView[] {
  if (options.length === 0)
    return [
      {
        label: words('quiz.answerButton'),
        id: quizId({ act: 'type', quizId: id, round: current }),
        style: 'primary',
      },
    ];
  return options.map((option, index) => ({
    label: isLettered ? CHOICE_LETTERS.charAt(index) : labelOf(words, option),
    id: quizId({ act: 'choose', quizId: id, round: current, option: index }),
    style: 'primary',
  }));
}

function labelOf(words: Words, option: QuizOption): string {
  switch (option.kind) {
    case 'words':
      return option.words.text;
    case 'true':
      return words('quiz.isTrue');
    case 'altered':
      return words('quiz.isAltered');
    case 'first':
      return CHOICE_LETTERS.charAt(0);
    case 'second':
      return CHOICE_LETTERS.charAt(1);
  }
}

function countOf(words: Words, { answers }: QuizRound): string {
  return answers.length === 0 ? words('quiz.noAnswer') : words('quiz.answers', { count: answers.length });
}

/** Discord counts down by itself, in the language of who reads. */
function endOf(words: Words, quiz: Quiz): string {
  const deadline = deadlineOf(quiz);
  if (deadline === undefined) return words('quiz.untilRevealed');
  return words('quiz.until', { moment: `<t:${Math.ceil(deadline / 1000)}:R>` });
}

function answerOf(words: Words, { card, swapped }: QuizRound): string {
  const answer = escapeMarkdown(card.answer.text);
  if (card.kind === 'order') return tellOrder(words, card, swapped);
  if (card.kind !== 'altered') return words('quiz.answerIs', { answer });
  if (!swapped || !card.swap) return words('quiz.wasTrue');
  return words('quiz.wasAltered', { answer, swap: escapeMarkdown(card.swap.text) });
}

function resultOf(words: Words, answers: readonly QuizAnswer[]): string {
  const of = (verdict: QuizAnswer['verdict']) =>
    answers.filter((answer) => answer.verdict === verdict).map(({ personId }) => personId);
  const [right, near] = [of('right'), of('near')];
  return [
    right.length === 0 ? words('quiz.rightNobody') : words('quiz.right', { names: namePeople(words, right) }),
    ...(near.length === 0 ? [] : [words('quiz.almost', { names: namePeople(words, near) })]),
  ].join('\n');
}

/** The best so far, in small print. */
function standingsOf(words: Words, quiz: Quiz): readonly ViewBlock[] {
  const scores = scoreQuiz(quiz)
    .slice(0, STANDINGS)
    .map(({ personId, right }) => `<@${personId}> ${words.number(right)}`);
  return scores.length === 0
    ? []
    : [textBlock(smallPrint(words('quiz.standings', { scores: scores.join(' · ') })))];
}
