import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { AttributeDefinition, AttributeType } from '../attribute.ts';
import type { BrandId } from '../brand.ts';
import type { CategoryId } from '../category.ts';
import type { VariantId } from '../variant.ts';

export type NamedBrand = { readonly asked: string; readonly key: string; readonly id: BrandId | undefined };

/**
 * Each name with the brand that has it. `key` is the name as PostgreSQL compares it: lower-case by its own
 * rules.
 */
export async function findBrandsByName(db: Db, names: readonly string[]): Promise<NamedBrand[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ asked: string; key: string; id: BrandId | null }>`
    select asked, lower(asked) as key, b.id from unnest(${names}::text[]) as asked
    left join catalog.brand b on lower(b.name) = lower(asked)`.execute(db);
  return rows.map(({ asked, key, id }) => ({ asked, key, id: id ?? undefined }));
}

export type NamedCategory = {
  readonly id: CategoryId;
  readonly parentId: CategoryId | undefined;
  readonly name: string;
  readonly path: string;
};

/** Every category, anywhere in the tree, with one of these names in any case. */
export async function findCategoriesByName(db: Db, names: readonly string[]): Promise<NamedCategory[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ id: CategoryId; parent_id: CategoryId | null; name: string; path: string }>`
    select id, parent_id, name, path from catalog.category
    where lower(name) in (select lower(asked) from unnest(${names}::text[]) as asked)
    order by path`.execute(db);
  return rows.map(({ id, parent_id, name, path }) => ({ id, parentId: parent_id ?? undefined, name, path }));
}

/** Which of these handles are in use. */
export async function findTakenHandles(
  db: Db,
  table: 'brand' | 'category',
  handles: readonly string[],
): Promise<Set<string>> {
  if (handles.length === 0) return new Set();
  const { rows } = await sql<{ handle: string }>`
    select handle from ${sql.table(`catalog.${table}`)} where handle = any(${handles}::text[])`.execute(db);
  return new Set(rows.map((row) => row.handle));
}

type DefinitionRow = {
  key: string;
  name: string;
  type: AttributeType;
  unit: string | null;
  choices: string[];
  is_facet: boolean;
  position: number;
};

/** Every attribute definition in the manager's order. */
export async function readAttributeDefinitions(db: Db): Promise<AttributeDefinition[]> {
  const { rows } = await sql<DefinitionRow>`
    select key, name, type, unit, choices, is_facet, position
    from catalog.attribute_definition order by position, key`.execute(db);
  return rows.map(({ is_facet, unit, ...row }) => ({ ...row, unit: unit ?? undefined, isFacet: is_facet }));
}

/** Which of these variants are components of bundles. */
export async function findComponents(db: Db, variantIds: readonly VariantId[]): Promise<Set<VariantId>> {
  if (variantIds.length === 0) return new Set();
  const { rows } = await sql<{ component_variant_id: VariantId }>`
    select distinct component_variant_id from catalog.bundle_component
    where component_variant_id = any(${variantIds}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.component_variant_id));
}

/**
 * Locks the products that have these handles, in the order of handles: two batches never wait for each
 * other's end.
 */
export async function lockHandles(tx: Tx, handles: readonly string[]): Promise<void> {
  await sql`
    select id from catalog.product where handle = any(${handles}::text[]) order by handle for update`.execute(
    tx,
  );
}
