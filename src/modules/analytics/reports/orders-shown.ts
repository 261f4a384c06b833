import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import { localTime } from '../feed/local-time.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import { quoted } from './asked.ts';

/** An order behind a number, for whoever looks for it: without anything about who bought. */
export type ShownOrder = {
  readonly orderId: string;
  /** Of the shop that sold it. */
  readonly number: string;
  /** '' is this shop; else the import that it came with. */
  readonly origin: string;
  /** On which it was placed, in the shop's zone. */
  readonly day: Temporal.PlainDate;
  readonly currency: CurrencyCode;
  /** Gross sales − discounts − returns, with all that became of it until now. */
  readonly netMinor: bigint;
};

/** These orders in the order given; those that the warehouse does not know are left out. */
export async function readShownOrders(
  { rows, zone }: Pick<Analytics, 'rows' | 'zone'>,
  orderIds: readonly string[],
): Promise<ShownOrder[]> {
  if (orderIds.length === 0) return [];
  const ids = orderIds.map(quoted).join(', ');
  const found = await rows<Omit<ShownOrder, 'currency'> & { readonly currency: string }>(`
    with net as (
      select order_id, sum(gross_minor - discount_minor - returns_minor) as minor
      from sale where order_id in (${ids}) group by order_id
    )
    select order_id as "orderId", number, origin, cast(${localTime('placed_at', zone)} as date) as day, currency,
      ifnull(minor, 0) as "netMinor"
    from orders left join net using (order_id) where order_id in (${ids})`);
  const byId = new Map(found.map((order) => [order.orderId, order]));
  return orderIds.flatMap((id) => {
    const order = byId.get(id);
    return order === undefined ? [] : { ...order, currency: currencyOf(order.currency) };
  });
}
