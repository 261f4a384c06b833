import { z } from 'zod';
import { readDossier, readPurchaseOrder } from '../../../purchasing/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import type { ExpediteProposal } from '../expedite-proposal.ts';
import { idWithin } from '../id-within.ts';
import { wonPieces } from '../later-arrival.ts';
import { unservedBasis } from '../reorder-proposal.ts';
import { piecesOf, type Sold } from '../sold.ts';
import { lostTo, type Unserved } from './unserved.ts';

/** Of what would have been missed: what there was of it, and what a missing piece loses, when it was proposed. */
export const expediteBasis = z.object({
  lines: z.array(z.object({ variantId: idWithin<'variant'>(), available: z.number(), ...unservedBasis })),
});

/**
 * What coming sooner brought, against the day that was promised: nothing where it came no sooner. The interval is that of what
 * those would have done who would have found nothing (`unserved.ts`).
 */
export async function realiseExpedite(
  { db, zone, now }: ReadContext,
  { decision, proposal }: { readonly decision: Decision; readonly proposal: ExpediteProposal },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, proposedAt, basis } = decision;
  const order = await readPurchaseOrder(db, proposal.purchaseOrderId);
  if (appliedAt === undefined || order === undefined) return { notEnough: 'not_received' };
  const { receipts } = await readDossier(db, order, now);
  const [first] = receipts
    .filter(({ undone }) => undone === undefined)
    .map(({ received }) => received.at.toZonedDateTimeISO(zone).toPlainDate())
    .toSorted(Temporal.PlainDate.compare);
  if (first === undefined) return { notEnough: 'not_received' };
  const promised = Temporal.PlainDate.from(proposal.promisedOn);
  const laterBy = Math.max(0, first.until(promised, { largestUnit: 'days' }).days);
  // From when the stock was read, which is when it was proposed.
  const from = proposedAt.toZonedDateTimeISO(zone).toPlainDate();
  const arrivedOn = Math.max(0, from.until(first, { largestUnit: 'days' }).days);
  const unserved: Unserved[] = [];
  for (const { variantId, available: stock, ...piece } of expediteBasis.parse(basis).lines) {
    const days = await sold(variantId, { from, to: promised });
    if (days === undefined) return 'not_yet';
    const pieces = wonPieces({ sold: days, stock, others: 0, arrivedOn, laterBy });
    unserved.push({ ...piece, pieces });
  }
  const { lostMinor, lowMinor, highMinor } = lostTo(unserved);
  const amount = (of: number) => BigInt(Math.round(of));
  return {
    ...{ valueMinor: amount(lostMinor), lowMinor: amount(lowMinor), highMinor: amount(highMinor) },
    method: 'simulated_without',
    figures: [
      { key: 'lost_without', unit: 'count', value: String(piecesOf(unserved.map((one) => one.pieces))) },
    ],
  };
}
