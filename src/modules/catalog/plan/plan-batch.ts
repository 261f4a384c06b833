import { problem } from '../draft/problem.ts';
import type { Product } from '../product.ts';
import type { ProductDraft } from '../product-draft.ts';
import type { DraftRefusal } from '../saved-product.ts';
import { planProduct } from './plan-product.ts';
import type { PlanContext, ProductPlan, WantedProduct } from './product-plan.ts';

export type BatchContext = PlanContext & {
  readonly products: ReadonlyMap<string, Product>;
  /** The handle of the product that has each SKU now. */
  readonly skuOwners: ReadonlyMap<string, string>;
};

/** A draft after tidying: refused by itself already, or ready to be planned. */
export type CheckedDraft = { readonly draft: ProductDraft; readonly refusal: DraftRefusal | undefined };

export type DraftPlan = { readonly handle: string; readonly plan: ProductPlan };

/**
 * Plans drafts in their order, each on what the ones before it leave: a SKU that an earlier draft gives up is
 * free, and one that it takes is taken.
 */
export function planBatch(drafts: readonly CheckedDraft[], context: BatchContext): DraftPlan[] {
  const owners = new Map(context.skuOwners);
  const handles = new Set<string>();
  return drafts.map(({ draft, refusal }) => {
    const { handle } = draft;
    if (refusal !== undefined) return { handle, plan: { outcome: 'refused', refusal } };
    if (handles.has(handle)) return { handle, plan: refusedTwice(handle) };
    handles.add(handle);
    const existing = context.products.get(handle);
    const plan = planProduct(existing, draft, context);
    if (plan.outcome !== 'created' && plan.outcome !== 'updated') return { handle, plan };
    const taken = takenSku(plan.wanted, owners);
    if (taken !== undefined) return { handle, plan: { outcome: 'refused', refusal: taken } };
    for (const { sku } of existing?.variants ?? []) if (sku !== undefined) owners.delete(sku);
    for (const { sku } of plan.wanted.variants) if (sku !== undefined) owners.set(sku, handle);
    return { handle, plan };
  });
}

function refusedTwice(handle: string): ProductPlan {
  const message = `"${handle}" is in this batch already`;
  return { outcome: 'refused', refusal: problem('duplicate', 'handle', message) };
}

function takenSku(wanted: WantedProduct, owners: ReadonlyMap<string, string>): DraftRefusal | undefined {
  for (const [index, { sku }] of wanted.variants.entries()) {
    const owner = sku === undefined ? undefined : owners.get(sku);
    if (owner === undefined || owner === wanted.handle) continue;
    return problem(
      'sku_taken',
      `variants[${index}].sku`,
      `the SKU "${sku}" belongs to the product "${owner}"`,
    );
  }
  return undefined;
}
