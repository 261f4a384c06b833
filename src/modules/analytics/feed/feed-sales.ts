import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources, OrderFacts, SalesEntry } from '../facts/sources.ts';
import { keepOrders } from './keep-orders.ts';
import { localTime } from './local-time.ts';
import { readPosition, writePosition } from './position.ts';

type Sources = Pick<FactSources, 'salesEntries' | 'orderFacts'>;
type Page = { readonly zone: string; readonly limit: number };

/**
 * Copies the next page of the sales journal, each row with what its order is reported under, and counts the orders
 * anew that it is about.
 *
 * @returns how many rows there were
 */
export async function feedSales(warehouse: Warehouse, sources: Sources, page: Page): Promise<number> {
  const after = await readPosition(warehouse, 'journal');
  const entries = await sources.salesEntries({
    limit: page.limit,
    ...(after === undefined ? {} : { after }),
  });
  const last = entries.at(-1);
  if (last === undefined) return 0;
  const facts = await factsOf(sources, new Set(entries.map(({ orderId }) => orderId)));
  await warehouse.change(async (session) => {
    await keepOrders(session, facts, page.zone, () => insertSales(session, entries, page.zone));
    await writePosition(session, 'journal', last);
  });
  return entries.length;
}

/**
 * Reads all orders again: one may be somebody's, or go elsewhere, without anything having been sold. What is the same is
 * left alone.
 */
export async function refreshOrders(warehouse: Warehouse, sources: Sources, page: Page): Promise<void> {
  let after = '';
  for (;;) {
    const orders = await warehouse.rows<{ id: string }>(
      "select order_id as id from orders where origin = '' and order_id > $1 order by order_id limit $2",
      [after, page.limit],
    );
    const last = orders.at(-1);
    if (last === undefined) return;
    const facts = await factsOf(sources, new Set(orders.map(({ id }) => id)));
    await warehouse.change((session) => keepOrders(session, facts, page.zone, async () => undefined));
    after = last.id;
  }
}

async function factsOf({ orderFacts }: Sources, ids: ReadonlySet<string>): Promise<readonly OrderFacts[]> {
  const facts = await orderFacts([...ids]);
  const known = new Set(facts.map(({ orderId }) => orderId));
  const missing = [...ids].filter((id) => !known.has(id));
  if (missing.length > 0) throw new RangeError(`the journal names orders that are not there: ${missing}`);
  return facts;
}

async function insertSales(session: Session, entries: readonly SalesEntry[], zone: string): Promise<void> {
  await session.run(`create or replace temp table new_sale as
    select xid, id, posted_at, kind, ledger_kind, ledger_reference, order_id, line_id, quantity, gross_minor,
      discount_minor, returns_minor, shipping_minor, gift_cards_minor, tax_minor, cost_minor, goodwill_minor, currency
    from sale limit 0`);
  await session.append('new_sale', entries.map(cellsOf));
  // What a discount took off the delivery, which has rows of its own, is no discount of goods.
  await session.run(`
    insert into sale by name
    select entry.* exclude (is_delivery) replace (if(is_delivery, 0, discount_minor) as discount_minor),
      if(is_delivery, discount_minor, 0) as shipping_discount_minor,
      cast(${localTime('posted_at', zone)} as date) as day, hour(${localTime('posted_at', zone)}) as hour,
      new_order.market, new_order.country, new_order.region, new_order.customer_key, product_id, variant_id,
      sku, '' as origin, 0 as other_minor
    from (select *, line_id is null and gross_minor = 0 as is_delivery from new_sale) entry join new_order using (order_id)
      left join new_line on new_line.order_id = entry.order_id and new_line.line_id = entry.line_id`);
}

function cellsOf(entry: SalesEntry) {
  return [
    ...[
      entry.xid,
      entry.id,
      entry.postedAt,
      entry.kind,
      entry.ledgerKind,
      entry.ledgerReference,
      entry.orderId,
    ],
    ...[entry.lineId ?? null, entry.quantity, entry.grossMinor, entry.discountMinor, entry.returnsMinor],
    ...[
      entry.shippingMinor,
      entry.giftCardsMinor,
      entry.taxMinor,
      entry.costMinor,
      entry.goodwillMinor,
      entry.currency,
    ],
  ];
}
