import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { ExchangeMemory } from '../../conversation/exchange-memory.ts';
import { contextAfter } from '../../conversation/follow-up.ts';
import type { Exchange } from '../../domain/exchange.ts';
import { answerQuestion } from '../messages/answer-question.ts';
import { decodeCustomId } from '../messages/custom-id.ts';
import { FOLLOW_UP_FIELD, renderFollowUpForm } from '../messages/render-follow-up.ts';
import { word } from '../messages/message-view.ts';
import type { Voices } from '../choose-words.ts';
import type { Words } from '../../words/words.ts';
import { typedIn } from '../typed-in.ts';
import { sendPrivately } from './plan.ts';
import type { Plan } from './plan.ts';

/** Questions before a follow-up that its form shows. */
const THREAD = 5;

/** A form for a further question, with those that led to it. */
export async function openFollowUp(
  words: Words,
  messageId: string,
  asker: string | undefined,
  memory: ExchangeMemory,
): Promise<Plan> {
  const exchange = await memory.find(messageId);
  if (!exchange) return sendPrivately(word(words, 'conversation.exchangeForgotten'));
  return { kind: 'form', form: renderFollowUpForm(words, await questionsUpTo(exchange, memory), asker) };
}

/** What was typed into a form, taken as a follow-up of the answer that it was opened from. */
export async function planForm(
  voices: Voices,
  interaction: APIModalSubmitInteraction,
  memory: ExchangeMemory,
): Promise<Plan> {
  const id = decodeCustomId(interaction.data.custom_id);
  if (id?.state.action !== 'follow') return sendPrivately(word(voices.asker, 'discord.anotherVersion'));
  const question = typedIn(interaction, FOLLOW_UP_FIELD);
  const { message } = interaction;
  const earlier = message && (await memory.find(message.id));
  const isPrivate = id.asker !== undefined || ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return {
    kind: 'question',
    private: isPrivate,
    ...(earlier && { follows: earlier.id }),
    work: (library) =>
      answerQuestion(isPrivate ? voices.asker : voices.everyone, question, library, {
        ...(earlier ? { context: contextAfter(earlier) } : { isContextForgotten: true }),
        ...(isPrivate && id.asker !== undefined && { asker: id.asker }),
      }),
  };
}

/** The questions of a conversation, oldest first. */
async function questionsUpTo(exchange: Exchange, memory: ExchangeMemory): Promise<readonly string[]> {
  const questions = [exchange.question];
  let { follows } = exchange;
  while (follows !== undefined && questions.length < THREAD) {
    const earlier = await memory.find(follows);
    if (!earlier) break;
    questions.unshift(earlier.question);
    ({ follows } = earlier);
  }
  return questions;
}
