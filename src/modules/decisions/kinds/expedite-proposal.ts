import { z } from 'zod';
import { openDay, type PurchaseOrder, type Supplier } from '../../purchasing/index.ts';
import { idWithin } from './id-within.ts';

export type ExpediteProposal = {
  readonly purchaseOrderId: PurchaseOrder['id'];
  readonly promisedOn: string;
  readonly wantedOn: string;
};

export const expediteProposal: z.ZodType<ExpediteProposal> = z.object({
  ...{ purchaseOrderId: idWithin<'purchase_order'>(), promisedOn: z.string(), wantedOn: z.string() },
});

const SOONER_DAYS = 7;

/**
 * The day that is asked for: a week sooner than promised, tomorrow at the soonest, on which the supplier is open. `undefined` where
 * no such day comes before the promised one.
 */
export function soonerDay(
  promisedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  closed: Supplier['closedDays'],
): Temporal.PlainDate | undefined {
  const days = today.until(promisedOn, { largestUnit: 'days' }).days;
  const day = openDay(promisedOn.subtract({ days: Math.min(SOONER_DAYS, days - 1) }), closed);
  return Temporal.PlainDate.compare(day, promisedOn) < 0 ? day : undefined;
}
