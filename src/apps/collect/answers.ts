import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { EventInput, openCollector, Sender } from '../../modules/collector/index.ts';

export type Collected = Awaited<ReturnType<ReturnType<typeof openCollector>['collect']>>;

/** What the routes of all formats share. */
export type Desk = {
  readonly now: () => Temporal.Instant;
  readonly take: (sender: Sender, events: readonly EventInput[]) => Promise<Collected>;
};

/** What is wrong with a body before its events are looked at. */
export type Unread = { readonly ok: false; readonly field: string; readonly message: string };

/** A body of JSON as `schema` has it, or the first thing that is wrong with it. */
export function readJson<Body>(
  text: string,
  schema: z.ZodType<Body>,
): { readonly ok: true; readonly body: Body } | Unread {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, field: 'body', message: 'is not JSON' };
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { ok: true, body: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    ok: false,
    field: issue?.path.join('.') || 'events',
    message: issue?.message ?? 'is not understood',
  };
}

/** The value, or nothing for a text that is no JSON. */
function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** RFC 9457. */
export function problem(
  reply: FastifyReply,
  status: number,
  code: string,
  detail: string,
  more: object = {},
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', status, code, detail, ...more });
}

export function unread(reply: FastifyReply, { field, message }: Unread): FastifyReply {
  return problem(reply, field === 'body' ? 400 : 422, 'invalid_input', `${field}: ${message}`, { field });
}

/**
 * What became of the events. `2xx` when any was accepted; those that were not are named, and sending them again would not
 * help.
 */
export function answerCollected(
  reply: FastifyReply,
  collected: Collected,
  accepted: 200 | 204,
): FastifyReply {
  if (!collected.ok) {
    return problem(reply.header('retry-after', '5'), 503, collected.refusal.code, collected.refusal.message);
  }
  const { value } = collected;
  const refused = value.refused.map(({ index, problems }) => ({ index, errors: problems }));
  if (value.accepted === 0) {
    return problem(reply, 422, 'invalid_input', 'none of the events can be taken', { refused });
  }
  if (accepted === 204 && refused.length === 0) return reply.code(204).send();
  return reply.code(200).send({ accepted: value.accepted, refused });
}
