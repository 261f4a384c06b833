import { drawGamma } from '../../statistics/index.ts';
import { randomFor } from '../random.ts';
import type { WorldProduct, WorldVariant } from '../world/world.ts';
import type { TradeDate } from './calendar.ts';
import { type Odds, oddsOf } from './chance.ts';
import type { Truths } from './truths.ts';

export type Currency = 'EUR' | 'GBP' | 'USD';

/** A product as shoppers meet it. */
export type Good = {
  readonly handle: string;
  readonly title: string;
  readonly brand: string;
  readonly family: string;
  readonly variants: readonly GoodVariant[];
  /** From 1, the most popular. */
  readonly rank: number;
  readonly popularity: number;
  /** Share of its pieces that come back. */
  readonly returnRate: number;
  /** Not sold more days ago than this. */
  readonly ageDays: number;
};

export type GoodVariant = {
  readonly sku: string;
  readonly title: string;
  /** Of today, as shops show them. */
  readonly priceMinor: Readonly<Record<Currency, number>>;
  readonly costMinor: number;
};

/** What can be bought, in the order of popularity, and who is bought with whom. */
export type Shelf = {
  readonly goods: readonly Good[];
  readonly pairs: ReadonlyMap<Good, { readonly good: Good; readonly chance: number }>;
};

/** Older products were there all the time. */
const NEW_DAYS = 120;

/** Puts popularity and quality to the products of the demo. */
export function shelfOf(
  { products }: { readonly products: readonly WorldProduct[] },
  truths: Truths,
  seed: number,
): Shelf {
  const order = randomFor(seed, 'trade:popularity').shuffled(products);
  const goods = order.map((product, index) => goodOf(product, index + 1, truths, seed));
  const pairs = truths.pairs.flatMap(({ first, second, chance }) => {
    const [one, other] = [goods[first - 1], goods[second - 1]];
    return one && other ? [[one, { good: other, chance }] as const] : [];
  });
  return { goods, pairs: new Map(pairs) };
}

function goodOf(product: WorldProduct, rank: number, truths: Truths, seed: number): Good {
  const { handle, family, ageDays } = product;
  const variants = product.variants.map(variantOf);
  const euros = (variants[0]?.priceMinor.EUR ?? 0) / 100;
  const random = randomFor(seed, `trade:quality:${handle}`);
  // A gamma number of mean 1 whose logarithm spreads about so much.
  const shape = 1 / truths.returnsSpread ** 2;
  const quality = drawGamma(random.next, shape, shape);
  return {
    ...{ handle, family, variants, rank },
    title: product.draft.title,
    brand: product.draft.brand ?? '',
    popularity: rank ** -truths.zipf * euros ** -truths.thrift,
    returnRate: Math.min(0.6, (truths.returns[family] ?? truths.returns.other) * quality),
    // The most popular ones are no news.
    ageDays: ageDays <= NEW_DAYS && rank > 30 ? ageDays : Number.POSITIVE_INFINITY,
  };
}

function variantOf({ sku, optionValues = [], prices, cost }: WorldVariant): GoodVariant {
  const inCurrency = (wanted: Currency) =>
    Number(prices.find(({ currency }) => currency === wanted)?.amountMinor ?? 0n);
  const priceMinor = { EUR: inCurrency('EUR'), GBP: inCurrency('GBP'), USD: inCurrency('USD') };
  return { sku, title: optionValues.join(' / '), priceMinor, costMinor: Number(cost?.minor ?? 0n) };
}

/** What a price of today was on a day, as a factor. */
export function priceFactor(
  { family }: Pick<Good, 'family'>,
  { priceChange }: Truths,
  daysBefore: number,
): number {
  return family === priceChange.family && daysBefore > priceChange.daysBefore ? priceChange.before : 1;
}

export function isOut({ rank }: Pick<Good, 'rank'>, { stockOut }: Truths, daysBefore: number): boolean {
  const { rank: out, daysBefore: from, days } = stockOut;
  return rank === out && daysBefore <= from && daysBefore > from - days;
}

/** How probably each of the goods is wanted on a day, whether it is there or not. */
export function demandOn({ goods }: Shelf, truths: Truths, { daysBefore }: TradeDate): Odds {
  return oddsOf(
    goods.map((good) => {
      if (daysBefore > good.ageDays) return 0;
      const elasticity = truths.elasticity[good.family] ?? truths.elasticity.other;
      return good.popularity * priceFactor(good, truths, daysBefore) ** elasticity;
    }),
  );
}
