import type { z } from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };

const documents = new WeakMap<object, JsonSchema>();

/** Says how a schema that transforms is written down in OpenAPI: as what is sent, not as how it is checked. */
export function documentedAs<Schema extends z.ZodType>(schema: Schema, document: JsonSchema): Schema {
  documents.set(schema, document);
  return schema;
}

export function documentOf(schema: object): JsonSchema | undefined {
  return documents.get(schema);
}
