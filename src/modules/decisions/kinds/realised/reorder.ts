import { z } from 'zod';
import { readDossier, readPurchaseOrder } from '../../../purchasing/index.ts';
import { readMargins } from '../../../replenishment/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { idWithin } from '../id-within.ts';
import { wonPieces } from '../later-arrival.ts';
import { type ReorderProposal, reorderBasis } from '../reorder-proposal.ts';
import { piecesOf, type Sold } from '../sold.ts';

const state = z.object({ purchaseOrderId: idWithin<'purchase_order'>() });

/**
 * What ordering then brought, against ordering at the next look: the days are replayed as they came, with the goods as much
 * later as looks lie apart. Pieces that were sold meanwhile and would not have been there, at what a
 * missing piece loses, less what keeping the goods for those days cost.
 */
export async function realiseReorder(
  { db, now, zone, today, currency, economics }: ReadContext,
  { decision, proposal }: { readonly decision: Decision; readonly proposal: ReorderProposal },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, proposedAt, applied, basis } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const { variantId, quantity } = proposal;
  const order = await readPurchaseOrder(db, state.parse(applied).purchaseOrderId);
  const line = order?.lines.find((one) => one.variantId === variantId);
  if (order === undefined || line === undefined) return { notEnough: 'not_received' };
  const { receipts } = await readDossier(db, order);
  const first = receipts
    .filter(
      ({ undone, lines }) =>
        undone === undefined && lines.some((one) => one.lineId === line.id && one.received > 0),
    )
    .map(({ received }) => received.at)
    .toSorted(Temporal.Instant.compare)[0];
  if (first === undefined) return { notEnough: 'not_received' };
  const margin = (await readMargins(db, [variantId], { currency, now })).get(variantId);
  if (margin?.costMinor === undefined) return { notEnough: 'no_sales' };
  // From when the stock was read, which is when it was proposed.
  const from = proposedAt.toZonedDateTimeISO(zone).toPlainDate();
  const days = await sold(variantId, { from, to: today });
  if (days === undefined) return 'not_yet';
  const { available: stock, onOrder: others, reviewDays: laterBy, lossMinor } = reorderBasis.parse(basis);
  const arrivedOn = from.until(first.toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'days' }).days;
  if (days.length < arrivedOn + laterBy) return 'not_yet';
  const won = wonPieces({ sold: days, stock, others, arrivedOn, laterBy });
  const earned = won * lossMinor;
  const holding = (economics.holdingMillionths / 1_000_000 / 365) * laterBy;
  const kept = Number(margin.costMinor) * Math.min(quantity, line.received) * holding;
  const valueMinor = BigInt(Math.round(earned - kept));
  return {
    // What was sold is known, and so is what would have been there.
    ...{ valueMinor, lowMinor: valueMinor, highMinor: valueMinor, method: 'simulated_without' },
    figures: [
      { key: 'sold', unit: 'count', value: String(piecesOf(days)) },
      { key: 'lost_without', unit: 'count', value: String(won) },
    ],
  };
}
