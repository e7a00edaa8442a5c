import type { RestReply } from './api-error.ts';
import { apiError } from './api-error.ts';
import { checkMessage, Flag } from './extra-rules.ts';
import type { InteractionRecord } from './interaction-record.ts';
import { numberOf, objectOf } from './json.ts';
import { respond } from './rest-callback.ts';
import type { RestContext, RestRequest, Route } from './route.ts';
import { noContent, ok, route } from './route.ts';
import { checkSchema } from './validate-request.ts';
import type { MessageRecord } from './world.ts';

/** What follows the first answer: the original message, and further ones. Authorized by the interaction's token. */
export function webhookRoutes(context: RestContext): readonly Route[] {
  const { store, schemas } = context;
  const answers = 'MessageResponseSchema';
  const one = '/webhooks/:app/:token/messages/:message';
  return [
    route('POST /webhooks/:app/:token', {
      needsBotToken: false,
      answers,
      check: (request) => [
        ...checkSchema(schemas, 'IncomingWebhookRequestPartialSchema', request.body ?? {}),
        ...checkMessage({
          body: objectOf(request.body),
          edit: false,
          flags: Flag.suppressEmbeds | Flag.ephemeral | Flag.silent | Flag.componentsV2,
          files: request.files.length,
        }),
      ],
      handle: withInteraction(context, (request, interaction) => followUp(context, request, interaction)),
    }),
    route(`GET ${one}`, {
      needsBotToken: false,
      answers,
      handle: withMessage(context, (_request, _interaction, record) => ok(record.message)),
    }),
    route(`PATCH ${one}`, {
      needsBotToken: false,
      answers,
      check: (request) => checkEdit(context, request, schemas),
      handle: withMessage(context, (request, interaction, record) => {
        const edited = store.edit(record.message.id, objectOf(request.body), request.files);
        markReplied(context, interaction);
        return ok(edited.message);
      }),
    }),
    route(`DELETE ${one}`, {
      needsBotToken: false,
      handle: withMessage(context, (_request, interaction, record) => {
        store.remove(record.message.id);
        markReplied(context, interaction);
        return noContent;
      }),
    }),
  ];
}

function checkEdit(
  { world }: RestContext,
  request: RestRequest,
  schemas: RestContext['schemas'],
): ReturnType<typeof checkMessage> {
  const interaction = world.interactions.get(request.part('token'));
  const id = interaction && messageId(interaction, request.part('message'));
  const existing = id === undefined ? undefined : objectOf(world.messages.get(id)?.message);
  // An edit cannot change who sees a message; naming the flag that it already has does no harm.
  const kept = (numberOf(existing?.['flags']) ?? 0) & Flag.ephemeral;
  return [
    ...checkSchema(schemas, 'IncomingWebhookUpdateRequestPartialSchema', request.body ?? {}),
    ...checkMessage({
      body: objectOf(request.body),
      edit: true,
      existing,
      flags: Flag.suppressEmbeds | Flag.componentsV2 | kept,
      files: request.files.length,
    }),
  ];
}

/** Only the interaction's own messages can be reached with its token. */
function messageId(interaction: InteractionRecord, name: string): string | undefined {
  if (name === '@original' || name === interaction.originalId) return interaction.originalId;
  return interaction.followUpIds.includes(name) ? name : undefined;
}

function markReplied({ world }: RestContext, interaction: InteractionRecord): void {
  interaction.repliedAt ??= performance.now();
  world.changed();
}

function withInteraction(
  { world }: RestContext,
  handle: (request: RestRequest, interaction: InteractionRecord) => RestReply,
): Route['handle'] {
  return (request) => {
    const interaction = world.interactions.get(request.part('token'));
    if (request.part('app') !== world.applicationId || !interaction) return apiError(10015);
    if (performance.now() > interaction.expiresAt) return apiError(50027);
    // Discord makes the webhook when the interaction is acknowledged.
    if (!interaction.callback) return apiError(10015);
    return handle(request, interaction);
  };
}

function withMessage(
  context: RestContext,
  handle: (request: RestRequest, interaction: InteractionRecord, record: MessageRecord) => RestReply,
): Route['handle'] {
  return withInteraction(context, (request, interaction) => {
    const id = messageId(interaction, request.part('message'));
    const record = id === undefined ? undefined : context.world.messages.get(id);
    return record ? handle(request, interaction, record) : apiError(10008);
  });
}

/** The first follow-up after a deferral takes the place of 'thinking…', and with it the deferral's visibility. */
function followUp(context: RestContext, request: RestRequest, interaction: InteractionRecord): RestReply {
  const { world, store } = context;
  const original = world.messages.get(interaction.originalId ?? '');
  const body = objectOf(request.body);
  if (original && ((original.message.flags ?? 0) & Flag.loading) !== 0) {
    const kept = (numberOf(body['flags']) ?? 0) & ~Flag.ephemeral;
    const visibility = (original.message.flags ?? 0) & Flag.ephemeral;
    const edited = store.edit(original.message.id, { ...body, flags: kept | visibility }, request.files);
    markReplied(context, interaction);
    return ok(edited.message);
  }
  const id = respond(world, store, {
    interaction,
    body,
    files: request.files,
    replyTo: interaction.originalId ?? null,
  });
  interaction.followUpIds.push(id);
  markReplied(context, interaction);
  return ok(world.messages.get(id)?.message);
}
