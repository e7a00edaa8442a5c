import type { APIMessage } from 'discord-api-types/v10';
import { startInteraction } from './driver-commands.ts';
import type { PlaceDriver } from './driver-places.ts';
import type { Gateway } from './gateway.ts';
import type { InteractionHandle } from './interaction-handle.ts';
import type { JsonObject } from './json.ts';
import { numberOf, objectOf, objectsIn, stringOf } from './json.ts';
import { allComponents } from './message-components.ts';
import { userById } from './payloads.ts';
import { installOwners } from './rest-callback.ts';
import type { MessageRecord, User, World } from './world.ts';

interface OnMessage {
  readonly user: User;
  /** The message as it was given; its present state counts. */
  readonly message: Pick<APIMessage, 'id'> | undefined;
  readonly customId?: string;
  /** Send what a Discord client would not: a custom_id that is not there, or a private message's button by a stranger. */
  readonly forge?: boolean;
  /** Those of everybody by default. */
  readonly memberPermissions?: bigint;
  readonly locale?: string;
}

interface ClickCall extends OnMessage {
  /** Instead of customId. */
  readonly label?: string;
}

interface SelectCall extends OnMessage {
  /** Without a customId the message's only select is used. */
  readonly values: readonly string[];
}

interface ModalCall {
  readonly user: User;
  /** The interaction that was answered with the modal. */
  readonly from: InteractionHandle;
  /** What was typed, by custom_id. */
  readonly values: Readonly<Record<string, string>>;
  /** Those of everybody by default. */
  readonly memberPermissions?: bigint;
}

export interface ComponentDriver {
  readonly click: (call: ClickCall) => InteractionHandle;
  readonly select: (call: SelectCall) => InteractionHandle;
  readonly modalSubmit: (call: ModalCall) => InteractionHandle;
}

export function createComponentDriver(world: World, gateway: Gateway, places: PlaceDriver): ComponentDriver {
  const press = (call: OnMessage, component: JsonObject, values: JsonObject): InteractionHandle => {
    const record = recordOf(world, call);
    return startInteraction(world, gateway, {
      type: 3,
      user: call.user,
      memberPermissions: call.memberPermissions,
      locale: call.locale,
      channel: places.channel({ id: record.message.channel_id }),
      data: {
        id: numberOf(component['id']) ?? 1,
        custom_id: component['custom_id'],
        component_type: component['type'],
        ...values,
      },
      sourceMessageId: record.message.id,
      metadata: { interacted_message_id: record.message.id },
      extra: { message: record.message },
    });
  };
  return {
    click: (call) => press(call, find(world, call, { types: [2], label: call.label }), {}),
    select: (call) => {
      const component = find(world, call, { types: [3, 5, 6, 7, 8] });
      const offered = objectsIn(component['options']).map((option) => option['value']);
      const missing = call.values.find((value) => !offered.includes(value));
      if (missing !== undefined && component['type'] === 3 && !call.forge) {
        throw new Error(`The select does not offer '${missing}' but: ${offered.join(', ')}.`);
      }
      return press(call, component, { values: call.values });
    },
    modalSubmit: (call) => submitModal(world, gateway, call),
  };
}

function recordOf(world: World, { message }: OnMessage): MessageRecord {
  const record = world.messages.get(message?.id ?? '');
  if (!record)
    throw new Error(
      `There is no message ${message?.id ?? '(undefined)'} to use a component of; was it deleted?`,
    );
  return record;
}

function find(
  world: World,
  call: OnMessage,
  wanted: { types: readonly number[]; label?: string | undefined },
): JsonObject {
  const record = recordOf(world, call);
  const stranger = record.ephemeralFor !== null && record.ephemeralFor !== call.user.id;
  if (stranger && !call.forge)
    throw new Error(`${call.user.username} cannot see the private message; use forge: true.`);
  const all = allComponents(record.message.components).filter((one) =>
    wanted.types.includes(numberOf(one['type']) ?? 0),
  );
  const found = all.find((one) =>
    call.customId !== undefined
      ? one['custom_id'] === call.customId
      : wanted.label === undefined || stringOf(one['label']) === wanted.label,
  );
  if (found && (found['disabled'] !== true || call.forge) && found['custom_id'] !== undefined) return found;
  if (call.forge && call.customId !== undefined) return { type: wanted.types[0], custom_id: call.customId };
  const known = all
    .map((one) => `${stringOf(one['label']) ?? ''} (${stringOf(one['custom_id']) ?? 'link'})`)
    .join('; ');
  const name = wanted.label ?? call.customId ?? '';
  throw new Error(`The message has no usable component '${name}'; there are: ${known || 'none'}.`);
}

/** A modal comes back with the structure that it was sent with. */
function submitModal(world: World, gateway: Gateway, call: ModalCall): InteractionHandle {
  const opener = world.interactions.get(call.from.token);
  const modal = call.from.modal;
  const channel = world.channels.get(opener?.channelId ?? '');
  if (!modal || !opener || !channel) throw new Error('That interaction was not answered with a modal.');
  const source = world.messages.get(opener.sourceMessageId ?? '')?.message;
  let nextId = 1;
  const filled = (raw: JsonObject): JsonObject => {
    const customId = stringOf(raw['custom_id']);
    const id = nextId++;
    if (customId !== undefined)
      return { type: raw['type'], id, custom_id: customId, value: call.values[customId] ?? '' };
    const component = raw['component'] ? { component: filled(objectOf(raw['component'])) } : {};
    const components = raw['components'] ? { components: objectsIn(raw['components']).map(filled) } : {};
    return { type: raw['type'], id, ...component, ...components };
  };
  const triggering = {
    id: opener.id,
    type: opener.type,
    user: userById(world, opener.userId),
    authorizing_integration_owners: installOwners(world, opener.guildId, opener.userId),
    ...opener.metadata,
  };
  return startInteraction(world, gateway, {
    type: 5,
    user: call.user,
    memberPermissions: call.memberPermissions,
    channel,
    data: { custom_id: modal['custom_id'], components: objectsIn(modal['components']).map(filled) },
    sourceMessageId: source?.id ?? null,
    metadata: { triggering_interaction_metadata: triggering },
    extra: source ? { message: source } : {},
  });
}
