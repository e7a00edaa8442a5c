import type { JsonObject } from './json.ts';
import { isObject, numberOf, objectOf, objectsIn, stringOf } from './json.ts';
import { allComponents } from './message-components.ts';

export const Flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export interface RuleProblem {
  readonly path: string;
  readonly message: string;
  /** True: Discord would take it, but this project does not want it; recorded, not refused. */
  readonly allowedByDiscord?: boolean;
}

export interface MessageBody {
  readonly body: JsonObject;
  /** An edit changes only what it names; the rest stays as in `existing`. */
  readonly edit: boolean;
  readonly existing?: JsonObject | undefined;
  /** The flags that this route takes. */
  readonly flags: number;
  readonly files: number;
}

/** What Discord (or this project) refuses in a message and discord-api-spec's schemas let through. */
export function checkMessage(message: MessageBody): readonly RuleProblem[] {
  const flags = numberOf(message.body['flags']) ?? 0;
  const before = numberOf(message.existing?.['flags']) ?? 0;
  const v2 = ((flags | before) & Flag.componentsV2) !== 0;
  const components = message.body['components'];
  return [
    ...checkFlags(flags & ~message.flags),
    ...checkContent(message),
    ...checkEmbeds(message.body['embeds']),
    ...(v2 ? checkComponentsV2(message.body, message.existing ?? {}) : checkRows(components)),
    ...checkEachComponent(allComponents(components)),
    ...checkAllowedMentions(message),
  ];
}

function checkFlags(notTaken: number): readonly RuleProblem[] {
  if (notTaken === 0) return [];
  return [{ path: 'flags', message: `flags ${notTaken} cannot be set by this request` }];
}

/** Discord: content is at most 2000 characters; a message needs content, an embed, components, a poll or a file. */
function checkContent({ body, existing, edit, files }: MessageBody): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  if ((stringOf(body['content'])?.length ?? 0) > 2000) {
    problems.push({ path: 'content', message: 'content is longer than 2000 characters' });
  }
  const after = edit ? { ...existing, ...definedMembers(body) } : body;
  const hasContent = (stringOf(after['content']) ?? '').trim() !== '';
  const lists = ['embeds', 'components', 'sticker_ids', 'attachments'];
  const hasList = lists.some((name) => Array.isArray(after[name]) && after[name].length > 0);
  if (!hasContent && !hasList && !isObject(after['poll']) && files === 0) {
    problems.push({ path: '', message: 'the message is empty' });
  }
  return problems;
}

function definedMembers(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Discord: 6000 characters over all embeds of a message. */
function checkEmbeds(embeds: unknown): readonly RuleProblem[] {
  const list = objectsIn(embeds);
  const total = list.map(embedLength).reduce((sum, length) => sum + length, 0);
  const problems: RuleProblem[] =
    total > 6000 ? [{ path: 'embeds', message: `the embeds have ${total} characters, more than 6000` }] : [];
  list.forEach((embed, index) => {
    const shown = ['title', 'description', 'fields', 'image', 'thumbnail', 'author', 'footer'];
    if (!shown.some((name) => embed[name]))
      problems.push({ path: `embeds.${index}`, message: 'the embed is empty' });
    objectsIn(embed['fields']).forEach((field, at) => {
      if (field['name'] && field['value']) return;
      problems.push({ path: `embeds.${index}.fields.${at}`, message: 'a field needs a name and a value' });
    });
  });
  return problems;
}

function embedLength(embed: JsonObject): number {
  const fields = objectsIn(embed['fields']).flatMap((field) => [field['name'], field['value']]);
  const footer = objectOf(embed['footer'])['text'];
  const author = objectOf(embed['author'])['name'];
  return [embed['title'], embed['description'], footer, author, ...fields]
    .map((text) => stringOf(text)?.length ?? 0)
    .reduce((sum, length) => sum + length, 0);
}

/** Discord: without Components V2 a message has at most 5 action rows, and nothing else on its top level. */
function checkRows(components: unknown): readonly RuleProblem[] {
  const top = objectsIn(components);
  const problems: RuleProblem[] =
    top.length > 5 ? [{ path: 'components', message: `${top.length} rows, more than 5` }] : [];
  if (top.some((component) => component['type'] !== 1)) {
    problems.push({
      path: 'components',
      message: 'only action rows are allowed without the Components V2 flag',
    });
  }
  return problems;
}

/** Discord: with Components V2 40 components and 4000 characters over all, and no content or embeds beside it. */
function checkComponentsV2(body: JsonObject, existing: JsonObject): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const all = allComponents(body['components']);
  if (all.length > 40)
    problems.push({ path: 'components', message: `${all.length} components, more than 40` });
  const text = all.filter((component) => component['type'] === 10);
  const total = text.reduce((sum, component) => sum + (stringOf(component['content'])?.length ?? 0), 0);
  if (total > 4000) {
    problems.push({ path: 'components', message: `the texts have ${total} characters, more than 4000` });
  }
  const after = { content: existing['content'], embeds: existing['embeds'], ...definedMembers(body) };
  if (after.content) problems.push({ path: 'content', message: 'content cannot stand beside Components V2' });
  if (objectsIn(after.embeds).length > 0) {
    problems.push({ path: 'embeds', message: 'embeds cannot stand beside Components V2' });
  }
  return problems;
}

const selectTypes = [3, 5, 6, 7, 8];

function checkEachComponent(all: readonly JsonObject[]): readonly RuleProblem[] {
  const ids = all.map((component) => stringOf(component['custom_id'])).filter((id) => id !== undefined);
  const doubles = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...doubles.map((id) => ({ path: 'components', message: `duplicate custom_id '${id}'` })),
    ...all.filter((component) => component['type'] === 1).flatMap(checkRow),
    ...all.filter((component) => component['type'] === 2).flatMap(checkButton),
    ...all.filter((component) => component['type'] === 3).flatMap(checkSelect),
    ...all.flatMap(checkCustomId),
  ];
}

/** Discord: a row holds up to 5 buttons, or one select. */
function checkRow(row: JsonObject): readonly RuleProblem[] {
  const inner = objectsIn(row['components']);
  const selects = inner.filter((component) => selectTypes.includes(numberOf(component['type']) ?? 0));
  if (inner.length <= 5 && (selects.length === 0 || inner.length === 1)) return [];
  return [{ path: 'components', message: 'a row holds up to 5 buttons or a single select' }];
}

/** Discord: label at most 80; a link button has a URL of at most 512 and no custom_id, any other the reverse. */
function checkButton(button: JsonObject): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const add = (message: string): number => problems.push({ path: 'components', message });
  const url = stringOf(button['url']);
  const name = stringOf(button['label']) ?? stringOf(button['custom_id']) ?? '';
  if (button['style'] === 5) {
    if (!url) add(`link button '${name}' has no url`);
    if (url && !/^(https?|discord):\/\//u.test(url))
      add(`link button '${name}' has a url that is not http(s)`);
    if (button['custom_id']) add(`link button '${name}' has a custom_id`);
  } else if (button['style'] !== 6) {
    if (!button['custom_id']) add(`button '${name}' has no custom_id`);
    if (url) add(`button '${name}' has a url but is no link button`);
  }
  if ((url?.length ?? 0) > 512) add(`the url of button '${name}' is longer than 512 characters`);
  if ((stringOf(button['label'])?.length ?? 0) > 80)
    add(`the label of button '${name}' is longer than 80 characters`);
  if (!button['label'] && !button['emoji'] && button['style'] !== 6)
    add(`button '${name}' has no label and no emoji`);
  return problems;
}

function checkSelect(select: JsonObject): readonly RuleProblem[] {
  const values = objectsIn(select['options']).map((option) => option['value']);
  const problems: RuleProblem[] = [];
  if (new Set(values).size !== values.length) {
    problems.push({ path: 'components', message: 'two options of a select have the same value' });
  }
  if (values.length > 25) problems.push({ path: 'components', message: 'a select has more than 25 options' });
  return problems;
}

/** Discord: a custom_id has 1 to 100 characters. */
function checkCustomId(component: JsonObject): readonly RuleProblem[] {
  const id = stringOf(component['custom_id']);
  if (id === undefined || (id.length >= 1 && id.length <= 100)) return [];
  return [
    {
      path: 'components',
      message: `custom_id '${id.slice(0, 20)}' has ${id.length} characters, not 1 to 100`,
    },
  ];
}

/** This project never pings: whatever sends or edits text says `allowed_mentions: {parse: []}` and names nobody. */
function checkAllowedMentions({ body, edit }: MessageBody): readonly RuleProblem[] {
  const text = allComponents(body['components']).some((component) => component['type'] === 10);
  const touchesText = stringOf(body['content']) !== undefined || Array.isArray(body['embeds']) || text;
  if (edit && !touchesText) return [];
  const allowed = objectOf(body['allowed_mentions']);
  const problem = (message: string): RuleProblem => ({
    path: 'allowed_mentions',
    message,
    allowedByDiscord: true,
  });
  if (!Array.isArray(allowed['parse']) || allowed['parse'].length > 0) {
    return [problem('allowed_mentions.parse is not an empty array')];
  }
  const named = [allowed['users'], allowed['roles']].some((list) => Array.isArray(list) && list.length > 0);
  return named || allowed['replied_user'] === true
    ? [problem('allowed_mentions lets somebody be pinged')]
    : [];
}
