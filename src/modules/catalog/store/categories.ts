import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Category, CategoryId } from '../category.ts';
import type { ProductId } from '../product.ts';

type CategoryRow = {
  id: CategoryId;
  parent_id: CategoryId | null;
  handle: string;
  name: string;
  path: string;
  position: number;
  description_html: string;
};

/** Every category: parents before their children, siblings in the manager's order. */
export async function readCategories(db: Db): Promise<Category[]> {
  const { rows } = await sql<CategoryRow>`
    select id, parent_id, handle, name, path, position, description_html from catalog.category
    order by length(path) - length(replace(path, '/', '')), position, name`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id ?? undefined,
    handle: row.handle,
    name: row.name,
    path: row.path,
    position: row.position,
    descriptionHtml: row.description_html,
  }));
}

/** Every category, with nobody else able to change the tree until the transaction ends. */
export async function lockTree(tx: Tx): Promise<Category[]> {
  await sql`lock table catalog.category in share row exclusive mode`.execute(tx);
  return readCategories(tx);
}

/** Writes a category and, where it was at `before`, moves everything below it along. */
export async function writeCategory(tx: Tx, category: Category, before: string | undefined): Promise<void> {
  const { id, handle, name, path, position, descriptionHtml } = category;
  const parentId = category.parentId ?? null;
  if (before !== undefined && before !== path) {
    await sql`
      update catalog.category set path = ${path} || substr(path, length(${before}) + 1)
      where path = ${before} or starts_with(path, ${`${before}/`})`.execute(tx);
  }
  await sql`
    insert into catalog.category (id, parent_id, handle, name, path, position, description_html)
    values (${id}, ${parentId}, ${handle}, ${name}, ${path}, ${position}, ${descriptionHtml})
    on conflict (id) do update set parent_id = excluded.parent_id, handle = excluded.handle,
      name = excluded.name, path = excluded.path, position = excluded.position,
      description_html = excluded.description_html
  `.execute(tx);
}

/** The products of the category at this path and of all below it. */
export async function productsWithin(tx: Tx, path: string): Promise<ProductId[]> {
  const { rows } = await sql<{ id: ProductId }>`
    select distinct pc.product_id as id from catalog.category c
    join catalog.product_category pc on pc.category_id = c.id
    where c.path = ${path} or starts_with(c.path, ${`${path}/`}) order by id`.execute(tx);
  return rows.map((row) => row.id);
}

export async function deleteCategory(tx: Tx, id: CategoryId): Promise<void> {
  await sql`delete from catalog.product_category where category_id = ${id}`.execute(tx);
  await sql`delete from catalog.translation where entity = 'category' and entity_id = ${id}`.execute(tx);
  await sql`delete from catalog.category where id = ${id}`.execute(tx);
}
