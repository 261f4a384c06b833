import { minorDigits, ok, refuse } from '../../../../kernel/index.ts';
import { type Item, listItems } from '../../../../modules/inventory/index.ts';
import { readCollectionProducts } from '../../../../modules/merchandising/index.ts';
import {
  changedPrice,
  PRICES_LIMIT,
  type Price,
  type PriceChangeRule,
  readPrices,
} from '../../../../modules/pricing/index.ts';
import type { Asked } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { priceDeskEndpoints } from '../contract/price-desk.ts';
import { readContainedTax } from './price-facts.ts';
import { costMinorOf } from './price-rows.ts';
import { readUnitCosts } from './unit-costs.ts';

type Wanted = Omit<Asked<typeof priceDeskEndpoints.previewPriceChange>['body'], 'from' | 'limit'>;

export type PlannedPrice = {
  readonly item: Item;
  readonly before: Price;
  readonly after: ReturnType<typeof changedPrice>;
};

/** What a rule would make of every price that it is about, those that change first. */
export async function planPriceChange(db: Db, wanted: Wanted, now: Temporal.Instant) {
  const { change, currency } = wanted;
  if ('amount' in change && change.amount.currency !== currency) {
    return refuse('other_currency', `the amount is in ${change.amount.currency}`, 'change.amount.currency');
  }
  const items = await selected(db, wanted.selection);
  if (items.length > PRICES_LIMIT) {
    return refuse('too_many', `more than ${PRICES_LIMIT} variants; choose fewer`, 'selection');
  }
  const variantIds = items.map(({ variantId }) => variantId);
  const [prices, costs, taxIn] = await Promise.all([
    readPrices(db, variantIds),
    readUnitCosts(db, variantIds, currency),
    readContainedTax(db, variantIds, now),
  ]);
  const rule: PriceChangeRule = {
    change: ruleOf(change),
    rounding: wanted.rounding,
    compareAt: wanted.compareAt,
  };
  const unit = 10n ** BigInt(minorDigits(currency));
  const planned = items.flatMap((item): PlannedPrice[] => {
    const { variantId } = item;
    const before = prices.get(variantId)?.find((price) => price.currency === currency);
    if (before === undefined) return [];
    const facts = {
      ...{ amountMinor: before.amountMinor, compareAtMinor: before.compareAtMinor, unit },
      costMinor: costMinorOf(costs, variantId, currency),
      taxRateMillionths: taxIn(variantId, currency),
    };
    return [{ item, before, after: changedPrice(facts, rule) }];
  });
  const changes = planned.filter(({ after }) => after.isChanged);
  const stays = planned.filter(({ after }) => !after.isChanged);
  return ok({ planned: [...changes, ...stays], withoutPrice: items.length - planned.length });
}

export function countsOf({
  planned,
  withoutPrice,
}: {
  readonly planned: readonly PlannedPrice[];
  readonly withoutPrice: number;
}) {
  const changes = planned.filter(({ after }) => after.isChanged);
  const belowCost = changes.filter(({ after }) => after.isChanged && after.isBelowCost).length;
  return { changed: changes.length, unchanged: planned.length - changes.length, withoutPrice, belowCost };
}

function ruleOf(change: Wanted['change']): PriceChangeRule['change'] {
  switch (change.kind) {
    case 'raise':
      return { kind: 'amount', amountMinor: change.amount.minor };
    case 'lower':
      return { kind: 'amount', amountMinor: -change.amount.minor };
    case 'set':
      return { kind: 'set', amountMinor: change.amount.minor };
    default:
      return change;
  }
}

async function selected(db: Db, selection: Wanted['selection']): Promise<Item[]> {
  const { q, brandId: brandIds, variantId: variantIds } = selection;
  const productIds = await productsIn(db, selection);
  const asked = { q, brandIds, productIds, variantIds, limit: PRICES_LIMIT + 1 };
  return (await listItems(db, asked)).map(({ item }) => item);
}

/** The products that a filter leaves: those of a collection, one of them, or all (undefined). */
export async function productsIn(
  db: Db,
  { collectionId, productId }: Pick<Wanted['selection'], 'collectionId' | 'productId'>,
): Promise<readonly string[] | undefined> {
  if (collectionId === undefined) return productId === undefined ? undefined : [productId];
  const inCollection = await readCollectionProducts(db, collectionId);
  return productId === undefined ? inCollection : inCollection.filter((id) => id === productId);
}
