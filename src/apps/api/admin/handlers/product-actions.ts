import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import {
  type Product,
  type ProductChange,
  type ProductId,
  readProducts,
  reviseProducts,
} from '../../../../modules/catalog/index.ts';
import {
  readCollectionProducts,
  readCollections,
  readListedIds,
  refreshProducts,
  setCollectionProducts,
} from '../../../../modules/merchandising/index.ts';
import type { Answer, ApiRefusal, Asked } from '../../../../platform/api/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { productBulkEndpoints } from '../contract/product-bulk.ts';

type Own = typeof productBulkEndpoints.actOnProducts;
type Body = Asked<Own>['body'];
type Action = Body['action'];
type Refused = ApiRefusal<keyof Own['refusals'] & string>;
type Outcome = Result<Answer<Own>, Refused>;
type By = { readonly actor: string; readonly now: Temporal.Instant; readonly isTrial: boolean };

const MOST = 10_000;
const EXAMPLES = 8;
const PER_READ = 500;
/** Up to so many are in the table at once; of more it follows as it does every change. */
const SHOWN_AT_ONCE = 200;

/** Does one thing to all that were chosen, or says what it would come to. */
export async function actOnProducts(
  tx: Tx,
  { select, action, isTrial }: Body,
  caller: Parameters<typeof actorOf>[0],
  now: Temporal.Instant,
): Promise<Outcome> {
  const ids = select.ids ?? (await readListedIds(tx, select.filter ?? {}, MOST + 1));
  if (ids.length > MOST) return refuse('too_many', `at most ${MOST} products go together`, 'select');
  const by = { actor: actorOf(caller), now, isTrial };
  if (action.kind === 'add_to_collection' || action.kind === 'remove_from_collection') {
    return changeCollection(tx, ids, action, by);
  }
  return changeFields(tx, ids, action, by);
}

type FieldAction = Extract<Action, { kind: 'status' | 'add_tags' | 'remove_tags' }>;

async function changeFields(
  tx: Tx,
  ids: readonly ProductId[],
  action: FieldAction,
  by: By,
): Promise<Outcome> {
  const changes: ProductChange[] = [];
  const examples: Answer<Own>['examples'][number][] = [];
  for (let start = 0; start < ids.length; start += PER_READ) {
    for (const product of await readProducts(tx, ids.slice(start, start + PER_READ))) {
      const { fields, before, after } = changeOf(product, action);
      if (before === after) continue;
      changes.push({ id: product.id, fields, variants: new Map() });
      if (examples.length < EXAMPLES) {
        examples.push({ productId: product.id, title: product.title, before, after });
      }
    }
  }
  const { changed, problems } = await reviseProducts(tx, { changes, cause: 'bulk', ...by });
  const [first] = problems;
  if (first !== undefined) return refuse('invalid', first.message, 'action');
  if (!by.isTrial && changed.length <= SHOWN_AT_ONCE) {
    await refreshProducts(tx, { productIds: changed, now: by.now });
  }
  return ok({ products: ids.length, changed: changed.length, examples });
}

type FieldChange = {
  readonly fields: ProductChange['fields'];
  readonly before: string;
  readonly after: string;
};

function changeOf({ status, tags }: Product, action: FieldAction): FieldChange {
  if (action.kind === 'status') {
    return { fields: { status: action.status }, before: status, after: action.status };
  }
  const meant = new Set(action.tags.map((tag) => tag.toLowerCase()));
  const others = tags.filter((tag) => !meant.has(tag.toLowerCase()));
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  const added = action.tags.filter((tag) => !known.has(tag.toLowerCase()));
  const wanted = action.kind === 'add_tags' ? [...tags, ...added] : others;
  return { fields: { tags: wanted }, before: tags.join(', '), after: wanted.join(', ') };
}

type CollectionAction = Extract<Action, { collectionId: unknown }>;

async function changeCollection(
  tx: Tx,
  ids: readonly ProductId[],
  { kind, collectionId }: CollectionAction,
  { isTrial, now }: By,
): Promise<Outcome> {
  const [collection] = await readCollections(tx, { ids: [collectionId] });
  if (collection === undefined) {
    return refuse('collection_unknown', 'no collection has this id', 'action.collectionId');
  }
  if (collection.kind === 'rule') {
    return refuse('collection_has_a_rule', 'its rule says what belongs to it', 'action.collectionId');
  }
  const before = await readCollectionProducts(tx, collectionId);
  const [inside, meant] = [new Set(before), new Set(ids)];
  const moved =
    kind === 'add_to_collection' ? ids.filter((id) => !inside.has(id)) : before.filter((id) => meant.has(id));
  const after = kind === 'add_to_collection' ? [...before, ...moved] : before.filter((id) => !meant.has(id));
  if (!isTrial) {
    const set = await setCollectionProducts(tx, { collectionId, productIds: after, now });
    if (!set.ok) return refusedOrder(set.refusal);
  }
  const products = await readProducts(tx, moved.slice(0, EXAMPLES));
  const [was, is] = kind === 'add_to_collection' ? ['', collection.title] : [collection.title, ''];
  const examples = products.map(({ id, title }) => ({ productId: id, title, before: was, after: is }));
  return ok({ products: ids.length, changed: moved.length, examples });
}

type OrderRefused = Extract<Awaited<ReturnType<typeof setCollectionProducts>>, { ok: false }>['refusal'];

function refusedOrder({ code, message }: OrderRefused): Outcome {
  if (code === 'too_many_products' || code === 'product_unknown') return refuse(code, message, 'select');
  return refuse('invalid', message, 'select');
}
