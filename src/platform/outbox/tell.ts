import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Events, Topic } from './events.ts';

/**
 * Tells what happened, in the transaction in which it happens: the event is kept with the effect, reactions
 * get their job, and every listening process hears of it at the commit, all or nothing.
 */
export async function tell<Name extends Topic>(tx: Tx, topic: Name, payload: Events[Name]): Promise<void> {
  // One queue for all: events are handed out one after the other, so each reaction gets them in order of
  // telling. Jobs of one queue go by run_at alone, which would be the same for all of a transaction: hence
  // the clock.
  await sql`
    with event as (
      insert into platform.outbox (topic, payload) values (${topic}, ${JSON.stringify(payload)}::jsonb)
      returning id
    ), job as (
      select graphile_worker.add_job(
        'fan_out', json_build_object('eventId', event.id::text), queue_name => 'fan_out',
        run_at => clock_timestamp()) from event
    )
    select pg_notify('institor', json_build_object('topic', ${topic}::text, 'id', event.id::text)::text)
    from event, job
  `.execute(tx);
}
