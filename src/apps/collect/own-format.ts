import { z } from 'zod';
import type { EventInput } from '../../modules/collector/index.ts';
import { readJson, type Unread } from './answers.ts';

export const MOST_EVENTS = 50;
const LONGEST_MS = 366 * 86_400_000;

const params = z.record(z.string().max(60), z.unknown());

/**
 * What the shop's own pages send. Moments are said as milliseconds before the sending, so that a browser's clock does not
 * matter; whoever sends again says it anew.
 */
const BATCH = z.strictObject({
  /** Parameters of all events: the page, the language, the market. */
  page: params.default({}),
  /** `navigator.webdriver`. */
  automated: z.boolean().default(false),
  events: z
    .array(
      z.strictObject({
        id: z.string().max(60),
        name: z.string().max(60),
        ago: z.number().int().min(0).max(LONGEST_MS).default(0),
        params: params.default({}),
      }),
    )
    .min(1)
    .max(MOST_EVENTS),
});

export type ReadBatch =
  | { readonly ok: true; readonly events: readonly EventInput[]; readonly isAutomated: boolean }
  | Unread;

export function readBatch(body: string, now: Temporal.Instant): ReadBatch {
  const read = readJson(body, BATCH);
  if (!read.ok) return read;
  const { page, automated, events } = read.body;
  return {
    ok: true,
    isAutomated: automated,
    events: events.map(({ id, name, ago, params: own }) => ({
      ...{ id, name, happenedAt: now.subtract({ milliseconds: ago }) },
      params: { ...page, ...own },
    })),
  };
}
