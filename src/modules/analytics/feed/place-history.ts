import type { Session } from '../../../platform/warehouse/index.ts';
import { LINKED } from '../facts/linked-history.ts';
import { countOrders } from './keep-orders.ts';
import { nameUnlisted } from './link-goods.ts';
import { localTime } from './local-time.ts';
import { millionthsAMinor, roundedInTurn } from './minor-units.ts';
import { spreadDiscounts } from './spread-discounts.ts';
import { sumOrders } from './sum-orders.ts';
import { sumProducts } from './sum-products.ts';
import { valueOrders } from './value-orders.ts';

/** Takes out everything that was sold elsewhere. */
export async function takeHistoryOut(session: Session): Promise<void> {
  await session.run(
    "delete from returned_line where order_id in (select order_id from orders where origin <> '')",
  );
  await session.run(
    "delete from order_taken where order_id in (select order_id from orders where origin <> '')",
  );
  await session.run(
    "delete from order_line where order_id in (select order_id from orders where origin <> '')",
  );
  await session.run("delete from orders where origin <> ''");
  await session.run("delete from sale where origin <> ''");
  await session.run("delete from sale_hour where origin <> ''");
  await session.run("delete from order_product where origin <> ''");
  await session.run('delete from goods where variant_id is null');
}

/**
 * Puts the lines of `new_history`, which are those of whole imports, into orders and sales. Goods make an order; fees and
 * adjustments are of it and no sale of theirs, and what was taken off all of it was taken off its lines.
 */
export async function placeHistory(session: Session, zone: string): Promise<void> {
  await roundLines(session);
  // Before they are spread, when each still has its own amount.
  await session.run(`create or replace temp table named_discount as
    select line.order_id, line.origin, line.happened_at, line.currency, named.title, line.minor
    from rounded_line line join new_history named using (id)
    where line.class = 'discount' and line.kind = 'sale' and line.minor < 0 and named.title <> ''`);
  await spreadDiscounts(session);
  await insertOrders(session, zone);
  await insertTaken(session, zone);
  await insertSales(session, zone);
  await insertCosts(session, zone);
  await session.run(`
    insert into order_line by name
    select order_id, cast(id as varchar) as line_id, sku, title, '' as options
    from new_history where class = 'goods' and kind = 'sale'`);
  await insertReturns(session, zone);
  await session.run(`create or replace temp table named_sku as
    select distinct sku from new_history where class = 'goods'`);
  await nameUnlisted(session);
  await session.run(
    'create or replace temp table summed_order as select distinct order_id from rounded_line',
  );
  await sumOrders(session);
  await valueOrders(session);
  await sumProducts(session);
  await session.run(`create or replace temp table counted_customer as
    select distinct customer_key from orders where customer_key is not null`);
  await countOrders(session);
}

// In the order in which net sales, what was paid without tax, and all of it are sums from the first on: each is exact.
const PLACE = `case class when 'goods' then if(kind = 'sale', 1, 3) when 'discount' then 2 when 'delivery' then 5
  when 'tax' then 6 else 4 end`;

/** Amounts in smallest units: rounded in turn among the lines of an import in one currency. */
async function roundLines(session: Session): Promise<void> {
  const unit = millionthsAMinor('currency');
  const of = 'import_id, currency';
  await session.run(`create or replace temp table rounded_line as
    with line as (select * exclude (title, cost), ${PLACE} as place, ${unit} as unit from new_history)
    select * exclude (amount, unit, place), cast(0 as bigint) as off,
      if(class = 'goods', cast(ifnull(refund_of, id) as varchar), null) as line_id,
      ${roundedInTurn({ amount: 'amount', unit: 'unit', of, order: 'place, happened_at, id' })} as minor
    from line`);
  await session.run(`create or replace temp table rounded_cost as
    with line as (
      select id, import_id, currency, happened_at, cost * quantity as cost, ${unit} as unit
      from new_history where cost is not null and class = 'goods'
    )
    select id, ${roundedInTurn({ amount: 'cost', unit: 'unit', of, order: 'happened_at, id' })} as cost_minor from line`);
}

// Who has bought here since is known by their account; of another address the key is that of guests, so that who bought
// elsewhere and here is one; else it is the other shop's own.
const CUSTOMER = `case when starts_with(customer, '${LINKED}') then substr(customer, 2) when regexp_full_match(customer, '[0-9a-f]{64}') then 'guest:' || customer
  else origin || ':' || customer end`;

/** Orders are of the market that sells to their country; of none where nobody does. */
export const MARKET = `coalesce((select market from market_country where market_country.country = found.country),
  (select market from market_country where market_country.country = ''), '')`;

async function insertOrders(session: Session, zone: string): Promise<void> {
  const first = "(kind = 'refund', id)";
  await session.run(`
    insert into orders by name
    with found as (
      select order_id, arg_min(document, ${first}) as number, arg_min(currency, ${first}) as currency,
        ifnull(arg_min(country, ${first}), '') as country, arg_min(${CUSTOMER}, ${first}) as customer_key,
        min(happened_at) as placed_at, min(happened_at) filter (kind = 'sale' and class = 'goods') as sold_at,
        arg_min(origin, ${first}) as origin
      from rounded_line where order_id not in (select order_id from orders) group by order_id
    )
    select *, ${MARKET} as market, '' as region, cast(${localTime('sold_at', zone)} as date) as day,
      hour(${localTime('sold_at', zone)}) as hour
    from found`);
}

/** What codes and promotions took off orders elsewhere, each by its name there; without one nobody knows which it was. */
async function insertTaken(session: Session, zone: string): Promise<void> {
  await session.run(`
    insert into order_taken by name
    select order_id, cast(${localTime('line.happened_at', zone)} as date) as day, orders.market, line.currency,
      line.origin || ':' || line.title as promotion, line.title, cast(-sum(line.minor) as bigint) as taken_minor
    from named_discount line join orders using (order_id) group by all`);
}

const NOTHING = ['shipping_discount_minor', 'gift_cards_minor', 'goodwill_minor']
  .map((name) => `0 as ${name}`)
  .join(', ');
const ABOUT = `line.id, line.happened_at as posted_at, '' as ledger_kind, line.document as ledger_reference, line.order_id,
  line.line_id, orders.market, line.currency, orders.country, orders.region, orders.customer_key, line.origin, ${NOTHING}`;

async function insertSales(session: Session, zone: string): Promise<void> {
  await session.run(`
    insert into sale by name
    select ${ABOUT}, ${momentOf(zone)},
      case when line.kind = 'refund' then 'credit' when class in ('fee', 'adjustment') or orders.sold_at is null
        then 'correction' else 'sale' end as kind,
      if(line.line_id is null, null, sku) as sku, if(class = 'goods', quantity, 0) as quantity,
      if(class = 'goods' and line.kind = 'sale', minor, 0) as gross_minor,
      if(class = 'goods' and line.kind = 'refund', -minor, 0) as returns_minor,
      if(class = 'discount', -minor, off) as discount_minor, if(class = 'delivery', minor, 0) as shipping_minor,
      if(class = 'tax', minor, 0) as tax_minor, if(class in ('fee', 'adjustment'), minor, 0) as other_minor,
      0 as cost_minor
    from rounded_line line join orders using (order_id)`);
}

async function insertCosts(session: Session, zone: string): Promise<void> {
  await session.run(`
    insert into sale by name
    select ${ABOUT}, ${momentOf(zone)}, if(line.kind = 'refund', 'cost_returned', 'cost') as kind, sku, quantity,
      0 as gross_minor, 0 as returns_minor, 0 as discount_minor, 0 as shipping_minor, 0 as tax_minor, 0 as other_minor,
      cost_minor
    from rounded_cost join rounded_line line using (id) join orders using (order_id)`);
}

/** What came back and why, where both are known. */
async function insertReturns(session: Session, zone: string): Promise<void> {
  await session.run(`
    insert into returned_line by name
    select origin || ':' || document as return_id, order_id, cast(refund_of as varchar) as line_id,
      happened_at as requested_at, 'received' as state, reason, cast(-quantity as integer) as quantity,
      cast(${localTime('happened_at', zone)} as date) as day
    from new_history where kind = 'refund' and class = 'goods' and refund_of is not null and reason <> ''`);
}

function momentOf(zone: string): string {
  const local = localTime('line.happened_at', zone);
  return `cast(${local} as date) as day, hour(${local}) as hour`;
}
