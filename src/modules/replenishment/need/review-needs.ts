import { setImmediate } from 'node:timers/promises';
import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { listVariantIds, type VariantId } from '../../catalog/index.ts';
import { factsKeys } from './facts-key.ts';
import { type Ground, readGround } from './ground.ts';
import { keptNeed } from './kept-need.ts';
import { needOf } from './need-of.ts';
import { forgetNeeds, type KeptNeed, keepNeeds, keepReview, lockNeeds, readKept } from './needs-store.ts';
import { readBought } from './read-bought.ts';
import { readKnown } from './read-needs.ts';
import { settleNeeds } from './settle/settle-needs.ts';

/** Variants of which it is asked at once whether anything changed. */
const PAGE = 500;
/** Of one transaction that works out what changed; few enough that who orders one of them does not wait. */
const BATCH = 100;
/** Worked out without a pause: about ten milliseconds. */
const AT_A_STRETCH = 20;

/**
 * Looks at the whole shop again: what is to be ordered, page by page. What is as it was when it was worked out today is not worked
 * out again, but for what needs together had made of it.
 *
 * @returns how many variants are to be ordered by themselves
 */
export async function reviewAllNeeds(
  db: Db,
  { now, signal }: { readonly now: Temporal.Instant; readonly signal: AbortSignal },
): Promise<number> {
  const ground = await readGround(db, now);
  let after: VariantId | undefined;
  let needed = 0;
  while (!signal.aborted) {
    const variantIds = await listVariantIds(db, { after, limit: PAGE });
    if (variantIds.length === 0) break;
    const { changed, needed: before } = await lookThrough(db, variantIds, ground);
    needed += before;
    for (let at = 0; at < changed.length && !signal.aborted; at += BATCH) {
      const batch = changed.slice(at, at + BATCH);
      needed += await transact(db, (tx) => reviewNeeds(tx, batch, ground));
    }
    after = variantIds.at(-1);
    await setImmediate();
  }
  if (signal.aborted) return needed;
  await settleNeeds(db, ground, signal);
  if (signal.aborted) return needed;
  await transact(db, async (tx) => {
    await keepReview(tx, now);
    await tell(tx, 'replenishment.needs_reviewed', { needed, begunAt: now.toString() });
  });
  return needed;
}

/** Which of these are to be worked out again, and how many of the others are to be ordered. */
async function lookThrough(db: Db, variantIds: readonly VariantId[], ground: Ground) {
  const [kept, bought] = await Promise.all([readKept(db, variantIds), readBought(db, variantIds, ground)]);
  const keyOf = factsKeys(ground);
  const changed: VariantId[] = [];
  let needed = 0;
  for (const [id, about, stamp] of bought) {
    const before = kept.get(id);
    kept.delete(id);
    if (before === undefined || before.isAdjusted || before.key !== keyOf(about, stamp)) changed.push(id);
    else if (before.quantity > 0) needed += 1;
  }
  // What is left can not be ordered any more.
  changed.push(...kept.keys());
  return { changed, needed };
}

/**
 * Works out what these variants need, and keeps it, alone: who orders one of them meanwhile waits, and what was ordered just
 * before is seen. Of those that cannot be ordered nothing is kept.
 *
 * @returns how many of them are to be ordered
 */
export async function reviewNeeds(tx: Tx, variantIds: readonly VariantId[], ground: Ground): Promise<number> {
  await lockNeeds(tx, variantIds);
  const known = await readKnown(tx, variantIds, ground);
  const keyOf = factsKeys(ground);
  const needs: KeptNeed[] = [];
  for (const [id, about] of known) {
    // What is worked out of a forecast is let go with it.
    known.delete(id);
    const { facts, source, stored } = about;
    if (facts === undefined || source === undefined) continue;
    if (needs.length % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
    const key = keyOf({ ...about, source }, stored);
    needs.push({ ...keptNeed(needOf(facts), ground.currency), key });
  }
  const found = new Set(needs.map(({ variantId }) => variantId));
  await forgetNeeds(
    tx,
    variantIds.filter((id) => !found.has(id)),
  );
  await keepNeeds(tx, needs, ground.now);
  return needs.filter(({ quantity }) => quantity > 0).length;
}
