/** An id of Discord's, as of a server, a channel or a role: 64 bits of which the first are the time since 2015. */
export const DISCORD_ID = /^\d{17,20}$/;
