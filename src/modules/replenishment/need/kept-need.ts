import type { CurrencyCode } from '../../../kernel/index.ts';
import { converted, lineValueMinor, priceAt } from '../../purchasing/index.ts';
import type { Need } from './need.ts';
import type { KeptNeed } from './needs-store.ts';

const LARGEST = 1_000_000_000;

/** A need as it is kept: money in whole minor units, the line at the supplier's own price. */
export function keptNeed({ source, predicted, ...need }: Need, currency: CurrencyCode): KeptNeed {
  const { supplierId, breaks, rateE10 } = source;
  const price = priceAt(breaks, need.quantity);
  const costMinor = price === undefined || need.quantity === 0 ? 0n : lineValueMinor(price, need.quantity);
  return {
    ...{ variantId: need.variantId, locationId: need.locationId, supplierId, currency: source.currency },
    ...{ available: need.available, onOrder: need.onOrder, quantity: need.quantity, costMinor },
    reorderPoint: Math.min(need.reorderPoint, LARGEST),
    orderUpTo: Math.min(need.orderUpTo, LARGEST),
    costOfShopMinor: converted(costMinor, { from: source.currency, to: currency, rateE10 }),
    valueMinor: minor(predicted.valueMinor),
    lowMinor: minor(predicted.lowMinor),
    highMinor: minor(predicted.highMinor),
    horizonDays: predicted.horizonDays,
    waitCostMinor: minor(need.waitCostMinorPerDay),
    stockOutChance: Math.min(Math.max(need.stockOutChance, 0), 1),
    coverDays: need.coverDays,
    reasons: need.reasons,
  };
}

function minor(amount: number): bigint {
  return BigInt(Math.round(amount));
}
