import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { ProductId } from '../../catalog/index.ts';
import { arrange } from '../arrange.ts';
import type { Collection } from '../collection.ts';
import { readPlacements } from '../store/order.ts';

type Row = {
  product_id: ProductId;
  position: number;
  title: string;
  price: string | null;
  created_at: Temporal.Instant;
  sales: number;
};

/** The collection's products in the order in which shoppers meet them, drafts among them, for who arranges it. */
export async function readArranged(db: Db, collection: Collection): Promise<ProductId[]> {
  const [{ rows }, placements] = await Promise.all([
    sql<Row>`
      select member.product_id, member.position, coalesce(listing.title, '') as title,
        (select min((range.value ->> 0)::bigint) from jsonb_each(listing.prices) as range)::text as price,
        coalesce(listing.created_at, member.entered_at) as created_at,
        coalesce((facts -> 'sales_30d' ->> 0)::int, 0) as sales
      from merchandising.collection_product as member
      left join merchandising.listing using (product_id)
      left join merchandising.product_facts using (product_id)
      where member.collection_id = ${collection.id}`.execute(db),
    readPlacements(db, collection.id),
  ]);
  const products = rows.map((row) => ({
    ...{ productId: row.product_id, position: row.position, title: row.title, sales30d: row.sales },
    priceMinor: row.price === null ? undefined : BigInt(row.price),
    createdAtMs: row.created_at.epochMilliseconds,
  }));
  return arrange(products, placements, collection.sort).map(({ productId }) => productId);
}
