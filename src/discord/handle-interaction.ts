import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { APIApplicationCommandAutocompleteInteraction, APIInteraction } from 'discord-api-types/v10';
import { answerLater, withNotices } from './answer-later.ts';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { voicesOf } from './choose-words.ts';
import { describeError } from './classify-error.ts';
import type { Plan } from './commands/plan.ts';
import { planAutocomplete } from './commands/plan-autocomplete.ts';
import { planCommand } from './commands/plan-command.ts';
import { planComponent } from './commands/plan-component.ts';
import type { FormerQuotation } from './commands/plan-component.ts';
import { planForm } from './commands/plan-form.ts';
import { FEATURES } from './features/features.ts';
import { readFeatureId } from './features/feature.ts';
import type { Feature, FeatureDesk } from './features/feature.ts';
import { onOwnMessage } from './features/on-own-message.ts';
import { openDesk } from './features/open-desk.ts';
import { missingFor } from './interaction-permissions.ts';
import { channelPlaceOf } from './interaction-place.ts';
import type { Answerable } from './interaction-place.ts';
import type { InteractionAddress } from './interaction-transport.ts';
import { ephemeral, word } from './messages/message-view.ts';
import type { MessageView } from './messages/message-view.ts';
import { privateInsteadWord } from './messages/words.ts';
import { layoutOf } from './messages/layout-of.ts';
import { inLayout, mayAnswerIn } from './serve-server.ts';
import { sharePublicly } from './share-publicly.ts';

export async function handleInteraction(
  interaction: APIInteraction,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const to = { id: interaction.id, applicationId: interaction.application_id, token: interaction.token };
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      await suggest(interaction, to, context, log);
      return;
    case InteractionType.ApplicationCommand:
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit:
      await respond(interaction, to, context, log);
      return;
    case InteractionType.Ping:
      return;
  }
}

async function suggest(
  interaction: APIApplicationCommandAutocompleteInteraction,
  to: InteractionAddress,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const voices = await voicesOf(interaction, context.languageFor);
  const desk = await openDesk(interaction, voices, context, log);
  const feature = FEATURES.find(({ commands }) => commands.includes(interaction.data.name));
  const choices =
    (await feature?.onChoices?.(interaction, desk)) ?? planAutocomplete(interaction, desk.library);
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  await context.interactions.respond(to, { type, data: { choices: [...choices] } }, log);
}

async function respond(
  interaction: Answerable,
  to: InteractionAddress,
  context: BotContext,
  log: Logger,
): Promise<void> {
  const own = await voicesOf(interaction, context.languageFor);
  const sendPrivately = async (view: MessageView) => {
    await context.interactions.reply(to, ephemeral(view), { update: false }, log);
  };
  if (context.stopping()) return sendPrivately(word(own.asker, 'conversation.restarting'));
  try {
    const missing = missingFor(interaction, context.layout);
    const opened = await openDesk(interaction, own, context, log);
    const isClosed = !mayAnswerIn(opened.settings, channelPlaceOf(interaction));
    const whyPrivate = [
      ...(missing.length > 0 ? [privateInsteadWord(own.asker, missing)] : []),
      ...(missing.length === 0 && isClosed ? [own.asker('discord.closedChannel')] : []),
    ];
    // What everybody would have seen the asker sees alone where the bot may not post.
    const voices = whyPrivate.length === 0 ? own : { ...own, everyone: own.asker };
    const desk = { ...opened, voices };
    const plan = await planFor(interaction, desk);
    await carryOut(plan, { interaction, to, whyPrivate }, desk);
  } catch (error) {
    log.error({ error: describeError(error) }, 'an interaction failed');
    await sendPrivately(word(own.asker, 'conversation.failed'));
  }
}

interface Response {
  readonly interaction: Answerable;
  readonly to: InteractionAddress;
  /** Why only the asker may see it: a notice each; none where everybody may. */
  readonly whyPrivate: readonly string[];
}

async function carryOut(plan: Plan, response: Response, desk: FeatureDesk): Promise<void> {
  const { interaction, to, whyPrivate } = response;
  const { context, log, voices, settings } = desk;
  const { interactions } = context;
  const layout = layoutOf(interaction.message);
  switch (plan.kind) {
    case 'now': {
      const isPrivate = plan.private || whyPrivate.length > 0;
      const view = plan.private ? plan.body : withNotices(plan.body, whyPrivate);
      const shown = inLayout(view, settings);
      await interactions.reply(to, isPrivate ? ephemeral(shown) : shown, { update: false }, log);
      return;
    }
    case 'update':
      await interactions.reply(to, plan.body, { update: true, layout }, log);
      return;
    case 'quiet':
      await interactions.respond(to, { type: InteractionResponseType.DeferredMessageUpdate }, log);
      return;
    case 'form':
      await interactions.respond(to, { type: InteractionResponseType.Modal, data: plan.form }, log);
      return;
    case 'later':
      return workLater(plan, response, desk);
    case 'delete':
      if (await interactions.remove(to, log)) await context.memory.remove(plan.messageId);
      return;
    case 'share': {
      const { asker: words } = voices;
      if (whyPrivate.length === 0) return sharePublicly(plan, { words, to, layout }, context, log);
      const refused = withNotices(word(words, 'discord.shareRefused'), whyPrivate);
      await interactions.reply(to, ephemeral(refused), { update: false }, log);
      return;
    }
    case 'question':
      return answerLater(plan, { ...desk, ...response }, context, log);
  }
}

/** Defers, works, and shows how far it is meanwhile: in a message of its own, or in the one that the button is on. */
async function workLater(
  plan: Plan & { kind: 'later' },
  { interaction, to, whyPrivate }: Response,
  desk: FeatureDesk,
): Promise<void> {
  const { log, settings, context } = desk;
  const { interactions } = context;
  const isDeferred = plan.update
    ? await interactions.respond(to, { type: InteractionResponseType.DeferredMessageUpdate }, log)
    : await interactions.defer(to, { private: plan.private || whyPrivate.length > 0 }, log);
  if (!isDeferred) return;
  const show = async (view: MessageView) => {
    if (plan.update) await interactions.edit(to, view, log, layoutOf(interaction.message));
    else {
      const noticed = withNotices(view, plan.private ? [] : whyPrivate);
      await interactions.edit(to, inLayout(noticed, settings), log);
    }
  };
  await show(await plan.work(show).catch((error: unknown) => failed(error, desk)));
}

function failed(error: unknown, { log, voices }: FeatureDesk): MessageView {
  log.error({ error: describeError(error) }, 'an interaction failed');
  return word(voices.asker, 'conversation.failed');
}

async function planFor(interaction: Answerable, desk: FeatureDesk): Promise<Plan> {
  const { voices, library, settings, context } = desk;
  const { memory, getExamples, sourceUrl, messageContent } = context;
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const feature = FEATURES.find(({ commands }) => commands.includes(interaction.data.name));
      if (feature?.onCommand) return feature.onCommand(interaction, desk);
      return planCommand(interaction, {
        voices,
        library,
        memory,
        examples: getExamples(),
        sourceUrl,
        messageContent,
        isPrivate: settings.privateByDefault,
      });
    }
    case InteractionType.MessageComponent: {
      const [feature, rest] = featureOf(interaction.data.custom_id);
      const plan = await feature?.onComponent?.(rest, interaction, desk);
      return plan
        ? onOwnMessage(plan, interaction.message)
        : planComponent(voices, interaction, library, memory, formerQuotationIn(desk));
    }
    case InteractionType.ModalSubmit: {
      const [feature, rest] = featureOf(interaction.data.custom_id);
      const plan = await feature?.onForm?.(rest, interaction, desk);
      return plan ? onOwnMessage(plan, interaction.message) : planForm(voices, interaction, memory);
    }
  }
}

/** Without a desk, or without its store, nothing is known of earlier editions. */
function formerQuotationIn({ context, serverId, log }: FeatureDesk): FormerQuotation {
  return async (id, quote) => {
    if (serverId === undefined) return undefined;
    try {
      return await context.articles?.resolveQuotation({ serverId, id }, quote);
    } catch (error) {
      log.warn({ error: describeError(error) }, 'earlier editions cannot be read');
      return undefined;
    }
  };
}

function featureOf(customId: string): readonly [Feature | undefined, string] {
  const id = readFeatureId(customId);
  return [id && FEATURES.find(({ name }) => name === id.name), id?.rest ?? ''];
}
