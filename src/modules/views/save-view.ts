import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { countViews, deleteView, insertView, lockOwner, updateView } from './store.ts';
import type { View, ViewId, ViewRefusal } from './view.ts';

const LONGEST_NAME = 60;
const LONGEST_QUERY = 2_000;
/** Of one person, over all lists. */
export const MOST_VIEWS = 200;

/**
 * Keeps a view, or changes one of one's own.
 *
 * @param input.id the view that is changed; a new one without it
 */
export async function saveView(
  tx: Tx,
  input: Omit<View, 'id'> & { readonly id?: ViewId | undefined; readonly now: Temporal.Instant },
): Promise<Result<View, ViewRefusal>> {
  const { id, list, query, owner, isShared, now } = input;
  const name = input.name.trim();
  if (!/^[a-z][a-z_-]{0,59}$/.test(list)) return refuse('invalid_list', 'a list has a short name', 'list');
  if (name === '' || name.length > LONGEST_NAME) {
    return refuse('invalid_name', `a name has 1 to ${LONGEST_NAME} characters`, 'name');
  }
  if (query.length > LONGEST_QUERY) {
    return refuse('invalid_query', `a view has at most ${LONGEST_QUERY} characters`, 'query');
  }
  await lockOwner(tx, owner);
  if (id === undefined && (await countViews(tx, owner)) >= MOST_VIEWS) {
    return refuse('too_many', `nobody keeps more than ${MOST_VIEWS} views`);
  }
  const view = { id: id ?? newId<'view'>(), list, name, query, owner, isShared };
  const saved = id === undefined ? await insertView(tx, view, now) : await updateView(tx, view, now);
  if (saved === 'name_taken') return refuse('name_taken', `there is a view "${name}" already`, 'name');
  if (saved === 'not_found') return refuse('not_found', 'there is no such view of yours', 'id');
  return ok(view);
}

/** Forgets a view of one's own. */
export async function removeView(
  tx: Tx,
  input: { readonly id: ViewId; readonly owner: string },
): Promise<Result<void, Refusal<'not_found'>>> {
  const isGone = await deleteView(tx, input);
  return isGone ? ok(undefined) : refuse('not_found', 'there is no such view of yours', 'id');
}
