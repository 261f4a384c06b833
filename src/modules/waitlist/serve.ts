import { fallbacksOf } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { isPublished, readOffered, readSellables, type VariantId } from '../catalog/index.ts';
import { type Availability, readAvailability } from '../inventory/index.ts';
import { type LinkDeps, linksTo, queueLetter } from '../mails/index.ts';
import { backInStockLetter } from './letter.ts';
import { pricedIn } from './priced-in.ts';
import { countTurns, lockFirst, lockVariant, marketsOf, markTold } from './store.ts';
import { WAITLIST_LIMITS, type Wait, type WaitId } from './wait.ts';

/**
 * Tells the next in line: with those told within the last 12 hours no more people than there are pieces, whether those
 * have bought since or not.
 *
 * @returns how many were told
 */
export async function serveVariant(
  tx: Tx,
  variantId: VariantId,
  { reached, now }: { readonly reached: LinkDeps; readonly now: Temporal.Instant },
): Promise<number> {
  await lockVariant(tx, variantId);
  const offered = (await readOffered(tx, [variantId])).get(variantId);
  if (!offered || !isPublished(offered, now)) return 0;
  const availability = (await readAvailability(tx, [variantId])).get(variantId);
  const since = now.subtract({ hours: WAITLIST_LIMITS.turnHours });
  const limit = mayBeTold(availability, await countTurns(tx, variantId, since));
  if (limit === 0) return 0;
  const markets = await pricedIn(tx, variantId, await marketsOf(tx, variantId));
  const told: WaitId[] = [];
  for (const wait of await lockFirst(tx, { variantId, markets, limit })) {
    if (await tellBack(tx, wait, { reached, now })) told.push(wait.id);
  }
  await markTold(tx, told, now);
  return told.length;
}

/** What is not counted, or may be bought beyond what there is, is there for everybody. */
export function mayBeTold(availability: Availability | undefined, turns: number): number {
  if (!availability?.isBuyable) return 0;
  const { isTracked, mayBackorder, available } = availability;
  const pieces = isTracked && !mayBackorder ? available - turns : WAITLIST_LIMITS.atOnce;
  return Math.max(0, Math.min(pieces, WAITLIST_LIMITS.atOnce));
}

/** @returns whether a mail goes: whoever gets none keeps their place */
async function tellBack(
  tx: Tx,
  wait: Wait,
  { reached, now }: { readonly reached: LinkDeps; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { id, variantId, email: to, customerId, market, locale, leaveKey } = wait;
  const goods = (await readSellables(tx, [variantId], fallbacksOf(locale))).get(variantId);
  // Of a variant that went in this moment there is nothing to tell.
  if (goods?.status !== 'active') return false;
  const linkTo = await linksTo(tx, reached, { market, locale });
  const leaveUrl = linkTo(`/back-in-stock/leave?key=${leaveKey}`);
  const letter = backInStockLetter(locale, {
    title: goods.title,
    options: goods.options.map(({ value }) => value).join(', '),
    productUrl: linkTo(`/products/${encodeURIComponent(goods.handle)}?variant=${variantId}`),
    leaveUrl,
  });
  await queueLetter(tx, {
    ...{ kind: 'back_in_stock', letter, pictures: [], to, locale, customerId, now },
    ...{ dedupeKey: `back_in_stock:${id}`, unsubscribeUrl: leaveUrl },
  });
  return true;
}
