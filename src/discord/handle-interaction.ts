import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import { missingPermissions } from './check-permissions.ts';
import { ephemeral } from './messages/message-body.ts';
import type { MessageBody } from './messages/message-body.ts';
import { planAutocomplete, planCommand } from './commands/plan-command.ts';
import { planComponent } from './commands/plan-component.ts';
import type { Plan } from './commands/plan.ts';
import { cooldownWord, privateInsteadWord, word } from './messages/words.ts';
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
      const choices = [...planAutocomplete(interaction, context.getLibrary())];
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      await context.interactions.respond(to, { type, data: { choices } }, log);
      return;
    }
    case InteractionType.ApplicationCommand:
    case InteractionType.MessageComponent:
      await carryOut(interaction, to, context, log);
      return;
    case InteractionType.ModalSubmit:
      await context.interactions.reply(to, ephemeral(word('anotherVersion')), { update: false }, log);
      return;
    case InteractionType.Ping:
      return;
  }
}

type Answerable = APIApplicationCommandInteraction | APIMessageComponentInteraction;

async function carryOut(
  interaction: Answerable,
  to: InteractionAddress,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const sendPrivately = (body: MessageBody) =>
    context.interactions.reply(to, ephemeral(body), { update: false }, log);
  if (context.stopping()) return sendPrivately(word('restarting'));
  let plan: Plan;
  try {
    plan =
      interaction.type === InteractionType.ApplicationCommand
        ? await planCommand(interaction, context.getLibrary(), context.memory)
        : await planComponent(interaction, context.getLibrary(), context.memory);
  } catch (error) {
    log.error({ error: describeError(error) }, 'an interaction failed');
    return sendPrivately(word('failed'));
  }
  const missing = missingFor(interaction);
  switch (plan.kind) {
    case 'now':
      return plan.private || missing.length > 0
        ? sendPrivately(plan.private ? plan.body : withNotice(plan.body, missing))
        : context.interactions.reply(to, plan.body, { update: false }, log);
    case 'update':
      return context.interactions.reply(to, plan.body, { update: true }, log);
    case 'share':
      return missing.length > 0
        ? sendPrivately(withNotice(word('shareRefused'), missing))
        : share(plan, to, context, log);
    case 'question':
      return answerLater(plan, { interaction, to, missing }, context, log);
  }
}

interface Asked {
  readonly interaction: Answerable;
  readonly to: InteractionAddress;
  readonly missing: readonly string[];
}

async function answerLater(
  plan: Plan & { kind: 'question' },
  { interaction, to, missing }: Asked,
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
  const tell = (body: MessageBody) =>
    context.interactions.edit(to, withNotice(body, plan.private ? [] : missing), log);
  // Discord's reference calls the channel optional; its types do not.
  const { channel }: { readonly channel?: { readonly id: string } } = interaction;
  const asking = {
    channelId: channel?.id ?? '',
    ...(interaction.guild_id !== undefined && { serverId: interaction.guild_id }),
    askerId: userId,
    isPrivate: plan.private || missing.length > 0,
  };
  await askInTurn({ asking, work: plan.work, deliver: tell, refuse: tell }, context, log);
}

/** The right to share is taken first, and the private message changed: pressed twice, it is posted once. */
async function share(
  plan: Plan & { kind: 'share' },
  to: InteractionAddress,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const { interactions, memory } = context;
  const { exchange } = plan;
  if (!(await memory.claimShare(exchange.id))) {
    await interactions.reply(to, ephemeral(word('sharedAlready')), { update: false }, log);
    return;
  }
  if (
    !(await interactions.respond(to, { type: InteractionResponseType.UpdateMessage, data: plan.after }, log))
  )
    return;
  try {
    const posted = interactions.followUp(to, plan.body);
    await memory.keep(
      posted.then((id) => (id === undefined ? undefined : { ...exchange, id, isPrivate: false })),
    );
  } catch (error) {
    log.warn({ error: describeError(error) }, 'an answer could not be shared');
    await memory.releaseShare(exchange.id);
    const unsure = classifyError(error) === 'unanswered';
    const { content } = word(unsure ? 'shareUnsure' : 'shareRefused');
    await interactions.edit(to, { ...plan.undone, ...(content !== undefined && { content }) }, log);
  }
}

/** Only where the bot is a member: elsewhere Discord itself shows the answer to the asker alone when it has to. */
function missingFor(interaction: Answerable): readonly string[] {
  const installed = isGuildInstall(interaction.authorizing_integration_owners);
  if (interaction.guild_id === undefined || !installed || !/^\d+$/u.test(interaction.app_permissions))
    return [];
  return missingPermissions(BigInt(interaction.app_permissions), {
    thread: isThread(interaction.channel),
    reply: false,
  });
}

/** Partial channels may come without a type. */
function isThread(channel: { readonly type?: number } | undefined): boolean {
  return channel?.type !== undefined && THREADS.includes(channel.type);
}

function isGuildInstall(owners: object | undefined): boolean {
  return owners === undefined || String(ApplicationIntegrationType.GuildInstall) in owners;
}

function withNotice(body: MessageBody, missing: readonly string[]): MessageBody {
  if (missing.length === 0) return body;
  const notice = privateInsteadWord(missing);
  return { ...body, content: body.content ? `${notice}\n${body.content}`.slice(0, 2000) : notice };
}
