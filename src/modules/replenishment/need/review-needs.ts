import { setImmediate } from 'node:timers/promises';
import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { listVariantIds, type VariantId } from '../../catalog/index.ts';
import { factsKey } from './facts-key.ts';
import { keptNeed } from './kept-need.ts';
import { needOf } from './need-of.ts';
import { type KeptNeed, keepNeeds, readKeys } from './needs-store.ts';
import { type Ground, readGround, readKnown } from './read-needs.ts';
import { settleNeeds } from './settle/settle-needs.ts';

/** Variants of one transaction; few enough that the worker does other things in between. */
const BATCH = 100;

/**
 * Looks at the whole shop again: what is to be ordered, batch by batch, each kept as a whole.
 *
 * @returns how many variants are to be ordered
 */
export async function reviewAllNeeds(
  db: Db,
  { now, signal }: { readonly now: Temporal.Instant; readonly signal: AbortSignal },
): Promise<number> {
  const ground = await readGround(db, now);
  let after: VariantId | undefined;
  let needed = 0;
  while (!signal.aborted) {
    const variantIds = await listVariantIds(db, { after, limit: BATCH });
    if (variantIds.length === 0) break;
    needed += await transact(db, (tx) => reviewNeeds(tx, variantIds, ground));
    after = variantIds.at(-1);
    await setImmediate();
  }
  if (!signal.aborted) await settleNeeds(db, ground, signal);
  if (!signal.aborted) await transact(db, (tx) => tell(tx, 'replenishment.needs_reviewed', { needed }));
  return needed;
}

/**
 * Looks at these variants again. What is as it was when it was last worked out today stays, but for what needs together had made
 * of it.
 */
export async function reviewNeeds(tx: Tx, variantIds: readonly VariantId[], ground: Ground): Promise<number> {
  const known = await readKnown(tx, variantIds, ground);
  const before = await readKeys(tx, variantIds);
  const unchanged: VariantId[] = [];
  const needs: KeptNeed[] = [];
  let needed = 0;
  for (const [id, { facts, stored }] of known) {
    if (facts === undefined) continue;
    const key = factsKey(facts, stored);
    const kept = before.get(id);
    if (kept?.key === key) {
      unchanged.push(id);
      needed += kept.quantity > 0 ? 1 : 0;
      continue;
    }
    const need = keptNeed(needOf(facts), ground.currency);
    needs.push({ ...need, key });
    needed += need.quantity > 0 ? 1 : 0;
  }
  await keepNeeds(tx, { asked: variantIds, unchanged, needs, now: ground.now });
  return needed;
}
