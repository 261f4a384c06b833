import type { Session } from '../../../platform/warehouse/index.ts';

/** Takes products out of the sessions that are about to be rolled anew: those of `rolled_span`, while they are there. */
export async function forgetProducts(session: Session): Promise<void> {
  await session.run(`create or replace temp table rolled_session as
    select session.id, session.day from session join rolled_span span using (visitor)
    where session.run_at between span.low and span.high`);
  // Only their days of the tables are read.
  for (const table of ['session_product', 'order_look']) {
    await session.run(`
      delete from ${table} where session_id in (select id from rolled_session)
        and day between (select min(day) from rolled_session) and (select max(day) from rolled_session)`);
  }
}

/** Which products were looked at in each session that was rolled, and which were put into the cart. */
export async function insertProducts(session: Session): Promise<void> {
  await session.run(`create or replace temp table new_look as
    with handled as (
      select visitor, session, name,
        unnest(case when json_valid(items) then json_extract_string(items, '$[*].item_id') end) as product_id
      from marked_event where name in ('view_item', 'add_to_cart') and items is not null
    )
    select made.id as session_id, made.day, made.market, made.device, made.channel, product_id,
      bool_or(handled.name = 'view_item') as is_viewed, bool_or(handled.name = 'add_to_cart') as is_carted
    from handled join marked_event first
      on first.visitor = handled.visitor and first.session = handled.session and first.begins
      join new_session made on made.id = first.id
    where product_id is not null group by all`);
  await session.run('insert into session_product by name select * from new_look');
  await session.run(`
    insert into order_look by name
    select session_id, order_id, day, market, product_id
    from new_look join (
      select distinct session_id, order_id from session_order where session_id in (select id from new_session)
    ) told using (session_id) where is_viewed`);
}
