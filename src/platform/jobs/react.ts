import { sql } from 'kysely';
import type { Db, Tx } from '../database/index.ts';
import type { Reaction, Told, Topic } from '../outbox/index.ts';

/** Gives the event to every reaction that wants its topic, each as a job of that reaction's own queue. */
export async function fanOut(db: Db, reactions: readonly Reaction[], eventId: bigint): Promise<void> {
  const names = reactions.map((reaction) => reaction.name);
  const topics = reactions.map((reaction) => reaction.topic);
  // The key makes one job of an event that is handed out twice.
  await sql`
    select graphile_worker.add_job(
      'react',
      json_build_object('reaction', subscribed.name, 'eventId', event.id::text),
      queue_name => 'reaction:' || subscribed.name,
      run_at => clock_timestamp(),
      job_key => subscribed.name || ':' || event.id)
    from platform.outbox event
    join unnest(${names}::text[], ${topics}::text[]) as subscribed (name, topic) using (topic)
    where event.id = ${eventId}
  `.execute(db);
}

/**
 * Runs `reaction` for an event in one transaction with the note that it has. A second delivery waits for the first at
 * that note and then finds nothing to do, so the reaction's writes happen once; a reaction that throws leaves nothing.
 */
export async function react(db: Db, reaction: Reaction, eventId: bigint): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const event = await readEvent(tx, eventId);
    if (!event || !(await noteDone(tx, reaction.name, eventId))) return;
    // A reaction gets events of its own topic only, which its job was made by; the union cannot say so.
    await (reaction.run as (tx: Tx, event: unknown) => Promise<void>)(tx, event);
  });
}

async function readEvent(tx: Tx, id: bigint): Promise<Told<Topic> | undefined> {
  const { rows } = await sql<Told<Topic>>`
    select id, topic, payload, told_at as "toldAt" from platform.outbox where id = ${id}
  `.execute(tx);
  return rows[0];
}

async function noteDone(tx: Tx, reaction: string, eventId: bigint): Promise<boolean> {
  const { rows } = await sql`
    insert into platform.reaction_done (reaction, event_id) values (${reaction}, ${eventId})
    on conflict do nothing returning 1
  `.execute(tx);
  return rows.length === 1;
}
