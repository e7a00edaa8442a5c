import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
  APIComponentInMessageActionRow,
} from 'discord-api-types/v10';
import { encodeCustomId } from './custom-id.ts';
import type { ButtonView, MenuView } from './message-view.ts';

/** Discord: buttons in one row. */
const ROW = 5;

/** A line of buttons, or a menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export function serialiseButton(
  view: ButtonView,
): APIButtonComponentWithCustomId | APIButtonComponentWithURL {
  if ('url' in view)
    return { type: ComponentType.Button, style: ButtonStyle.Link, label: view.label, url: view.url };
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: view.label,
    custom_id: encodeCustomId(view.id),
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

export function serialiseMenu(menu: MenuView | undefined): readonly Row[] {
  if (!menu || menu.options.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: encodeCustomId(menu.id),
          placeholder: menu.placeholder,
          options: [...menu.options],
        },
      ],
    },
  ];
}
