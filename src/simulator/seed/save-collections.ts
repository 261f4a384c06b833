import { expectOk, localeOf } from '../../kernel/index.ts';
import type { ProductId } from '../../modules/catalog/index.ts';
import {
  place,
  readCollectionByHandle,
  refreshProducts,
  saveCollection,
  setCollectionProducts,
  translateCollection,
} from '../../modules/merchandising/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import type { WorldCollection } from '../world/world.ts';
import type { Pictures } from './save-products.ts';
import { idsOf } from './save-relations.ts';
import { transact } from './transact.ts';

type Input = {
  readonly collections: readonly WorldCollection[];
  readonly productIds: ReadonlyMap<string, ProductId>;
  readonly pictures: Pictures;
  readonly now: Temporal.Instant;
};

/** The collections that are not there yet: words, picture, rule or list, and what was pinned, boosted or buried. */
export async function saveCollections(connection: Connection, input: Input): Promise<void> {
  // The rules ask about facts; the worker that keeps them may not run yet.
  await transact(connection, (tx) =>
    refreshProducts(tx, { productIds: [...input.productIds.values()], now: input.now }),
  );
  for (const [position, collection] of input.collections.entries()) {
    await transact(connection, async (tx) => {
      if ((await readCollectionByHandle(tx, collection.handle)) === undefined) {
        await saveOne(tx, collection, position, input);
      }
    });
  }
}

async function saveOne(tx: Tx, world: WorldCollection, position: number, input: Input): Promise<void> {
  const { now, productIds } = input;
  const draft = {
    handle: world.handle,
    title: world.title.en,
    descriptionHtml: world.descriptionHtml.en,
    rule: world.rule ?? null,
    sort: world.sort,
    assetId: input.pictures.get(world.picture.key) ?? null,
    seoTitle: `${world.title.en} | Larch & Lantern`,
    position,
  };
  const { id: collectionId } = expectOk(await saveCollection(tx, { draft, now }));
  if (world.products.length > 0) {
    const listed = idsOf(world.products, productIds);
    expectOk(await setCollectionProducts(tx, { collectionId, productIds: listed, now }));
  }
  const words = { title: world.title.de, descriptionHtml: world.descriptionHtml.de };
  expectOk(await translateCollection(tx, { collectionId, locale: localeOf('de'), words }));
  for (const [index, productId] of idsOf(world.pins, productIds).entries()) {
    expectOk(await place(tx, { collectionId, productId, kind: 'pin', place: index + 1 }));
  }
  for (const productId of idsOf(world.boosts, productIds)) {
    expectOk(await place(tx, { collectionId, productId, kind: 'boost' }));
  }
  for (const productId of idsOf(world.buries, productIds)) {
    expectOk(await place(tx, { collectionId, productId, kind: 'bury' }));
  }
}
