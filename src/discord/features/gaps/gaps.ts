import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { reportGaps, seenOf } from '../../../conversation/report-gaps.ts';
import type { Gap } from '../../../domain/gap.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { GAPS } from '../../gaps-in.ts';
import { word } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { managesServer } from '../manages-server.ts';
import { GAPS_COMMAND } from './command.ts';
import { renderGapExport } from './export-gaps.ts';
import { renderGaps } from './render-gaps.ts';
import { waitForAnswer } from './wait-for-answer.ts';

const DAY = 24 * 60 * 60 * 1000;

/** `/gaps`: what is asked and not answered, for those who manage the server; and who wants to be told. */
export const gaps: Feature = {
  name: GAPS,
  commands: [GAPS_COMMAND.name],
  onCommand: (_, desk) =>
    forManagers(desk, () =>
      Promise.resolve({ kind: 'later', private: true, work: () => showPage(desk, { page: 0 }) }),
    ),
  onComponent(rest, interaction, desk) {
    if (rest === 'tell') return waitForAnswer(interaction.message.id, desk);
    return forManagers(desk, (serverId) => press(rest, interaction, { ...desk, serverId }));
  },
};

type ServerDesk = FeatureDesk & { readonly serverId: string };

/** Asked at every press: who lost the right keeps the message. */
async function forManagers(desk: FeatureDesk, act: (serverId: string) => Promise<Plan>): Promise<Plan> {
  if (desk.serverId === undefined || !managesServer(desk))
    return sendPrivately(word(desk.voices.asker, 'settings.notAllowed'));
  return act(desk.serverId);
}

async function press(
  rest: string,
  { data }: APIMessageComponentInteraction,
  desk: ServerDesk,
): Promise<Plan> {
  const words = desk.voices.asker;
  const [action, number = ''] = rest.split('.');
  const page = /^\d{1,4}$/u.test(number) ? Number(number) : 0;
  switch (action) {
    case 'page':
      return { kind: 'update', body: await showPage(desk, { page }) };
    case 'dismiss': {
      const [chosen = ''] = 'values' in data ? data.values : [];
      const count = await dismiss(chosen, desk);
      const notice = count === undefined ? words('gaps.notDismissed') : words('gaps.dismissed', { count });
      return { kind: 'update', body: await showPage(desk, { page, notices: [notice] }) };
    }
    case 'add':
      return sendPrivately(word(words, 'gaps.howToAdd'));
    case 'export':
      return { kind: 'later', private: true, work: () => exportAll(desk) };
    default:
      return sendPrivately(word(words, 'discord.anotherVersion'));
  }
}

async function showPage(
  desk: FeatureDesk,
  shown: { readonly page: number; readonly notices?: readonly string[] },
): Promise<MessageView> {
  const words = desk.voices.asker;
  const kept = await listGaps(desk);
  if (!kept) return word(words, 'gaps.unreadable');
  const days = desk.context.keptDays.gaps;
  const notices = [...(shown.notices ?? []), ...(desk.settings.gapReports ? [] : [words('gaps.off')])];
  return renderGaps(words, groupsOf(kept, desk), desk.library, { ...shown, notices, days });
}

async function exportAll(desk: FeatureDesk): Promise<MessageView> {
  const words = desk.voices.asker;
  const kept = await listGaps(desk);
  return kept ? renderGapExport(words, groupsOf(kept, desk), desk.library) : word(words, 'gaps.unreadable');
}

/** @returns how many questions; undefined when it was not kept */
async function dismiss(value: string, desk: ServerDesk): Promise<number | undefined> {
  const match = /^([^.]{1,40})\.(\d{1,15})$/u.exec(value);
  const kept = await listGaps(desk);
  if (!kept) return undefined;
  const group = groupsOf(kept, desk).find(({ ids }) => match?.[1] !== undefined && ids.includes(match[1]));
  const seen = Number(match?.[2]);
  if (!group || !(seen <= 8.64e15)) return 0;
  const ids = seenOf(kept, group.ids, new Date(seen).toISOString());
  const author = { by: desk.userId, at: new Date().toISOString() };
  return desk.context.guard.write((store) => store.gaps.dismiss(desk.serverId, ids, author), undefined);
}

function listGaps({ serverId = '', context }: FeatureDesk): Promise<readonly Gap[] | undefined> {
  const since = new Date(Date.now() - context.keptDays.gaps * DAY).toISOString();
  return context.guard.read((store) => store.gaps.list(serverId, since), undefined);
}

function groupsOf(kept: readonly Gap[], { settings }: FeatureDesk) {
  return reportGaps(kept, { now: new Date(), showsWording: settings.gapWording });
}
