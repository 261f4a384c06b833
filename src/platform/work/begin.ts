import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../database/index.ts';
import { newId } from '../id.ts';
import { enqueue } from '../jobs/index.ts';
import { type PiecesKind, undoNameOf } from './piece.ts';
import { changedKeys, insertPieces } from './piece-store.ts';
import { askToCancel, insertWork, lockWork } from './store.ts';
import type { WorkId, WorkKind } from './work.ts';

/**
 * Puts long work in line; a worker begins it at the commit.
 *
 * @param input.title what it is, in the words of who waits: `Prices of 1,200 variants`
 * @param input.payload what `kind.parse` takes
 */
export async function beginWork(
  tx: Tx,
  kind: Pick<WorkKind<unknown>, 'name' | 'parse'>,
  input: {
    readonly title: string;
    readonly startedBy: string;
    readonly payload: object;
    /** What was asked for in particular, to be shown and kept in the log. */
    readonly asked?: Readonly<Record<string, string>>;
    readonly now: Temporal.Instant;
  },
): Promise<WorkId> {
  const id = newId<'work'>();
  const { title, startedBy, payload, asked = {}, now } = input;
  // What its job could not read would wait for ever.
  kind.parse(payload);
  await insertWork(tx, { id, kind: kind.name, title: title.slice(0, 200), startedBy, asked, createdAt: now });
  await enqueue(tx, kind.name, { workId: id, payload });
  return id;
}

/**
 * Puts work on many things in line.
 *
 * @param input.keys what it is about, each once
 * @param input.undoPermission who has it may take back what was done, for as long as the work is kept
 */
export async function beginPieces<Payload>(
  tx: Tx,
  kind: Pick<PiecesKind<Payload>, 'name' | 'parse' | 'takeBack'>,
  input: {
    readonly title: string;
    readonly startedBy: string;
    readonly payload: object;
    readonly keys: readonly string[];
    readonly undoPermission: string;
    readonly now: Temporal.Instant;
  },
): Promise<WorkId> {
  const id = newId<'work'>();
  const { title, startedBy, payload, keys, undoPermission, now } = input;
  kind.parse(payload);
  const undo = kind.takeBack && { kind: undoNameOf(kind), permission: undoPermission };
  await insertWork(tx, {
    ...{ id, kind: kind.name, title: title.slice(0, 200), startedBy, createdAt: now },
    ...{ total: keys.length, ...(undo ? { undo } : {}) },
  });
  await insertPieces(tx, id, keys);
  await enqueue(tx, kind.name, { workId: id, payload });
  return id;
}

/** Takes back what ended work did, as work of its own; once, unless that is stopped or fails. */
export async function undoWork(
  tx: Tx,
  input: {
    readonly id: WorkId;
    readonly title: string;
    readonly startedBy: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<WorkId, Refusal<'not_undoable'>>> {
  const { id: of, title, startedBy, now } = input;
  const undo = await lockWork(tx, of);
  const keys = undo === undefined ? [] : await changedKeys(tx, of);
  if (undo === undefined || keys.length === 0) {
    return refuse('not_undoable', 'there is nothing of it that could be taken back', 'id');
  }
  const id = newId<'work'>();
  await insertWork(tx, {
    ...{ id, kind: undo, title: title.slice(0, 200), startedBy, createdAt: now },
    ...{ total: keys.length, undoes: of },
  });
  await insertPieces(tx, id, keys);
  await enqueue(tx, undo, { workId: id, payload: { of } });
  return ok(id);
}

/** Asks it to stop; what it did stays done. Work that has not begun never begins. */
export async function cancelWork(
  tx: Tx,
  input: { readonly id: WorkId; readonly now: Temporal.Instant },
): Promise<Result<{ readonly state: 'asked' | 'cancelled' }, Refusal<'not_found'>>> {
  const state = await askToCancel(tx, input.id, input.now);
  return state ? ok({ state }) : refuse('not_found', 'no such work goes on', 'id');
}
