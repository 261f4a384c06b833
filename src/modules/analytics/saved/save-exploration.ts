import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { parseQuery } from '../language/parse-query.ts';
import { printQuery } from '../language/print-query.ts';
import type { Exploration, ExplorationId, ExplorationRefusal } from './exploration.ts';
import { countExplorations, deleteExploration, keepExploration, lockExploration } from './store.ts';

const LONGEST_NAME = 80;
/** Of one person. */
export const MOST_EXPLORATIONS = 200;

/**
 * Keeps a question, or changes one of one's own. It is kept as it is printed, and only if it can be read.
 *
 * @param input.change which is changed, and the version that whoever changes it has seen; without it a new one is kept
 */
export async function saveExploration(
  tx: Tx,
  input: Pick<Exploration, 'name' | 'query' | 'owner' | 'isShared'> & {
    readonly change?: Pick<Exploration, 'id' | 'version'>;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Exploration, ExplorationRefusal>> {
  const { owner, isShared, change, now } = input;
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    return refuse('invalid_name', `a name has 1 to ${LONGEST_NAME} characters`, 'name');
  }
  const query = parseQuery(input.query);
  if (!query.ok) return refuse('invalid_query', query.refusal.message, 'query');
  // The lock comes first: whoever saves the same name at the same time waits and is told.
  const count = await countExplorations(tx, owner);
  const there = change && (await lockExploration(tx, { id: change.id, owner }));
  if (change !== undefined && there === undefined) return NOT_THERE;
  if (there === undefined && count >= MOST_EXPLORATIONS) {
    return refuse('too_many', `nobody keeps more than ${MOST_EXPLORATIONS} explorations`);
  }
  if (there !== undefined && there.version !== change?.version) {
    return refuse('version_conflict', 'it was changed meanwhile, in another window perhaps', 'version');
  }
  const kept: Exploration = {
    ...{ id: there?.id ?? newId<'exploration'>(), name, query: printQuery(query.value), owner, isShared },
    ...{ version: (there?.version ?? 0n) + 1n, savedAt: now },
  };
  if (await keepExploration(tx, kept)) return ok(kept);
  return refuse('name_taken', `you have an exploration "${name}" already`, 'name');
}

/** Forgets one of one's own. */
export async function removeExploration(
  tx: Tx,
  input: { readonly id: ExplorationId; readonly owner: string },
): Promise<Result<void, Refusal<'not_found'>>> {
  const there = await lockExploration(tx, input);
  if (there === undefined) return NOT_THERE;
  await deleteExploration(tx, there.id);
  return ok(undefined);
}

const NOT_THERE = refuse('not_found', 'there is no such exploration of yours', 'id');
