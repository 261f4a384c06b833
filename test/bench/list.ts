import { listProductIds, type ProductId, readProducts } from '../../src/modules/catalog/index.ts';
import { readAvailability } from '../../src/modules/inventory/index.ts';
import { readPrices } from '../../src/modules/pricing/index.ts';
import type { Db } from '../../src/platform/database/index.ts';
import { seedMany } from '../../src/simulator/index.ts';
import { loadWith } from './harness/load.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Scenario } from './harness/scenario.ts';

const PAGE = 48;

/**
 * A page of 48 products of a long list out of the database, with all their prices and stock: what a manager's list and
 * the export read. A shopper's listing comes from the search index instead (scenario `search`).
 */
export const scenario: Scenario = {
  name: 'list',
  run: ({ products = 1_000, connections = 32, seed = 1 }) =>
    withProductionDatabase(async (connection) => {
      const { db } = connection;
      await seedMany({ connection, now: Temporal.Now.instant(), seed, count: products });
      await connection.pool.query('analyze');
      const starts = await pageStarts(db);
      const figures = await loadWith((number) => readPage(db, starts[number % starts.length]), {
        connections,
        seconds: 5,
      });
      return { products, connections, pageSize: PAGE, ...figures };
    }),
};

/** After which product each page begins: the first 200 pages. */
async function pageStarts(db: Db): Promise<(ProductId | undefined)[]> {
  const starts: (ProductId | undefined)[] = [undefined];
  while (starts.length < 200) {
    const after = starts.at(-1);
    const ids = await listProductIds(db, after === undefined ? { limit: PAGE } : { after, limit: PAGE });
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) break;
    starts.push(last);
  }
  return starts.length > 1 ? starts.slice(0, -1) : starts;
}

async function readPage(db: Db, after: ProductId | undefined): Promise<void> {
  const ids = await listProductIds(db, after === undefined ? { limit: PAGE } : { after, limit: PAGE });
  const products = await readProducts(db, ids);
  if (products.length !== ids.length) throw new Error('a product of the list was not read');
  const variantIds = products.flatMap((product) => product.variants.map((variant) => variant.id));
  await Promise.all([readPrices(db, variantIds), readAvailability(db, variantIds)]);
}
