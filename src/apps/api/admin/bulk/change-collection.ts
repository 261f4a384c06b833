import { z } from 'zod';
import { type ProductId, readProducts } from '../../../../modules/catalog/index.ts';
import { readCollectionProducts, setCollectionProducts } from '../../../../modules/merchandising/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { PieceCircumstances, PieceOutcome, PiecesKind } from '../../../../platform/work/index.ts';
import { collectionAction } from '../contract/product-bulk.ts';
import { CHANGED_SINCE } from './change-fields.ts';
import { idsOf } from './piece-id.ts';

export type CollectionAction = z.infer<typeof collectionAction>;
type CollectionId = CollectionAction['collectionId'];

/** Products into a collection by hand, behind those that are in it, or out of it. */
export const changeCollection: PiecesKind<CollectionAction> = {
  name: 'products.change_collection',
  parse: (payload) => collectionAction.parse(payload),
  piecesPerBatch: 500,
  change: async (tx, { kind, collectionId }, keys, by) => {
    const ids = idsOf<'product'>(keys);
    const inside = await readCollectionProducts(tx, collectionId);
    const placeOf = new Map(inside.map((id, place) => [id, place]));
    const isAdding = kind === 'add_to_collection';
    const moved = new Set(ids.filter((id) => placeOf.has(id) !== isAdding));
    const after = isAdding ? [...inside, ...moved] : inside.filter((id) => !moved.has(id));
    const refusal = await order(tx, collectionId, after, by);
    const titles = await titlesOf(tx, ids);
    const outcomeOf = (id: ProductId): PieceOutcome => {
      const label = titles.get(id) ?? id;
      if (!moved.has(id)) return { outcome: 'unchanged', label };
      if (refusal !== undefined) return { outcome: 'refused', label, reason: refusal };
      const [before, became] = [{ place: placeOf.get(id) ?? null }, { place: isAdding ? true : null }];
      return {
        ...{ outcome: 'changed', label },
        ...{ before: { collectionId, ...before }, after: { collectionId, ...became } },
      };
    };
    return new Map(ids.map((id) => [id, outcomeOf(id)]));
  },
  takeBack: async (tx, pieces, by) => {
    const outcomes = new Map<string, PieceOutcome>();
    const places = pieces.map(({ key, label, before }) => ({ key, label, ...kept.parse(before) }));
    for (const [collectionId, own] of Map.groupBy(places, (piece) => piece.collectionId)) {
      for (const [key, outcome] of await putBack(tx, collectionId, own, by)) outcomes.set(key, outcome);
    }
    return outcomes;
  },
};

const kept = z.object({ collectionId: collectionAction.shape.collectionId, place: z.int().nullable() });
type Place = { readonly key: string; readonly label: string; readonly place: number | null };

/** Those that came in leave; those that left come back to their places, the first first. */
async function putBack(tx: Tx, collectionId: CollectionId, pieces: readonly Place[], by: PieceCircumstances) {
  const inside = await readCollectionProducts(tx, collectionId);
  const isInside = new Set<string>(inside);
  const isBack = ({ key, place }: Place) => isInside.has(key) === (place === null);
  const leaving = new Set(
    pieces.filter((piece) => piece.place === null && isBack(piece)).map(({ key }) => key),
  );
  const after = inside.filter((id) => !leaving.has(id));
  const coming = pieces
    .flatMap((piece) => (piece.place !== null && isBack(piece) ? [{ ...piece, place: piece.place }] : []))
    .toSorted((a, b) => a.place - b.place);
  for (const { key, place } of coming) after.splice(place, 0, ...idsOf<'product'>([key]));
  const refusal = await order(tx, collectionId, after, by);
  return pieces.map((piece): readonly [string, PieceOutcome] => {
    const { key, label, place } = piece;
    if (!isBack(piece)) return [key, { outcome: 'refused', label, reason: CHANGED_SINCE }];
    if (refusal !== undefined) return [key, { outcome: 'refused', label, reason: refusal }];
    return [key, { outcome: 'changed', label, before: {}, after: { collectionId, place } }];
  });
}

async function order(
  tx: Tx,
  collectionId: CollectionId,
  productIds: readonly ProductId[],
  { now }: PieceCircumstances,
): Promise<string | undefined> {
  const set = await setCollectionProducts(tx, { collectionId, productIds, now });
  return set.ok ? undefined : set.refusal.message;
}

async function titlesOf(tx: Tx, ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, string>> {
  return new Map((await readProducts(tx, ids)).map(({ id, title }) => [id, title]));
}
