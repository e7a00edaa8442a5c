import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Exchange } from '../../domain/exchange.ts';
import type { Words } from '../../words/words.ts';
import { word } from '../messages/message-view.ts';
import { sendPrivately } from './plan.ts';
import type { Plan } from './plan.ts';

/** An answer may be taken away by who asked for it, and by who may take away any message there. */
export function planDelete(
  words: Words,
  interaction: APIMessageComponentInteraction,
  exchange: Exchange | undefined,
): Plan {
  const { member, user, message } = interaction;
  const id = member?.user.id ?? user?.id;
  const askers = [
    exchange?.askerId,
    message.interaction_metadata?.user.id,
    message.referenced_message?.author.id,
  ];
  const isManager =
    member !== undefined && (BigInt(member.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;
  if (isManager || (id !== undefined && askers.includes(id)))
    return { kind: 'delete', messageId: message.id };
  return sendPrivately(word(words, 'discord.notYoursToDelete'));
}
