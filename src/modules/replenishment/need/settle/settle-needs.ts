import { setImmediate } from 'node:timers/promises';
import { type Db, transact } from '../../../../platform/database/index.ts';
import type { VariantId } from '../../../catalog/index.ts';
import { converted, listPurchaseOrders, openValueMinor, type SupplierId } from '../../../purchasing/index.ts';
import { limitsIn } from '../../policy/store.ts';
import { leftOf } from '../check-limits.ts';
import type { Ground } from '../ground.ts';
import { keptNeed } from '../kept-need.ts';
import type { Adjustment, NeedFacts } from '../need.ts';
import { needOf } from '../need-of.ts';
import { keepNeeds, listIdsOfSupplier, listNeededIds, listSuppliersNeeded } from '../needs-store.ts';
import { readKnown } from '../read-needs.ts';
import { toSupplierMinimum } from './supplier-minimum.ts';
import { type OwnNeed, type Room, withinLimits } from './within-limits.ts';

/** Nobody fills an order up with more than what is next to be due. */
const MOST_OF_SUPPLIER = 300;
/** Of the most valuable needs so many share a budget: the rest would be cut anyway. */
const MOST_LIMITED = 3_000;
const AT_ONCE = 200;
const MOST_DRAFTS = 500;

/**
 * What needs together make of each: first each supplier's minimum, then the shop's budget and room. Only those that change are
 * kept again.
 */
export async function settleNeeds(db: Db, ground: Ground, signal: AbortSignal): Promise<void> {
  const drafted = await readDrafted(db, ground);
  for (const supplierId of await listSuppliersNeeded(db)) {
    if (signal.aborted) return;
    const ids = await listIdsOfSupplier(db, { supplierId, limit: MOST_OF_SUPPLIER });
    const needs = await readOwn(db, ids, ground);
    const changed = toSupplierMinimum(needs, minimumOf(needs, ground) - (drafted.get(supplierId) ?? 0));
    await keepAdjusted(db, needs, changed, ground);
    await setImmediate();
  }
  const limits = limitsIn(ground.parts);
  if (limits.budgetMinor === undefined && limits.storagePieces === undefined) return;
  const ids = await listNeededIds(db, MOST_LIMITED);
  const needs: OwnNeed[] = [];
  for (let from = 0; from < ids.length && !signal.aborted; from += AT_ONCE) {
    // As suppliers' minimums have left them.
    needs.push(...(await readOwn(db, ids.slice(from, from + AT_ONCE), ground, true)));
    await setImmediate();
  }
  const left = await leftOf(db, limits, ground.currency);
  const room: Room = {
    budget: left.budgetMinor === undefined ? Number.POSITIVE_INFINITY : Number(left.budgetMinor),
    pieces: left.pieces ?? Number.POSITIVE_INFINITY,
  };
  await keepAdjusted(db, needs, withinLimits(needs, room), ground);
}

async function readOwn(
  db: Db,
  ids: readonly VariantId[],
  ground: Ground,
  isAdjusted = false,
): Promise<OwnNeed[]> {
  const known = await readKnown(db, ids, ground, { isAdjusted });
  return [...known.values()].flatMap(({ facts }) =>
    facts === undefined ? [] : [{ facts, quantity: needOf(facts).quantity }],
  );
}

/** What lies on drafts already, by supplier: what is ordered now goes onto them. */
async function readDrafted(db: Db, { currency: to }: Ground): Promise<Map<SupplierId, number>> {
  const drafts = await listPurchaseOrders(db, { states: ['draft'], limit: MOST_DRAFTS });
  const bySupplier = new Map<SupplierId, number>();
  for (const order of drafts) {
    const { supplierId, currency: from, rateE10 } = order;
    const minor = Number(converted(openValueMinor(order), { from, to, rateE10 }));
    bySupplier.set(supplierId, (bySupplier.get(supplierId) ?? 0) + minor);
  }
  return bySupplier;
}

/** The value that an order has to come to. */
function minimumOf(needs: readonly OwnNeed[], { currency: to }: Ground): number {
  const [first] = needs;
  if (first === undefined) return 0;
  const { orderMinimumMinor, currency: from, rateE10 } = first.facts.source;
  return Number(converted(orderMinimumMinor, { from, to, rateE10 }));
}

async function keepAdjusted(
  db: Db,
  needs: readonly OwnNeed[],
  changed: ReadonlyMap<number, Adjustment>,
  { currency, now }: Ground,
): Promise<void> {
  const some = [...changed].flatMap(([index, adjustment]) => {
    const facts: NeedFacts | undefined = needs[index]?.facts;
    return facts === undefined ? [] : [{ facts: { ...facts, adjustment }, adjustment }];
  });
  for (let from = 0; from < some.length; from += AT_ONCE) {
    const page = some.slice(from, from + AT_ONCE);
    const kept = page.map(({ facts, adjustment }) => ({ ...keptNeed(needOf(facts), currency), adjustment }));
    await transact(db, (tx) => keepNeeds(tx, kept, now));
  }
}
