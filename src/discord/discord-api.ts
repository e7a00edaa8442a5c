/** Discord's own API, without the version; DISCORD_API_BASE names another, such as a double in tests. */
export const DISCORD_API = 'https://discord.com/api';

/** The version that everything here is written for. */
export const API_VERSION = '10';
