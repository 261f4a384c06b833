import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { readBrands } from './brands.ts';
import { type Edited, type EditRefusal, editProduct } from './edit-product.ts';
import type { Product, ProductId } from './product.ts';
import type { ProductDraft } from './product-draft.ts';
import { asItWas } from './revisions/as-it-was.ts';
import { readCategories } from './store/categories.ts';
import { readProducts } from './store/read-products.ts';
import { readRevisions } from './store/revisions.ts';

// A product that was changed more often since is brought back in steps.
const MOST_REVISIONS = 1_000;

/**
 * The product as it was at `version`, before all that came later. Variants that have gone since are not there any more:
 * restored, they are new ones with the same SKU and option values.
 */
export async function readProductAt(
  db: Db,
  { id, version }: { readonly id: ProductId; readonly version: bigint },
): Promise<Result<Product, Refusal<'not_found' | 'unknown_version'>>> {
  const [product] = await readProducts(db, [id]);
  if (product === undefined) return refuse('not_found', `no product has the id ${id}`, 'id');
  const isKnown = version >= 1n && product.version - version <= MOST_REVISIONS;
  const later = isKnown ? await readRevisions(db, id, { after: version, limit: MOST_REVISIONS }) : [];
  // A version from before histories were kept has no whole chain to it.
  if (!isKnown || BigInt(later.length) !== product.version - version) {
    return refuse('unknown_version', `version ${version} cannot be brought back`, 'version');
  }
  return ok(asItWas(product, later));
}

/** Makes the product what it was at `version`; that is a change like any other, and can be undone like one. */
export async function restoreProduct(
  tx: Tx,
  input: {
    readonly id: ProductId;
    readonly version: bigint;
    readonly expectedVersion: bigint;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Edited, EditRefusal | Refusal<'unknown_version'>>> {
  const { id, version, ...rest } = input;
  const then = await readProductAt(tx, { id, version });
  if (!then.ok) return then;
  const [now] = await readProducts(tx, [id]);
  const names = await readNames(tx);
  const draft = draftOf(then.value, new Set(now?.variants.map((variant) => variant.id)), names);
  const { handle, ...fields } = draft;
  return editProduct(tx, { id, ...rest, handle, draft: fields, cause: `restore ${version}` });
}

type Names = {
  readonly brandOf: (product: Product) => string;
  readonly pathOf: (id: string) => readonly string[];
};

async function readNames(db: Db): Promise<Names> {
  const brands = new Map((await readBrands(db)).map(({ id, name }) => [id, name]));
  const categories = new Map((await readCategories(db)).map((category) => [String(category.id), category]));
  const pathOf = (id: string): readonly string[] => {
    const category = categories.get(id);
    return category === undefined ? [] : [...pathOf(category.parentId ?? ''), category.name];
  };
  return { brandOf: ({ brandId }) => (brandId && brands.get(brandId)) ?? '', pathOf };
}

/** A draft that asks for all of it; a brand or category that is gone stays away. */
function draftOf(then: Product, present: ReadonlySet<string>, names: Names): ProductDraft {
  const { id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...rest } = then;
  const { publishedAt: _published, brandId: _brand, categoryIds, variants, ...fields } = rest;
  return {
    ...fields,
    brand: names.brandOf(then),
    categories: categoryIds.map((id) => names.pathOf(id)).filter((path) => path.length > 0),
    variants: variants.map(({ id, ...variant }) => (present.has(id) ? { id, ...variant } : variant)),
  };
}
