import { ok, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { variantProblems } from './draft/check-variant.ts';
import { LIMITS } from './limits.ts';
import type { Product, ProductId } from './product.ts';
import type { ProductDraft, VariantDraft } from './product-draft.ts';
import { planProducts, saveProducts } from './save-products.ts';
import type { DraftRefusal, DraftRefusalCode } from './saved-product.ts';
import { readProducts } from './store/read-products.ts';
import { lockHandles } from './store/read-references.ts';
import type { VariantId } from './variant.ts';

/** Most products of one call. */
export const REVISE_LIMIT = 10_000;

/** New values for fields of a product and of some of its variants; all others stay as they are. */
export type ProductChange = {
  readonly id: ProductId;
  readonly fields: Omit<ProductDraft, 'handle' | 'variants' | 'options'>;
  readonly variants: ReadonlyMap<VariantId, Omit<VariantDraft, 'id' | 'optionValues'>>;
};

/** What is wrong with a change, and where: of the variant when it names one, else of the product. */
export type ChangeProblem = {
  readonly productId: ProductId;
  readonly variantId: VariantId | undefined;
  readonly field: string;
  readonly code: DraftRefusalCode | 'not_found';
  readonly message: string;
};

/**
 * Changes many products at once, each in what its change names: all of it, or, where anything is wrong, nothing and
 * every problem that was found.
 *
 * @returns the products that differ from before, or (`isTrial`) would
 */
export async function reviseProducts(
  tx: Tx,
  input: {
    readonly changes: readonly ProductChange[];
    readonly cause: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
    readonly isTrial?: boolean;
  },
): Promise<{ readonly changed: readonly ProductId[]; readonly problems: readonly ChangeProblem[] }> {
  const { changes, isTrial = false } = input;
  if (changes.length > REVISE_LIMIT) throw new RangeError(`at most ${REVISE_LIMIT} products a call`);
  const products = await lockedProducts(tx, changes, isTrial);
  const composed = changes.map((change) => compose(products.get(change.id), change));
  const sound = composed.flatMap((one) => (one.ok ? [one.value] : []));
  const problems = composed.flatMap((one) => (one.ok ? [] : one.refusal.problems));
  const changed: ProductId[] = [];
  for (let start = 0; start < sound.length; start += LIMITS.draftsPerCall) {
    const batch = sound.slice(start, start + LIMITS.draftsPerCall);
    const isDry = isTrial || problems.length > 0;
    const outcomes = isDry ? await plan(tx, batch, input) : await save(tx, batch, input);
    for (const [index, outcome] of outcomes.entries()) {
      const of = batch[index];
      if (of === undefined) continue;
      if ('refusal' in outcome) problems.push(problemOf(of, outcome.refusal));
      else if (outcome.outcome !== 'unchanged') changed.push(of.product.id);
    }
    // What the batches before have written is the caller's to roll back: the answer says that nothing may stay.
    if (!isTrial && problems.length > 0) return { changed: [], problems };
  }
  return problems.length > 0 ? { changed: [], problems } : { changed, problems };
}

type Composed = { readonly product: Product; readonly draft: ProductDraft };
type Batch = readonly Composed[];
type By = { readonly now: Temporal.Instant; readonly cause: string; readonly actor: string };

const plan = (tx: Tx, batch: Batch, { now }: By) =>
  planProducts(tx, { drafts: batch.map(({ draft }) => draft), now });

const save = (tx: Tx, batch: Batch, { now, cause, actor }: By) =>
  saveProducts(tx, { drafts: batch.map(({ draft }) => draft), now, cause, actor });

/** All of them locked before the first is written, in one order, so that two callers never block each other. */
async function lockedProducts(
  tx: Tx,
  changes: readonly ProductChange[],
  isTrial: boolean,
): Promise<Map<ProductId, Product>> {
  const ids = changes.map(({ id }) => id);
  const seen = await readProducts(tx, ids);
  if (isTrial) return new Map(seen.map((product) => [product.id, product]));
  await lockHandles(
    tx,
    seen.map(({ handle }) => handle),
  );
  return new Map((await readProducts(tx, ids)).map((product) => [product.id, product]));
}

function compose(
  product: Product | undefined,
  change: ProductChange,
): Result<
  Composed,
  { readonly code: 'wrong'; readonly message: string; readonly problems: ChangeProblem[] }
> {
  const wrong = (problems: ChangeProblem[]) =>
    ({ ok: false, refusal: { code: 'wrong', message: 'the change is wrong', problems } }) as const;
  const at = (
    variantId: VariantId | undefined,
    field: string,
    code: ChangeProblem['code'],
    message: string,
  ) => {
    return { productId: change.id, variantId, field, code, message };
  };
  if (product === undefined) {
    return wrong([at(undefined, 'id', 'not_found', 'there is no such product any more')]);
  }
  const known = new Set(product.variants.map(({ id }) => id));
  const problems = [...change.variants].flatMap(([id, fields]) => {
    if (!known.has(id)) return [at(id, 'id', 'not_found', 'there is no such variant any more')];
    const own = variantProblems('', { optionValues: [], ...fields });
    return own.map(({ field = '', code, message }) => at(id, field.slice(1), code, message));
  });
  if (problems.length > 0) return wrong(problems);
  const variants = product.variants.map(({ id, optionValues }): VariantDraft => {
    return { id, optionValues, ...change.variants.get(id) };
  });
  const own = change.variants.size === 0 ? {} : { variants };
  return ok({ product, draft: { ...change.fields, handle: product.handle, ...own } });
}

/** `variants[2].sku` is the field `sku` of the product's third variant. */
function problemOf({ product }: Composed, { code, message, field = '' }: DraftRefusal): ChangeProblem {
  const [, index, rest] = /^variants\[(\d+)\]\.(.*)$/.exec(field) ?? [];
  const variantId = index === undefined ? undefined : product.variants[Number(index)]?.id;
  return { productId: product.id, variantId, field: rest ?? field, code, message };
}
