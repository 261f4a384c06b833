import { z } from 'zod';
import type { VariantId } from '../../../catalog/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { idWithin } from '../id-within.ts';
import { piecesOf, type Sold } from '../sold.ts';
import { readArrivals } from './arrivals.ts';

/** For so many days after goods came those buy who have waited for them. */
export const BACK_DAYS = 14;
/** Goods that come no later than so many days after their day still answer who was told of it. */
const PATIENCE_HOURS = 24 * 30;
/** Of a standard normal number: eight of ten lie within this to both sides. */
const NINETIETH = 1.2816;

/** What was expected of each in the first days after it is back, and what a piece earns, when it was proposed. */
export const labellingBasis = z.object({
  act: z.literal('label'),
  goods: z.array(
    z.object({
      ...{
        variantId: idWithin<'variant'>(),
        marginMinor: z.number(),
        mean: z.number(),
        variance: z.number(),
      },
    }),
  ),
});

/**
 * What saying when it is back brought, against saying nothing: pieces that were sold in the fortnight after they came, beyond
 * what the forecast expected of it, at their margin. The interval is that of the forecast's demand, as any of it may be chance:
 * it is wide, and what is negative says that nothing was seen.
 */
export async function realiseLabelling(
  context: ReadContext,
  { decision, variantIds }: { readonly decision: Decision; readonly variantIds: readonly VariantId[] },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { now, zone } = context;
  const { appliedAt, basis, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const from = appliedAt.toZonedDateTimeISO(zone).toPlainDate();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const end = appliedAt.add({ hours: 24 * predicted.horizonDays + PATIENCE_HOURS });
  const known = labellingBasis.parse(basis).goods.filter(({ variantId }) => variantIds.includes(variantId));
  let [pieces, expected, value, square, came] = [0, 0, 0, 0, 0];
  for (const { variantId, marginMinor, mean, variance } of known) {
    const days = from.until(today, { largestUnit: 'days' }).days + 1;
    const arrivals = await readArrivals(context, { variantId, since: appliedAt, days });
    const [first] = [...arrivals].flatMap(([day, quantity]) => (quantity > 0 ? day : [])).toSorted(rising);
    if (first === undefined) continue;
    const back = from.add({ days: first });
    const last = back.add({ days: BACK_DAYS - 1 });
    if (Temporal.PlainDate.compare(last, today) >= 0) return 'not_yet';
    const own = await sold(variantId, { from: back, to: last });
    if (own === undefined) return 'not_yet';
    came += 1;
    pieces += piecesOf(own);
    expected += mean;
    value += (piecesOf(own) - mean) * marginMinor;
    square += variance * marginMinor ** 2;
  }
  if (came === 0) return Temporal.Instant.compare(now, end) < 0 ? 'not_yet' : { notEnough: 'not_received' };
  const spread = NINETIETH * Math.sqrt(square);
  const amount = (of: number) => BigInt(Math.round(of));
  return {
    ...{ valueMinor: amount(value), lowMinor: amount(value - spread), highMinor: amount(value + spread) },
    method: 'sold_when_back',
    figures: [
      { key: 'sold', unit: 'count', value: String(pieces) },
      { key: 'expected_without', unit: 'count', value: expected.toFixed(1) },
    ],
  };
}

const rising = (one: number, other: number) => one - other;
