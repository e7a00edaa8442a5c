import type { ClientOptions, Interaction } from 'discord.js';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContextMenuCommandBuilder,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Discord } from './driver.ts';

export const TOKEN = 'test-token';
const quiet = { parse: [] as const };

const smallCommands = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Asks.')
    .addStringOption((option) =>
      option.setName('question').setDescription('What?').setRequired(true).setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName('private').setDescription('For you alone?')),
  new ContextMenuCommandBuilder().setName('Find a source').setType(ApplicationCommandType.Message),
].map((builder) => builder.toJSON());

/** The least that a bot does, to try the stand-in with: it echoes, with a button, a select and a modal. */
export async function startSmallBot(
  discord: Discord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: discord.apiBase, retries: 3 },
    ...options,
  });
  client.on(Events.Error, () => undefined);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction).catch(() => undefined));
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || !message.mentions.has(client.user ?? '0')) return;
    void message.reply({ content: `> ${message.content}` }).catch(() => undefined);
  });
  await client.login(TOKEN);
  await discord.waitForReady();
  await client.application?.commands.set(smallCommands);
  return client as Client<true>;
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'x' }]);
  } else if (interaction.isChatInputCommand()) {
    const hidden = interaction.options.getBoolean('private') ?? false;
    await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
    await interaction.editReply({
      content: interaction.options.getString('question', true),
      components: rows(),
    });
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({
      content: interaction.targetMessage.content,
      flags: MessageFlags.Ephemeral,
      withResponse: true,
    });
  } else if (interaction.isButton()) {
    await pressed(interaction.customId, interaction);
  } else if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    await interaction.editReply({ content: `picked ${interaction.values.join()}` });
    await interaction.followUp({
      content: 'and more',
      flags: MessageFlags.Ephemeral,
      allowedMentions: quiet,
    });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: `typed ${interaction.fields.getTextInputValue('text')}` });
  }
}

async function pressed(customId: string, interaction: Interaction): Promise<void> {
  if (!interaction.isButton()) return;
  if (customId === 'modal') {
    const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short);
    const label = new LabelBuilder().setLabel('Text').setTextInputComponent(input);
    await interaction.showModal(
      new ModalBuilder().setCustomId('m').setTitle('Type').addLabelComponents(label),
    );
  } else {
    await interaction.update({ content: 'updated', components: [] });
  }
}

function rows(): (ActionRowBuilder<ButtonBuilder> | ActionRowBuilder<StringSelectMenuBuilder>)[] {
  const button = (id: string): ButtonBuilder =>
    new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary);
  const select = new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'One', value: '1' });
  return [
    new ActionRowBuilder<ButtonBuilder>().addComponents(button('update'), button('modal')),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
  ];
}
