import { ComponentType } from 'discord-api-types/v10';
import type { APIModalSubmitInteraction } from 'discord-api-types/v10';

/** What was typed into the field with that custom_id of a form. */
export function typedIn({ data }: APIModalSubmitInteraction, field: string): string {
  const values = data.components.flatMap((part) =>
    part.type === ComponentType.Label &&
    part.component.type === ComponentType.TextInput &&
    part.component.custom_id === field
      ? [part.component.value]
      : [],
  );
  return values.join(' ').trim();
}
