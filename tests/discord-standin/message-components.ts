import type { JsonObject } from './json.ts';
import { numberOf, objectOf, objectsIn, withoutNulls } from './json.ts';

/** Every component of a message, outer before inner, in reading order. */
export function allComponents(components: unknown): readonly JsonObject[] {
  return objectsIn(components).flatMap((component) => [
    component,
    ...allComponents(component['components']),
    ...allComponents([component['accessory'], component['component']]),
  ]);
}

/** Components as Discord gives them back: numbered, defaults filled in, empty members left out. */
export function normalizeComponents(components: unknown): readonly JsonObject[] {
  let next = 1;
  const normalize = (raw: JsonObject): JsonObject => {
    const component = withoutNulls(raw);
    const id = numberOf(component['id']) ?? next++;
    const inner = Array.isArray(component['components'])
      ? { components: objectsIn(component['components']).map(normalize) }
      : {};
    const accessory = component['accessory']
      ? { accessory: normalize(objectOf(component['accessory'])) }
      : {};
    return { ...component, ...defaultsOf(component), ...inner, ...accessory, id };
  };
  return objectsIn(components).map(normalize);
}

function defaultsOf(component: JsonObject): JsonObject {
  switch (component['type']) {
    case 2:
      return component['emoji'] ? { emoji: withoutNulls(objectOf(component['emoji'])) } : {};
    case 3:
      return {
        min_values: component['min_values'] ?? 1,
        max_values: component['max_values'] ?? 1,
        options: objectsIn(component['options']).map(normalizeOption),
      };
    case 11:
      return {
        media: normalizeMedia(component['media']),
        description: component['description'] ?? null,
        spoiler: component['spoiler'] ?? false,
      };
    case 12:
      return {
        items: objectsIn(component['items']).map((item) => ({
          media: normalizeMedia(item['media']),
          description: item['description'] ?? null,
          spoiler: item['spoiler'] ?? false,
        })),
      };
    case 14:
      return { spacing: component['spacing'] ?? 1, divider: component['divider'] ?? true };
    case 17:
      return { accent_color: component['accent_color'] ?? null, spoiler: component['spoiler'] ?? false };
    default:
      return {};
  }
}

function normalizeOption(raw: JsonObject): JsonObject {
  const option = withoutNulls(raw);
  return option['emoji'] ? { ...option, emoji: withoutNulls(objectOf(option['emoji'])) } : option;
}

function normalizeMedia(media: unknown): JsonObject {
  const url = objectOf(media)['url'] ?? '';
  return { id: '1', url, proxy_url: url };
}

/** Embeds as Discord gives them back. */
export function normalizeEmbeds(embeds: unknown): readonly JsonObject[] {
  return objectsIn(embeds).map((raw) => ({
    ...withoutNulls(raw),
    type: 'rich',
    ...(Array.isArray(raw['fields'])
      ? {
          fields: objectsIn(raw['fields']).map((field) => ({
            name: field['name'],
            value: field['value'],
            inline: field['inline'] ?? false,
          })),
        }
      : {}),
    ...Object.fromEntries(
      ['footer', 'author', 'image', 'thumbnail', 'provider', 'video']
        .filter((name) => raw[name] !== undefined && raw[name] !== null)
        .map((name) => [name, withoutNulls(objectOf(raw[name]))]),
    ),
  }));
}
