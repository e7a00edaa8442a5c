import { MessageFlags } from 'discord-api-types/v10';
import { sendPrivately } from '../commands/plan.ts';
import type { Plan } from '../commands/plan.ts';

/**
 * Every message that a feature changes is one person's alone. A press that hangs on any other was forged: it gets
 * its answer in private, and what everybody sees stays as it is.
 */
export function onOwnMessage(plan: Plan, message: { readonly flags?: MessageFlags } | undefined): Plan {
  const isPrivate = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (isPrivate) return plan;
  if (plan.kind === 'update') return sendPrivately(plan.body);
  return plan.kind === 'later' ? { kind: 'later', private: plan.private, work: plan.work } : plan;
}
