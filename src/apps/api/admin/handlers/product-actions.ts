import { ok, refuse } from '../../../../kernel/index.ts';
import { type ProductId, readProducts } from '../../../../modules/catalog/index.ts';
import {
  readCollectionProducts,
  readCollections,
  readListedIds,
} from '../../../../modules/merchandising/index.ts';
import type { Answer, Asked } from '../../../../platform/api/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { beginPieces, type PieceCircumstances } from '../../../../platform/work/index.ts';
import { type CollectionAction, changeCollection } from '../bulk/change-collection.ts';
import { changeFields, problemsOf } from '../bulk/change-fields.ts';
import { type FieldAction, fieldChange } from '../bulk/field-change.ts';
import { LOOKED_AT, MOST_CHOSEN, type productBulkEndpoints } from '../contract/product-bulk.ts';
import { begunWork } from './work.ts';

type Own = typeof productBulkEndpoints;
type Body = Asked<Own['actOnProducts']>['body'];
type Preview = Answer<Own['previewProductAction']>;

const EXAMPLES = 8;
const PROBLEMS = 20;
const PER_READ = 500;

/** Puts one thing that is to be done to all that were chosen in line. */
export async function beginProductAction(
  tx: Tx,
  { select, action, title = `Change ${action.kind}` }: Body,
  { actor, now }: PieceCircumstances,
) {
  const chosen = await chosenIds(tx, select);
  if (!chosen.ok) return chosen;
  const about = { title, startedBy: actor, keys: chosen.value, undoPermission: 'products:write', now };
  if (!('collectionId' in action)) {
    return begunWork(tx, await beginPieces(tx, changeFields, { ...about, payload: action }));
  }
  const collection = await collectionByHand(tx, action);
  if (!collection.ok) return collection;
  return begunWork(tx, await beginPieces(tx, changeCollection, { ...about, payload: action }));
}

/** What it would come to, of the first that were chosen. */
export async function previewProductAction(
  tx: Tx,
  { select, action }: Pick<Body, 'select' | 'action'>,
  by: PieceCircumstances,
) {
  const chosen = await chosenIds(tx, select);
  if (!chosen.ok) return chosen;
  const ids = chosen.value.slice(0, LOOKED_AT);
  const counts = { products: chosen.value.length, lookedAt: ids.length };
  if (!('collectionId' in action)) return ok({ ...counts, ...(await fieldsPreview(tx, ids, action, by)) });
  const collection = await collectionByHand(tx, action);
  return collection.ok
    ? ok({ ...counts, ...(await collectionPreview(tx, ids, action, collection.value.title)) })
    : collection;
}

async function chosenIds(tx: Tx, { ids, filter }: Body['select']) {
  const chosen = ids ?? (await readListedIds(tx, filter ?? {}, MOST_CHOSEN + 1));
  return chosen.length > MOST_CHOSEN
    ? refuse('too_many', `at most ${MOST_CHOSEN} products go together`, 'select')
    : ok([...new Set(chosen)]);
}

async function collectionByHand(tx: Tx, { collectionId }: CollectionAction) {
  const [collection] = await readCollections(tx, { ids: [collectionId] });
  const field = 'action.collectionId';
  if (collection === undefined) return refuse('collection_unknown', 'no collection has this id', field);
  if (collection.kind === 'rule') {
    return refuse('collection_has_a_rule', 'its rule says what belongs to it', field);
  }
  return ok(collection);
}

type Outlook = Omit<Preview, 'products' | 'lookedAt'>;

async function fieldsPreview(
  tx: Tx,
  ids: readonly ProductId[],
  action: FieldAction,
  by: PieceCircumstances,
): Promise<Outlook> {
  const changes: { id: ProductId; title: string; before: string; after: string; fields: object }[] = [];
  for (let start = 0; start < ids.length; start += PER_READ) {
    for (const product of await readProducts(tx, ids.slice(start, start + PER_READ))) {
      const { after: fields, textBefore: before, textAfter: after, isChange } = fieldChange(product, action);
      const { id, title } = product;
      if (isChange) changes.push({ id, title, before, after, fields });
    }
  }
  const asked = changes.map(({ id, fields }) => ({ id, fields, variants: new Map() }));
  const reasons = await problemsOf(tx, asked, { ...by, cause: 'bulk' });
  const sound = changes.filter(({ id }) => !reasons.has(id));
  const problems = changes.flatMap(({ id, title }) => {
    const reason = reasons.get(id);
    return reason === undefined ? [] : [{ productId: id, title, reason }];
  });
  return {
    ...{ changed: sound.length, refused: problems.length, problems: problems.slice(0, PROBLEMS) },
    examples: sound
      .slice(0, EXAMPLES)
      .map(({ id, title, before, after }) => ({ productId: id, title, before, after })),
  };
}

async function collectionPreview(
  tx: Tx,
  ids: readonly ProductId[],
  { kind, collectionId }: CollectionAction,
  collection: string,
): Promise<Outlook> {
  const inside = new Set(await readCollectionProducts(tx, collectionId));
  const isAdding = kind === 'add_to_collection';
  const moved = ids.filter((id) => inside.has(id) !== isAdding);
  const products = await readProducts(tx, moved.slice(0, EXAMPLES));
  const [before, after] = isAdding ? ['', collection] : [collection, ''];
  const examples = products.map(({ id, title }) => ({ productId: id, title, before, after }));
  return { changed: moved.length, refused: 0, problems: [], examples };
}
