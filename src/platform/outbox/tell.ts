import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Events, Topic } from './events.ts';

/**
 * Tells what happened, in the transaction in which it happens: the event is kept with the effect, reactions get their
 * job, and every listening process hears of it at the commit, all or nothing.
 */
export async function tell<Name extends Topic>(tx: Tx, topic: Name, payload: Events[Name]): Promise<void> {
  await sql`
    with event as (
      insert into platform.outbox (topic, payload) values (${topic}, ${JSON.stringify(payload)}::jsonb) returning id
    ), job as (
      select graphile_worker.add_job('fan_out', json_build_object('eventId', event.id)) from event
    )
    select pg_notify('institor', json_build_object('topic', ${topic}::text, 'id', event.id)::text) from event, job
  `.execute(tx);
}
