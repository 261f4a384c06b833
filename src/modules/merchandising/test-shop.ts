import { currencyOf } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { type AnyEvent, readEvents, type Topic } from '../../platform/outbox/index.ts';
import { type ProductDraft, type ProductId, saveProducts } from '../catalog/index.ts';
import { defaultLocation, setOnHand } from '../inventory/index.ts';
import { setPrices } from '../pricing/index.ts';
import { refreshProducts } from './refresh.ts';
import type { CollectionDraft } from './save-collection.ts';
import { saveCollection } from './save-collection.ts';

export const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const EUR = currencyOf('EUR');

export type AProduct = Partial<ProductDraft> & {
  readonly handle: string;
  readonly eur?: bigint;
  readonly compareAt?: bigint;
  readonly stock?: number;
};

/** Saves products through the catalogue's, pricing's and inventory's front doors; nothing here knows of them yet. */
export async function saveInShop(db: Db, products: readonly AProduct[], now = NOW): Promise<ProductId[]> {
  return db.transaction().execute(async (tx) => {
    const drafts = products.map(({ eur: _eur, compareAt: _compareAt, stock: _stock, ...draft }) => {
      return { status: 'active' as const, title: draft.handle, ...draft };
    });
    const saved = await saveProducts(tx, { drafts, now, cause: 'test', defineAttributes: true });
    const location = await defaultLocation(tx);
    const pairs = saved.map((one, index) => {
      if ('refusal' in one) throw new Error(`${one.handle} was refused: ${one.refusal.message}`);
      return { saved: one, wanted: products[index] };
    });
    const variants = pairs.flatMap(({ saved, wanted }) =>
      saved.variants.map((variant) => ({ id: variant.id, wanted })),
    );
    const prices = variants.flatMap(({ id, wanted }) =>
      wanted?.eur === undefined
        ? []
        : [{ variantId: id, currency: EUR, amountMinor: wanted.eur, compareAtMinor: wanted.compareAt }],
    );
    await setPrices(tx, { prices, now, reason: 'test' });
    const counts = variants.flatMap(({ id, wanted }) =>
      wanted?.stock === undefined ? [] : [{ variantId: id, locationId: location.id, onHand: wanted.stock }],
    );
    await setOnHand(tx, { counts, now, reason: 'count', reference: 'test' });
    return pairs.map(({ saved }) => saved.id);
  });
}

/** The same, and the collections follow. */
export async function saveAndFollow(db: Db, products: readonly AProduct[], now = NOW): Promise<ProductId[]> {
  const ids = await saveInShop(db, products, now);
  await refresh(db, ids, now);
  return ids;
}

export function refresh(db: Db, productIds: readonly string[], now = NOW) {
  return db.transaction().execute((tx) => refreshProducts(tx, { productIds, now }));
}

export async function aCollection(db: Db, draft: CollectionDraft, now = NOW) {
  const saved = await db.transaction().execute((tx) => {
    return saveCollection(tx, { draft: { title: draft.handle, ...draft }, now });
  });
  if (!saved.ok) throw new Error(`${draft.handle} was refused: ${saved.refusal.message}`);
  return saved.value;
}

/** What was told under a topic since the last time it was asked for, oldest first. */
export function makeEar(db: Db, topic: Topic): () => Promise<unknown[]> {
  let heard = 0;
  return async () => {
    const told = (await everythingTold(db)).filter((event) => event.topic === topic);
    const news = told.slice(heard).map((event) => event.payload);
    heard = told.length;
    return news;
  };
}

/** Ids are given out in order, with few left out: a thousand in a row that nothing has are the end. */
async function everythingTold(db: Db): Promise<AnyEvent[]> {
  const told: AnyEvent[] = [];
  for (let first = 1n; ; first += 1_000n) {
    const ids = Array.from({ length: 1_000 }, (_, n) => first + BigInt(n));
    const events = await readEvents(db, ids);
    if (events.length === 0) return told;
    told.push(...events);
  }
}

/** A connection that counts its statements. */
export function counting(db: Db): { readonly db: Db; readonly take: () => number } {
  let count = 0;
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const take = () => {
    const taken = count;
    count = 0;
    return taken;
  };
  return { db: counted, take };
}
