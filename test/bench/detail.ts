import { localeOf } from '../../src/kernel/index.ts';
import {
  listProductIds,
  readProductByHandle,
  readProducts,
  readRelations,
  readTranslations,
} from '../../src/modules/catalog/index.ts';
import { readAvailability } from '../../src/modules/inventory/index.ts';
import { readPrices } from '../../src/modules/pricing/index.ts';
import type { Db } from '../../src/platform/database/index.ts';
import { seedMany } from '../../src/simulator/index.ts';
import { loadWith } from './harness/load.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Scenario } from './harness/scenario.ts';

/**
 * The data of one product page out of the database: the product by its handle, then prices, stock, relations and a
 * translation together. Products are asked for in turn, so that no cache of ours could help.
 */
export const scenario: Scenario = {
  name: 'detail',
  run: ({ products = 1_000, connections = 32, seed = 1 }) =>
    withProductionDatabase(async (connection) => {
      const { db } = connection;
      await seedMany({ connection, now: Temporal.Now.instant(), seed, count: products });
      await connection.pool.query('analyze');
      const ids = await listProductIds(db, { limit: 1_000 });
      const handles = (await readProducts(db, ids)).map((product) => product.handle);
      const figures = await loadWith((number) => readDetail(db, handles[number % handles.length] ?? ''), {
        connections,
        seconds: 5,
      });
      return { products, connections, ...figures };
    }),
};

async function readDetail(db: Db, handle: string): Promise<void> {
  const product = await readProductByHandle(db, handle);
  if (product === undefined) throw new Error(`no product has the handle ${handle}`);
  const variantIds = product.variants.map((variant) => variant.id);
  await Promise.all([
    readPrices(db, variantIds),
    readAvailability(db, variantIds),
    readRelations(db, [product.id]),
    readTranslations(db, { entity: 'product', entityIds: [product.id], locale: localeOf('de') }),
  ]);
}
