import { z } from 'zod';
import { countDemand } from '../../../../statistics/index.ts';
import type { VariantId } from '../../../catalog/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { stoppedWorth } from '../backorder-worth.ts';
import { readArrivals } from './arrivals.ts';

/** Who waited already, what would have been ordered in the horizon's days, and what a piece earns, when it was proposed. */
export const backorderBasis = z.object({
  ...{ waiting: z.number(), mean: z.number(), variance: z.number(), marginMinor: z.number() },
});

/**
 * What no longer selling beyond stock brought, against going on: as many would have been ordered as the forecast said, one day
 * like the other, and goods came or did not come as they did. Who waited before is served first. Of the others those for whom
 * goods came would have been margin; the rest would have been cancelled.
 */
export async function realiseBackorders(
  context: ReadContext,
  { decision, variantId }: { readonly decision: Decision; readonly variantId: VariantId },
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, basis, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const { waiting, mean, variance, marginMinor } = backorderBasis.parse(basis);
  const days = predicted.horizonDays;
  const arrivals = await readArrivals(context, { variantId, since: appliedAt, days });
  const came = [...arrivals].filter(([, quantity]) => quantity > 0).toSorted(([one], [other]) => one - other);
  const quantity = came.reduce((sum, [, pieces]) => sum + pieces, 0);
  // From the day on which goods are there it is sold from stock, with or without.
  const share = (came[0]?.[0] ?? days) / days;
  const demand = countDemand(mean * share, Math.max(variance * share, mean * share));
  const given = { served: Math.max(0, quantity - waiting), marginMinor };
  const at = (pieces: number) => stoppedWorth({ ...given, ordered: pieces });
  const cases = [0.1, 0.5, 0.9].map((probability) => at(demand.quantile(probability)));
  const { value } = at(mean * share);
  const amount = (of: number) => BigInt(Math.round(of));
  return {
    valueMinor: amount(value),
    lowMinor: amount(Math.min(value, ...cases.map(({ low }) => low))),
    highMinor: amount(Math.max(value, ...cases.map(({ high }) => high))),
    method: 'goods_as_they_came',
    // Who would have ordered is not seen afterwards either: the interval is the predicted one, narrowed by what came.
    isErrorForeseen: true,
    figures: [
      { key: 'expected_orders', unit: 'count', value: (mean * share).toFixed(1) },
      { key: 'came', unit: 'count', value: String(quantity) },
    ],
  };
}
