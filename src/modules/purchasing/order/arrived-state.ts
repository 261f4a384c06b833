import { type OrderState, openQuantity, type PurchaseOrder } from './purchase-order.ts';

/** What an order that the supplier knows of is, by what has come of it. */
export function arrivedState({
  lines,
  confirmedAt,
}: Pick<PurchaseOrder, 'lines' | 'confirmedAt'>): OrderState {
  const hasCome = lines.some(({ received }) => received > 0);
  if (hasCome) return lines.every((line) => openQuantity(line) === 0) ? 'received' : 'partly_received';
  return confirmedAt === undefined ? 'sent' : 'confirmed';
}
