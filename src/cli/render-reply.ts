import { readingSentences } from '../conversation/describe-decision.ts';
import type { AskOutcome, Explanation } from '../domain/library.ts';
import type { Abstention, Excerpt, Reply } from '../domain/reply.ts';
import { describeLocator } from '../conversation/describe-locator.ts';
import { wordsIn } from '../words/words.ts';

/** How the terminal shows emphasis; without colours the words are listed below the quotation instead. */
export interface Style {
  readonly colours: boolean;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

const ABSTENTIONS: Readonly<Record<Abstention['reason'], string>> = {
  'no-hits': 'The articles do not answer this: nothing in them matches.',
  'weak-hits': 'The articles do not answer this.',
  'empty-corpus': 'There is no article to ask. Put a .md or .txt file into the corpus folder.',
};

/** A reply as lines for a terminal; quotations stand behind a bar, unaltered. */
export function renderReply(reply: Reply, style: Style): string {
  switch (reply.kind) {
    case 'answer': {
      const [first, ...further] = reply.excerpts;
      const warning = reply.confidence === 'weak' ? ['This may not answer the question:', ''] : [];
      const also =
        further.length === 0
          ? []
          : ['', 'See also:', ...further.flatMap((excerpt) => ['', renderExcerpt(excerpt, style)])];
      return [...warning, renderExcerpt(first, style), ...also].join('\n');
    }
    case 'abstention': {
      const language =
        reply.questionLanguage === undefined
          ? []
          : [
              `The question seems to be in ${reply.questionLanguage}; ask it in the language of the articles.`,
            ];
      const closest =
        reply.nearest.length === 0
          ? []
          : [
              '',
              'Closest passages, not an answer:',
              ...reply.nearest.flatMap((excerpt) => ['', renderExcerpt(excerpt, style)]),
            ];
      return [ABSTENTIONS[reply.reason], ...language, ...closest].join('\n');
    }
  }
}

function renderExcerpt(excerpt: Excerpt, style: Style): string {
  const { citation } = excerpt;
  const quotation = emphasise(excerpt, style)
    .split('\n')
    .map((line) => `  │ ${line}`)
    .join('\n');
  const words = [...new Set(excerpt.highlights.map(({ start, end }) => excerpt.text.slice(start, end)))];
  const emphasis = style.colours || words.length === 0 ? [] : [`  ^ ${words.join(' · ')}`];
  const place = describeLocator(wordsIn('en'), citation.locator);
  const details = [place, citation.language === undefined ? undefined : `in ${citation.language}`]
    .filter((detail) => detail !== undefined)
    .map((detail) => `, ${detail}`);
  const source = `  ${citation.marker} ${citation.title}, paragraph ${citation.paragraph}${details.join('')}`;
  return [
    quotation,
    ...emphasis,
    style.dim(source),
    ...(citation.url === undefined ? [] : [style.dim(`  ${citation.url}`)]),
  ].join('\n');
}

function emphasise({ text, highlights }: Excerpt, style: Style): string {
  if (!style.colours) return text;
  let shown = '';
  let at = 0;
  for (const { start, end } of highlights) {
    shown += text.slice(at, start) + style.strong(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}

/** Why the first excerpt was chosen, or nothing was, in words. */
export function renderWhy({ reply, explanation }: AskOutcome): string {
  if (!explanation) return 'Nothing in the articles shares a word or a meaning with the question.';
  const { matchedTerms, corrections, context } = explanation;
  const [best] = reply.kind === 'answer' ? reply.excerpts : reply.nearest;
  const where = best ? `paragraph ${best.paragraph} of “${best.citation.title}”` : 'no passage';
  return [
    `Closest is ${where}.`,
    matchedTerms.length === 0
      ? 'It shares no word with the question; it was found by meaning.'
      : `Words it shares with the question: ${matchedTerms.join(', ')}.`,
    `Among all passages it is ${ordinal(explanation.denseRank)} by meaning and ${ordinal(explanation.lexicalRank)} by words.`,
    ...readingSentences(wordsIn('en'), explanation),
    ...corrections.map(
      ({ typed, searched }) => `The articles do not have “${typed}”, so “${searched}” was searched for.`,
    ),
    ...(context === undefined ? [] : [`It was read as a follow-up to “${context}”.`]),
    describeDecision(explanation),
  ].join('\n');
}

function ordinal(rank: number | undefined): string {
  return rank === undefined ? 'not among the nearest' : `number ${rank}`;
}

function describeDecision({ score, thresholds, strictness }: Explanation): string {
  const scale = `An answer needs ${thresholds.weak.toFixed(2)} (${strictness}), a sure one ${thresholds.strong.toFixed(2)}.`;
  if (score >= thresholds.strong) return `Its score is ${score.toFixed(2)}: sure enough. ${scale}`;
  if (score >= thresholds.weak) return `Its score is ${score.toFixed(2)}: shown with a warning. ${scale}`;
  return `Its score is ${score.toFixed(2)}: too low to call it an answer. ${scale}`;
}
