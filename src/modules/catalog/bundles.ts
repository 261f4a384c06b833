import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { LIMITS } from './limits.ts';
import type { ProductId, ProductKind } from './product.ts';
import { tellProductsChanged } from './tell-changed.ts';
import type { VariantId } from './variant.ts';

export type BundleComponent = { readonly variantId: VariantId; readonly quantity: number };

export type BundleRefusal = Refusal<
  'not_found' | 'not_a_bundle' | 'invalid' | 'duplicate' | 'too_many' | 'component_is_bundle'
>;

/**
 * Says what a bundle's variant is made of; an empty list takes it apart. Its product is of the kind `bundle`,
 * and no component's may be: a bundle of bundles would have no stock of its own to count.
 */
export async function setBundleComponents(
  tx: Tx,
  variantId: VariantId,
  components: readonly BundleComponent[],
): Promise<Result<undefined, BundleRefusal>> {
  if (components.length > LIMITS.bundleComponents) {
    return refuse('too_many', `a bundle has at most ${LIMITS.bundleComponents} components`, 'components');
  }
  const kinds = await lockKinds(tx, [variantId, ...components.map((component) => component.variantId)]);
  const bundle = kinds.get(variantId);
  if (bundle === undefined) return refuse('not_found', `no variant has the id ${variantId}`, 'variantId');
  if (bundle.kind !== 'bundle') return refuse('not_a_bundle', 'its product is of another kind', 'variantId');
  const refusal = componentsRefusal(components, kinds);
  if (refusal !== undefined) return { ok: false, refusal };
  await sql`delete from catalog.bundle_component where bundle_variant_id = ${variantId}`.execute(tx);
  await sql`
    insert into catalog.bundle_component (bundle_variant_id, component_variant_id, quantity)
    select ${variantId}::uuid, * from unnest(
      ${components.map((component) => component.variantId)}::uuid[],
      ${components.map((component) => component.quantity)}::int[])`.execute(tx);
  await tellProductsChanged(tx, [bundle.productId], 'bundle');
  return ok(undefined);
}

/** What each bundle variant is made of; variants that are no bundles are not in the map. */
export async function readBundleComponents(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, BundleComponent[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<{ bundle: VariantId; variantId: VariantId; quantity: number }>`
    select bundle_variant_id as bundle, component_variant_id as "variantId", quantity
    from catalog.bundle_component where bundle_variant_id = any(${variantIds}::uuid[])
    order by bundle_variant_id, component_variant_id`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.bundle);
  return new Map([...groups].map(([id, parts]) => [id, parts.map(({ bundle: _bundle, ...part }) => part)]));
}

/** The bundle variants that have one of these as a component. */
export async function readBundlesOf(db: Db, componentIds: readonly VariantId[]): Promise<VariantId[]> {
  if (componentIds.length === 0) return [];
  const { rows } = await sql<{ id: VariantId }>`
    select distinct bundle_variant_id as id from catalog.bundle_component
    where component_variant_id = any(${componentIds}::uuid[])`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Every bundle that has to do with these variants, with all it is made of: those among them, those made of them, and
 * those that share a component with one among them. One round trip for whoever takes stock.
 */
export async function readBundlesAround(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, BundleComponent[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<{ bundle: VariantId; variantId: VariantId; quantity: number }>`
    with taken (id) as (
      select component_variant_id from catalog.bundle_component
      where bundle_variant_id = any(${variantIds}::uuid[])
      union select unnest(${variantIds}::uuid[])
    )
    select bundle_variant_id as bundle, component_variant_id as "variantId", quantity
    from catalog.bundle_component where bundle_variant_id in (
      select bundle_variant_id from catalog.bundle_component
      where component_variant_id in (select id from taken))
    order by bundle_variant_id, component_variant_id`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.bundle);
  return new Map([...groups].map(([id, parts]) => [id, parts.map(({ bundle: _bundle, ...part }) => part)]));
}

type Kind = { readonly productId: ProductId; readonly kind: ProductKind };

/** Their products' kinds, locked so that none becomes a bundle meanwhile. */
async function lockKinds(tx: Tx, variantIds: readonly VariantId[]): Promise<Map<VariantId, Kind>> {
  const { rows } = await sql<Kind & { variantId: VariantId }>`
    select v.id as "variantId", p.id as "productId", p.kind from catalog.product p
    join catalog.variant v on v.product_id = p.id where v.id = any(${variantIds}::uuid[])
    order by p.handle for update of p`.execute(tx);
  return new Map(rows.map((row) => [row.variantId, row]));
}

function componentsRefusal(
  components: readonly BundleComponent[],
  kinds: ReadonlyMap<VariantId, Kind>,
): BundleRefusal | undefined {
  const seen = new Set<VariantId>();
  for (const [index, { variantId, quantity }] of components.entries()) {
    const field = `components[${index}]`;
    const kind = kinds.get(variantId);
    if (kind === undefined) return refuse('not_found', `no variant has the id ${variantId}`, field).refusal;
    if (kind.kind === 'bundle')
      return refuse('component_is_bundle', 'a component is no bundle', field).refusal;
    if (seen.has(variantId)) return refuse('duplicate', 'a component is listed once', field).refusal;
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 10_000) {
      return refuse('invalid', 'a quantity is a whole number from 1 to 10,000', `${field}.quantity`).refusal;
    }
    seen.add(variantId);
  }
  return undefined;
}
