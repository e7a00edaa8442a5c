import { exportPerson, forgetPerson, forgetServer } from '../../../conversation/personal-data.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { managesServer } from '../manages-server.ts';
import { PRIVACY_COMMAND } from './command.ts';
import { PRIVACY, renderConfirmation, renderExport, renderPrivacy } from './render-privacy.ts';

/** What is kept of people and servers: said, shown to them, and deleted by them. */
export const privacy: Feature = {
  name: PRIVACY,
  commands: [PRIVACY_COMMAND.name],
  onCommand(_, desk) {
    const facts = { keptDays: desk.context.keptDays, isManager: managedServer(desk) !== undefined };
    return Promise.resolve(sendPrivately(renderPrivacy(desk.voices.asker, facts)));
  },
  onComponent: (rest, _, desk) => press(rest, desk),
};

async function press(rest: string, desk: FeatureDesk): Promise<Plan> {
  const words = desk.voices.asker;
  const { guard } = desk.context;
  switch (rest) {
    case 'show':
      return { kind: 'later', private: true, work: () => show(desk) };
    case 'ask-mine':
      return sendPrivately(renderConfirmation(words, 'mine'));
    case 'ask-server':
      return sendPrivately(
        managedServer(desk) ? renderConfirmation(words, 'server') : word(words, 'settings.notAllowed'),
      );
    case 'delete-mine':
      return said(desk, (await forgetPerson(guard, desk.userId)) ? 'privacy.done' : 'privacy.notDeleted');
    case 'delete-server': {
      const serverId = managedServer(desk);
      if (serverId === undefined) return sendPrivately(word(words, 'settings.notAllowed'));
      const isDone = await forgetServer(guard, serverId);
      // The index has to be made anew for it: nobody waits for that.
      if (isDone) void desk.context.removeArticles(serverId);
      return said(desk, isDone ? 'privacy.serverDone' : 'privacy.notDeleted');
    }
    case 'keep':
      return said(desk, 'privacy.kept');
    default:
      return sendPrivately(word(words, 'discord.anotherVersion'));
  }
}

/** The server there, for those who manage it. */
function managedServer(desk: FeatureDesk): string | undefined {
  return managesServer(desk) ? desk.serverId : undefined;
}

/** In place of the question that was asked. */
function said({ voices }: FeatureDesk, key: PlainWordKey): Plan {
  return { kind: 'update', body: word(voices.asker, key) };
}

async function show({ voices, context, userId }: FeatureDesk) {
  const data = await exportPerson(context.guard, userId);
  return data ? renderExport(voices.asker, data) : word(voices.asker, 'privacy.unreadable');
}
