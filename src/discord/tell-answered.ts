import { EVERYONE } from '../domain/audience.ts';
import type { Gap } from '../domain/gap.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { renderTold } from './features/gaps/render-told.ts';
import { verbatimOnly } from './messages/render-excerpt.ts';
import { withSettings } from './serve-server.ts';

/** Asks again what people wait for an answer to, in turn with everybody's questions, and tells whom it answers for sure. */
export async function tellAnswered(context: BotContext, log: Logger): Promise<void> {
  const waiting = await context.guard.read(async ({ gaps }) => {
    const servers = await gaps.servers();
    return (await Promise.all(servers.map((server) => gaps.waiting(server)))).flat();
  }, []);
  for (const gap of waiting) if (!context.stopping()) await inTurn(gap, context, log);
}

function inTurn(gap: Gap, context: BotContext, log: Logger): Promise<void> {
  return new Promise((resolve) => {
    const job = {
      run: () =>
        tellOne(gap, context)
          .catch((error: unknown) => {
            log.warn({ error: describeError(error) }, 'nobody could be told of an answer');
          })
          .then(resolve),
      abandon: resolve,
    };
    if (!context.queue.push(job, gap.serverId)) resolve();
  });
}

/** Once, whoever else tries at the same time; only members read what their server has. */
async function tellOne({ id, serverId, question, tellAsker }: Gap, context: BotContext): Promise<void> {
  if (!tellAsker) return;
  const { guard, settings: memory, libraryFor } = context;
  const settings = await memory.read(serverId);
  const own = { servers: [serverId] };
  const library = withSettings(libraryFor(own), settings);
  const { reply } = await library.ask(question);
  if (reply.kind !== 'answer' || reply.confidence !== 'strong') return;
  if (verbatimOnly(reply.excerpts, library).length === 0) return;
  if (!(await context.isMember(serverId, tellAsker.userId))) return;
  const mayTell = await guard.write(({ gaps }) => gaps.setTold(id, new Date().toISOString()), false);
  if (!mayTell) return;
  // What a server keeps to itself is not sent anywhere else, not even to its members.
  const shown = libraryFor(settings.articlesInDirectMessages ? own : EVERYONE);
  const words = await context.wordsIn(serverId);
  await context.channels.sendPrivately(
    tellAsker.userId,
    renderTold(words, reply, shown, tellAsker.channelId),
  );
}
