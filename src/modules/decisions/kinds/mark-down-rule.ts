import { priceLadder } from '../../../statistics/index.ts';
import { changedPrice, netMinor } from '../../pricing/index.ts';
import { type Economics, floorMinor } from '../economics.ts';
import type { Costed, Goods } from './goods.ts';
import { keptWorth, type PriceCase } from './price-worth.ts';

/** How far one decision takes a price down, in percent. How shoppers answer more than that nobody has seen. */
const STEPS = [5, 10, 15, 20, 25, 30];

/**
 * What a price of slow stock is judged by: `undefined` where the stock is not slow. A piece that is kept is worth what it
 * brings later, less what keeping it costs.
 */
export function slowCase(
  goods: Pick<Costed, 'available' | 'netMinor' | 'costMinor'>,
  given: Pick<PriceCase, 'outlook' | 'elasticity'> & { readonly days: number },
  economics: Economics,
): { readonly price: PriceCase; readonly coverDays: number } | undefined {
  const { available, netMinor: netBefore, costMinor } = goods;
  const coverDays = coverOf(available, given);
  if (available <= 0 || costMinor <= 0n || coverDays <= economics.slowCoverDays) return undefined;
  const keptMinor = keptWorth(Number(costMinor), { ...economics, coverDays });
  const { outlook, elasticity } = given;
  return {
    coverDays,
    price: { netBeforeMinor: Number(netBefore), keptMinor, outlook, elasticity, stock: available },
  };
}

/** How long a stock lasts at what is wanted of it over so many days. */
export function coverOf(
  available: number,
  { outlook, days }: Pick<PriceCase, 'outlook'> & { readonly days: number },
): number {
  const perDay = outlook.mean / days;
  return perDay > 0 ? Math.min(MOST_COVER, available / perDay) : MOST_COVER;
}

/** What lasts longer than this is as good as dead. */
const MOST_COVER = 5 * 365;

/** The lowest shelf price that leaves the margin floor, tax in it. */
export function floorPrice(
  { costMinor, taxRateMillionths }: Pick<Costed, 'costMinor' | 'taxRateMillionths'>,
  economics: Economics,
): bigint {
  const net = floorMinor(costMinor, economics);
  return (net * (1_000_000n + BigInt(taxRateMillionths)) + 999_999n) / 1_000_000n;
}

/** What a week's ladder is made for; a stock of more is reckoned in parts of so many. */
const MOST_STOCK = 120;
const DAYS_A_WEEK = 7;

/**
 * The first price of the ladder that brings most over the weeks, of those that end as today's does and leave the margin
 * floor; `undefined` where that is today's. The ladder is exact for the demand that is expected: a price may be taken down
 * again later, which is why the first step is no deeper than it has to be.
 */
export function bestMarkdown(
  goods: Pick<Costed, 'price' | 'taxRateMillionths' | 'costMinor'>,
  given: PriceCase,
  {
    leastMinor,
    days,
    economics,
  }: { readonly leastMinor: bigint; readonly days: number; readonly economics: Economics },
): bigint | undefined {
  const shelf = new Map(steppedPrices(goods, leastMinor).map((one) => [Number(netMinor(one, goods)), one]));
  if (shelf.size === 0) return undefined;
  const { netBeforeMinor: currentPrice, keptMinor: salvage, elasticity, outlook } = given;
  const weeks = Math.ceil(days / DAYS_A_WEEK);
  const parts = Math.max(1, Math.ceil(given.stock / MOST_STOCK));
  const ladder = priceLadder({
    ...{ stock: Math.max(1, Math.round(given.stock / parts)), weeks, currentPrice, salvage, floor: 0 },
    prices: [currentPrice, ...shelf.keys()],
    demandAt: (_week, price) => (outlook.mean / weeks / parts) * (price / currentPrice) ** elasticity.mean,
    holdingCost: (Number(goods.costMinor) * economics.holdingMillionths) / 1_000_000 / 52,
  });
  return ladder && shelf.get(ladder.price);
}

/** The prices that are tried, the highest first, of which each ends as today's does and leaves the floor. */
export function steppedPrices(
  goods: Pick<Goods, 'price' | 'taxRateMillionths'>,
  leastMinor: bigint,
): bigint[] {
  const all = STEPS.flatMap((percent) => steppedDown(goods, percent) ?? []);
  return [...new Set(all)].filter((one) => one >= leastMinor);
}

function steppedDown(
  { price, taxRateMillionths }: Pick<Goods, 'price' | 'taxRateMillionths'>,
  percent: number,
): bigint | undefined {
  const { amountMinor, compareAtMinor } = price;
  const ending = String(amountMinor % 100n).padStart(2, '0');
  const rounding = ENDINGS.find((one) => one === ending) ?? 'none';
  const stepped = changedPrice(
    { amountMinor, compareAtMinor, costMinor: undefined, taxRateMillionths, unit: 100n },
    { change: { kind: 'percent', rateMillionths: -percent * 10_000 }, rounding, compareAt: 'keep' },
  );
  return stepped.isChanged && stepped.amountMinor < amountMinor ? stepped.amountMinor : undefined;
}

const ENDINGS = ['99', '95', '90', '00'] as const;
