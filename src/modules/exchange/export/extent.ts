import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import {
  type AttributeDefinition,
  listVariantIds,
  readUsedFields,
  type VariantId,
} from '../../catalog/index.ts';
import type { Location } from '../../inventory/index.ts';
import { readPrices } from '../../pricing/index.ts';
import type { ShopTables } from './gather.ts';

/** What the columns of an export depend on: only what some product has gets a column. */
export type Extent = {
  readonly products: number;
  readonly currencies: readonly CurrencyCode[];
  readonly locations: readonly Location[];
  readonly locales: readonly Locale[];
  readonly productAttributes: readonly AttributeDefinition[];
  readonly variantAttributes: readonly AttributeDefinition[];
  /** The names of columns that no format knew and that were kept as they are. */
  readonly foreignFields: readonly string[];
};

const VARIANTS_PER_PAGE = 5_000;

export async function measureExtent(
  db: Db,
  tables: ShopTables,
  signal: AbortSignal | undefined,
): Promise<Extent> {
  const used = await readUsedFields(db);
  return {
    products: used.products,
    currencies: await currenciesIn(db, signal),
    locations: tables.locations,
    locales: tables.locales,
    productAttributes: tables.definitions.filter(({ key }) => used.productAttributes.includes(key)),
    variantAttributes: tables.definitions.filter(({ key }) => used.variantAttributes.includes(key)),
    foreignFields: used.foreignFields.toSorted(),
  };
}

async function currenciesIn(db: Db, signal: AbortSignal | undefined): Promise<CurrencyCode[]> {
  const currencies = new Set<CurrencyCode>();
  let after: VariantId | undefined;
  while (true) {
    signal?.throwIfAborted();
    const ids = await listVariantIds(db, { after, limit: VARIANTS_PER_PAGE });
    after = ids.at(-1);
    if (after === undefined) return [...currencies].toSorted();
    for (const prices of (await readPrices(db, ids)).values())
      for (const price of prices) currencies.add(price.currency);
  }
}
