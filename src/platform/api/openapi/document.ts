import { z } from 'zod';
import { isOpen } from '../caller.ts';
import type { Api, Endpoint, Endpoints } from '../endpoint.ts';
import { GENERAL_PROBLEMS } from '../problem.ts';
import { documentOf, type JsonSchema } from './documented.ts';

/** The API as an OpenAPI 3.1 document, made of the schemas that check it. */
export function openApiDocument(api: Api<Endpoints>): JsonSchema {
  const components = new Map<string, JsonSchema>([['Problem', PROBLEM]]);
  const paths = new Map<string, Record<string, JsonSchema>>();
  for (const [name, endpoint] of Object.entries(api.endpoints)) {
    const known = paths.get(endpoint.path) ?? {};
    const operation = operationOf(api, name, components);
    paths.set(endpoint.path, { ...known, [endpoint.method.toLowerCase()]: operation });
  }
  const groups = new Set(Object.values(api.endpoints).map(({ group }) => group));
  return {
    openapi: '3.1.1',
    info: { title: api.title, version: api.prefix.split('/').at(-1), description: api.description },
    servers: [{ url: api.prefix }],
    tags: [...groups].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(components), securitySchemes: schemesOf(api) },
  };
}

/** Whether a person or a program without a header may call, and what stands in the header otherwise. */
export function securityOf({ audience }: Endpoint): 'none' | 'customer' | 'staff' | 'key' {
  if (isOpen(audience)) return 'none';
  return audience === 'customer' || audience === 'staff' ? audience : 'key';
}

const FILE = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function operationOf(api: Api<Endpoints>, name: string, components: Map<string, JsonSchema>): JsonSchema {
  const endpoint = api.endpoints[name] as Endpoint;
  const { summary, description, group, body, stepUp } = endpoint;
  const example = api.examples?.[name];
  const shown = example === undefined ? {} : { example };
  const content = body && { 'application/json': { schema: schemaOf(body, 'input', components), ...shown } };
  return {
    operationId: name,
    summary,
    ...(description ? { description } : {}),
    tags: [group],
    security: securityIn(api, endpoint),
    ...(stepUp ? { 'x-step-up': true } : {}),
    parameters: parametersOf(endpoint, components),
    ...(endpoint.upload ? { requestBody: { required: true, content: FILE } } : {}),
    ...(content ? { requestBody: { required: !body.safeParse(undefined).success, content } } : {}),
    responses: responsesOf(endpoint, components),
  };
}

/** One of them is enough. */
function securityIn({ cookie }: Api<Endpoints>, endpoint: Endpoint): JsonSchema[] {
  const security = securityOf(endpoint);
  if (security === 'none') return [];
  if (security !== 'key') return [{ [security]: [] }];
  return [{ apiKey: [endpoint.audience] }, ...(cookie === undefined ? [] : [{ staff: [endpoint.audience] }])];
}

function parametersOf(endpoint: Endpoint, components: Map<string, JsonSchema>): JsonSchema[] {
  const inside = (place: 'path' | 'query', shape: Endpoint['params']) =>
    Object.entries(shape?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || !(schema instanceof z.ZodType && schema.safeParse(undefined).success),
      schema: schema instanceof z.ZodType ? schemaOf(schema, 'input', components) : {},
    }));
  const takesKey = endpoint.idempotency !== undefined && endpoint.idempotency !== 'none';
  return [...inside('path', endpoint.params), ...inside('query', endpoint.query), ...(takesKey ? [KEY] : [])];
}

function responsesOf(endpoint: Endpoint, components: Map<string, JsonSchema>): JsonSchema {
  const byStatus = Map.groupBy(problemsOf(endpoint), ([, status]) => status);
  const problems = [...byStatus].map(([status, all]) => [
    String(status),
    {
      description: all.map(([code]) => `\`${code}\``).join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  const schema = schemaOf(endpoint.output, 'output', components);
  const answer = {
    description: endpoint.summary,
    content: { [endpoint.file ?? 'application/json']: { schema } },
  };
  return { [String(endpoint.status ?? 200)]: answer, ...Object.fromEntries(problems) };
}

/** Every problem that this endpoint may answer, its own first. */
export function problemsOf(endpoint: Endpoint): (readonly [code: string, status: number])[] {
  const takesKey = endpoint.idempotency !== undefined && endpoint.idempotency !== 'none';
  const applies = (code: string): boolean => {
    if (code.startsWith('idempotency_')) return takesKey;
    if (code === 'unauthorized') return securityOf(endpoint) !== 'none';
    if (code === 'forbidden') return ['key', 'staff'].includes(securityOf(endpoint));
    if (code === 'step_up_required') return endpoint.stepUp === true;
    if (code === 'unknown_address' || code === 'method_not_allowed') return false;
    const isAboutBody = ['malformed_body', 'body_too_large', 'unsupported_media_type'].includes(code);
    return !isAboutBody || endpoint.body !== undefined;
  };
  const general = GENERAL_PROBLEMS.filter(([code]) => applies(code));
  return [...Object.entries(endpoint.refusals), ...general.map(([code, status]) => [code, status] as const)];
}

/** As JSON Schema 2020-12; schemas with an id become components. */
export function schemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Map<string, JsonSchema> = new Map(),
): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const document = documentOf(zodSchema);
      if (document === undefined) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, document);
    },
  });
  const { $schema: _, $defs = {}, ...rest } = made;
  for (const [name, definition] of Object.entries($defs)) components.set(name, liftRefs(definition));
  return liftRefs(rest);
}

function liftRefs(schema: object): JsonSchema {
  const text = JSON.stringify(schema, (key, value) =>
    key === 'id' && isDefinitionId(schema, value) ? undefined : value,
  );
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}

// A definition's own id is the name it is kept under.
function isDefinitionId(schema: object, value: unknown): boolean {
  return 'id' in schema && schema.id === value;
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A UUID: new for each request, the same when it is repeated. Kept for at least 24 hours.',
  schema: { type: 'string', minLength: 16, maxLength: 255 },
};

function schemesOf({ cookie }: Api<Endpoints>): JsonSchema {
  const description = 'A member of staff who is signed in; only from pages of this origin.';
  return {
    apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the shop: `Bearer ik_…`.' },
    customer: { type: 'http', scheme: 'bearer', description: "A signed-in customer's session." },
    ...(cookie === undefined ? {} : { staff: { type: 'apiKey', in: 'cookie', name: cookie, description } }),
  };
}

const FIELD_ERROR = {
  type: 'object',
  required: ['field', 'in', 'code', 'message'],
  properties: {
    field: { type: 'string', description: 'A path such as `lines[2].quantity`.' },
    in: { enum: ['body', 'query', 'path', 'header'] },
    code: { type: 'string' },
    message: { type: 'string' },
  },
};

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'What a program compares.' },
    detail: { type: 'string', description: 'What a person reads.' },
    field: { type: 'string' },
    errors: { type: 'array', items: FIELD_ERROR },
    instance: { type: 'string', description: "The request's id, for the log." },
  },
};
