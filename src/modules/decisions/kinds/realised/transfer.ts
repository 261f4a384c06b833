import { z } from 'zod';
import type { VariantId } from '../../../catalog/index.ts';
import { readTransfer } from '../../../inventory/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { idWithin } from '../id-within.ts';
import { unservedBasis } from '../reorder-proposal.ts';
import { piecesOf, type Sold } from '../sold.ts';
import { readArrivals } from './arrivals.ts';
import { lostTo } from './unserved.ts';
import { lostWithout } from './without.ts';

/** What could be sold where it went to, and what a missing piece loses, when it was proposed. */
export const transferBasis = z.object({ available: z.number(), ...unservedBasis });
export const transferState = z.object({ transferId: idWithin<'transfer'>() });

/**
 * What moving goods brought, against leaving them where they lay: the days replayed as they came, from the stock that there was
 * and everything else that came, without the pieces of the transfer. What could not have been sold then, at what a missing
 * piece loses. Moving costs nothing here: goods that nobody can buy where they lie earn nothing there. The
 * interval is that of what those would have done who would have found nothing (`unserved.ts`).
 */
export async function realiseTransfer(
  context: ReadContext,
  { decision, variantId }: { readonly decision: Decision; readonly variantId: VariantId },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, proposedAt, applied, basis, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const transfer = await readTransfer(context.db, transferState.parse(applied).transferId);
  if (transfer?.state === 'sent') return 'not_yet';
  const came = transfer?.lines.find((line) => line.variantId === variantId)?.received ?? 0;
  if (transfer === undefined || came === 0) return { notEnough: 'not_received' };
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(context.zone).toPlainDate();
  // From when the stock was read, which is when it was proposed.
  const [from, to] = [dayOf(proposedAt), dayOf(appliedAt).add({ days: predicted.horizonDays - 1 })];
  const days = await sold(variantId, { from, to });
  if (days === undefined) return 'not_yet';
  const given = { variantId, since: proposedAt, days: days.length, without: transfer.number };
  const arrivals = await readArrivals(context, given);
  const { available: stock, ...piece } = transferBasis.parse(basis);
  // More than came cannot have been sold of it: what is beyond was sold from somewhere else.
  const lost = Math.min(came, lostWithout({ sold: days, stock, arrivals }));
  const { lostMinor, lowMinor, highMinor } = lostTo([{ ...piece, pieces: lost }]);
  const amount = (of: number) => BigInt(Math.round(of));
  return {
    ...{ valueMinor: amount(lostMinor), lowMinor: amount(lowMinor), highMinor: amount(highMinor) },
    method: 'simulated_without',
    figures: [
      { key: 'sold', unit: 'count', value: String(piecesOf(days)) },
      { key: 'lost_without', unit: 'count', value: String(lost) },
    ],
  };
}
