import { type Fulfilment, type Order, openQuantity } from '../orders/index.ts';
import type { Packed } from './packing-slip.ts';

/** What of an order still has to be packed: nothing of one that is cancelled. */
export function toPack({ lines, cancelledAt }: Order): Packed[] {
  if (cancelledAt !== undefined) return [];
  return lines
    .filter(({ requiresShipping }) => requiresShipping)
    .map((line) => ({ lineId: line.id, quantity: openQuantity(line) }))
    .filter(({ quantity }) => quantity > 0);
}

/** What was handed over in parcels: downloads and gift cards by mail are fulfilments too. */
export function parcelsOf({ lines }: Order, fulfilments: readonly Fulfilment[]): readonly Fulfilment[] {
  const travels = new Set(lines.filter(({ requiresShipping }) => requiresShipping).map(({ id }) => id));
  return fulfilments.filter((one) => one.lines.some(({ lineId }) => travels.has(lineId)));
}
