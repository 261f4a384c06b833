import { nextMidnight } from '../../../../kernel/index.ts';
import { isPublished, type ProductId, readProducts } from '../../../../modules/catalog/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { productTag } from '../follow-shop.ts';
import type { Shopfront } from '../shopfronts.ts';
import { type Card, cardOfProduct } from './cards.ts';
import { readFacts } from './read-facts.ts';

type Shelved = { readonly card: Card | undefined; readonly untilMs: number };

const MAX_AGE_MS = 10 * 60_000;
const MOST_PRODUCTS = 20_000;

/**
 * Cards that are read from the modules and not from the search index: of products that are asked for by name, and of
 * reduced ones, whose former price only pricing may announce. Each is kept until its product changes.
 */
export class CardShelf {
  readonly #db: Db;
  /** By the product's tag, then by storefront. */
  readonly #cards = new Map<string, Map<string, Shelved>>();
  #changes = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The products' cards in their order; those that are not sold in this storefront now are left out. */
  async cards(ids: readonly ProductId[], front: Shopfront, now: Temporal.Instant): Promise<readonly Card[]> {
    const found = new Map<ProductId, Shelved>();
    for (const id of ids) {
      const shelved = this.#cards.get(productTag(id))?.get(front.prefix);
      if (shelved !== undefined && shelved.untilMs > now.epochMilliseconds) found.set(id, shelved);
    }
    const unread = ids.filter((id) => !found.has(id));
    if (unread.length > 0) await this.#read(unread, front, now, found);
    return ids.flatMap((id) => found.get(id)?.card ?? []);
  }

  forget(tags: readonly string[]): void {
    this.#changes += 1;
    for (const tag of tags) this.#cards.delete(tag);
  }

  clear(): void {
    this.#changes += 1;
    this.#cards.clear();
  }

  async #read(
    ids: readonly ProductId[],
    front: Shopfront,
    now: Temporal.Instant,
    found: Map<ProductId, Shelved>,
  ): Promise<void> {
    const changes = this.#changes;
    const facts = await readFacts(this.#db, await readProducts(this.#db, ids), front, now);
    const products = new Map(facts.products.map((product) => [product.id, product]));
    // A day of return that has passed is told no more.
    const midnight = nextMidnight(now, front.shop.timeZone);
    const latest = Math.min(now.epochMilliseconds + MAX_AGE_MS, midnight.epochMilliseconds);
    for (const id of ids) {
      const product = products.get(id);
      const isShown = product !== undefined && isPublished(product, now);
      const untilMs = Math.min(latest, product?.unpublishAt?.epochMilliseconds ?? latest);
      const shelved = { card: isShown ? cardOfProduct(product, facts, front) : undefined, untilMs };
      found.set(id, shelved);
      // Something changed while this was read: right for those who asked before, not to be kept.
      if (this.#changes === changes) this.#keep(id, front.prefix, shelved);
    }
  }

  #keep(id: ProductId, prefix: string, shelved: Shelved): void {
    const tag = productTag(id);
    const cards = this.#cards.get(tag) ?? new Map<string, Shelved>();
    this.#cards.delete(tag);
    this.#cards.set(tag, cards.set(prefix, shelved));
    for (const oldest of this.#cards.keys()) {
      if (this.#cards.size <= MOST_PRODUCTS) return;
      this.#cards.delete(oldest);
    }
  }
}
