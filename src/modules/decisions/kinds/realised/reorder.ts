import { z } from 'zod';
import { readDossier, readPurchaseOrder } from '../../../purchasing/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { idWithin } from '../id-within.ts';
import {
  type ReorderBasis,
  type ReorderLine,
  type ReorderProposal,
  reorderBasis,
} from '../reorder-proposal.ts';
import { piecesOf, type Sold } from '../sold.ts';
import { readArrivals } from './arrivals.ts';
import { lostTo, type Unserved } from './unserved.ts';
import { heldDays, lostByDay } from './without.ts';

const state = z.object({ purchaseOrderId: idWithin<'purchase_order'>() });

/**
 * What ordering brought, against not ordering it: the days replayed as they came, from the stock that there was and everything
 * that came of other orders. What could not have been sold then, at what a missing piece loses, less what the lines cost to
 * order and what keeping these pieces cost until they were needed. Of several lines those that did not come brought nothing. The
 * interval is that of what those would have done who would have found nothing (`unserved.ts`).
 */
export async function realiseReorder(
  context: ReadContext,
  { decision, proposal }: { readonly decision: Decision; readonly proposal: ReorderProposal },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, applied, basis } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const receipts = await receiptsOf(context, { decision, id: state.parse(applied).purchaseOrderId });
  const known = reorderBasis.parse(basis);
  let [pieces, costs] = [0, 0];
  const unserved: Unserved[] = [];
  for (const line of proposal.lines) {
    const facts = known.lines.find(({ variantId }) => variantId === line.variantId);
    const received = receipts.get(line.variantId);
    if (facts === undefined || received === undefined) continue;
    const told = await wonBy(context, { decision, line, facts, received }, sold);
    if (told === undefined) return 'not_yet';
    unserved.push({ ...facts, pieces: told.won });
    pieces += told.sold;
    costs += told.costs;
  }
  if (unserved.length === 0) return { notEnough: 'not_received' };
  const { lostMinor, lowMinor, highMinor } = lostTo(unserved);
  const amount = (lost: number) => BigInt(Math.round(lost - costs));
  return {
    ...{ valueMinor: amount(lostMinor), lowMinor: amount(lowMinor), highMinor: amount(highMinor) },
    method: 'simulated_without',
    figures: [
      { key: 'sold', unit: 'count', value: String(pieces) },
      { key: 'lost_without', unit: 'count', value: String(piecesOf(unserved.map((one) => one.pieces))) },
      { key: 'kept_costs', unit: 'money', value: String(Math.round(costs)) },
    ],
  };
}

type Line = {
  readonly decision: Decision;
  readonly line: ReorderLine;
  readonly facts: ReorderBasis['lines'][number];
  /** What came of it, by the day since it was proposed. */
  readonly received: ReadonlyMap<number, number>;
};

async function wonBy(
  context: ReadContext,
  { decision, line, facts, received }: Line,
  sold: Sold,
): Promise<{ readonly won: number; readonly sold: number; readonly costs: number } | undefined> {
  const { proposedAt, appliedAt = proposedAt, predicted } = decision;
  const { variantId, quantity, valueMinor } = line;
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(context.zone).toPlainDate();
  // From when the stock was read, which is when it was proposed.
  const span = { from: dayOf(proposedAt), to: dayOf(appliedAt).add({ days: predicted.horizonDays - 1 }) };
  const days = await sold(variantId, span);
  if (days === undefined) return undefined;
  const others = await readArrivals(context, { variantId, since: proposedAt, days: days.length });
  for (const [day, came] of received) others.set(day, (others.get(day) ?? 0) - came);
  const lost = lostByDay({ sold: days, stock: facts.available, arrivals: others });
  const came = piecesOf([...received.values()]);
  // More than came cannot have been sold of it.
  const won = Math.min(came, piecesOf(lost));
  const perDay = ((Number(valueMinor) / quantity) * facts.holdingRate) / 365;
  const kept = heldDays({ received, lost }) * perDay;
  return { won, sold: piecesOf(days), costs: facts.perOrderMinor + kept };
}

/** What came of the order's lines, by variant and by the day since it was proposed. */
async function receiptsOf(
  { db, zone, now }: ReadContext,
  {
    decision: { proposedAt },
    id,
  }: { readonly decision: Decision; readonly id: z.infer<typeof state>['purchaseOrderId'] },
): Promise<Map<string, Map<number, number>>> {
  const order = await readPurchaseOrder(db, id);
  const found = new Map<string, Map<number, number>>();
  if (order === undefined) return found;
  const variantOf = new Map<string, string>(order.lines.map((line) => [line.id, line.variantId]));
  const from = proposedAt.toZonedDateTimeISO(zone).toPlainDate();
  const { receipts } = await readDossier(db, order, now);
  for (const { undone, received, lines } of receipts) {
    if (undone !== undefined) continue;
    const day = from.until(received.at.toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'days' }).days;
    for (const { lineId, received: pieces } of lines) {
      const variantId = variantOf.get(lineId);
      if (variantId === undefined || pieces === 0) continue;
      const byDay = found.get(variantId) ?? new Map<number, number>();
      found.set(variantId, byDay.set(day, (byDay.get(day) ?? 0) + pieces));
    }
  }
  return found;
}
