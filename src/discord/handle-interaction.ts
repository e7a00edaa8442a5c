import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { EVERYONE } from '../domain/audience.ts';
import type { Audience } from '../domain/audience.ts';
import { mayOpenThreads, missingPermissions } from './check-permissions.ts';
import type { Layout } from '../domain/layout.ts';
import { ephemeral, withNotice } from './messages/message-view.ts';
import type { MessageView } from './messages/message-view.ts';
import { planAutocomplete } from './commands/plan-autocomplete.ts';
import { planCommand } from './commands/plan-command.ts';
import { planComponent } from './commands/plan-component.ts';
import { planForm } from './commands/plan-form.ts';
import type { Plan } from './commands/plan.ts';
import { cooldownWord, noThreadWord, privateInsteadWord, word, WORDS } from './messages/words.ts';
import { askInTurn } from './ask-in-turn.ts';
import type { BotContext } from './bot-context.ts';
import { classifyError, describeError } from './classify-error.ts';
import type { Logger } from './bot-options.ts';
import type { InteractionAddress } from './interaction-transport.ts';

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

export async function handleInteraction(
  interaction: APIInteraction,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const to = { id: interaction.id, applicationId: interaction.application_id, token: interaction.token };
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete: {
      const library = context.libraryFor(await audienceOf(interaction, context));
      const choices = [...planAutocomplete(interaction, library)];
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      await context.interactions.respond(to, { type, data: { choices } }, log);
      return;
    }
    case InteractionType.ApplicationCommand:
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit:
      await carryOut(interaction, to, context, log);
      return;
    case InteractionType.Ping:
      return;
  }
}

type Answerable =
  APIApplicationCommandInteraction | APIMessageComponentInteraction | APIModalSubmitInteraction;

async function carryOut(
  interaction: Answerable,
  to: InteractionAddress,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const { interactions } = context;
  const sendPrivately = async (view: MessageView) => {
    await interactions.reply(to, ephemeral(view), { update: false }, log);
  };
  if (context.stopping()) return sendPrivately(word('restarting'));
  let plan: Plan;
  let audience: Audience;
  try {
    audience = await audienceOf(interaction, context);
    plan = await planFor(interaction, audience, context);
  } catch (error) {
    log.error({ error: describeError(error) }, 'an interaction failed');
    return sendPrivately(word('failed'));
  }
  const missing = missingFor(interaction, context);
  const layout = layoutOf(interaction.message);
  switch (plan.kind) {
    case 'now':
      if (plan.private || missing.length > 0)
        return sendPrivately(plan.private ? plan.body : withMissing(plan.body, missing));
      await interactions.reply(to, plan.body, { update: false }, log);
      return;
    case 'update':
      await interactions.reply(to, plan.body, { update: true, layout }, log);
      return;
    case 'form':
      await interactions.respond(to, { type: InteractionResponseType.Modal, data: plan.form }, log);
      return;
    case 'delete':
      if (await interactions.remove(to, log)) await context.memory.remove(plan.messageId);
      return;
    case 'share':
      return missing.length > 0
        ? sendPrivately(withMissing(word('shareRefused'), missing))
        : share(plan, { to, layout }, context, log);
    case 'question':
      return answerLater(plan, { interaction, to, missing, audience }, context, log);
  }
}

/**
 * A server that the bot is no member of has nothing of its own there, and others read along in a group: who brought
 * it along reads what is public.
 */
function audienceOf(interaction: APIInteraction, context: BotContext): Promise<Audience> {
  const { guild_id: serverId, authorizing_integration_owners: owners } = interaction;
  const userId = interaction.member?.user.id ?? interaction.user?.id ?? '';
  if (serverId !== undefined && isGuildInstall(owners)) return context.audienceOf({ serverId, userId });
  const isAlone = serverId === undefined && interaction.context === InteractionContextType.BotDM;
  return isAlone ? context.audienceOf({ userId }) : Promise.resolve(EVERYONE);
}

function planFor(interaction: Answerable, audience: Audience, context: BotContext): Promise<Plan> {
  const { libraryFor, memory, getExamples, sourceUrl, messageContent } = context;
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return planCommand(interaction, {
        library: libraryFor(audience),
        memory,
        examples: getExamples(),
        sourceUrl,
        messageContent,
      });
    case InteractionType.MessageComponent:
      return planComponent(interaction, libraryFor(audience), memory);
    case InteractionType.ModalSubmit:
      return planForm(interaction, memory);
  }
}

function layoutOf(message: Answerable['message']): Layout {
  return ((message?.flags ?? 0) & MessageFlags.IsComponentsV2) === 0 ? 'embeds' : 'components';
}

interface Asked {
  readonly interaction: Answerable;
  readonly to: InteractionAddress;
  readonly missing: readonly string[];
  readonly audience: Audience;
}

async function answerLater(
  plan: Plan & { kind: 'question' },
  { interaction, to, missing, audience }: Asked,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const userId = interaction.member?.user.id ?? interaction.user?.id ?? '';
  const wait = context.cooldown(userId);
  if (wait > 0) {
    await context.interactions.reply(to, ephemeral(cooldownWord(wait)), { update: false }, log);
    return;
  }
  const acknowledged = await context.interactions.defer(
    to,
    { private: plan.private || missing.length > 0 },
    log,
  );
  if (!acknowledged) return;
  // Discord's reference calls the channel optional; its types do not.
  const { channel }: { readonly channel?: { readonly id: string; readonly type?: number } } = interaction;
  const threadName = plan.threadName === undefined || missing.length > 0 ? undefined : plan.threadName;
  const lacksThreads = threadName !== undefined && !canOpenThread(interaction);
  const tell = (body: MessageView) => {
    const shown = lacksThreads ? withNotice(body, noThreadWord()) : body;
    return context.interactions.edit(to, withMissing(shown, plan.private ? [] : missing), log);
  };
  const deliver = async (body: MessageView) => {
    const messageId = await tell(body);
    if (threadName !== undefined && !lacksThreads && channel && messageId !== undefined)
      await context.channels.openThread({ channelId: channel.id, messageId }, threadName, log);
    return messageId;
  };
  const asking = {
    channelId: channel?.id ?? '',
    ...(interaction.guild_id !== undefined && { serverId: interaction.guild_id }),
    askerId: userId,
    ...(plan.follows !== undefined && { follows: plan.follows }),
    isPrivate: plan.private || missing.length > 0,
  };
  await askInTurn({ asking, audience, work: plan.work, deliver, refuse: tell }, context, log);
}

/** Threads stand under messages of a server's channel, where the bot itself is a member; not in another thread. */
function canOpenThread(interaction: Answerable): boolean {
  const own = ownPermissions(interaction);
  return own !== undefined && !isThread(interaction.channel) && mayOpenThreads(own);
}

/** The right to share is taken first, and the private message changed: pressed twice, it is posted once. */
async function share(
  plan: Plan & { kind: 'share' },
  { to, layout }: { readonly to: InteractionAddress; readonly layout: Layout },
  context: BotContext,
  log: Logger,
): Promise<void> {
  const { interactions, memory } = context;
  const { exchange } = plan;
  if (!(await memory.claimShare(exchange.id))) {
    await interactions.reply(to, ephemeral(word('sharedAlready')), { update: false }, log);
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
    const notice = WORDS[unsure ? 'shareUnsure' : 'shareRefused'];
    const shown = layout === 'components' ? layout : context.layout;
    await interactions.edit(to, withNotice(plan.undone, notice), log, shown);
  }
}

/** Elsewhere than in its servers Discord itself shows the answer to the asker alone when it has to. */
function missingFor(interaction: Answerable, { layout }: BotContext): readonly string[] {
  const own = ownPermissions(interaction);
  if (own === undefined) return [];
  return missingPermissions(own, {
    thread: isThread(interaction.channel),
    reply: false,
    layout,
  });
}

/** What the bot may do there; undefined where it is no member, or it cannot be read. */
function ownPermissions(interaction: Answerable): bigint | undefined {
  const { guild_id, app_permissions, authorizing_integration_owners: owners } = interaction;
  const isMember = guild_id !== undefined && isGuildInstall(owners);
  return isMember && /^\d+$/u.test(app_permissions) ? BigInt(app_permissions) : undefined;
}

/** Partial channels may come without a type. */
function isThread(channel: { readonly type?: number } | undefined): boolean {
  return channel?.type !== undefined && THREADS.includes(channel.type);
}

function isGuildInstall(owners: object | undefined): boolean {
  return owners === undefined || String(ApplicationIntegrationType.GuildInstall) in owners;
}

function withMissing(view: MessageView, missing: readonly string[]): MessageView {
  return missing.length === 0 ? view : withNotice(view, privateInsteadWord(missing));
}
