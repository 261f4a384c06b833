import type { Order } from '../order.ts';
import { unrefunded } from './agree-anew.ts';
import type { Refund } from './refund.ts';
import { summedByRate, taxSum } from './tax-sums.ts';

/** What an order is still sold for after edits took theirs, as what a credit note of all of it says. */
export function restOf(
  order: Pick<Order, 'lines' | 'quotedDelivery'>,
): Pick<Refund, 'lines' | 'goodsMinor' | 'deliveryMinor' | 'goodwillMinor' | 'taxes' | 'taxMinor'> {
  const parts = order.lines.map((line) => ({ line, rest: unrefunded(line) }));
  const lines = parts.flatMap(({ line, rest }) => {
    const quantity = line.quantity - line.refundedQuantity;
    const taxMinor = taxSum(rest.taxes);
    return quantity === 0
      ? []
      : [{ lineId: line.id, quantity, amountMinor: rest.netMinor + taxMinor, taxMinor }];
  });
  const taxes = summedByRate([
    ...parts.flatMap(({ rest }) => rest.taxes),
    ...(order.quotedDelivery?.taxes ?? []),
  ]);
  return {
    lines,
    goodsMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    deliveryMinor: order.quotedDelivery?.totalMinor ?? 0n,
    goodwillMinor: 0n,
    taxes,
    taxMinor: taxSum(taxes),
  };
}
