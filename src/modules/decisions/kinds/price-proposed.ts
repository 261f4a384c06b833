import { demandOver } from '../../forecasting/index.ts';
import { lowestPrior, netMinor, readPriceHistory } from '../../pricing/index.ts';
import type { Evidence, Figure, Predicted, Risk } from '../decision.ts';
import type { Proposed, ReadContext } from '../kind.ts';
import { type Costed, elasticityOf, type Goods } from './goods.ts';
import { CONFIDENCE, type Outlook } from './outlook.ts';
import type { PriceBasis, PriceProposal } from './price-decision.ts';
import { type PriceCase, worthOfPrice } from './price-worth.ts';

/** Prices that were tried, and which of them is best. */
export type Ladder = {
  readonly goods: Costed;
  readonly given: PriceCase;
  readonly horizonDays: number;
  readonly counterfactual: string;
  readonly computed: string;
  readonly risk: Risk;
};

/** What another price of these goods is expected to bring, with its reasons. */
export function proposedPrice(
  { now }: Pick<ReadContext, 'now'>,
  { goods, given, horizonDays, counterfactual, computed, risk }: Ladder,
  chosen: Omit<PriceProposal, 'variantId' | 'beforeMinor' | 'pieces'>,
  more: readonly Figure[] = [],
  tried: readonly bigint[] = [],
): Proposed<PriceProposal> {
  const { variantId, label, price, taxRateMillionths, available } = goods;
  const net = Number(netMinor(chosen.priceMinor, { taxRateMillionths }));
  const { valueMinor, lowMinor, highMinor, soldBefore, soldAfter } = worthOfPrice(given, net);
  const predicted: Predicted = {
    ...{ valueMinor, lowMinor, highMinor, confidence: CONFIDENCE, currency: price.currency },
    ...{ horizonDays, counterfactual },
  };
  const { elasticity, outlook, stock, netBeforeMinor: netBefore, keptMinor: kept } = given;
  const basis: PriceBasis = {
    ...{ netBefore, kept, mean: outlook.mean, variance: outlook.variance, taxRateMillionths },
    ...{ stock: Number.isFinite(stock) ? stock : null, elasticity: elasticity.mean },
    deviation: elasticity.deviation,
  };
  const figures: Figure[] = [
    { key: 'available', unit: 'count', value: String(available) },
    { key: 'cost', unit: 'money', value: String(goods.costMinor) },
    { key: 'sold_before', unit: 'count', value: soldBefore.toFixed(1) },
    { key: 'sold_after', unit: 'count', value: soldAfter.toFixed(1) },
    { key: 'elasticity', unit: 'number', value: elasticity.mean.toFixed(2) },
    ...more,
  ];
  const evidence: Evidence = {
    figures,
    computed,
    chart:
      tried.length === 0
        ? stockChart(goods, { horizonDays, soldBefore, soldAfter })
        : priceChart(given, {
            ...{ before: price.amountMinor, taxRateMillionths, tried, chosen: chosen.priceMinor },
          }),
  };
  const pieces = Math.round(soldAfter);
  return {
    subject: { type: 'variant', id: variantId, label },
    proposal: { variantId, beforeMinor: price.amountMinor, pieces, ...chosen },
    ...{ evidence, predicted, basis, risk },
    waitCostMinorPerDay: valueMinor > 0n ? valueMinor / BigInt(horizonDays) : 0n,
    // Facts are others when price, cost or the stock (to a quarter) are.
    fingerprint: [price.amountMinor, goods.costMinor, roughly(available), chosen.leastMinor].join(' '),
    expiresAt: now.add({ hours: 24 * 14 }),
  };
}

/** What each price that was tried is expected to bring against today's, today's first. */
export function priceChart(
  given: PriceCase,
  {
    before,
    taxRateMillionths,
    tried,
    chosen,
  }: {
    readonly before: bigint;
    readonly taxRateMillionths: number;
    readonly tried: readonly bigint[];
    readonly chosen: bigint;
  },
): NonNullable<Evidence['chart']> {
  const prices = [before, ...tried];
  const worth = prices.map((one) => worthOfPrice(given, Number(netMinor(one, { taxRateMillionths }))));
  return {
    ...{ kind: 'prices', grain: 'week', prices: prices.map(Number), chosen: prices.indexOf(chosen) },
    series: [
      {
        ...{ key: 'brings', values: worth.map(({ valueMinor }) => Number(valueMinor)) },
        low: worth.map(({ lowMinor }) => Number(lowMinor)),
        high: worth.map(({ highMinor }) => Number(highMinor)),
      },
    ],
  };
}

/** The stock as it falls at today's price and at the new one, by the week. */
export function stockChart(
  { available }: Pick<Goods, 'available'>,
  { horizonDays, soldBefore, soldAfter }: { horizonDays: number; soldBefore: number; soldAfter: number },
): NonNullable<Evidence['chart']> {
  const weeks = Math.ceil(horizonDays / 7);
  const falls = (sold: number) =>
    Array.from({ length: weeks + 1 }, (_, week) => Math.max(0, available - (sold * week) / weeks));
  return {
    ...{ kind: 'stock', grain: 'week' },
    series: [
      { key: 'as_is', values: falls(soldBefore) },
      { key: 'proposed', values: falls(soldAfter) },
    ],
  };
}

export function roughly(count: number): number {
  return count <= 0 ? 0 : Math.round(Math.log(count) / Math.log(1.25));
}

/** What is wanted at today's price over the horizon, and how demand answers; `undefined`: not enough is known. */
export function outlookOf(
  { forecast }: Pick<Goods, 'forecast'>,
  { today, days }: { readonly today: Temporal.PlainDate; readonly days: number },
): (Outlook & { readonly elasticity: PriceCase['elasticity'] }) | undefined {
  if (forecast?.isEnough !== true) return undefined;
  const { mean, variance } = demandOver(forecast, { from: today, days });
  return { mean, variance, elasticity: elasticityOf(forecast) };
}

/** The lowest price of the last 30 days: what a reduction may be announced from. */
export async function readLowest(
  { db, now, currency }: ReadContext,
  all: readonly Goods[],
): Promise<
  Map<string, { readonly lowestMinor: bigint | undefined; readonly changedAt: Temporal.Instant | undefined }>
> {
  const variantIds = all.map(({ variantId }) => variantId);
  const histories = await readPriceHistory(db, { variantIds, currency });
  return new Map(
    [...histories].map(([id, history]) => {
      return [id, { lowestMinor: lowestPrior(history, now), changedAt: history.at(-1)?.changedAt }];
    }),
  );
}
