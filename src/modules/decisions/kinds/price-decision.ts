import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { netMinor, type Price, readPriceHistory, readPrices, setPrices } from '../../pricing/index.ts';
import type { Decision, Realised } from '../decision.ts';
import { type Field, minor } from '../field.ts';
import type { Applied, ReadContext, Weight, WriteContext } from '../kind.ts';
import { idWithin } from './id-within.ts';
import { baseBounds } from './price-worth.ts';
import { piecesOf, type Sold } from './sold.ts';

/** Another price for a variant. */
export type PriceProposal = {
  readonly variantId: VariantId;
  readonly beforeMinor: bigint;
  readonly priceMinor: bigint;
  /** What shoppers may compare with, as it is to be. */
  readonly compareAtMinor: bigint | undefined;
  readonly leastMinor: bigint;
  readonly mostMinor: bigint;
  /** How many are expected to be sold at the new price. */
  readonly pieces: number;
};

export const priceProposal: z.ZodType<PriceProposal> = z
  .object({
    ...{
      variantId: idWithin<'variant'>(),
      beforeMinor: minor,
      priceMinor: minor,
      leastMinor: minor,
      mostMinor: minor,
    },
    pieces: z.int(),
    compareAtMinor: minor.optional(),
  })
  .transform((given) => ({ ...given, compareAtMinor: given.compareAtMinor }));

/** What its value is measured by later. Amounts are minor units before tax. */
export const priceBasis = z.object({
  ...{ netBefore: z.number(), kept: z.number(), mean: z.number(), variance: z.number() },
  ...{
    stock: z.number().nullable(),
    taxRateMillionths: z.number(),
    elasticity: z.number(),
    deviation: z.number(),
  },
});
export type PriceBasis = z.infer<typeof priceBasis>;

export function priceFields({ beforeMinor, priceMinor, leastMinor, mostMinor }: PriceProposal): Field[] {
  return [
    {
      ...{
        key: 'price',
        unit: 'money',
        before: String(beforeMinor),
        value: String(priceMinor),
        isEditable: true,
      },
      ...{ least: String(leastMinor), most: String(mostMinor) },
    },
  ];
}

/** What a price moves is the difference for each piece that will be sold; how far, its share. */
export function priceWeight({ beforeMinor, priceMinor, pieces }: PriceProposal): Weight {
  const moved = priceMinor > beforeMinor ? priceMinor - beforeMinor : beforeMinor - priceMinor;
  const amountMinor = moved * BigInt(Math.max(1, pieces));
  return { amountMinor, share: Number(priceMinor - beforeMinor) / Math.max(1, Number(beforeMinor)) };
}

const before = z.object({ amountMinor: minor, compareAtMinor: minor.optional() });

/** Sets the price, by the verb that the price desk uses, unless somebody has set another one since. */
export async function applyPrice(
  { tx, now, currency }: WriteContext,
  { decision, proposal }: { readonly decision: Decision; readonly proposal: PriceProposal },
): Promise<Result<Applied, Refusal>> {
  const found = await findPrice(tx, proposal, currency);
  if (found?.amountMinor !== proposal.beforeMinor) return moved();
  const { variantId } = found;
  const { priceMinor: amountMinor, compareAtMinor } = proposal;
  const set = await setOne(tx, { variantId, currency, amountMinor, compareAtMinor }, { decision, now });
  return set.ok
    ? ok({ state: { amountMinor: found.amountMinor, compareAtMinor: found.compareAtMinor } })
    : set;
}

/** Sets the price before again, while the decision's price still applies. */
export async function undoPrice(
  { tx, now, currency }: WriteContext,
  given: { readonly decision: Decision; readonly proposal: PriceProposal; readonly applied: unknown },
): Promise<Result<void, Refusal>> {
  const { decision, proposal, applied } = given;
  const found = await findPrice(tx, proposal, currency);
  if (found?.amountMinor !== proposal.priceMinor) return moved();
  const { amountMinor, compareAtMinor } = before.parse(applied);
  const price = { variantId: found.variantId, currency, amountMinor, compareAtMinor };
  return setOne(tx, price, { decision, now });
}

const moved = () => refuse('price_moved', 'somebody has set another price since');

async function setOne(
  tx: Tx,
  price: Price,
  { decision, now }: { readonly decision: Decision; readonly now: Temporal.Instant },
): Promise<Result<void, Refusal>> {
  const { refused } = await setPrices(tx, { prices: [price], now, reason: `decision:${decision.id}` });
  const [first] = refused;
  return first === undefined ? ok(undefined) : { ok: false, refusal: first.refusal };
}

async function findPrice(
  tx: Tx,
  { variantId }: PriceProposal,
  currency: Price['currency'],
): Promise<Price | undefined> {
  const all = await readPrices(tx, [variantId]);
  return all.get(variantId)?.find((price) => price.currency === currency);
}

/**
 * What the price brought: pieces that were sold since, each at what is left of its price over what it is worth kept, against
 * what the old price was expected to bring over the same days. Where the price was changed again meanwhile nothing can be
 * said.
 */
export async function realisePrice(
  { db, currency, zone }: ReadContext,
  { decision, proposal }: { readonly decision: Decision; readonly proposal: PriceProposal },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const { variantId } = proposal;
  const history = (await readPriceHistory(db, { variantIds: [variantId], currency })).get(variantId) ?? [];
  const end = appliedAt.add({ hours: 24 * predicted.horizonDays });
  const isMoved = history.some(
    ({ changedAt }) =>
      Temporal.Instant.compare(changedAt, appliedAt) > 0 && Temporal.Instant.compare(changedAt, end) < 0,
  );
  if (isMoved) return { notEnough: 'price_changed' };
  const from = appliedAt.toZonedDateTimeISO(zone).toPlainDate();
  const days = await sold(variantId, { from, to: from.add({ days: predicted.horizonDays - 1 }) });
  if (days === undefined) return 'not_yet';
  const pieces = piecesOf(days);
  const { netBefore, kept, mean, variance, stock, taxRateMillionths, elasticity, deviation } =
    priceBasis.parse(decision.basis);
  const net = Number(netMinor(proposal.priceMinor, { taxRateMillionths }));
  const brought = BigInt(Math.round(pieces * (net - kept)));
  const base = baseBounds({
    ...{ netBeforeMinor: netBefore, keptMinor: kept, outlook: { mean, variance } },
    ...{ stock: stock ?? Number.POSITIVE_INFINITY, elasticity: { mean: elasticity, deviation } },
  });
  return {
    ...{ valueMinor: brought - base.valueMinor, lowMinor: brought - base.highMinor },
    ...{ highMinor: brought - base.lowMinor, method: 'sold_against_forecast' },
    // Predicted was what is sold against this same expectation, not against what would really have been sold.
    isErrorForeseen: true,
    figures: [
      { key: 'sold', unit: 'count', value: String(pieces) },
      { key: 'brought', unit: 'money', value: String(brought) },
      { key: 'expected_without', unit: 'money', value: String(base.valueMinor) },
    ],
  };
}
