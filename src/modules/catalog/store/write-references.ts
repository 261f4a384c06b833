import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { AttributeDefinition } from '../attribute.ts';
import type { BrandId } from '../brand.ts';
import type { CategoryId } from '../category.ts';

export type NewBrand = { readonly id: BrandId; readonly handle: string; readonly name: string };

export type NewCategory = {
  readonly id: CategoryId;
  readonly parentId: CategoryId | undefined;
  readonly handle: string;
  readonly name: string;
  readonly path: string;
};

export async function insertBrands(
  tx: Tx,
  brands: readonly NewBrand[],
  now: Temporal.Instant,
): Promise<void> {
  if (brands.length === 0) return;
  await sql`
    insert into catalog.brand (id, handle, name, updated_at)
    select id, handle, name, ${now.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(brands)}::jsonb) as given (id uuid, handle text, name text)
    order by lower(name)`.execute(tx);
}

/** New categories go behind their siblings, in the order given; parents may be among them. */
export async function insertCategories(tx: Tx, categories: readonly NewCategory[]): Promise<void> {
  if (categories.length === 0) return;
  const rows = categories.map(({ parentId, ...category }, place) => ({
    ...category,
    parent_id: parentId,
    place,
  }));
  await sql`
    insert into catalog.category (id, parent_id, handle, name, path, position)
    select given.id, given.parent_id, given.handle, given.name, given.path,
      (select count(*) from catalog.category c where c.parent_id is not distinct from given.parent_id)
        + row_number() over (partition by given.parent_id order by given.place) - 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id uuid, parent_id uuid, handle text, name text, path text, place int)
    order by given.path`.execute(tx);
}

export async function insertDefinitions(tx: Tx, definitions: readonly AttributeDefinition[]): Promise<void> {
  if (definitions.length === 0) return;
  await sql`
    insert into catalog.attribute_definition (key, name, type)
    select key, name, type from jsonb_to_recordset(${JSON.stringify(definitions)}::jsonb)
      as given (key text, name text, type text) order by key`.execute(tx);
}
