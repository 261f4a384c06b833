import type { JsonSchema } from '../openapi/documented.ts';

export type FieldRow = { readonly field: string; readonly type: string; readonly about: string };

const DEEPEST = 5;

/** One row a field, what is inside others with its path: `lines[].quantity`. */
export function fieldRows(schema: JsonSchema, components: ReadonlyMap<string, JsonSchema>): FieldRow[] {
  return rowsIn(schema, components, '', 0);
}

function rowsIn(
  given: JsonSchema,
  components: ReadonlyMap<string, JsonSchema>,
  path: string,
  depth: number,
): FieldRow[] {
  const schema = resolved(given, components);
  if (depth > DEEPEST) return [];
  if (schema['type'] === 'array') {
    return records(schema['items']).flatMap((item) => rowsIn(item, components, `${path}[]`, depth));
  }
  const branches = records(schema['anyOf'] ?? schema['oneOf']);
  if (branches.length > 0) return branches.flatMap((branch) => rowsIn(branch, components, path, depth + 1));
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(Object(schema['properties'] ?? {})).flatMap(([name, part]) =>
    records(part).flatMap((one) => {
      const field = path === '' ? name : `${path}.${name}`;
      const inner = resolved(one, components);
      const about = [required.has(name) ? 'required' : '', String(inner['description'] ?? '')];
      const row = { field, type: typeText(inner), about: about.filter((text) => text !== '').join('; ') };
      return [row, ...rowsIn(inner, components, field, depth + 1)];
    }),
  );
}

function resolved(schema: JsonSchema, components: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const name =
    String(schema['$ref'] ?? '')
      .split('/')
      .at(-1) ?? '';
  return components.get(name) ?? schema;
}

function typeText(schema: JsonSchema): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(' · ');
  const { type, format, maxLength, minimum, maximum, maxItems } = schema;
  const limits = [
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    minimum === undefined && maximum === undefined ? '' : `${minimum ?? ''} to ${maximum ?? ''}`,
    maxItems === undefined ? '' : `at most ${maxItems}`,
  ];
  const words = [String(format ?? type ?? 'any'), ...limits].filter((word) => word !== '');
  return words.join(', ');
}

function records(value: unknown): JsonSchema[] {
  if (Array.isArray(value)) return value.flatMap(records);
  return typeof value === 'object' && value !== null ? [{ ...value }] : [];
}
