/** Global commands, or those of one server. */
export type CommandScope = 'global' | 'guild';

/** All of a command, an option and a choice that can be sent, in one order; what Discord adds of its own is not in it. */
const SENT = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'value',
  'default_member_permissions',
  'nsfw',
  'required',
  'autocomplete',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'choices',
  'options',
] as const;

/** Only global commands have them. */
const GLOBAL_ONLY = ['integration_types', 'contexts'] as const;

/** Whether Discord has commands just as they are sent, whatever ids, versions and defaults it adds. */
export function sameCommands(
  sent: readonly object[],
  registered: readonly unknown[],
  scope: CommandScope,
): boolean {
  const formOf = (commands: readonly unknown[]): readonly string[] =>
    commands.map((command) => JSON.stringify(normalise({ type: 1, ...objectOf(command) }, scope))).sort();
  return JSON.stringify(formOf(sent)) === JSON.stringify(formOf(registered));
}

/** A command, an option or a choice without what is absent or Discord's default. */
function normalise(part: object, scope: CommandScope): object {
  const keys = scope === 'global' ? [...SENT, ...GLOBAL_ONLY] : SENT;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value: unknown = Reflect.get(part, key);
      return isDefault(value) ? [] : [[key, normaliseField(key, value, scope)]];
    }),
  );
}

function normaliseField(key: string, value: unknown, scope: CommandScope): unknown {
  // Discord gives permissions back as a string, however they came.
  if (key === 'default_member_permissions') return String(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    // What a user sees has an order; sets of numbers have none.
    if (key !== 'options' && key !== 'choices') return items.map(String).sort();
    return items.map((item) => normalise(objectOf(item), scope));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, text]) => !isDefault(text))
      .sort(([left], [right]) => (left < right ? -1 : 1));
  return value;
}

/** A 0 is none: it is a least value, or what a choice stands for. */
function isDefault(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
