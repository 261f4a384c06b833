import { z } from 'zod';

/** A field that only some callers are shown; `*` stands for each item of a list and each entry of a record. */
export type GuardedField = { readonly path: readonly string[]; readonly permission: string };

/**
 * The fields of an answer that are marked with the permission to see them, each once.
 *
 * @example
 * const customer = z.object({ name: z.string(), email: z.string().optional().meta({ permission: 'contacts:read' }) });
 * guardedFields(z.object({ items: z.array(customer) }));
 * // [{ path: ['items', '*', 'email'], permission: 'contacts:read' }]
 * @throws TypeError where a marked field is not optional: without it the answer would not be what its schema says
 */
export function guardedFields(schema: z.ZodType): GuardedField[] {
  const found = look(schema, [], (field, path) => {
    const permission = markOf(field, 'permission');
    if (typeof permission !== 'string') return [];
    if (!isOptional(field)) throw new TypeError(`${path.join('.')} needs ${permission} and is not optional`);
    return [{ path, permission }];
  });
  return [...new Map(found.map((field) => [JSON.stringify(field), field])).values()];
}

/** The paths of the fields that are marked with `isPersonal`: how a person is called, where they live. */
export function personalFields(schema: z.ZodType): (readonly string[])[] {
  return look(schema, [], (field, path) => (markOf(field, 'isPersonal') === true ? [path] : []));
}

/** The answer without what these permissions do not show. The answer itself is changed: it was made for one caller. */
export function takeOut(
  answer: unknown,
  fields: readonly GuardedField[],
  permissions: ReadonlySet<string>,
): void {
  for (const { path, permission } of fields) {
    if (!permissions.has(permission)) removeAt(answer, path);
  }
}

type Found<Field> = (field: z.ZodType, path: readonly string[]) => Field[];

function look<Field>(schema: z.ZodType, path: readonly string[], found: Found<Field>): Field[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) => [
      ...found(field, [...path, name]),
      ...look(field, [...path, name], found),
    ]);
  }
  if (schema instanceof z.ZodArray) return look(schema.element as z.ZodType, [...path, '*'], found);
  if (schema instanceof z.ZodRecord) return look(schema.valueType as z.ZodType, [...path, '*'], found);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => look(option as z.ZodType, path, found));
  }
  if (schema instanceof z.ZodPipe) return look(schema.out as z.ZodType, path, found);
  const inner = innerOf(schema);
  return inner === undefined ? [] : look(inner, path, found);
}

/** Of the field itself or of what it may be, so that `optional` may stand on either side of the mark. */
function markOf(schema: z.ZodType, name: string): unknown {
  const mark = schema.meta()?.[name];
  if (mark !== undefined) return mark;
  const inner = innerOf(schema);
  return inner && markOf(inner, name);
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const hasInner =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return hasInner ? (schema.unwrap() as z.ZodType) : undefined;
}

function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

function removeAt(value: unknown, [name, ...rest]: readonly string[]): void {
  if (typeof value !== 'object' || value === null || name === undefined) return;
  if (name === '*') {
    for (const item of Object.values(value)) removeAt(item, rest);
  } else if (rest.length === 0) {
    Reflect.deleteProperty(value, name);
  } else {
    removeAt(Reflect.get(value, name), rest);
  }
}
