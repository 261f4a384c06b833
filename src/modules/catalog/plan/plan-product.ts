import { checkAttributes } from '../draft/check-attributes.ts';
import { firstProblem, problem } from '../draft/problem.ts';
import type { Product } from '../product.ts';
import type { ProductDraft } from '../product-draft.ts';
import type { DraftRefusal } from '../saved-product.ts';
import { optionsProblem } from './fit-options.ts';
import { isSame } from './is-same.ts';
import type { PlanContext, ProductPlan, WantedProduct } from './product-plan.ts';
import { wantProduct } from './want-product.ts';

// What a save writes by itself; not a difference that makes it one.
const KEPT_BY_US: ReadonlySet<string> = new Set(['id', 'version', 'createdAt', 'updatedAt', 'publishedAt']);

/**
 * Decides what saving the draft comes to, without writing anything.
 *
 * @param existing the product with the draft's handle, if there is one
 * @param draft tidied and checked: see `tidyDraft` and `checkDraft`
 */
export function planProduct(
  existing: Product | undefined,
  draft: ProductDraft,
  context: PlanContext,
): ProductPlan {
  const strange = strangeVariant(existing, draft);
  if (strange !== undefined) return { outcome: 'refused', refusal: strange };
  const wanted = wantProduct(existing, draft, context);
  const refusal = firstProblem(checksOf(existing, wanted, context));
  if (refusal !== undefined) return { outcome: 'refused', refusal };
  if (existing === undefined) return { outcome: 'created', wanted, changes: givenFields(draft) };
  const changes = differences(existing, wanted);
  if (changes.length === 0) return { outcome: 'unchanged', product: existing };
  return { outcome: 'updated', existing, wanted, changes };
}

/** Who names a variant means it: another product's, or one that is gone, is not made anew. */
function strangeVariant(existing: Product | undefined, draft: ProductDraft): DraftRefusal | undefined {
  const known = new Set(existing?.variants.map(({ id }) => id));
  const index = (draft.variants ?? []).findIndex(({ id }) => id !== undefined && !known.has(id));
  if (index < 0) return undefined;
  const message = 'the product has no variant with this id: somebody may have removed it';
  return problem('invalid', `variants[${index}].id`, message);
}

function* checksOf(
  existing: Product | undefined,
  wanted: WantedProduct,
  context: PlanContext,
): Generator<DraftRefusal | undefined> {
  if (wanted.title === '') yield problem('missing', 'title', 'a new product needs a title');
  yield scheduleProblem(wanted);
  yield checkAttributes('attributes', wanted.attributes, context.definitions);
  yield optionsProblem(wanted.options, wanted.variants);
  yield repeatedSku(wanted);
  for (const [index, variant] of wanted.variants.entries()) {
    yield checkAttributes(`variants[${index}].attributes`, variant.attributes, context.definitions);
  }
  yield brokenBundle(existing, wanted, context);
}

function scheduleProblem({ publishAt, unpublishAt }: WantedProduct): DraftRefusal | undefined {
  if (publishAt === undefined || unpublishAt === undefined) return undefined;
  if (Temporal.Instant.compare(publishAt, unpublishAt) < 0) return undefined;
  return problem('invalid', 'unpublishAt', 'unpublishAt is not after publishAt');
}

function repeatedSku({ variants }: WantedProduct): DraftRefusal | undefined {
  const seen = new Map<string, number>();
  for (const [index, { sku }] of variants.entries()) {
    if (sku === undefined) continue;
    const twin = seen.get(sku);
    const message = `variants[${twin}] has the SKU "${sku}" already`;
    if (twin !== undefined) return problem('duplicate', `variants[${index}].sku`, message);
    seen.set(sku, index);
  }
  return undefined;
}

function brokenBundle(
  existing: Product | undefined,
  wanted: WantedProduct,
  context: PlanContext,
): DraftRefusal | undefined {
  const stays = new Set(wanted.variants.map((variant) => variant.id));
  const gone = existing?.variants.find(({ id }) => !stays.has(id) && context.componentIds.has(id));
  if (gone !== undefined) {
    const named = gone.sku ?? gone.optionValues.join(' / ');
    const message = `the variant ${named} would go, and a bundle is made of it: take it out of there first`;
    return problem('variant_in_bundle', 'variants', message);
  }
  const isComponent = wanted.variants.some(({ id }) => id !== undefined && context.componentIds.has(id));
  if (wanted.kind !== 'bundle' || existing?.kind === 'bundle' || !isComponent) return undefined;
  return problem('variant_in_bundle', 'kind', 'a component of a bundle cannot become a bundle itself');
}

function differences(existing: Product, wanted: WantedProduct): string[] {
  const before = new Map<string, unknown>(Object.entries(existing));
  return Object.entries(wanted)
    .filter(([name, value]) => !KEPT_BY_US.has(name) && !isSame(before.get(name), value))
    .map(([name]) => name);
}

function givenFields(draft: ProductDraft): string[] {
  return Object.entries(draft)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}
