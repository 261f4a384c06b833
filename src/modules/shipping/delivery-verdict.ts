import type { DeliveryInput } from './delivery-option.ts';
import type { DeliveryMethod, Dimensions } from './method.ts';
import { ratePrice } from './rate-price.ts';
import type { ShippingRulebook } from './rulebook.ts';
import type { Zone } from './zone.ts';

/** Whether a method carries these goods there and for how much, or the first reason why not. */
export type DeliveryVerdict =
  | { readonly outcome: 'offered'; readonly priceMinor: bigint }
  | {
      readonly outcome:
        | 'nothing_to_ship'
        | 'no_zone'
        | 'no_rate'
        | 'too_heavy'
        | 'too_large'
        | 'beyond_steps';
    };

/** @param zone the one that the destination is in, as no method has prices for any other */
export function deliveryVerdict(
  method: DeliveryMethod,
  { currency, destination, goods }: DeliveryInput,
  { zone, tables }: { readonly zone: Zone | undefined; readonly tables: ShippingRulebook['tables'] },
): DeliveryVerdict {
  if (!goods.requiresShipping) return { outcome: 'nothing_to_ship' };
  if (zone === undefined) return { outcome: 'no_zone' };
  const rate = method.rates.find((one) => one.zoneId === zone.id && one.currency === currency);
  if (rate === undefined) return { outcome: 'no_rate' };
  const { maxWeightGrams = goods.weightGrams, maxDimensions } = method;
  if (goods.weightGrams > maxWeightGrams) return { outcome: 'too_heavy' };
  if (!isWithin(maxDimensions, goods.maxDims)) return { outcome: 'too_large' };
  const priceMinor = ratePrice(rate, goods, { tables, destination });
  return priceMinor === undefined ? { outcome: 'beyond_steps' } : { outcome: 'offered', priceMinor };
}

function isWithin(most: Dimensions | undefined, dims: Dimensions | undefined): boolean {
  if (most === undefined || dims === undefined) return true;
  const allowed = sides(most);
  return sides(dims).every((side, index) => side <= (allowed[index] ?? 0));
}

/** The longest first: a parcel may be turned. */
function sides({ lengthMm, widthMm, heightMm }: Dimensions): number[] {
  return [lengthMm, widthMm, heightMm].toSorted((a, b) => b - a);
}
