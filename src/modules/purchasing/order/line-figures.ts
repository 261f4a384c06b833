import { cheaperBreak, lineValueMinor, orderableQuantity } from '../source/price.ts';
import type { SourceRow } from '../source/store.ts';
import { confirmedDifferences } from './confirm-order.ts';
import { agreedPrice, agreedQuantity, openQuantity, type PurchaseOrderLine } from './purchase-order.ts';

/** What a line comes to, what is to come of it, and what a buyer is told about packs, minimum and cheaper quantities. */
export function lineFigures(line: PurchaseOrderLine, source: SourceRow | undefined) {
  const { packSize = 1, minimumQuantity = 1, breaks = [] } = source ?? {};
  const { quantity, price } = confirmedDifferences(line);
  return {
    agreed: agreedQuantity(line),
    open: openQuantity(line),
    valueMinor: lineValueMinor(agreedPrice(line), agreedQuantity(line)),
    isOtherwise: quantity !== 0 || price !== undefined,
    ...{ packSize, minimumQuantity },
    orderable: orderableQuantity({ packSize, minimumQuantity }, line.quantity),
    cheaperFrom: cheaperBreak(breaks, line.quantity)?.from,
  };
}
