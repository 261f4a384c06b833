import type { Db } from '../../../platform/database/index.ts';
import { listProductIds, type ProductId } from '../../catalog/index.ts';
import { documentsBetween, noteLocales } from '../store/documents.ts';
import { projectProducts } from './project-products.ts';
import { readReferences } from './references.ts';

const BATCH = 250;

/**
 * Makes every document anew, in one transaction a batch, and takes out those of products that are not there. What is
 * right already is not written. Returns how many products were looked at.
 */
export async function rebuildDocuments(
  { db }: { readonly db: Db },
  options: { readonly progress?: (done: number) => void; readonly signal?: AbortSignal } = {},
): Promise<number> {
  const references = await readReferences(db);
  await db.transaction().execute((tx) => noteLocales(tx, references.locales));
  let done = 0;
  let after: ProductId | undefined;
  for (;;) {
    options.signal?.throwIfAborted();
    const ids = await listProductIds(db, { after, limit: BATCH });
    const upTo = ids.at(-1);
    const strays = await documentsBetween(db, { after, upTo, except: ids });
    await db
      .transaction()
      .execute((tx) => projectProducts(tx, { productIds: [...ids, ...strays], references }));
    done += ids.length;
    options.progress?.(done);
    if (upTo === undefined) return done;
    after = upTo;
  }
}
