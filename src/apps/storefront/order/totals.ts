import type { Order } from '../../../modules/orders/index.ts';
import { creditLabel, totalsOf } from '../cart/totals.ts';
import { message } from '../messages/index.ts';
import type { Totals } from '../model/index.ts';

/** What an order adds up to, as it was agreed and in its own language and currency. */
export function orderTotals(order: Order): Totals {
  const { currency, locale, credits, totals, pricesIncludeTax, quotedDelivery, verdicts, taxes } = order;
  return totalsOf(
    { pricesIncludeTax, exemptReason: undefined, delivery: quotedDelivery, verdicts, taxes, totals },
    {
      site: { currency, locale },
      isDeliveryEstimated: false,
      credits: credits.map(({ kind, last4, amountMinor }) => ({
        label:
          kind === 'exchange'
            ? message(locale, 'totals.exchange')
            : creditLabel(kind === 'gift_card' ? last4 : undefined, { currency, locale }),
        amountMinor,
      })),
      reducedMinor: totals.reducedMinor,
      dueMinor: totals.dueMinor,
      notes: [],
    },
  );
}
