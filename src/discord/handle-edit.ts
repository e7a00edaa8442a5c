import { contextAfter } from '../conversation/follow-up.ts';
import { recogniseIntent } from '../conversation/recognise-intent.ts';
import type { Exchange } from '../domain/exchange.ts';
import { answerQuestion } from './messages/answer-question.ts';
import { word } from './messages/message-view.ts';
import { answerMessage } from './answer-message.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import type { DeletedMessages, EditedMessage } from './read-event.ts';
import { timeOf, withoutMentions } from './read-event.ts';

/** Milliseconds after which a question stands as it was answered. */
const MAY_EDIT = 5 * 60 * 1000;

/** An asker who mends the question soon gets the same message answered again; whatever else is edited is left alone. */
export async function handleEdit(edited: EditedMessage, context: BotContext, log: Logger): Promise<void> {
  if (context.stopping() || edited.editedAt - timeOf(edited.id) > MAY_EDIT) return;
  await context.handled(edited.id);
  const exchange = await context.memory.findByQuestion(edited.id);
  if (exchange?.askerId !== edited.author.id) return;
  const text = withoutMentions(edited.content);
  const intent = recogniseIntent(text);
  if (text === '' || text === exchange.question) return;
  if (intent.kind !== 'question' && intent.kind !== 'keywords') return;
  // Each time it is as much work as a new question.
  if (context.cooldown(edited.author.id) > 0) return;
  const earlier = exchange.follows === undefined ? undefined : await context.memory.find(exchange.follows);
  const { id: answerId, channelId, serverId, askerId, questionId, follows, isPrivate } = exchange;
  const asking = {
    channelId,
    ...(serverId !== undefined && { serverId }),
    askerId,
    ...(questionId !== undefined && { questionId }),
    ...(follows !== undefined && { follows }),
    isPrivate,
  };
  const words = await context.wordsIn(serverId);
  const work = (library: Parameters<typeof answerQuestion>[2]) =>
    answerQuestion(words, text, library, earlier ? { context: contextAfter(earlier) } : {});
  // What was thought of the answer before says nothing of this one, and the question before is asked no more.
  await context.guard.write(({ feedback }) => feedback.removeOf({ exchangeId: answerId }), 0);
  await context.gaps.drop(answerId);
  await answerMessage(edited, { words, asking, work, answerId }, context, log);
}

/** A deleted question takes its answer with it; where others have replied to that, a line stands in its place. */
export async function handleDelete(
  { ids }: DeletedMessages,
  context: BotContext,
  log: Logger,
): Promise<void> {
  for (const id of ids) {
    context.deleted.add(id);
    await context.handled(id);
    const exchange = await context.memory.findByQuestion(id);
    if (exchange) await withdraw(exchange, context, log);
    // An answer that is gone itself.
    else await context.memory.remove(id);
  }
}

async function withdraw(exchange: Exchange, context: BotContext, log: Logger): Promise<void> {
  const { channels, memory } = context;
  const to = { channelId: exchange.channelId, messageId: exchange.id };
  if (await channels.hasReplies(to, exchange.askerId)) {
    const words = await context.wordsIn(exchange.serverId);
    await channels.edit(to, word(words, 'discord.questionDeleted'), log);
  } else await channels.remove(to, log);
  await memory.remove(exchange.id);
}
