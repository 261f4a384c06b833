import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Events, Topic } from './events.ts';

export type TellOptions = {
  /**
   * Listeners hear of it from a worker, within 300 ms, instead of at the commit. For transactions of which many commit
   * at once: PostgreSQL lets those that notify commit one after the other.
   */
  readonly isQuiet?: boolean;
};

/**
 * Tells what happened, in the transaction in which it happens: the event is kept with the effect, a worker's pump gives
 * it to the reactions, and every listening process hears of it at the commit, all or nothing.
 */
export async function tell<Name extends Topic>(
  tx: Tx,
  topic: Name,
  payload: Events[Name],
  { isQuiet = false }: TellOptions = {},
): Promise<void> {
  await sql`
    with event as (
      insert into platform.outbox (topic, payload) values (${topic}, ${JSON.stringify(payload)}::jsonb)
      returning id
    ), mark as (
      insert into platform.undistributed (event_id, is_quiet) select id, ${isQuiet} from event
    )
    select pg_notify('institor', json_build_object('topic', ${topic}::text, 'id', id::text)::text)
    from event where not ${isQuiet}
  `.execute(tx);
}
