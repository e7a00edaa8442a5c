import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
  APIComponentInMessageActionRow,
  APISelectMenuComponent,
} from 'discord-api-types/v10';
import { encodeCustomId } from './custom-id.ts';
import type {
  ButtonTone,
  ButtonView,
  ControlId,
  MenuView,
  PlaceMenuView,
  TextMenuView,
} from './message-view.ts';

/** Discord: buttons in one row. */
const ROW = 5;

/** A line of buttons, or a menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const satisfies Record<ButtonTone | 'plain', ButtonStyle>;

/** Where people write to each other. */
const TEXT_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

export function serialiseButton(
  view: ButtonView,
): APIButtonComponentWithCustomId | APIButtonComponentWithURL {
  if ('url' in view)
    return { type: ComponentType.Button, style: ButtonStyle.Link, label: view.label, url: view.url };
  return {
    type: ComponentType.Button,
    style: STYLES[view.style ?? 'plain'],
    label: view.label,
    custom_id: encodeControlId(view.id),
    ...(view.disabled === true && { disabled: true }),
  };
}

/** As many rows as they need; none without any, because Discord refuses an empty row. */
export function serialiseButtons(views: readonly ButtonView[]): readonly Row[] {
  const buttons = views.map(serialiseButton);
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * ROW, (row + 1) * ROW),
  }));
}

/** A row each; a menu without options is left out. */
export function serialiseMenus(menus: readonly MenuView[]): readonly Row[] {
  return menus
    .filter((menu) => 'of' in menu || menu.options.length > 0)
    .map((menu) => ({
      type: ComponentType.ActionRow,
      components: ['of' in menu ? placeMenu(menu) : textMenu(menu)],
    }));
}

function textMenu({ id, placeholder, options, choose }: TextMenuView): APISelectMenuComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeControlId(id),
    placeholder,
    ...limitsOf(choose),
    options: options.map(({ isChosen, ...option }) => ({
      ...option,
      ...(isChosen === true && { default: true }),
    })),
  };
}

function placeMenu({ id, placeholder, choose, chosen, of }: PlaceMenuView): APISelectMenuComponent {
  const frame = { custom_id: encodeControlId(id), placeholder, ...limitsOf(choose) };
  if (of === 'roles') {
    const type = SelectMenuDefaultValueType.Role;
    return {
      ...frame,
      type: ComponentType.RoleSelect,
      ...(chosen.length > 0 && { default_values: chosen.map((role) => ({ id: role, type })) }),
    };
  }
  const type = SelectMenuDefaultValueType.Channel;
  return {
    ...frame,
    type: ComponentType.ChannelSelect,
    channel_types: [...TEXT_CHANNELS],
    ...(chosen.length > 0 && { default_values: chosen.map((channel) => ({ id: channel, type })) }),
  };
}

function limitsOf(choose: MenuView['choose']): { min_values?: number; max_values?: number } {
  return choose ? { min_values: choose.least, max_values: choose.most } : {};
}

function encodeControlId(id: ControlId): string {
  return 'custom' in id ? id.custom : encodeCustomId(id);
}
