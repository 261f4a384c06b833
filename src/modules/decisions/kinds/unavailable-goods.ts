import type { ProductId, VariantId } from '../../catalog/index.ts';
import { readProducts } from '../../catalog/index.ts';
import { readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { listItems, readAvailability, readLabelled } from '../../inventory/index.ts';
import { type OnOrder, readOnOrder, readSources } from '../../purchasing/index.ts';
import { type Margin, readMargins } from '../../replenishment/index.ts';
import type { ReadContext } from '../kind.ts';

const AT_ONCE = 1_000;

/** A product of which nothing can be bought, and what is known of when that ends. */
export type Unavailable = {
  readonly productId: ProductId;
  readonly title: string;
  readonly version: bigint;
  /** What of its variants is wanted and what that earns, of those with a forecast and a price. */
  readonly goods: readonly WantedGoods[];
  /** Nobody sells any of it to the shop, and nothing is on its way. */
  readonly isOver: boolean;
  /** What the supplier was told of and has promised for a day that has not passed, the soonest first. */
  readonly coming: readonly Arrival[];
};

export type WantedGoods = {
  readonly variantId: VariantId;
  readonly forecast: StoredForecast;
  readonly margin: Margin;
};
/** `isTold`: the shop says so already. */
export type Arrival = {
  readonly variantId: VariantId;
  readonly expectedOn: Temporal.PlainDate;
  readonly isTold: boolean;
};

/** Every active product that can be bought by nobody. */
export async function readUnavailable(context: ReadContext): Promise<Unavailable[]> {
  const products = new Map<ProductId, VariantId[]>();
  let after: Parameters<typeof listItems>[1]['after'];
  for (;;) {
    const page = await listItems(context.db, { after, limit: AT_ONCE });
    for (const { item } of page) {
      if (item.status !== 'active' || item.kind !== 'physical') continue;
      products.set(item.productId, [...(products.get(item.productId) ?? []), item.variantId]);
    }
    if (page.length < AT_ONCE) break;
    after = page.at(-1)?.position;
  }
  const found: Unavailable[] = [];
  const all = [...products];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    found.push(...(await unavailableAmong(context, all.slice(from, from + AT_ONCE))));
  }
  return found;
}

async function unavailableAmong(
  { db, now, today, currency }: ReadContext,
  products: readonly (readonly [ProductId, readonly VariantId[]])[],
): Promise<Unavailable[]> {
  const ids = products.flatMap(([, variantIds]) => variantIds);
  const availability = await readAvailability(db, ids, { mayBeBundles: false });
  const outOf = products.filter(([, some]) => some.every((id) => availability.get(id)?.isBuyable === false));
  const gone = outOf.flatMap(([, variantIds]) => variantIds);
  const [sources, onOrder, forecasts, margins, labelled, full] = await Promise.all([
    readSources(db, gone, now),
    readOnOrder(db, gone),
    readForecasts(db, gone),
    readMargins(db, gone, { currency, now }),
    readLabelled(db, gone),
    readProducts(
      db,
      outOf.map(([id]) => id),
    ),
  ]);
  const known = new Map(full.map(({ id, title, version }) => [id, { title, version }]));
  return outOf.flatMap(([productId, variantIds]): Unavailable[] => {
    const product = known.get(productId);
    if (product === undefined) return [];
    const goods = variantIds.flatMap((variantId): WantedGoods[] => {
      const [forecast, margin] = [forecasts.get(variantId), margins.get(variantId)];
      return forecast === undefined || margin === undefined ? [] : [{ variantId, forecast, margin }];
    });
    const coming = variantIds.flatMap((variantId): Arrival[] => {
      const expectedOn = promisedOn(onOrder.get(variantId) ?? [], today);
      return expectedOn === undefined ? [] : [{ variantId, expectedOn, isTold: labelled.has(variantId) }];
    });
    const isOver = !variantIds.some((id) => sources.has(id) || onOrder.has(id));
    return [{ productId, ...product, goods, isOver, coming: coming.toSorted(soonest) }];
  });
}

const TOLD = new Set(['sent', 'confirmed', 'partly_received']);

function promisedOn(orders: readonly OnOrder[], today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return orders
    .filter(({ state }) => TOLD.has(state))
    .flatMap(({ expectedOn }) => expectedOn ?? [])
    .filter((day) => Temporal.PlainDate.compare(day, today) > 0)
    .toSorted(Temporal.PlainDate.compare)[0];
}

function soonest(one: Arrival, other: Arrival): number {
  return Temporal.PlainDate.compare(one.expectedOn, other.expectedOn);
}
