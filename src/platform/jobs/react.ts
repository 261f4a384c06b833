import { sql } from 'kysely';
import type { Db, Tx } from '../database/index.ts';
import type { Reaction, Told, Topic } from '../outbox/index.ts';
import { enqueueMany } from './enqueue.ts';

export type ReactOptions = {
  /**
   * Events are merged, and those that wait behind them come along, where the reaction can; not for events that failed
   * before, so that a bad one does not take good ones with it.
   */
  readonly mayMerge: boolean;
  /** Between two runs the reaction can be stopped; the events that are left are then not noted. */
  readonly signal?: AbortSignal;
};

/**
 * Runs `reaction` for these events, in order, each run in one transaction with the note that it has. A second delivery
 * waits for the first at that note and then finds nothing to do, so the reaction's writes happen once; a reaction that
 * throws leaves nothing of that run, and the others run all the same.
 *
 * @throws what the reaction threw, after the last event
 */
export async function react(
  db: Db,
  reaction: Reaction,
  eventIds: readonly bigint[],
  { mayMerge, signal }: ReactOptions = { mayMerge: false },
): Promise<void> {
  const runs =
    mayMerge && reaction.merge ? await mergedRuns(db, reaction, eventIds) : eventIds.map((id) => [id]);
  const failures: unknown[] = [];
  for (const ids of runs) {
    signal?.throwIfAborted();
    try {
      await db.transaction().execute((tx) => run(tx, reaction, ids));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1)
    throw new AggregateError(failures, `${reaction.name} failed ${failures.length} times`);
}

/** Gives each of these events that the reaction has not seen a job of its own, with all its attempts. */
export async function splitUp(db: Db, reaction: Reaction, eventIds: readonly bigint[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const waiting = await readWaiting(tx, reaction, eventIds, 0);
    const jobs = waiting.map(({ id }) => ({
      payload: { reaction: reaction.name, eventId: `${id}`, isAlone: true },
      queue: `reaction:${reaction.name}`,
    }));
    await enqueueMany(tx, 'react', jobs);
  });
}

type AnyReaction = {
  readonly run: (
    tx: Tx,
    event: Omit<Told<Topic>, 'payload'> & { readonly payload: unknown },
  ) => Promise<void>;
  readonly merge?: (payloads: readonly unknown[]) => unknown;
};

async function run(tx: Tx, reaction: Reaction, eventIds: readonly bigint[]): Promise<void> {
  const events = await note(tx, reaction, eventIds);
  const last = events.at(-1);
  if (!last) return;
  // A reaction gets events of its own topic only, which its job was made by; the union cannot say so.
  const { run: runOnce, merge } = reaction as unknown as AnyReaction;
  const payload = merge && events.length > 1 ? merge(events.map((event) => event.payload)) : last.payload;
  await runOnce(tx, { ...last, payload });
}

/**
 * Notes that the reaction has run for these events and returns those noted now, in order. Its commit need not wait for
 * the disk: the job is put away by a later commit, which does, so that what a crash undoes is done again.
 */
async function note(tx: Tx, { name }: Reaction, eventIds: readonly bigint[]) {
  const { rows } = await sql<Told<Topic>>`
    with noted as (
      insert into platform.reaction_done (reaction, event_id)
      select ${name}, id from platform.outbox where id = any(${eventIds}::bigint[]) order by id
      on conflict do nothing returning event_id
    )
    select id, topic, payload, told_at as "toldAt"
    from platform.outbox, (select set_config('synchronous_commit', 'off', true)) as relaxed
    where id = any(array(select event_id from noted)) order by id
  `.execute(tx);
  return rows;
}

/** Most characters of payload of one merged run: some thousand ids. */
const MERGED_LENGTH = 40_000;
const LOOK_AHEAD = 1_000;

/** The events that the reaction has not seen, and those that wait behind them, in runs of bearable length. */
async function mergedRuns(db: Db, reaction: Reaction, eventIds: readonly bigint[]): Promise<bigint[][]> {
  const runs: bigint[][] = [];
  let room = 0;
  for (const { id, length } of await readWaiting(db, reaction, eventIds, LOOK_AHEAD)) {
    if (runs.length === 0 || length > room) {
      runs.push([]);
      room = MERGED_LENGTH;
    }
    runs.at(-1)?.push(id);
    room -= length;
  }
  return runs;
}

async function readWaiting(
  db: Db,
  { name, topic }: Reaction,
  eventIds: readonly bigint[],
  lookAhead: number,
): Promise<readonly { readonly id: bigint; readonly length: number }[]> {
  const last = eventIds.at(-1) ?? 0n;
  const { rows } = await sql<{ id: bigint; length: number }>`
    select id, length(payload::text) as length from platform.outbox
    where (id = any(${eventIds}::bigint[]) or (id > ${last} and id <= ${last + BigInt(lookAhead)}))
      and topic = ${topic}
      and not exists (select from platform.reaction_done where reaction = ${name} and event_id = outbox.id)
    order by id
  `.execute(db);
  return rows;
}
