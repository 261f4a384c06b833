import type { Connection } from '../../../src/platform/database/index.ts';

const PER_PRODUCT = 5;

/** Variants with their stock and its movements of three years, put there by statements: a catalogue as large takes minutes by its verbs. */
export async function makeGoods({ pool }: Connection, variants: number): Promise<string[]> {
  await pool.query(`
    insert into catalog.category (id, handle, name, path)
      select gen_random_uuid(), 'c' || n, 'C ' || n, 'c' || n from generate_series(0, 11) n;
    insert into catalog.category (id, parent_id, handle, name, path)
      select gen_random_uuid(), id, handle || '-' || n, name || '.' || n, path || '/' || handle || '-' || n
      from catalog.category, generate_series(0, 4) n where parent_id is null;
    insert into catalog.product (id, handle, title, status)
      select uuidv7(), 'p' || n, 'Product ' || n, 'active' from generate_series(1, ${variants / PER_PRODUCT}) n;
    insert into catalog.product_category (product_id, category_id, position)
      select id, (select array_agg(id order by path) from catalog.category where parent_id is not null)[1 + place % 60], 0
      from (select id, row_number() over (order by id)::int as place from catalog.product) p;
    insert into catalog.variant (id, product_id, position, sku, option_values)
      select uuidv7(), id, n, handle || '-' || n, array['S' || n] from catalog.product, generate_series(1, ${PER_PRODUCT}) n;
    insert into inventory.location (id, code, name, position) values (gen_random_uuid(), 'other', 'Other', 7);
    insert into inventory.level (location_id, variant_id, on_hand)
      select location.id, variant.id, 100 from catalog.variant, inventory.location;
    create temp table bench_place as select id, row_number() over (order by position, id) - 1 as n from inventory.location;
    create temp table bench_variant as select id, row_number() over (order by id) - 1 as n from catalog.variant;
    insert into inventory.movement (location_id, variant_id, quantity, reason, moved_at)
      select p.id, v.id, 500, 'received', timestamptz '2023-11-20' from bench_variant v, bench_place p;
    insert into inventory.movement (location_id, variant_id, quantity, reason, moved_at)
      select p.id, v.id, -1, 'sold', timestamptz '2025-11-24' + w * interval '7 days' + interval '10 hours'
      from bench_variant v, generate_series(0, 51) w, (select * from bench_place limit 2) p where v.n % 2 = p.n`);
  const { rows } = await pool.query<{ id: string }>('select id from catalog.variant order by id');
  await pool.query('analyze');
  return rows.map(({ id }) => id);
}
