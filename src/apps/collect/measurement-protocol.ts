import { z } from 'zod';
import type { EventInput } from '../../modules/collector/index.ts';
import { newId } from '../../platform/id.ts';
import { readJson, type Unread } from './answers.ts';
import { derivedId } from './derived-id.ts';

/** Google takes 25 events a request. */
const MOST_EVENTS = 25;

const micros = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\d{1,17}$/)
    .transform(Number),
]);

/** The body by developers.google.com/analytics/devguides/collection/protocol/ga4/reference; the rest of it means nothing here. */
const BODY = z.object({
  client_id: z.string().regex(/^[\w.-]{1,100}$/),
  timestamp_micros: micros.optional(),
  user_agent: z.string().max(500).optional(),
  events: z
    .array(
      z.object({
        name: z.string().max(60),
        params: z.record(z.string().max(60), z.unknown()).default({}),
        timestamp_micros: micros.optional(),
      }),
    )
    .min(1)
    .max(MOST_EVENTS),
});

export type ReadProtocol =
  | {
      readonly ok: true;
      readonly events: readonly EventInput[];
      readonly clientId: string;
      readonly userAgent: string | undefined;
    }
  | Unread;

/**
 * Events that a server sends by Google's Measurement Protocol. One with a timestamp is the same when it is sent again; of one
 * without nobody can know.
 */
export function readProtocol(body: string, now: Temporal.Instant): ReadProtocol {
  const read = readJson(body, BODY);
  if (!read.ok) return read;
  const { client_id: clientId, timestamp_micros: all, user_agent: userAgent, events } = read.body;
  const taken = events.map(({ name, params, timestamp_micros: own }, index): EventInput => {
    const at = own ?? all;
    const said = JSON.stringify([clientId, at, index, name, params]);
    return {
      ...{ name, params },
      id: at === undefined ? newId() : derivedId(said),
      happenedAt: at === undefined ? now : Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)),
    };
  });
  return { ok: true, events: taken, clientId, userAgent };
}
