import { hash } from 'node:crypto';
import type { ForecastStamp } from '../../forecasting/index.ts';
import type { Source } from '../../purchasing/index.ts';
import type { Policy } from '../policy/policy.ts';
import type { Ground } from './ground.ts';
import type { Bought } from './read-bought.ts';

/** Grows when the same facts lead to another need. */
const RULES = 4;

/**
 * The same for the same facts on the same day: what a need was worked out from, in 22 letters. What many variants have in common
 * (policies, suppliers) is written out once.
 */
export function factsKeys({ today, currency, locationId }: Ground) {
  const ground = textOf([RULES, today, currency, locationId]);
  const policies = new WeakMap<Policy, string>();
  const suppliers = new WeakMap<Source['leadTime'], string>();
  return (bought: Bought, { madeAt, adjustments }: ForecastStamp): string => {
    const { margin, position, source, policy, onOrder } = bought;
    const ofPolicy = policies.get(policy) ?? textOf(policy);
    policies.set(policy, ofPolicy);
    const ofSupplier = suppliers.get(source.leadTime) ?? textOf(termsOf(source));
    suppliers.set(source.leadTime, ofSupplier);
    const { packSize, minimumQuantity, shelfLifeDays, breaks } = source;
    const numbers = [
      ...[position.available, position.waiting, position.inTransit, packSize, minimumQuantity, shelfLifeDays],
      ...[margin.netMinor, margin.costMinor, madeAt.epochNanoseconds],
      ...breaks.flatMap(({ from, priceMinor, perQuantity }) => [from, priceMinor, perQuantity]),
      ...onOrder.flatMap(({ quantity, expectedOn }) => [quantity, expectedOn]),
    ].join();
    const changes = adjustments.length === 0 ? '' : textOf(adjustments);
    return hash('sha256', `${ground}${ofPolicy}${ofSupplier}${numbers}${changes}`, 'base64url').slice(0, 22);
  };
}

/** What a supplier's terms are, whatever is bought. */
function termsOf({ supplierId, currency, rateE10, reviewDays, closedDays, leadTime }: Source) {
  return { supplierId, currency, rateE10, reviewDays, closedDays, lead: leadTime.distribution };
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}
