import { type Id, parseId } from '../../kernel/index.ts';
import {
  type Product,
  type ProductId,
  readCategories,
  readProductIdsOfVariants,
  readProducts,
  removeCategory,
  removeProducts,
  streamProducts,
} from '../../modules/catalog/index.ts';
import { readLevels, setOnHand } from '../../modules/inventory/index.ts';
import { readCollections, removeCollection } from '../../modules/merchandising/index.ts';
import { readSold } from '../../modules/orders/index.ts';
import { listPromotions, removePromotion } from '../../modules/pricing/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Part, printOf } from './part.ts';

const PER_READ = 500;

/** A product says what its version says: every change of it is a new one. */
const products: Part = {
  kind: 'product',
  read: async (db, keys) => {
    const found: Product[] = [];
    if (keys !== undefined)
      found.push(
        ...(await readProducts(
          db,
          keys.map((key) => idOf<'product'>(key)),
        )),
      );
    else for await (const batch of streamProducts(db, PER_READ)) found.push(...batch);
    // Bundles first: what they are made of cannot go before them.
    const ordered = found.toSorted((a, b) => Number(b.kind === 'bundle') - Number(a.kind === 'bundle'));
    return new Map(ordered.map(({ id, title, version }) => [id, { label: title, print: String(version) }]));
  },
  needed: async (db, keys) => {
    const asked = await readProducts(
      db,
      keys.map((key) => idOf<'product'>(key)),
    );
    const variants = asked.flatMap((product) => product.variants.map((variant) => variant.id));
    const ordered = await readSold(db, variants);
    const owners = await readProductIdsOfVariants(db, [...ordered]);
    return new Set(owners.values());
  },
  remove: async (tx, key, now) => {
    await emptyShelves(tx, idOf<'product'>(key), now);
    const removed = await removeProducts(tx, [idOf<'product'>(key)]);
    return removed.ok ? undefined : 'in_use';
  },
};

/** What was made up lies nowhere: neither on a shelf nor in the books. */
async function emptyShelves(tx: Tx, productId: ProductId, now: Temporal.Instant): Promise<void> {
  const [product] = await readProducts(tx, [productId]);
  const ids = product?.variants.map(({ id }) => id) ?? [];
  const lying = [...(await readLevels(tx, ids)).values()].flat().filter(({ onHand }) => onHand > 0);
  const counts = lying.map(({ variantId, locationId }) => ({ variantId, locationId, onHand: 0 }));
  await setOnHand(tx, { counts, now, reason: 'count', reference: 'the demo data went' });
}

const categories: Part = {
  kind: 'category',
  read: async (db) => {
    const found = await readCategories(db);
    const depth = ({ path }: (typeof found)[number]) => path.split('/').length;
    // Those below first: none is taken away while others stand below it.
    const ordered = found.toSorted((a, b) => depth(b) - depth(a));
    return new Map(
      ordered.map((category) => {
        const { id, name, handle, parentId } = category;
        return [id, { label: name, print: printOf({ name, handle, parentId }) }];
      }),
    );
  },
  remove: async (tx, key) => {
    const removed = await removeCategory(tx, idOf<'category'>(key));
    return removed.ok ? undefined : 'in_use';
  },
};

const collections: Part = {
  kind: 'collection',
  read: async (db) => {
    const found = await readCollections(db);
    return new Map(found.map(({ id, title, version }) => [id, { label: title, print: String(version) }]));
  },
  remove: async (tx, key) => {
    const removed = await removeCollection(tx, { collectionId: idOf<'collection'>(key) });
    return removed.ok ? undefined : 'in_use';
  },
};

const promotions: Part = {
  kind: 'promotion',
  read: async (db) => {
    const found = await listPromotions(db);
    return new Map(
      found.map(({ promotion, isActive, codeCount }) => {
        const print = printOf({ promotion, isActive, codeCount });
        return [promotion.id, { label: promotion.name, print }];
      }),
    );
  },
  remove: async (tx, key, now) => {
    const removed = await removePromotion(tx, { id: idOf<'promotion'>(key), now });
    return removed.ok ? undefined : 'in_use';
  },
};

export const SHELVES: readonly Part[] = [products, categories, collections, promotions];

function idOf<Name extends string>(key: string): Id<Name> {
  const id = parseId<Name>(key);
  if (id === undefined) throw new TypeError(`${JSON.stringify(key)} is no id`);
  return id;
}
