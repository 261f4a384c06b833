import { ok, refuse, slug } from '../../../../kernel/index.ts';
import { type ProductId, readProducts } from '../../../../modules/catalog/index.ts';
import { readPictures } from '../../../../modules/media/index.ts';
import {
  type Collection,
  type CollectionId,
  countProducts,
  describeRule,
  parseRule,
  place,
  previewRule,
  readArranged,
  readCollections,
  readPlacements,
  removeCollection,
  saveCollection,
  setCollectionProducts,
  unplace,
} from '../../../../modules/merchandising/index.ts';
import { type Answer, type Asked, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { collectionEndpoints } from '../contract/collections.ts';
import type { AdminDeps } from '../deps.ts';
import { thumbnailOf } from './product-table.ts';

type Own = typeof collectionEndpoints;
type Placed = Answer<Own['previewRule']>['products'][number];
const MOST_SHOWN = 1_000;

export function collectionHandlers({ db, reads }: Pick<AdminDeps, 'db' | 'reads'>): Handlers<Own> {
  return {
    ...orderHandlers({ db, reads }),
    listCollections: async ({ query: { q = '', kind, ...page } }) => {
      const word = q.toLowerCase();
      const found = (await readCollections(reads)).filter(
        (one) => (kind === undefined || one.kind === kind) && one.title.toLowerCase().includes(word),
      );
      const counts = await countProducts(
        reads,
        found.map(({ id }) => id),
      );
      const keyOf = ({ title, id }: Collection) => `${title.toLowerCase().slice(0, 150)} ${id}`;
      return pageOfAll('collections', page, found, { keyOf, itemOf: (one) => rowOf(one, counts) });
    },
    readCollection: async ({ params: { id } }) => {
      const whole = await wholeOf(reads, id);
      return whole ? ok(whole) : refuse('not_found', 'no collection has this id', 'id');
    },
    createCollection: async ({ tx, body, now }) => {
      const handle = body.handle ?? slug(body.title);
      const draft = draftOf({ ...body, handle });
      const [taken] = await readCollections(tx, { handle });
      if (taken)
        return refuse('handle_taken', `handle "${handle}" is the collection "${taken.title}"`, 'handle');
      const saved = await saveCollection(tx, { draft, now });
      return saved.ok ? ok(await savedOf(tx, saved.value.id)) : saved;
    },
    changeCollection: async ({ params: { id }, body: { version, ...body }, now }) =>
      transactOrRefuse(db, async (tx) => {
        const [old] = await readCollections(tx, { ids: [id] });
        if (old === undefined) return refuse('collection_unknown', 'no collection has this id', 'id');
        const expected = version === undefined ? {} : { expectedVersion: BigInt(version) };
        const draft = { ...draftOf({ ...body, handle: body.handle ?? old.handle }), id, ...expected };
        const saved = await saveCollection(tx, { draft, now });
        return saved.ok ? ok(await savedOf(tx, id)) : saved;
      }),
    removeCollection: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeCollection(tx, { collectionId: id }));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    previewRule: async ({ body: { rule }, now }) => {
      const parsed = parseRule(rule);
      if (!parsed.ok) return parsed;
      const preview = await previewRule(reads, { rule, now });
      if (!preview.ok) return preview;
      const { count, sample } = preview.value;
      return ok({ count, inWords: describeRule(parsed.value), products: await placedOf(reads, sample) });
    },
  };
}

type OrderNames = 'readCollectionProducts' | 'setCollectionProducts' | 'placeProduct';

function orderHandlers({ db, reads }: Pick<AdminDeps, 'db' | 'reads'>): Pick<Handlers<Own>, OrderNames> {
  return {
    readCollectionProducts: async ({ params: { id } }) => {
      const [collection] = await readCollections(reads, { ids: [id] });
      if (collection === undefined) return refuse('not_found', 'no collection has this id', 'id');
      const ids = await readArranged(reads, collection);
      const products = await placedOf(reads, ids.slice(0, MOST_SHOWN), id);
      return ok({ products, isCut: ids.length > MOST_SHOWN });
    },
    setCollectionProducts: async ({ params: { id }, body: { productIds }, now }) => {
      const set = await transactOrRefuse(db, (tx) =>
        setCollectionProducts(tx, { collectionId: id, productIds, now }),
      );
      return set.ok ? ok({ products: productIds.length }) : set;
    },
    placeProduct: async ({ params: { id: collectionId, productId }, body }) => {
      const { kind } = body;
      const placed = await transactOrRefuse(db, (tx) =>
        kind === 'none'
          ? unplace(tx, { collectionId, productId })
          : place(tx, {
              collectionId,
              productId,
              kind,
              ...(body.place === undefined ? {} : { place: body.place }),
            }),
      );
      return placed.ok ? ok({ isPlaced: kind !== 'none' }) : placed;
    },
  };
}

type Sent = Asked<Own['createCollection']>['body'] & { readonly handle: string };

function draftOf(body: Sent) {
  return sentFields(body);
}

function rowOf(one: Collection, counts: ReadonlyMap<CollectionId, number>) {
  const { id, handle, title, kind, sort, isPublished, updatedAt } = one;
  const products = counts.get(id) ?? 0;
  return { id, handle, title, kind, sort, isPublished, products, updatedAt: updatedAt.toString() };
}

async function wholeOf(db: Db, id: CollectionId): Promise<Answer<Own['readCollection']> | undefined> {
  const [collection] = await readCollections(db, { ids: [id] });
  if (collection === undefined) return undefined;
  const { assetId, descriptionHtml, seoTitle, seoDescription, version } = collection;
  const [counts, pictures] = await Promise.all([
    countProducts(db, [id]),
    readPictures(db, assetId === undefined ? [] : [assetId]),
  ]);
  const rule =
    collection.kind === 'rule' ? { rule: collection.rule, inWords: describeRule(collection.rule) } : {};
  return {
    ...{ ...rowOf(collection, counts), descriptionHtml, seoTitle, seoDescription, ...rule },
    ...{ picture: thumbnailOf(pictures, assetId), version: version.toString() },
  };
}

async function savedOf(tx: Tx, id: CollectionId): Promise<Answer<Own['readCollection']>> {
  const saved = await wholeOf(tx, id);
  if (saved === undefined) throw new TypeError('a collection was saved and is not there');
  return saved;
}

async function placedOf(db: Db, ids: readonly ProductId[], collectionId?: CollectionId): Promise<Placed[]> {
  const products = await readProducts(db, ids);
  const [pictures, placements] = await Promise.all([
    readPictures(
      db,
      products.flatMap(({ media }) => media[0]?.assetId ?? []),
    ),
    collectionId === undefined ? [] : readPlacements(db, collectionId),
  ]);
  const byProduct = new Map(placements.map(({ productId, kind, place }) => [productId, { kind, place }]));
  return products.map(({ id, title, status, media }) => {
    const thumbnail = thumbnailOf(pictures, media[0]?.assetId);
    return { productId: id, title, status, thumbnail, placement: byProduct.get(id) };
  });
}
