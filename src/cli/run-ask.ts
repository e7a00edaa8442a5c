import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { VerbatimError } from '../domain/errors.ts';
import type { AskOutcome, Library } from '../domain/library.ts';
import { renderExplanation } from './render-explanation.ts';
import { renderReply, renderWhy } from './render-reply.ts';
import type { Style } from './render-reply.ts';
import { errorToJson, replyToJson } from './reply-to-json.ts';

export interface AskSession {
  /** Opened when the first question is asked. */
  readonly library: Library;
  readonly input: Readable;
  readonly output: Writable;
  readonly style: Style;
  readonly json: boolean;
  /** Whether each answer is followed by what it was weighed by. */
  readonly explain?: boolean;
  readonly articleId?: string;
}

/** Answers one question; a question that cannot be asked is thrown, or printed as JSON. @returns exit code */
export async function askOnce(session: AskSession, question: string): Promise<number> {
  if (!session.json) {
    await print(session, renderOutcome(session, await ask(session, question)));
    return 0;
  }
  return (await askAsLine(session, question)) ? 0 : 2;
}

/** Answers each line of the input in order, one line (or one block of text) each. @returns exit code */
export async function askBatch(session: AskSession): Promise<number> {
  for await (const line of createInterface({ input: session.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (session.json) await askAsLine(session, line);
    else await askAsText(session, line);
  }
  return 0;
}

const HELP = `A question is answered with a quotation; one that follows may lean on it ('And for children?').
  :why   explains the last answer
  :help  shows this
  :quit  ends
Outside of the session: npm run lookup -- TERM lists passages about a term, npm run show -- ID PARAGRAPH shows a
paragraph in full, npm run articles lists what there is to ask, npm run help lists all commands.`;

/** A conversation on a terminal: each question may lean on the one before. @returns exit code */
export async function askInteractively(session: AskSession): Promise<number> {
  const terminal = createInterface({
    input: session.input,
    output: session.output,
    prompt: '> ',
    historySize: 200,
  });
  await print(session, 'Ask a question. `:help` says what else there is, `:quit` ends.');
  let last: AskOutcome | undefined;
  terminal.prompt();
  for await (const line of terminal) {
    const command = line.trim();
    if (command === ':quit' || command === ':q') break;
    if (command === ':why')
      await print(session, last ? renderWhy(last) : 'There is no answer to explain yet.');
    else if (command.startsWith(':') || /^(?:help|\?)$/i.test(command)) await print(session, HELP);
    else if (command !== '') last = (await askAsText(session, command, last?.reply.question)) ?? last;
    terminal.prompt();
  }
  terminal.close();
  return 0;
}

function renderOutcome({ style, explain }: AskSession, { reply, trace }: AskOutcome): string {
  const shown = renderReply(reply, style);
  return explain === true ? `${shown}\n\n${renderExplanation(trace)}` : shown;
}

async function askAsText(
  session: AskSession,
  question: string,
  context?: string,
): Promise<AskOutcome | undefined> {
  try {
    const outcome = await ask(session, question, context);
    await print(session, `${renderOutcome(session, outcome)}\n`);
    return outcome;
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    await print(session, `${error.message}\n`);
    return undefined;
  }
}

/** @returns whether the question could be asked */
async function askAsLine(session: AskSession, question: string): Promise<boolean> {
  try {
    await print(session, replyToJson(await ask(session, question)));
    return true;
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    await print(session, errorToJson(error, question.trim()));
    return false;
  }
}

function ask({ library, articleId }: AskSession, question: string, context?: string): Promise<AskOutcome> {
  return library.ask(question, {
    ...(articleId === undefined ? {} : { articleId }),
    ...(context === undefined ? {} : { context }),
  });
}

/** Writes a line and waits until the reader has room: a batch never piles up in memory. */
async function print({ output }: AskSession, text: string): Promise<void> {
  if (!output.write(`${text}\n`)) await once(output, 'drain');
}
