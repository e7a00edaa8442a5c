import type { RuleProblem } from './extra-rules.ts';
import { checkMessage, Flag } from './extra-rules.ts';
import type { InteractionRecord } from './interaction-record.ts';
import type { JsonObject } from './json.ts';
import { isObject, numberOf, objectOf, objectsIn, stringOf } from './json.ts';
import type { ApiSchemas } from './load-api-schemas.ts';
import { allComponents } from './message-components.ts';
import { checkSchema } from './validate-request.ts';

const schemaOfType: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequestSchema',
  5: 'CreateMessageInteractionCallbackRequestSchema',
  6: 'UpdateMessageInteractionCallbackRequestSchema',
  7: 'UpdateMessageInteractionCallbackRequestSchema',
  8: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  9: 'ModalInteractionCallbackRequestSchema',
};

/** Which callback types Discord takes for which interaction type. */
const typesFor: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

export interface CallbackCheck {
  readonly body: JsonObject;
  readonly files: number;
  readonly interaction: InteractionRecord | undefined;
  /** The message that a component sits on. */
  readonly source: JsonObject | undefined;
}

export function checkCallback(schemas: ApiSchemas, check: CallbackCheck): readonly RuleProblem[] {
  const type = numberOf(check.body['type']) ?? 0;
  const schema = schemaOfType[type];
  if (!schema) return [{ path: 'type', message: `callback type ${type} is not known` }];
  return [
    ...checkSchema(schemas, schema, check.body),
    ...checkTypeFits(type, check.interaction),
    ...checkData(type, check).map((problem) => ({ ...problem, path: `data.${problem.path}` })),
  ];
}

function checkTypeFits(type: number, interaction: InteractionRecord | undefined): readonly RuleProblem[] {
  if (!interaction) return [];
  const updates = type === 6 || type === 7;
  const fits =
    typesFor[interaction.type]?.includes(type) && !(updates && interaction.sourceMessageId === null);
  if (fits) return [];
  return [
    { path: 'type', message: `callback type ${type} does not fit interaction type ${interaction.type}` },
  ];
}

function checkData(type: number, { body, files, source }: CallbackCheck): readonly RuleProblem[] {
  const data = objectOf(body['data']);
  if (type === 4) {
    const flags = Flag.suppressEmbeds | Flag.ephemeral | Flag.silent | Flag.componentsV2;
    return checkMessage({ body: data, edit: false, flags, files });
  }
  // Discord: a deferred reply takes only the ephemeral flag; the Components V2 flag goes on the edit.
  if (type === 5) return checkDeferral(data);
  if (type === 7) {
    const kept = (numberOf(source?.['flags']) ?? 0) & Flag.ephemeral;
    const flags = Flag.suppressEmbeds | Flag.componentsV2 | kept;
    return checkMessage({ body: data, edit: true, existing: source, flags, files });
  }
  if (type === 8) return checkChoices(data);
  return type === 9 ? checkModal(data) : [];
}

function checkDeferral(data: JsonObject): readonly RuleProblem[] {
  const flags = numberOf(data['flags']) ?? 0;
  const problems: RuleProblem[] =
    (flags & ~Flag.ephemeral) === 0
      ? []
      : [{ path: 'flags', message: 'a deferred reply takes only the ephemeral flag' }];
  const text = ['content', 'embeds', 'components'].filter(
    (name) => data[name] !== undefined && data[name] !== null,
  );
  if (text.length > 0)
    problems.push({ path: text.join(','), message: 'a deferred reply carries no message' });
  return problems;
}

/** Discord: 25 choices, names of 1 to 100 characters, string values of at most 100. */
function checkChoices(data: JsonObject): readonly RuleProblem[] {
  if (!Array.isArray(data['choices'])) return [{ path: 'choices', message: 'choices are missing' }];
  const tooLong = (value: unknown): boolean => (stringOf(value)?.length ?? 1) > 100 || value === '';
  return data['choices'].flatMap((choice: unknown, index) => {
    const bad = !isObject(choice) || tooLong(choice['name']) || tooLong(choice['value']);
    return bad
      ? [{ path: `choices.${index}`, message: 'a choice has a name and value of 1 to 100 characters' }]
      : [];
  });
}

/** Discord: a modal holds 1 to 5 rows or labels; custom_ids are unique. */
function checkModal(data: JsonObject): readonly RuleProblem[] {
  const top = objectsIn(data['components']);
  const ids = allComponents(top)
    .map((component) => component['custom_id'])
    .filter((id) => id !== undefined);
  const problems: RuleProblem[] =
    top.length > 5 ? [{ path: 'components', message: `a modal with ${top.length} parts, more than 5` }] : [];
  if (new Set(ids).size !== ids.length)
    problems.push({ path: 'components', message: 'duplicate custom_id in a modal' });
  return problems;
}
