import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import type { Db, Tx } from '../../platform/database/index.ts';
import { checkDraft } from './draft/check-draft.ts';
import { tidyDraft } from './draft/tidy-draft.ts';
import { LIMITS } from './limits.ts';
import type { CheckedDraft } from './plan/plan-batch.ts';
import type { ProductDraft } from './product-draft.ts';
import { revisionsOf } from './revisions/revisions-of.ts';
import { type PreparedBatch, prepareBatch } from './save/prepare.ts';
import { type WrittenProduct, writeBatch } from './save/write-batch.ts';
import type { PlannedSave, SavedProduct } from './saved-product.ts';
import { schedulePublication } from './schedule-publication.ts';
import { lockHandles } from './store/read-references.ts';
import { insertRevisions } from './store/revisions.ts';
import { tellProductsChanged } from './tell-changed.ts';

export type SaveProducts = {
  /** At most 500. */
  readonly drafts: readonly ProductDraft[];
  readonly now: Temporal.Instant;
  /** Told with the change: `import`, `edit`, … */
  readonly cause: string;
  /** Who did it, for the product's history: `staff:…`, `api_key:…`. */
  readonly actor?: string;
  /** Makes a definition for an attribute that has none, its type taken from the value. Importers do. */
  readonly defineAttributes?: boolean;
};

/**
 * Creates and updates products by handle, in one batch: a draft that cannot be is refused and the others go
 * in; one that changes nothing writes nothing and is not told of. Two batches with the same handle wait for
 * each other; a transaction that runs beside others should save one batch only, or two of them may block each
 * other.
 *
 * @returns what became of each draft, in the order of the drafts
 * @example
 * const [saved] = await saveProducts(tx, { drafts: [{ handle: 'mug', title: 'Mug' }], now, cause: 'edit' });
 * // { handle: 'mug', id: '…', outcome: 'created', variants: [{ id: '…', optionValues: [], … }] }
 */
export async function saveProducts(tx: Tx, input: SaveProducts): Promise<SavedProduct[]> {
  const checked = check(input.drafts);
  if (checked.length === 0) return [];
  const handles = checked.map(({ draft }) => draft.handle);
  const { batch, written } = await retryWhenOvertaken(tx, async () => {
    await lockHandles(tx, handles);
    const batch = await prepareBatch(tx, checked, optionsOf(input));
    return { batch, written: await writeBatch(tx, batch, input.now) };
  });
  const products = [...written.values()].map(({ product }) => product);
  const productIds = products.map(({ id }) => id);
  await insertRevisions(tx, revisionsOf([...written.values()], input));
  await tellProductsChanged(tx, productIds, input.cause);
  await schedulePublication(tx, products, input.now);
  return savedOf(batch, written);
}

/** What `saveProducts` would do with the same drafts now, with nothing written: the dry run of an import. */
export async function planProducts(
  db: Db,
  input: Omit<SaveProducts, 'cause' | 'actor'>,
): Promise<PlannedSave[]> {
  const { plans } = await prepareBatch(db, check(input.drafts), optionsOf(input));
  return plans.map(({ handle, plan }) => {
    if (plan.outcome === 'refused') return { handle, refusal: plan.refusal };
    return { handle, outcome: plan.outcome, changes: plan.outcome === 'unchanged' ? [] : plan.changes };
  });
}

function check(drafts: readonly ProductDraft[]): CheckedDraft[] {
  if (drafts.length > LIMITS.draftsPerCall) {
    throw new RangeError(`at most ${LIMITS.draftsPerCall} drafts a call`);
  }
  return drafts.map((given) => {
    const draft = tidyDraft(given);
    return { draft, refusal: checkDraft(draft) };
  });
}

function optionsOf(input: Omit<SaveProducts, 'cause'>) {
  return { now: input.now, defineAttributes: input.defineAttributes ?? false };
}

function savedOf(batch: PreparedBatch, written: ReadonlyMap<string, WrittenProduct>): SavedProduct[] {
  return batch.plans.map(({ handle, plan }) => {
    if (plan.outcome === 'refused') return { handle, refusal: plan.refusal };
    const product = plan.outcome === 'unchanged' ? plan.product : written.get(handle)?.product;
    if (product === undefined) throw new RangeError(`"${handle}" was planned and not written`);
    const variants = product.variants.map(({ id, sku, optionValues }) => ({ id, sku, optionValues }));
    return { handle, id: product.id, outcome: plan.outcome, variants };
  });
}

const MOST_ATTEMPTS = 10;
// unique_violation and foreign_key_violation: somebody made what we were about to make, or took what we
// counted on.
const OVERTAKEN: ReadonlySet<string | undefined> = new Set(['23505', '23503']);

/**
 * Runs `attempt` again when another transaction committed the same handle, SKU, brand or category between our
 * reading and our writing: the next reading sees it, and plans an update or a refusal instead.
 */
async function retryWhenOvertaken<Value>(tx: Tx, attempt: () => Promise<Value>): Promise<Value> {
  for (let count = 1; ; count += 1) {
    await sql`savepoint save_products`.execute(tx);
    try {
      const value = await attempt();
      await sql`release savepoint save_products`.execute(tx);
      return value;
    } catch (error) {
      const isOvertaken = error instanceof DatabaseError && OVERTAKEN.has(error.code);
      if (!isOvertaken || count === MOST_ATTEMPTS) throw error;
      await sql`rollback to savepoint save_products`.execute(tx);
    }
  }
}
