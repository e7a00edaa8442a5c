import { isAnswer } from '../conversation/vote-on-answer.ts';
import type { RememberedReply } from '../conversation/remember-reply.ts';
import type { Audience } from '../domain/audience.ts';
import type { Words } from '../words/words.ts';
import type { BotContext } from './bot-context.ts';
import type { MessageView } from './messages/message-view.ts';

/** Before the colon of the custom_ids about questions without a good answer. */
export const GAPS = 'gaps';

/**
 * The server where a reply is kept as a question without an answer: only one that the bot is a member of, and that
 * wants it; never direct messages.
 */
export async function gapServer(
  reply: Pick<RememberedReply, 'outcome'> | undefined,
  { serverId, audience }: { readonly serverId?: string | undefined; readonly audience: Audience },
  { gaps, settings }: BotContext,
): Promise<string | undefined> {
  if (!reply || isAnswer(reply) || !gaps.isOn) return undefined;
  if (serverId === undefined || !audience.servers.includes(serverId)) return undefined;
  return (await settings.read(serverId)).gapReports ? serverId : undefined;
}

/** With the button for who wants to be told when there is an answer, before the one that ends the row. */
export function withTellButton(words: Words, view: MessageView): MessageView {
  const button = { label: words('gaps.tellButton'), id: { custom: `${GAPS}:tell` } };
  return { ...view, buttons: [...view.buttons.slice(0, -1), button, ...view.buttons.slice(-1)] };
}
