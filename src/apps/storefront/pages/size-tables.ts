import { sizeTableFor } from '../../../modules/content/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { ProductPage } from '../model/index.ts';
import type { Site } from '../site.ts';

type SizeTable = ProductPage['sizeTable'];

const LIMIT = 10_000;

/** Size tables by kind of product, read once for each: a shop has few of them and shows them on every page. */
export class SizeTables {
  readonly #db: Db;
  #tables = new Map<string, Promise<SizeTable>>();

  constructor(db: Db) {
    this.#db = db;
  }

  for(
    product: { readonly productType: string; readonly categoryPaths: readonly string[] },
    { locale }: Pick<Site, 'locale'>,
  ): Promise<SizeTable> {
    const key = JSON.stringify([locale, product.productType, product.categoryPaths]);
    const known = this.#tables.get(key);
    if (known) return known;
    if (this.#tables.size >= LIMIT) this.clear();
    const tables = this.#tables;
    const read = sizeTableFor(this.#db, { ...product, locale });
    tables.set(key, read);
    // A failed reading is not remembered; who asked hears of it through `read`.
    read.catch(() => tables.delete(key));
    return read;
  }

  clear(): void {
    this.#tables = new Map();
  }
}
