import { setImmediate } from 'node:timers/promises';
import type { Db } from '../../../../platform/database/index.ts';
import type { SupplierMinimum } from '../../../../statistics/index.ts';
import {
  converted,
  listPurchaseOrders,
  openValueMinor,
  readSuppliers,
  type SupplierId,
} from '../../../purchasing/index.ts';
import type { Ground } from '../ground.ts';
import { listIdsOfSupplier, listSuppliersNeeded } from '../needs-store.ts';
import { type KeyedNeed, keepAdjusted, readOwnNeeds } from './own-needs.ts';
import { type FillableNeed, fillableNeed, toSupplierMinimum } from './supplier-minimum.ts';

/** Nobody fills an order up with more than what is next to be due. */
const MOST_OF_SUPPLIER = 300;
const MOST_DRAFTS = 500;
const AT_A_STRETCH = 20;

/** Fills orders up to suppliers' minimums, or lets them wait; where what is needed reaches them nothing is read. */
export async function settleSuppliers(db: Db, ground: Ground, signal: AbortSignal): Promise<void> {
  const needed = await listSuppliersNeeded(db);
  if (needed.length === 0) return;
  const drafted = await readDrafted(db, ground);
  const suppliers = await readSuppliers(db, { ids: needed.map(({ supplierId }) => supplierId) });
  const minimums = new Map(suppliers.map((supplier) => [supplier.id, minimumOf(supplier, ground)]));
  for (const { supplierId, costOfShopMinor, pieces } of needed) {
    if (signal.aborted) return;
    const whole = minimums.get(supplierId) ?? NOTHING;
    const before = drafted.get(supplierId) ?? NOTHING;
    // What lies on a draft already counts, as what is ordered now goes onto it.
    const minimum = {
      purchase: Math.max(0, whole.purchase - before.purchase),
      units: Math.max(0, whole.units - before.units),
    };
    if (Number(costOfShopMinor) >= minimum.purchase && pieces >= minimum.units) continue;
    const needs = await readFillable(db, supplierId, ground);
    await keepAdjusted(db, needs, { changed: toSupplierMinimum(needs, minimum), ground });
  }
}

const NOTHING: SupplierMinimum = { purchase: 0, units: 0 };

async function readFillable(db: Db, supplierId: SupplierId, ground: Ground) {
  const ids = await listIdsOfSupplier(db, { supplierId, limit: MOST_OF_SUPPLIER });
  const needs: (KeyedNeed & FillableNeed)[] = [];
  for await (const page of readOwnNeeds(db, ids, { ground, isAdjusted: false })) {
    for (const need of page) {
      if (needs.length % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
      needs.push({ ...need, ...fillableNeed(need) });
    }
  }
  return needs;
}

function minimumOf(
  { orderMinimumMinor, orderMinimumPieces, currency: from, rateE10 }: Supplier,
  { currency: to }: Ground,
): SupplierMinimum {
  return {
    purchase: Number(converted(orderMinimumMinor, { from, to, rateE10 })),
    units: orderMinimumPieces,
  };
}

type Supplier = Awaited<ReturnType<typeof readSuppliers>>[number];

async function readDrafted(db: Db, { currency: to }: Ground): Promise<Map<SupplierId, SupplierMinimum>> {
  const drafts = await listPurchaseOrders(db, { states: ['draft'], limit: MOST_DRAFTS });
  const bySupplier = new Map<SupplierId, SupplierMinimum>();
  for (const order of drafts) {
    const { supplierId, currency: from, rateE10, lines } = order;
    const { purchase, units } = bySupplier.get(supplierId) ?? NOTHING;
    bySupplier.set(supplierId, {
      purchase: purchase + Number(converted(openValueMinor(order), { from, to, rateE10 })),
      units: units + lines.reduce((sum, { quantity }) => sum + quantity, 0),
    });
  }
  return bySupplier;
}
