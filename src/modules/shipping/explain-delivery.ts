import type { DeliveryInput, DeliveryOption } from './delivery-option.ts';
import { optionsOf } from './delivery-options.ts';
import { type DeliveryVerdict, deliveryVerdict } from './delivery-verdict.ts';
import type { DeliveryMethod } from './method.ts';
import { mostSpecific } from './place-match.ts';
import type { ShippingRulebook } from './rulebook.ts';
import type { Zone } from './zone.ts';

/** What becomes of every active method for these goods, and in which zone the destination is. */
export function explainDelivery(
  rulebook: ShippingRulebook,
  input: DeliveryInput,
): { readonly zone: Zone | undefined; readonly items: readonly ExplainedMethod[] } {
  const { tables, methods, zones } = rulebook;
  const zone = mostSpecific(zones, input.destination);
  const items = methods.map((method): ExplainedMethod => {
    const verdict = deliveryVerdict(method, input, { zone, tables });
    if (verdict.outcome !== 'offered') return { method, ...verdict, options: [] };
    const options = optionsOf(method, verdict.priceMinor, rulebook, input);
    return options.length === 0
      ? { method, outcome: 'no_pickup_point', options }
      : { method, ...verdict, options };
  });
  return { zone, items };
}

export type ExplainedMethod = {
  readonly method: DeliveryMethod;
  /** As the shopper may choose them: one, or a few pick-up points. */
  readonly options: readonly DeliveryOption[];
} & (DeliveryVerdict | { readonly outcome: 'no_pickup_point' });
