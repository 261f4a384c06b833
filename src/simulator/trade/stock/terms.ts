import { suppliersOf, type WorldSource } from '../../world/suppliers.ts';
import type { WorldProduct } from '../../world/world.ts';

/** How a variant comes into the shop. */
export type SupplyTerms = {
  readonly sku: string;
  readonly maker: string;
  readonly leadDays: number;
  /** ISO weekdays on which orders are given. */
  readonly orderWeekdays: readonly number[];
  readonly packSize: number;
  /** Their list: minor units of their currency for a piece, from so many on. */
  readonly breaks: WorldSource['breaks'];
  /** As many of it as a shop wants to show, however seldom it is bought. */
  readonly shown: number;
};

/** Of everything that is bought of somebody: neither sets, which are made of it, nor files. */
export function termsOf(products: readonly WorldProduct[], seed: number): ReadonlyMap<string, SupplyTerms> {
  const costs = new Map(
    products.flatMap(({ variants }) => variants.map(({ sku, cost }) => [sku, Number(cost?.minor ?? 0n)])),
  );
  return new Map(
    suppliersOf(products, seed).flatMap(({ maker, leadDays, orderWeekdays, sources }) =>
      sources.map(({ sku, packSize, breaks }) => [
        sku,
        {
          ...{ sku, maker: maker.key, leadDays, orderWeekdays, packSize, breaks },
          shown: shownOf(costs.get(sku) ?? 0),
        },
      ]),
    ),
  );
}

/** Of a mug two, of a rug one. */
export function shownOf(costMinor: number): number {
  return costMinor < 2_000 ? 2 : 1;
}
