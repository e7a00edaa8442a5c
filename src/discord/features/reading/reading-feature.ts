import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Reading } from '../../../domain/reading.ts';
import { wallAt } from '../../../study/reading/next-moment.ts';
import { writeTime } from '../../../study/reading/read-time.ts';
import { suggestZones } from '../../../study/reading/time-zones.ts';
import { focusedOption, planAutocomplete } from '../../commands/plan-autocomplete.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { planQuizOn } from '../quiz/begin-quiz.ts';
import { readSubcommand } from '../read-subcommand.ts';
import { planAsking, planQuestion } from './ask-about-reading.ts';
import { planBegin } from './begin-reading.ts';
import { READ_COMMAND } from './command.ts';
import { placeOf, planGoOn, planLead, planRead } from './lead-reading.ts';
import { READING_FEATURE, readReadingPress } from './reading-ids.ts';
import type { ReadingPress } from './reading-ids.ts';
import { renderStatus } from './render-reading.ts';

/** Questions of the quiz after the last portion. */
const QUIZ_ROUNDS = 5;
/** Discord: choices shown. */
const CHOICES = 25;
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Reading an article together: some paragraphs a day, in a thread. */
export const readingFeature: Feature = {
  name: READING_FEATURE,
  commands: [READ_COMMAND.name],
  async onCommand(interaction, desk) {
    const asked = readSubcommand(interaction);
    if (asked?.name === 'start') return planBegin(interaction, asked, desk);
    const reading = await readingHere(desk);
    if (reading === 'failed') return sendPrivately(word(desk.voices.asker, 'reading.unseen'));
    switch (asked?.name) {
      case 'status':
        return planStatus(reading, desk);
      case 'pause':
      case 'resume':
      case 'stop':
        return planLead(asked.name, reading, desk);
      default:
        return sendPrivately(word(desk.voices.asker, 'discord.unknownCommand'));
    }
  },
  async onComponent(rest, interaction, desk) {
    const press = readReadingPress(rest);
    const reading = press && (await readingOf(press, desk));
    if (reading === 'failed') return sendPrivately(word(desk.voices.asker, 'reading.unseen'));
    if (!press || !reading) return sendPrivately(word(desk.voices.asker, 'reading.forgotten'));
    return planPress(press, interaction, reading, desk);
  },
  async onForm(rest, interaction, desk) {
    const press = readReadingPress(rest);
    const reading = press && (await readingOf(press, desk));
    if (reading === 'failed') return sendPrivately(word(desk.voices.asker, 'reading.unseen'));
    if (press?.act !== 'asked' || !reading)
      return sendPrivately(word(desk.voices.asker, 'reading.forgotten'));
    return planQuestion(interaction, reading, desk);
  },
  onChoices(interaction, { library, context }) {
    const option = focusedOption(interaction);
    if (option?.name !== 'zone') return Promise.resolve(planAutocomplete(interaction, library));
    const now = context.time.now();
    return Promise.resolve(
      suggestZones(option.value, CHOICES).map((zone) => ({
        name: `${zone} · ${clockIn(zone, now)}`,
        value: zone,
      })),
    );
  },
};

/** What the clock shows there now, by which people know their own. */
function clockIn(zone: string, now: number): string {
  return writeTime(Math.floor(wallAt(now, zone) / MINUTE) % DAY_MINUTES);
}

/** The reading of that channel, if the button is one of its own. */
async function readingOf(
  { readingId }: ReadingPress,
  desk: FeatureDesk,
): Promise<Reading | 'failed' | undefined> {
  const reading = await readingHere(desk);
  return reading === 'failed' || reading?.id === readingId ? reading : undefined;
}

/** Nothing where the bot is no member any more. */
async function readingHere({
  context,
  channelId,
  serverId,
}: FeatureDesk): Promise<Reading | 'failed' | undefined> {
  const reading = await context.readings.find(channelId);
  return reading === 'failed' || reading?.serverId === serverId ? reading : undefined;
}

async function planPress(
  press: ReadingPress,
  interaction: APIMessageComponentInteraction,
  reading: Reading,
  desk: FeatureDesk,
): Promise<Plan> {
  switch (press.act) {
    case 'read':
      return planRead(press.portion, reading, desk);
    case 'quiet':
    case 'paused':
      return planGoOn(reading, desk);
    case 'ask':
      return planAsking(reading, desk);
    case 'status':
      await desk.context.readings.stir(placeOf(reading));
      return planStatus(reading, desk);
    case 'quiz': {
      const article = desk.library.article(reading.articleId);
      if (!article) return sendPrivately(word(desk.voices.asker, 'reading.articleGone'));
      return planQuizOn(interaction, article, QUIZ_ROUNDS, desk);
    }
    case 'asked':
      return sendPrivately(word(desk.voices.asker, 'reading.forgotten'));
  }
}

async function planStatus(
  reading: Reading | undefined,
  { voices, library, context }: FeatureDesk,
): Promise<Plan> {
  if (!reading) return sendPrivately(word(voices.asker, 'reading.none'));
  const posted = reading.portions.filter(({ messageId }) => messageId !== '').length;
  const readers = posted === 0 ? undefined : await context.readings.readers(reading.id, posted);
  return sendPrivately(renderStatus(voices.asker, reading, { library, readers }));
}
