import { type RawBuilder, sql } from 'kysely';

/** So many matches of each kind are looked at: more than anybody reads, and found in a moment. */
const MOST_OF_A_KIND = 10_000;

/**
 * The ids of the orders that begin with these words in their number, e-mail address, name or last name, in a SKU or in a
 * tracking number. Each is a range of an index. Of what fits too many, the latest are looked at where they can be told.
 */
export function ordersWith(words: string): RawBuilder<unknown> {
  const text = words.trim().replace(/^#/, '');
  const low = text.toLowerCase();
  const sources = [
    sql`select id from orders."order" where ${begins(sql`number`, text)}`,
    sql`select id from orders."order" where ${begins(sql`lower(email)`, low)}`,
    sql`select id from orders."order" where ${begins(sql`lower(customer_name)`, low)}`,
    sql`select id from orders."order" where ${begins(sql`lower(regexp_replace(customer_name, '^.* ', ''))`, low)}`,
    sql`select order_id from orders.line where sku is not null and lower(sku) = ${low} order by order_id desc`,
    sql`select order_id from orders.line where sku is not null and ${begins(sql`lower(sku)`, low)}`,
    sql`select order_id from orders.fulfilment
      where tracking_number <> '' and ${begins(sql`lower(tracking_number)`, low)}`,
  ];
  const limited = sources.map((source) => sql`(${source} limit ${sql.lit(MOST_OF_A_KIND)})`);
  return sql`${sql.join(limited, sql` union `)}`;
}

/** A range, so that a kept plan uses the index as well; texts are sorted by code point. */
function begins(expression: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  return sql`${expression} >= ${text} and ${expression} < ${`${text}\u{10FFFF}`}`;
}
