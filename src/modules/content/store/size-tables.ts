import { sql } from 'kysely';
import type { Locale } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { type LocalText, localised } from '../local-text.ts';
import type { KeptSizeTable, SizeTableId } from '../size-table.ts';
import { replaceTranslations } from './translations.ts';

/** Writes the table when it is another than before; returns whether it was. */
export async function writeSizeTable(tx: Tx, id: SizeTableId, table: KeptSizeTable): Promise<boolean> {
  const { rows } = await sql`
    insert into content.size_table as kept (id, name, product_type, category_path, "columns", "rows")
    values (${id}, ${table.name.text}, ${table.productType ?? null}, ${table.categoryPath ?? null},
      ${JSON.stringify(table.columns)}::jsonb, ${JSON.stringify(table.rows)}::jsonb)
    on conflict (id) do update set
      name = excluded.name, product_type = excluded.product_type, category_path = excluded.category_path,
      "columns" = excluded."columns", "rows" = excluded."rows"
    where (kept.name, kept.product_type, kept.category_path, kept."columns", kept."rows")
      is distinct from (excluded.name, excluded.product_type, excluded.category_path, excluded."columns", excluded."rows")
    returning id`.execute(tx);
  const names = Object.entries(table.name.translations);
  const translations = names.map(([locale, value]) => ({ locale, field: 'name', value }));
  const isTranslated = await replaceTranslations(tx, { entity: 'size_table', entityId: id, translations });
  return rows.length > 0 || isTranslated;
}

export async function deleteSizeTable(tx: Tx, id: SizeTableId): Promise<boolean> {
  const { rows } = await sql`
    with gone as (delete from content.size_table where id = ${id} returning id), untranslated as (
      delete from content.translation using gone where entity = 'size_table' and entity_id = gone.id
    )
    select id from gone`.execute(tx);
  return rows.length > 0;
}

type Row = {
  id: SizeTableId;
  name: string;
  product_type: string | null;
  category_path: string | null;
  columns: LocalText[];
  rows: LocalText[][];
  names: Record<string, string> | null;
};

/** A size table in one language, as a product's page shows it. */
export type SizeTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/**
 * The table that fits a product best: one for its type and category before one for its type, that before one for a
 * category, and a deeper category before a higher one.
 *
 * @param categoryPaths the product's own categories, as `apparel/shirts`
 */
export async function sizeTableFor(
  db: Db,
  input: {
    readonly productType: string;
    readonly categoryPaths: readonly string[];
    readonly locale: Locale;
  },
): Promise<SizeTable | undefined> {
  const paths = input.categoryPaths.flatMap(withAncestors);
  const { rows } = await sql<Row>`
    ${COLUMNS}
    where (product_type is null or lower(product_type) = lower(${input.productType}))
      and (category_path is null or category_path = any(${paths}::text[]))
    order by product_type is null, cardinality(string_to_array(category_path, '/')) desc nulls last, id
    limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { name, columns, rows: cells } = localised(tableOf(row), input.locale);
  return { title: name, columns, rows: cells };
}

export type ListedSizeTable = KeptSizeTable & { readonly id: SizeTableId };

/** Every size table with all its languages, by name: for its editor. */
export async function readSizeTables(db: Db): Promise<ListedSizeTable[]> {
  const { rows } = await sql<Row>`${COLUMNS} order by name, id`.execute(db);
  return rows.map((row) => ({ id: row.id, ...tableOf(row) }));
}

const COLUMNS = sql`
  select id, name, product_type, category_path, "columns", "rows", (
    select jsonb_object_agg(locale, value) from content.translation
    where entity = 'size_table' and entity_id = size_table.id and field = 'name'
  ) as names
  from content.size_table`;

function tableOf(row: Row): KeptSizeTable {
  return {
    name: { text: row.name, translations: row.names ?? {} },
    columns: row.columns,
    rows: row.rows,
    ...(row.product_type !== null && { productType: row.product_type }),
    ...(row.category_path !== null && { categoryPath: row.category_path }),
  };
}

function withAncestors(path: string): string[] {
  const handles = path.split('/');
  return handles.map((_, index) => handles.slice(0, index + 1).join('/'));
}
