import {
  type Product,
  type ProductChange,
  type ProductId,
  readProducts,
  reviseProducts,
} from '../../../../modules/catalog/index.ts';
import { refreshProducts } from '../../../../modules/merchandising/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { PieceCircumstances, PieceOutcome, PiecesKind } from '../../../../platform/work/index.ts';
import { fieldAction } from '../contract/product-bulk.ts';
import { type FieldAction, type Fields, fieldChange, keptFields, says } from './field-change.ts';
import { idsOf } from './piece-id.ts';

/** Status and tags of many products: each a revision of its own in the product's history. */
export const changeFields: PiecesKind<FieldAction> = {
  name: 'products.change_fields',
  parse: (payload) => fieldAction.parse(payload),
  change: (tx, action, keys, by) =>
    revise(tx, keys, { ...by, cause: 'bulk' }, (product) => {
      const { before, after, isChange } = fieldChange(product, action);
      return isChange ? { before, after } : 'unchanged';
    }),
  takeBack: (tx, pieces, by) => {
    const pieceOf = new Map(pieces.map((piece) => [piece.key, piece]));
    const keys = pieces.map(({ key }) => key);
    return revise(tx, keys, { ...by, cause: 'undo' }, (product) => {
      const piece = pieceOf.get(product.id);
      const [was, became] = [keptFields(piece?.before), keptFields(piece?.after)];
      if (says(product, was)) return 'unchanged';
      return says(product, became) ? { before: became, after: was } : { reason: CHANGED_SINCE };
    });
  },
};

export const CHANGED_SINCE = 'somebody changed it since; it stays as it is';
const GONE = 'there is no such product any more';

type Wanted = 'unchanged' | { readonly before: Fields; readonly after: Fields } | { readonly reason: string };
type By = PieceCircumstances & { readonly cause: string };

async function revise(
  tx: Tx,
  keys: readonly string[],
  by: By,
  wantedOf: (product: Product) => Wanted,
): Promise<ReadonlyMap<string, PieceOutcome>> {
  const ids = idsOf<'product'>(keys);
  const products = await readProducts(tx, ids);
  const outcomes = new Map<string, PieceOutcome>(
    ids.map((id) => [id, { outcome: 'refused', label: id, reason: GONE }]),
  );
  const changes: ProductChange[] = [];
  for (const product of products) {
    const wanted = wantedOf(product);
    const label = product.title;
    if (wanted === 'unchanged') outcomes.set(product.id, { outcome: 'unchanged', label });
    else if ('reason' in wanted) outcomes.set(product.id, { outcome: 'refused', label, ...wanted });
    else {
      outcomes.set(product.id, { outcome: 'changed', label, ...wanted });
      changes.push({ id: product.id, fields: wanted.after, variants: new Map() });
    }
  }
  const problems = await problemsOf(tx, changes, by);
  const sound = changes.filter(({ id }) => !problems.has(id));
  const { problems: late } = await reviseProducts(tx, { changes: sound, ...by });
  const [first] = late;
  // They were sound a moment ago: the batch is undone and tried again.
  if (first !== undefined) throw new Error(`product ${first.productId}: ${first.message}`);
  for (const { id, title: label } of products) {
    const reason = problems.get(id);
    if (reason !== undefined) outcomes.set(id, { outcome: 'refused', label, reason });
  }
  await refreshProducts(tx, { productIds: sound.map(({ id }) => id), now: by.now });
  return outcomes;
}

/** What is wrong with these changes, by product. */
export async function problemsOf(
  tx: Tx,
  changes: readonly ProductChange[],
  by: By,
): Promise<ReadonlyMap<ProductId, string>> {
  const { problems } = await reviseProducts(tx, { changes, ...by, isTrial: true });
  return new Map(problems.map(({ productId, field, message }) => [productId, `${field}: ${message}`]));
}
