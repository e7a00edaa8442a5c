import type { Layout } from '../domain/layout.ts';
import type { Words } from '../words/words.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { classifyError, describeError } from './classify-error.ts';
import type { Plan } from './commands/plan.ts';
import type { InteractionAddress } from './interaction-transport.ts';
import { ephemeral, withNotice, word } from './messages/message-view.ts';

/** The right to share is taken first, and the private message changed: pressed twice, it is posted once. */
export async function sharePublicly(
  plan: Plan & { kind: 'share' },
  { words, to, layout }: { readonly words: Words; readonly to: InteractionAddress; readonly layout: Layout },
  context: BotContext,
  log: Logger,
): Promise<void> {
  const { interactions, memory } = context;
  const { exchange } = plan;
  if (!(await memory.claimShare(exchange.id))) {
    await interactions.reply(to, ephemeral(word(words, 'discord.sharedAlready')), { update: false }, log);
    return;
  }
  if (!(await interactions.reply(to, plan.after, { update: true, layout }, log))) return;
  try {
    const posted = interactions.followUp(to, plan.body);
    await memory.keep(
      posted.then((id) => (id === undefined ? undefined : { ...exchange, id, isPrivate: false })),
    );
  } catch (error) {
    log.warn({ error: describeError(error) }, 'an answer could not be shared');
    await memory.releaseShare(exchange.id);
    const unsure = classifyError(error) === 'unanswered';
    const notice = words(unsure ? 'discord.shareUnsure' : 'discord.shareRefused');
    const shown = layout === 'components' ? layout : context.layout;
    await interactions.edit(to, withNotice(plan.undone, notice), log, shown);
  }
}
