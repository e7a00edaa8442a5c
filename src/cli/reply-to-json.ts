import type { AskOutcome } from '../domain/library.ts';
import type { VerbatimError } from '../domain/errors.ts';
import type { Excerpt } from '../domain/reply.ts';

/** One reply as one line of JSON, without the line end. */
export function replyToJson({ reply, totalMs }: AskOutcome): string {
  const timing = { totalMs: Math.round(totalMs * 10) / 10 };
  switch (reply.kind) {
    case 'answer': {
      const { kind, confidence, score, question, excerpts } = reply;
      return JSON.stringify({ kind, confidence, score, question, excerpts: excerpts.map(toJson), timing });
    }
    case 'abstention': {
      const { kind, reason, score, question, nearest, questionLanguage } = reply;
      return JSON.stringify({
        kind,
        reason,
        score,
        question,
        questionLanguage,
        nearest: nearest.map(toJson),
        timing,
      });
    }
  }
}

/** A question that cannot be asked, as one line of JSON. */
export function errorToJson({ code, message }: VerbatimError, question: string): string {
  return JSON.stringify({ kind: 'error', code, message, question });
}

function toJson({ text, articleId, paragraph, start, end, highlights, citation }: Excerpt): object {
  return {
    text,
    articleId,
    title: citation.title,
    paragraph,
    start,
    end,
    ...(citation.locator === undefined ? {} : { locator: citation.locator }),
    highlights: highlights.map((span) => [span.start, span.end]),
    url: citation.url ?? null,
  };
}
