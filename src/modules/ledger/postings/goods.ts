import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { entry, move } from './entry.ts';

type Value = { readonly currency: CurrencyCode; readonly valueMinor: bigint };

/** Goods came in at what they cost; the supplier's invoice is awaited. */
export function goodsReceivedPostings({ currency, valueMinor }: Value): Posting[] {
  return move(currency, 'inventory', 'goods_received', valueMinor);
}

/** Goods left with an order. What nobody had valued before is found stock that goes out at once. */
export function goodsShippedPostings({
  currency,
  valueMinor,
  estimatedMinor,
}: Value & { readonly estimatedMinor: bigint }): Posting[] {
  return entry(currency, [
    ['cost_of_goods', valueMinor + estimatedMinor],
    ['inventory', -valueMinor],
    ['inventory_adjustments', -estimatedMinor],
  ]);
}

/** Goods came back: into stock, or as a loss where they are damaged. */
export function goodsReturnedPostings({
  currency,
  valueMinor,
  damagedMinor,
}: Value & { readonly damagedMinor: bigint }): Posting[] {
  return entry(currency, [
    ['inventory', valueMinor],
    ['inventory_adjustments', damagedMinor],
    ['cost_of_goods', -(valueMinor + damagedMinor)],
  ]);
}

/** Stock was found (above zero) or lost (below). */
export function stockAdjustedPostings({ currency, valueMinor }: Value): Posting[] {
  return move(currency, 'inventory', 'inventory_adjustments', valueMinor);
}
