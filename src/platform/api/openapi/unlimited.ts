import type { Endpoint } from '../endpoint.ts';
import { schemaOf } from './document.ts';
import type { JsonSchema } from './documented.ts';

/**
 * Fields of the endpoint's input that have no limit: texts without a greatest length, lists without a greatest count,
 * numbers without bounds, objects that take any name. A test asks for each endpoint that there is none.
 */
export function unlimitedFields({ params, query, body }: Endpoint): string[] {
  return [params, query, body].flatMap((schema) => (schema ? look(schemaOf(schema, 'input'), '') : []));
}

const LARGEST = 1_000_000_000_000;

function look(schema: JsonSchema, path: string): string[] {
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((name) => listOf(schema[name]));
  if (parts.length > 0) return parts.flatMap((part) => look(part, path));
  if ('enum' in schema || 'const' in schema) return [];
  switch (schema['type']) {
    case 'string':
      return 'maxLength' in schema || 'format' in schema || 'pattern' in schema
        ? []
        : [`${path}: any length`];
    case 'integer':
    case 'number':
      return isBounded(schema) ? [] : [`${path}: any number`];
    case 'array':
      return [
        ...('maxItems' in schema ? [] : [`${path}: any count`]),
        ...objects(schema['items']).flatMap((item) => look(item, `${path}[]`)),
      ];
    case 'object':
      return lookInside(schema, path);
    case 'boolean':
    case 'null':
      return [];
    default:
      return [`${path}: anything`];
  }
}

function lookInside(schema: JsonSchema, path: string): string[] {
  const { properties = {}, additionalProperties } = schema;
  const inner = Object.entries(Object(properties)).flatMap(([name, part]) =>
    objects(part).flatMap((one) => look(one, path === '' ? name : `${path}.${name}`)),
  );
  const isOpen = additionalProperties !== false && !('maxProperties' in schema);
  return [...inner, ...(isOpen ? [`${path}: any names`] : [])];
}

function isBounded({ minimum, maximum }: JsonSchema): boolean {
  return [minimum, maximum].every((bound) => typeof bound === 'number' && Math.abs(bound) <= LARGEST);
}

function listOf(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.flatMap(objects) : [];
}

function objects(value: unknown): JsonSchema[] {
  return typeof value === 'object' && value !== null ? [{ ...value }] : [];
}
