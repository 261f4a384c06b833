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
 * Runs `reaction` for an event in one transaction with the note that it has. A second delivery waits for the
 * first at that note and then finds nothing to do, so the reaction's writes happen once; a reaction that
 * throws leaves nothing.
 *
 * @param mayMerge takes events of the topic that wait behind this one along, where the reaction can; not for an event
 *   that failed before, so that a bad one does not take good ones with it
 */
export async function react(db: Db, reaction: Reaction, eventId: bigint, mayMerge = false): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const events = await takeEvents(tx, reaction, eventId, mayMerge && reaction.merge !== undefined);
    const last = events.at(-1);
    if (!last) return;
    // A reaction gets events of its own topic only, which its job was made by; the union cannot say so.
    const { run, merge } = reaction as unknown as AnyReaction;
    const payload = merge && events.length > 1 ? merge(events.map((event) => event.payload)) : last.payload;
    await run(tx, { ...last, payload });
  });
}

type AnyReaction = {
  readonly run: (
    tx: Tx,
    event: Omit<Told<Topic>, 'payload'> & { readonly payload: unknown },
  ) => Promise<void>;
  readonly merge?: (payloads: readonly unknown[]) => unknown;
};

/** Most characters of payload of one merged run: some thousand ids. */
const MERGED_LENGTH = 40_000;
const LOOK_AHEAD = 1_000;

/**
 * Notes that the reaction has run for this event, and for those that come along, and returns those noted now, in order:
 * the event itself is not among them when an earlier run took it along.
 */
async function takeEvents(tx: Tx, { name, topic }: Reaction, eventId: bigint, isMerged: boolean) {
  const last = isMerged ? eventId + BigInt(LOOK_AHEAD) : eventId;
  const { rows } = await sql<Told<Topic>>`
    with waiting as (
      select id, sum(length(payload::text)) over (order by id) as length from platform.outbox
      where topic = ${topic} and id between ${eventId} and ${last}
        and not exists (select from platform.reaction_done where reaction = ${name} and event_id = outbox.id)
    ), noted as (
      insert into platform.reaction_done (reaction, event_id)
      select ${name}, id from waiting where id = ${eventId} or length <= ${MERGED_LENGTH} order by id
      on conflict do nothing returning event_id
    )
    select id, topic, payload, told_at as "toldAt" from platform.outbox
    where id in (select event_id from noted) order by id
  `.execute(tx);
  return rows;
}
