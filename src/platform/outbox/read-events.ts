import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import type { Events, Topic } from './events.ts';

/** Any event: what happened, with what it was about. */
export type AnyEvent = { [Name in Topic]: { readonly topic: Name; readonly payload: Events[Name] } }[Topic];

/** The events with these ids in the order of telling; those pruned meanwhile are left out. */
export async function readEvents(
  db: Db,
  ids: readonly bigint[],
): Promise<readonly (AnyEvent & { readonly id: bigint })[]> {
  const { rows } = await sql<AnyEvent & { readonly id: bigint }>`
    select id, topic, payload from platform.outbox where id = any(${ids}::bigint[]) order by id`.execute(db);
  return rows;
}
