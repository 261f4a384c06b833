import type { Db } from '../../../../platform/database/index.ts';
import { limitsIn } from '../../policy/store.ts';
import { leftOf } from '../check-limits.ts';
import type { Ground } from '../ground.ts';
import { listNeededIds, sumNeeded } from '../needs-store.ts';
import { type KeyedNeed, keepAdjusted, readOwnNeeds } from './own-needs.ts';
import { settleSuppliers } from './settle-suppliers.ts';
import { type LimitedNeed, limitedNeed, type Room, withinLimits } from './within-limits.ts';

/** Of the most valuable needs so many share a budget: the rest would be cut anyway. */
const MOST_LIMITED = 3_000;

/**
 * What needs together make of each: first each supplier's minimum, then the shop's budget and room. Only those that change are
 * kept again.
 */
export async function settleNeeds(db: Db, ground: Ground, signal: AbortSignal): Promise<void> {
  await settleSuppliers(db, ground, signal);
  if (!signal.aborted) await settleLimits(db, ground, signal);
}

async function settleLimits(db: Db, ground: Ground, signal: AbortSignal): Promise<void> {
  const limits = limitsIn(ground.parts);
  if (limits.budgetMinor === undefined && limits.storagePieces === undefined) return;
  const left = await leftOf(db, limits, ground.currency);
  const room: Room = {
    budget: left.budgetMinor === undefined ? Number.POSITIVE_INFINITY : Number(left.budgetMinor),
    pieces: left.pieces ?? Number.POSITIVE_INFINITY,
  };
  const all = await sumNeeded(db);
  if (Number(all.costOfShopMinor) <= room.budget && all.pieces <= room.pieces) return;
  const ids = await listNeededIds(db, MOST_LIMITED);
  const needs: LimitedNeed<KeyedNeed>[] = [];
  // As suppliers' minimums have left them.
  for await (const page of readOwnNeeds(db, ids, { ground, isAdjusted: true })) {
    if (signal.aborted) return;
    needs.push(...page.map(limitedNeed));
  }
  await keepAdjusted(db, needs, { changed: withinLimits(needs, room), ground });
}
