/** How messages are laid out: Discord's Components V2, or the older embeds. */
export const LAYOUTS = ['components', 'embeds'] as const;
/** `components`: Discord's containers and text displays; `embeds`: the older form, for clients that lack them. */
export type Layout = (typeof LAYOUTS)[number];
