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
  const found = new Map(look(schema, []).map((field) => [JSON.stringify(field), field]));
  return [...found.values()];
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

function look(schema: z.ZodType, path: readonly string[]): GuardedField[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) => {
      const permission = permissionOf(field);
      if (permission === undefined) return look(field, [...path, name]);
      if (!isOptional(field))
        throw new TypeError(`${[...path, name].join('.')} needs ${permission} and is not optional`);
      return [{ path: [...path, name], permission }, ...look(field, [...path, name])];
    });
  }
  if (schema instanceof z.ZodArray) return look(schema.element as z.ZodType, [...path, '*']);
  if (schema instanceof z.ZodRecord) return look(schema.valueType as z.ZodType, [...path, '*']);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => look(option as z.ZodType, path));
  if (schema instanceof z.ZodPipe) return look(schema.out as z.ZodType, path);
  const inner = innerOf(schema);
  return inner === undefined ? [] : look(inner, path);
}

/** Of the field itself or of what it may be, so that `optional` may stand on either side of the mark. */
function permissionOf(schema: z.ZodType): string | undefined {
  const marked = schema.meta()?.['permission'];
  if (typeof marked === 'string') return marked;
  const inner = innerOf(schema);
  return inner && permissionOf(inner);
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
