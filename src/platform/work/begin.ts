import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../database/index.ts';
import { newId } from '../id.ts';
import { enqueue } from '../jobs/index.ts';
import { askToCancel, insertWork } from './store.ts';
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
    readonly now: Temporal.Instant;
  },
): Promise<WorkId> {
  const id = newId<'work'>();
  const { title, startedBy, payload, now } = input;
  // What its job could not read would wait for ever.
  kind.parse(payload);
  await insertWork(tx, { id, kind: kind.name, title: title.slice(0, 200), startedBy, createdAt: now });
  await enqueue(tx, kind.name, { workId: id, payload });
  return id;
}

/** Asks it to stop; what it did stays done. Work that has not begun never begins. */
export async function cancelWork(
  tx: Tx,
  input: { readonly id: WorkId; readonly now: Temporal.Instant },
): Promise<Result<{ readonly state: 'asked' | 'cancelled' }, Refusal<'not_found'>>> {
  const state = await askToCancel(tx, input.id, input.now);
  return state ? ok({ state }) : refuse('not_found', 'no such work goes on', 'id');
}
