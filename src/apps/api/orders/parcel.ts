import { z } from 'zod';
import type { Fulfilment } from '../../../modules/orders/index.ts';
import { instant, uuid } from '../../../platform/api/index.ts';

/** A parcel, or what was handed over in another way. */
export const fulfilment = z.object({
  id: uuid(),
  number: z.int(),
  carrier: z.string(),
  trackingNumber: z.string(),
  shippedAt: instant(),
  deliveredAt: instant().optional(),
  lines: z.array(z.object({ lineId: uuid(), quantity: z.int() })),
});

/** A parcel as staff and its shopper may see it. */
export function fulfilmentAnswer(fulfilment: Fulfilment) {
  const { id, number, carrier, trackingNumber, shippedAt, deliveredAt, lines } = fulfilment;
  const at = { shippedAt: shippedAt.toString(), deliveredAt: deliveredAt?.toString() };
  return { id, number, carrier, trackingNumber, lines, ...at };
}
