import { EVERYONE } from '../domain/audience.ts';
import type { Audience } from '../domain/audience.ts';

/** Where somebody asks; without a server in direct messages. */
export interface AskedFrom {
  /** Only of a server that the bot is a member of. */
  readonly serverId?: string | undefined;
  readonly userId: string;
}

/** Who is answered there. */
export type AudienceOf = (place: AskedFrom) => Promise<Audience>;

export const audienceOf: AudienceOf = ({ serverId }) =>
  Promise.resolve(serverId === undefined ? EVERYONE : { servers: [serverId] });
