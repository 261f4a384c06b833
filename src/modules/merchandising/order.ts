import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type ProductId, readProducts } from '../catalog/index.ts';
import type { PlacementKind } from './collection.ts';
import type { CollectionId } from './membership.ts';
import { placed } from './placing.ts';
import {
  knownProducts,
  lockCollection,
  readCollectionProducts,
  readPlacements,
  writeOrder,
  writePlacements,
} from './store/order.ts';
import { tellCollection } from './tell-moved.ts';

/** Most products that one person puts in order; more is a rule's work. */
export const MANUAL_LIMIT = 10_000;

export type OrderRefusal = Refusal<
  | 'collection_unknown'
  | 'collection_has_a_rule'
  | 'product_unknown'
  | 'product_twice'
  | 'product_not_in_collection'
  | 'too_many_products'
  | 'place_invalid'
>;

/** Makes the list the manual collection's, in this order: what is not listed leaves. */
export async function setCollectionProducts(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly productIds: readonly ProductId[];
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, OrderRefusal>> {
  const refusal = await refusalOfKind(tx, input.collectionId);
  if (refusal !== undefined) return { ok: false, refusal };
  const wanted = new Set(input.productIds);
  if (wanted.size > MANUAL_LIMIT) {
    const message = `at most ${MANUAL_LIMIT} products can be put in order by hand`;
    return refuse('too_many_products', message, 'productIds');
  }
  if (wanted.size < input.productIds.length) {
    const at = input.productIds.findIndex((id, index) => input.productIds.indexOf(id) < index);
    return refuse('product_twice', 'a product stands in a collection once', `productIds[${at}]`);
  }
  const unknown = await firstUnknown(tx, input.productIds);
  if (unknown !== undefined) {
    const field = `productIds[${input.productIds.indexOf(unknown)}]`;
    return refuse('product_unknown', `no product has the id ${unknown}`, field);
  }
  await reorder(tx, input);
  return ok(undefined);
}

/** Puts one product of a manual collection at another index (0 is first); those between make room. */
export async function moveProduct(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly productId: ProductId;
    readonly toIndex: number;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, OrderRefusal>> {
  const refusal = await refusalOfKind(tx, input.collectionId);
  if (refusal !== undefined) return { ok: false, refusal };
  const order = await readCollectionProducts(tx, input.collectionId);
  const others = order.filter((id) => id !== input.productId);
  if (others.length === order.length) return notInside();
  if (!Number.isSafeInteger(input.toIndex) || input.toIndex < 0 || input.toIndex > others.length) {
    return refuse('place_invalid', `toIndex must be 0 to ${others.length}`, 'toIndex');
  }
  await reorder(tx, { ...input, productIds: others.toSpliced(input.toIndex, 0, input.productId) });
  return ok(undefined);
}

/**
 * Pins a product of the collection at a place from the top (1 is first; pins that stand there move down), boosts it
 * before the others or buries it behind them. It keeps this until `unplace`, also while a rule leaves it out.
 */
export async function place(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly productId: ProductId;
    readonly kind: PlacementKind;
    readonly place?: number;
  },
): Promise<Result<undefined, OrderRefusal>> {
  if ((await lockCollection(tx, input.collectionId)) === undefined) return unknownCollection();
  if ((input.kind === 'pin') !== (input.place !== undefined) || !isPlace(input.place ?? 1)) {
    const message = `a pin needs a place from 1 to ${MANUAL_LIMIT}; a boost or a bury has none`;
    return refuse('place_invalid', message, 'place');
  }
  const members = await readCollectionProducts(tx, input.collectionId);
  if (!members.includes(input.productId)) return notInside();
  const before = await readPlacements(tx, input.collectionId);
  const wanted = { productId: input.productId, kind: input.kind, place: input.place };
  const moved = await writePlacements(tx, input.collectionId, placed(before, wanted));
  if (moved.length > 0) await tellCollection(tx, input.collectionId, moved);
  return ok(undefined);
}

/** Lets the product stand where the collection's order puts it. */
export async function unplace(
  tx: Tx,
  input: { readonly collectionId: CollectionId; readonly productId: ProductId },
): Promise<Result<undefined, OrderRefusal>> {
  if ((await lockCollection(tx, input.collectionId)) === undefined) return unknownCollection();
  const before = await readPlacements(tx, input.collectionId);
  const after = before.filter((placement) => placement.productId !== input.productId);
  const moved = await writePlacements(tx, input.collectionId, after);
  if (moved.length > 0) await tellCollection(tx, input.collectionId, moved);
  return ok(undefined);
}

async function refusalOfKind(tx: Tx, id: CollectionId): Promise<OrderRefusal | undefined> {
  const kind = await lockCollection(tx, id);
  if (kind === undefined) return unknownCollection().refusal;
  if (kind === 'manual') return undefined;
  return refuse('collection_has_a_rule', 'its rule says which products belong to it', 'collectionId').refusal;
}

/** A product that the catalogue has just made may not have been told of yet: then the catalogue is asked. */
async function firstUnknown(tx: Tx, ids: readonly ProductId[]): Promise<ProductId | undefined> {
  const known = await knownProducts(tx, ids);
  const rest = ids.filter((id) => !known.has(id));
  if (rest.length === 0) return undefined;
  const found = new Set((await readProducts(tx, rest)).map((product) => product.id));
  return rest.find((id) => !found.has(id));
}

async function reorder(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly productIds: readonly ProductId[];
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const moved = await writeOrder(tx, input);
  if (moved.length > 0) await tellCollection(tx, input.collectionId, moved);
}

function isPlace(place: number): boolean {
  return Number.isSafeInteger(place) && place >= 1 && place <= MANUAL_LIMIT;
}

function unknownCollection() {
  return refuse('collection_unknown', 'no collection has this id', 'collectionId');
}

function notInside() {
  return refuse('product_not_in_collection', 'the product is not in the collection', 'productId');
}
