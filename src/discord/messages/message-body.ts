import type { MessageFlags } from 'discord-api-types/v10';
import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  RESTAPIAttachment,
} from 'discord-api-types/v10';

/** What Discord's REST API takes for a message, a reply to an interaction, or an edit of either. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
  readonly flags?: MessageFlags;
  /** Ids are places in the list of files that goes with the request. */
  readonly attachments?: RESTAPIAttachment[];
}

/** Discord: characters that one message takes; `together`: over all texts of Components V2. */
export const LIMITS = {
  content: 2000,
  title: 256,
  description: 4096,
  footer: 2048,
  together: 4000,
} as const;

/** Stripe colours. They are never the only sign: the words say it too. */
export const COLOURS = { strong: 0x3ba55d, weak: 0xe8a33d, silent: 0x80848e, neutral: 0x5865f2 } as const;

/** Nobody is pinged, not even the person who is answered. */
export const NO_PINGS: APIAllowedMentions = { parse: [], replied_user: false };
