import { divideRounded } from '../../../kernel/index.ts';
import { readSellables, type Sellable, type VariantId } from '../../catalog/index.ts';
import { readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { readStockDays } from '../../inventory/index.ts';
import { readCostLevels } from '../../ledger/index.ts';
import { netMinor, type Price, readPrices } from '../../pricing/index.ts';
import { readContainedTax } from '../../taxes/index.ts';
import type { ReadContext } from '../kind.ts';
import type { Elasticity } from './outlook.ts';
import { PRIOR_ELASTICITY } from './outlook.ts';

/** What kinds know of goods that lie in the shop; amounts are minor units of the shop's currency. */
export type Goods = {
  readonly variantId: VariantId;
  readonly sellable: Sellable;
  readonly label: string;
  readonly price: Price;
  /** Contained in the price, in millionths. */
  readonly taxRateMillionths: number;
  readonly netMinor: bigint;
  /** A piece, before tax: the moving average of what came in, else what the catalogue says. */
  readonly costMinor: bigint | undefined;
  readonly onHand: number;
  readonly available: number;
  readonly forecast: StoredForecast | undefined;
};

/** Goods of which somebody has said what they cost. */
export type Costed = Goods & { readonly costMinor: bigint };

export function isCosted(goods: Goods): goods is Costed {
  return goods.costMinor !== undefined;
}

/** Goods whose forecasts are held at once. */
const PAGE = 500;

type Stock = Awaited<ReturnType<typeof readStockDays>>;

/** Everything that is counted and for sale, with what it costs, brings, and how much of it will be wanted; page by page. */
export async function* goodsInPages(context: ReadContext): AsyncGenerator<readonly Goods[]> {
  const stock = await readStockDays(context.db, { since: context.now, zone: context.zone });
  for (let from = 0; from < stock.length; from += PAGE) {
    yield await goodsOf(context, stock.slice(from, from + PAGE));
  }
}

/** The same of some that are known, at most a few hundred. */
export async function readGoods(context: ReadContext, variantIds: readonly VariantId[]): Promise<Goods[]> {
  const wanted = new Set(variantIds);
  const stock = await readStockDays(context.db, { since: context.now, zone: context.zone });
  return goodsOf(
    context,
    stock.filter(({ variantId }) => wanted.has(variantId)),
  );
}

async function goodsOf({ db, now, currency }: ReadContext, stock: Stock): Promise<Goods[]> {
  const ids = stock.map(({ variantId }) => variantId);
  const [sellables, prices, levels, forecasts, taxOf] = await Promise.all([
    readSellables(db, ids),
    readPrices(db, ids),
    readCostLevels(db, ids, currency),
    readForecasts(db, ids),
    readContainedTax(db, now),
  ]);
  return stock.flatMap(({ variantId, onHand, available }): Goods | Goods[] => {
    const sellable = sellables.get(variantId);
    const price = prices.get(variantId)?.find((one) => one.currency === currency);
    if (sellable?.status !== 'active' || price === undefined || price.amountMinor === 0n) return [];
    const taxRateMillionths = taxOf(sellable, currency);
    const level = levels.get(variantId);
    const own = sellable.cost?.currency === currency ? sellable.cost.minor : undefined;
    const isValued = level !== undefined && level.quantity > 0n;
    return {
      ...{ variantId, sellable, label: labelOf(sellable), price, taxRateMillionths, onHand, available },
      netMinor: netMinor(price.amountMinor, { taxRateMillionths }),
      costMinor: isValued ? divideRounded(level.valueMinor, level.quantity) : own,
      forecast: forecasts.get(variantId),
    };
  });
}

/** As people call it: `Oak mug · Large / Blue`. */
export function labelOf({ title, options }: Pick<Sellable, 'title' | 'options'>): string {
  const chosen = options.map(({ value }) => value).join(' / ');
  return chosen === '' ? title : `${title} · ${chosen}`;
}

/** Least change of price that says something of what its answer was. */
const TELLING = 0.05;

/** How demand answers the price: what the goods of its category have taught the forecast, else what is usual. */
export function elasticityOf(forecast: StoredForecast): Elasticity {
  for (const reason of forecast.reasons) {
    if (reason.kind !== 'price' || Math.abs(reason.change) < TELLING) continue;
    const learned = Math.log1p(reason.effect) / Math.log1p(reason.change);
    if (Number.isFinite(learned) && learned < 0 && learned > -6) return { mean: learned, deviation: 0.5 };
  }
  return PRIOR_ELASTICITY;
}
