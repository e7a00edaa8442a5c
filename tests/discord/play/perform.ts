import type { APIMessage } from 'discord-api-types/v10';
import type { Discord } from '../../discord-standin/driver.ts';
import type { Choice, InteractionHandle } from '../../discord-standin/interaction-handle.ts';
import type { Channel } from '../../discord-standin/world.ts';
import { menuValues } from '../read-message.ts';
import { checkResponse } from './check-response.ts';
import type { Stage } from './stage.ts';
import type { Deed, Person, Target, Turn } from './turns.ts';

/** What a turn has brought about so far. */
export interface Outcome {
  /** What was said, or changed. */
  readonly said?: Pick<APIMessage, 'id'>;
  readonly interaction?: InteractionHandle;
  readonly choices?: readonly Choice[];
}

const MANAGE_MESSAGES = 1n << 13n;

/** Lets somebody do what stands in the turn, and checks what the bot does about it. */
export async function perform({ as, who, does, bot }: Turn, stage: Stage): Promise<void> {
  const outcome = await act(who, does, stage);
  const answer = await checkResponse(bot, outcome, stage);
  if (as !== undefined) stage.traces.set(as, { ...outcome, ...(answer && { answer }) });
}

async function act(who: Person, does: Deed, stage: Stage): Promise<Outcome> {
  const { discord } = stage;
  switch (does.kind) {
    case 'scene':
      await stage.change(does.scene);
      return {};
    case 'says':
      return { said: say(who, does, stage) };
    case 'edits': {
      const said = messageOf({ said: does.edits }, stage);
      discord.edit(said, withMentions(does.to, discord));
      return { said };
    }
    case 'deletes':
      discord.deleteMessage(messageOf({ said: does.deletes }, stage));
      return {};
    case 'types': {
      const options = { [does.into]: does.types };
      const name = does.of.slice(1);
      const { choices } = await discord.autocomplete({
        user: discord.user(who),
        name,
        focused: does.into,
        options,
      });
      return { choices };
    }
    default:
      return { interaction: interact(who, does, stage) };
  }
}

function interact(
  who: Person,
  does: Extract<Deed, { readonly kind: 'uses' | 'presses' | 'picks' | 'submits' | 'opens' }>,
  stage: Stage,
): InteractionHandle {
  const { discord } = stage;
  const user = discord.user(who);
  switch (does.kind) {
    case 'uses': {
      const place =
        does.in === 'a direct message' ? { guild: null } : { channel: placeOf(does.in, who, discord) };
      return discord.slash({ user, name: does.uses.slice(1), options: does.with ?? {}, ...place });
    }
    case 'presses': {
      const message = messageOf({ answer: does.under }, stage);
      const may = who === 'eve' ? { memberPermissions: MANAGE_MESSAGES } : {};
      const press = () => discord.click({ user, message, label: does.presses, ...may });
      const first = press();
      if (does.twice) stage.pressedAgain = press();
      return first;
    }
    case 'picks': {
      const message = discord.record(messageOf({ answer: does.under }, stage))?.message;
      return discord.select({ user, message, values: menuValues(message).slice(does.picks - 1, does.picks) });
    }
    case 'submits': {
      const from = stage.traces.get(does.form)?.interaction;
      if (!from) throw new Error(`Nobody opened a form in the turn '${does.form}'.`);
      return discord.modalSubmit({ user, from, values: { question: does.submits } });
    }
    case 'opens':
      return discord.messageMenu({ user, name: does.opens, target: messageOf(does.on, stage) });
  }
}

function say(
  who: Person,
  { says, in: place, replyTo, quietly, sticker }: Extract<Deed, { readonly kind: 'says' }>,
  stage: Stage,
): Pick<APIMessage, 'id'> {
  const { discord } = stage;
  const where =
    replyTo === undefined
      ? { channel: placeOf(place, who, discord) }
      : { replyTo: messageOf(replyTo, stage) };
  const { message } = discord.message({
    user: discord.user(who),
    content: withMentions(says, discord),
    ...where,
    ...(quietly && { ping: false }),
    ...(sticker && { sticker: true }),
  });
  return message;
}

function withMentions(text: string, discord: Discord): string {
  return text
    .replaceAll('@bot', `<@${discord.bot.id}>`)
    .replaceAll('@role', `<@&${discord.guild().botRoleId}>`)
    .replace(/@(ada|bob|cem|dee|eve)\b/gu, (_mention, name: string) => `<@${discord.user(name).id}>`);
}

function placeOf(place: string | undefined, who: Person, discord: Discord): Channel {
  return place === 'a direct message' ? discord.dmChannel(discord.user(who)) : discord.channel(place);
}

function messageOf(target: Target, { traces }: Stage): Pick<APIMessage, 'id'> {
  const message = 'said' in target ? traces.get(target.said)?.said : traces.get(target.answer)?.answer;
  if (!message) throw new Error(`There is no message yet for ${JSON.stringify(target)}.`);
  return message;
}
