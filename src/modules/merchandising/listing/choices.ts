import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';

const MOST = 1_000;

/** The tags and types that products have, those of most products first, at most a thousand of each. */
export async function readListedWords(
  db: Db,
): Promise<{ readonly tags: readonly string[]; readonly productTypes: readonly string[] }> {
  const { rows } = await sql<{ tags: string[]; productTypes: string[] }>`
    select
      array(select tag from merchandising.listing, unnest(tags) as tag
        group by tag order by count(*) desc, tag limit ${MOST}) as tags,
      array(select product_type from merchandising.listing where product_type <> ''
        group by product_type order by count(*) desc, product_type limit ${MOST}) as "productTypes"`.execute(
    db,
  );
  return rows[0] ?? { tags: [], productTypes: [] };
}

/** How many products each brand, and each category by its path with all below it, has. */
export async function countListedPlaces(db: Db): Promise<{
  readonly brands: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
}> {
  const { rows } = await sql<{ kind: 'brand' | 'category'; key: string; count: number }>`
    select 'brand' as kind, brand_id::text as key, count(*)::int as count from merchandising.listing
    where brand_id is not null group by brand_id
    union all
    select 'category', path, count(*)::int from merchandising.listing, unnest(categories) as path
    group by path`.execute(db);
  const countsOf = (kind: string) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ key, count }) => [key, count]));
  return { brands: countsOf('brand'), categories: countsOf('category') };
}
