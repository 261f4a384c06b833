import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../platform/database/index.ts';

/** An event that is not in the log yet, as far as it says what goes on in the shop. */
export type WaitingEvent = {
  readonly id: string;
  readonly happenedAt: Temporal.Instant;
  readonly name: string;
  readonly visitor: string;
  readonly path?: string | undefined;
  readonly country?: string | undefined;
  readonly device?: string | undefined;
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly campaign?: string | undefined;
  readonly clickId?: string | undefined;
  readonly referrerHost?: string | undefined;
};

const text = z.string().optional();
const LINE = z.object({
  ...{ id: z.string(), happened_at: z.number(), name: z.string(), visitor: z.string() },
  ...{ path: text, country: text, device: text, source: text, medium: text, campaign: text },
  ...{ click_id: text, referrer_host: text },
});

/** The latest that wait in the inbox. What is in quarantine is not among them. */
export async function readWaiting(db: Db, limit: number): Promise<WaitingEvent[]> {
  const { rows } = await sql<{ event: string }>`
    select event from collector.inbox order by seq desc limit ${limit}`.execute(db);
  return rows.map(({ event }) => {
    const { happened_at, click_id, referrer_host, ...said } = LINE.parse(JSON.parse(event));
    const happenedAt = Temporal.Instant.fromEpochMilliseconds(happened_at);
    return { ...said, happenedAt, clickId: click_id, referrerHost: referrer_host };
  });
}
