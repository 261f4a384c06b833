import type { DeliveryInput } from './delivery-option.ts';
import type { CarrierTable, Rate, RateStep } from './method.ts';
import { mostSpecific } from './place-match.ts';
import type { Destination } from './zone.ts';

type Goods = DeliveryInput['goods'];

/**
 * What a rate asks for these goods, in minor units, or `undefined` when they are beyond its last step. What weighs
 * exactly as much as a step allows is in that step.
 *
 * @example
 * // steps up to 2,000 g at 4.90 and up to 5,000 g at 6.90: 2,000 g cost 490n, 2,001 g 690n, 5,001 g are not carried
 */
export function ratePrice(
  rate: Rate,
  goods: Goods,
  carrier: { readonly tables: readonly CarrierTable[]; readonly destination: Destination },
): bigint | undefined {
  const price = tablePrice(rate, goods, carrier);
  if (price === undefined) return undefined;
  return rate.freeFromMinor !== undefined && goods.valueMinor >= rate.freeFromMinor ? 0n : price;
}

function tablePrice(
  rate: Rate,
  goods: Goods,
  carrier: { readonly tables: readonly CarrierTable[]; readonly destination: Destination },
): bigint | undefined {
  if (rate.basis === 'carrier') {
    const table = carrier.tables.find(({ id }) => id === rate.tableId);
    const zone = table && mostSpecific(table.zones, carrier.destination);
    const price = zone && stepPrice(zone.steps, BigInt(goods.weightGrams));
    return price === undefined ? undefined : price + rate.surchargeMinor;
  }
  if (rate.basis === 'value') return stepPrice(rate.steps, goods.valueMinor);
  return stepPrice(rate.steps, BigInt(rate.basis === 'weight' ? goods.weightGrams : goods.quantity));
}

function stepPrice(steps: readonly RateStep[], measure: bigint): bigint | undefined {
  return steps.find(({ upTo }) => upTo === undefined || measure <= upTo)?.priceMinor;
}
