import type { Library } from '../domain/library.ts';
import type { MessageView } from './messages/message-view.ts';
import type { ServerSettings } from '../domain/server-settings.ts';

/** The library with an answer as sure as the server wants it. */
export function withSettings(library: Library, { strictness }: ServerSettings): Library {
  if (strictness === undefined) return library;
  return { ...library, ask: (question, options) => library.ask(question, { strictness, ...options }) };
}

/** Where something is said: a thread counts as its channel, too. */
export interface ChannelPlace {
  readonly id: string;
  readonly parentId?: string | undefined;
}

/** Whether everybody may see answers there; where not, commands are answered in private, and messages not at all. */
export function mayAnswerIn({ answerIn: { mode, channels } }: ServerSettings, place: ChannelPlace): boolean {
  if (mode === 'all') return true;
  return isOneOf(channels, place) === (mode === 'only');
}

/** Whether the bot listens there for questions that are not asked of it. */
export function speaksUnasked({ speaksIn }: ServerSettings, place: ChannelPlace): boolean {
  return isOneOf(speaksIn, place);
}

function isOneOf(channels: readonly string[], { id, parentId }: ChannelPlace): boolean {
  return channels.includes(id) || (parentId !== undefined && channels.includes(parentId));
}

/** The view as the server wants its messages laid out. */
export function inLayout(view: MessageView, { layout }: ServerSettings): MessageView {
  return layout === undefined ? view : { ...view, layout };
}
