/** How messages are laid out: Discord's Components V2, or the older embeds. */
export const LAYOUTS = ['components', 'embeds'] as const;
export type Layout = (typeof LAYOUTS)[number];
