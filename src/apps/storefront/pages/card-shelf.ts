import { earliest, nextMidnight } from '../../../kernel/index.ts';
import { isPublished, type Product, type ProductId, readProducts } from '../../../modules/catalog/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Card } from '../model/index.ts';
import type { Site } from '../site.ts';
import { cardOfProduct } from './product-card.ts';
import { readFacts } from './read-facts.ts';

type Shelved = { readonly card: Card | undefined; readonly untilMs: number };

const MAX_AGE = { minutes: 10 };

/**
 * Cards of named products (related, cross-sold, recently viewed), read from the modules in one go and kept until the
 * product changes. Not taken from the search index: a product page is whole while search is away.
 */
export class CardShelf {
  readonly #db: Db;
  readonly #limit: number;
  /** By product, then by storefront. */
  readonly #cards = new Map<string, Map<string, Shelved>>();
  #changes = 0;

  constructor(db: Db, limit = 20_000) {
    this.#db = db;
    this.#limit = limit;
  }

  /** The products' cards in their order; those that are not sold in this storefront now are left out. */
  async cards(ids: readonly ProductId[], site: Site, now: Temporal.Instant): Promise<readonly Card[]> {
    const found = new Map<ProductId, Shelved>();
    for (const id of ids) {
      const shelved = this.#cards.get(id)?.get(site.prefix);
      if (shelved && now.epochMilliseconds < shelved.untilMs) found.set(id, shelved);
    }
    const unread = ids.filter((id) => !found.has(id));
    if (unread.length > 0) await this.#read(unread, site, now, found);
    return ids.flatMap((id) => found.get(id)?.card ?? []);
  }

  forget(ids: readonly string[]): void {
    this.#changes += 1;
    for (const id of ids) this.#cards.delete(id);
  }

  clear(): void {
    this.#changes += 1;
    this.#cards.clear();
  }

  async #read(
    ids: readonly ProductId[],
    site: Site,
    now: Temporal.Instant,
    found: Map<ProductId, Shelved>,
  ): Promise<void> {
    const changes = this.#changes;
    const facts = await readFacts(this.#db, await readProducts(this.#db, ids), site, now);
    // A day of return that has passed is shown no more.
    const until = earliest(now.add(MAX_AGE), nextMidnight(now, site.shop.timeZone)) ?? now;
    const products = new Map<string, Product>(facts.products.map((product) => [product.id, product]));
    for (const id of ids) {
      const product = products.get(id);
      const isShown = product && isPublished(product, now);
      const card = isShown ? cardOfProduct(product, facts, site, now) : undefined;
      const shelved = { card, untilMs: until.epochMilliseconds };
      found.set(id, shelved);
      // Something changed while this was read: right for those who asked before, not to be kept.
      if (this.#changes === changes) this.#keep(id, site.prefix, shelved);
    }
  }

  #keep(id: string, prefix: string, shelved: Shelved): void {
    const cards = this.#cards.get(id) ?? new Map<string, Shelved>();
    this.#cards.delete(id);
    this.#cards.set(id, cards.set(prefix, shelved));
    for (const oldest of this.#cards.keys()) {
      if (this.#cards.size <= this.#limit) return;
      this.#cards.delete(oldest);
    }
  }
}
