import { MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { Layout } from '../../domain/layout.ts';

/** The layout that a message has; an edit cannot take Components V2 away again. */
export function layoutOf(message: Pick<APIMessage, 'flags'> | undefined): Layout {
  return ((message?.flags ?? 0) & MessageFlags.IsComponentsV2) === 0 ? 'embeds' : 'components';
}
