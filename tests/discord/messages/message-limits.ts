import { expect } from 'vitest';
import type { MessageBody } from '../../../src/discord/messages/message-body.ts';
import { checkMessage, Flag } from '../../discord-standin/extra-rules.ts';
import { objectOf } from '../../discord-standin/json.ts';
import { loadApiSchemas } from '../../discord-standin/load-api-schemas.ts';
import { checkSchema } from '../../discord-standin/validate-request.ts';

const SCHEMAS = await loadApiSchemas();
const EVERY_FLAG = Flag.ephemeral | Flag.componentsV2;

/**
 * Discord's published types, and its documented limits counted in UTF-16 units, which is never less than what
 * Discord counts: as a message, as the answer to an interaction, and as an edit.
 */
export function expectWithinLimits(body: MessageBody): void {
  expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  const sent = objectOf(JSON.parse(JSON.stringify(body)));
  const rules = checkMessage({ body: sent, edit: false, flags: EVERY_FLAG, files: 0 });
  expect(rules).toEqual([]);
  for (const [schema, value] of [
    ['MessageCreateRequestSchema', sent],
    ['IncomingWebhookUpdateRequestPartialSchema', sent],
    ['CreateMessageInteractionCallbackRequestSchema', { type: 4, data: sent }],
  ] as const)
    expect(checkSchema(SCHEMAS, schema, value)).toEqual([]);
}
