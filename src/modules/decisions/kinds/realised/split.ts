import { z } from 'zod';
import { readStockHistory } from '../../../inventory/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { idWithin } from '../id-within.ts';
import type { Sold } from '../sold.ts';
import { firstReceivedOn } from './receipts.ts';
import { missedIn } from './without.ts';

/** What was to come later; amounts are minor units of the shop's currency. */
export const splitBasis = z.object({
  lines: z.array(
    z.object({
      variantId: idWithin<'variant'>(),
      later: z.number(),
      unitCost: z.number(),
      /** `null`: it had no price that a piece could earn. */
      margin: z.number().nullable(),
    }),
  ),
  /** What the smaller quantities and one delivery more cost. */
  extraMinor: z.number(),
});
export const splitState = z.object({
  laterId: idWithin<'purchase_order'>(),
  before: z.array(z.object({ variantId: idWithin<'variant'>(), quantity: z.int() })),
});

/** How long after its horizon a part is waited for. */
const PATIENCE_HOURS = 24 * 90;

/**
 * What parting an order brought, against all of it coming with the first part: keeping the later part for the days that lay
 * between, less what two orders cost more, less the margin of what was missed because the later part was not there.
 */
export async function realiseSplit(
  context: ReadContext,
  {
    decision,
    purchaseOrderId,
  }: { readonly decision: Decision; readonly purchaseOrderId: Parameters<typeof firstReceivedOn>[1] },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { db, zone, now, economics } = context;
  const { appliedAt, applied, basis, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const [first, later] = [
    await firstReceivedOn(context, purchaseOrderId),
    await firstReceivedOn(context, splitState.parse(applied).laterId),
  ];
  if (first === undefined || later === undefined) {
    const end = appliedAt.add({ hours: 24 * predicted.horizonDays + PATIENCE_HOURS });
    return Temporal.Instant.compare(now, end) < 0 ? 'not_yet' : { notEnough: 'not_received' };
  }
  const days = Math.max(0, first.until(later, { largestUnit: 'days' }).days);
  const { lines, extraMinor } = splitBasis.parse(basis);
  const perDay = economics.holdingMillionths / 1_000_000 / 365;
  const kept = lines.reduce((sum, line) => sum + line.later * line.unitCost * perDay * days, 0);
  let [missed, lost, least, most] = [0, 0, 0, 0];
  if (days > 0) {
    const span = { from: first, to: later.subtract({ days: 1 }) };
    const ids = lines.map(({ variantId }) => variantId);
    const history = await readStockHistory(db, { variantIds: ids, ...span, zone });
    for (const { variantId, later: pieces, margin } of lines) {
      const onHand = history.find((one) => one.variantId === variantId)?.onHand;
      const each = await sold(variantId, span);
      if (each === undefined) return 'not_yet';
      const gap = onHand && missedIn({ onHand, sold: each, most: pieces });
      if (gap === undefined) return { notEnough: 'no_sales' };
      if (margin === null && gap.high > 0) return { notEnough: 'no_price' };
      if (margin === null) continue;
      missed += gap.pieces;
      lost += gap.pieces * margin;
      least += gap.low * margin;
      most += gap.high * margin;
    }
  }
  const amount = (loss: number) => BigInt(Math.round(kept - extraMinor - loss));
  return {
    ...{ valueMinor: amount(lost), lowMinor: amount(most), highMinor: amount(least) },
    method: 'kept_shorter',
    figures: [
      { key: 'days_later', unit: 'days', value: String(days) },
      { key: 'keeping_saved', unit: 'money', value: String(Math.round(kept)) },
      { key: 'missed', unit: 'count', value: missed.toFixed(1) },
    ],
  };
}
