import { currencyOf, fromDecimal, ok, type Result, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  archiveOrders,
  countOrders,
  type ListOrders,
  listOrders,
  type OrderRow,
  readOrderTags,
  tagOrders,
} from '../../../../modules/orders/index.ts';
import { type Asked, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { orderCursor, readOrderCursor } from '../../orders/list-position.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { orderListEndpoints } from '../contract/order-list.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { orderSheet } from './order-sheet.ts';

export function orderListHandlers({ reads }: Pick<AdminDeps, 'reads'>): Handlers<typeof orderListEndpoints> {
  return {
    listOrders: async ({ query: { cursor, limit, sort, ...asked } }) => {
      const position = readOrderCursor(`orders${sort}`, cursor);
      if (!position.ok) return position;
      const filter = await filterOf(reads, asked);
      if (!filter.ok) return filter;
      const page = await listOrders(reads, { ...filter.value, ...position.value, limit, sort });
      const nextCursor = page.next && orderCursor(`orders${sort}`, page.next);
      return ok({ items: page.orders.map(orderRowAnswer), nextCursor });
    },
    countOrders: async ({ query }) => {
      const filter = await filterOf(reads, query);
      return filter.ok ? ok(await countOrders(reads, filter.value)) : filter;
    },
    exportOrders: async ({ query, caller, now }) => {
      const filter = await filterOf(reads, query);
      if (!filter.ok) return filter;
      const { timeZone } = await readShop(reads);
      const day = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const content = orderSheet(reads, filter.value, { withContacts: may(caller, 'contacts:read') });
      return { ok: true, file: { name: `orders-${day}.csv`, content } };
    },
    listOrderTags: async () => ok({ items: await readOrderTags(reads) }),
    tagOrders: async ({ body, tx }) => {
      const tagged = await tagOrders(tx, body);
      return tagged.ok ? ok({ isTagged: true }) : tagged;
    },
    archiveOrders: async ({ body, now, tx }) => {
      const archived = await archiveOrders(tx, { ...body, now });
      return archived.ok ? ok({ isArchived: body.isArchived }) : archived;
    },
  };
}

type Filters = Asked<typeof orderListEndpoints.countOrders>['query'];
type Filter = Omit<ListOrders, 'limit' | 'sort' | 'after'>;

/** Days become moments of the shop's zone, and decimals amounts of one currency. */
async function filterOf(db: Db, { placedFrom, placedTo, totalFrom, totalTo, ...rest }: Filters) {
  const shop = await readShop(db);
  const currency = currencyOf(rest.currency ?? shop.defaultCurrency);
  const amounts = { totalFromMinor: totalFrom, totalToMinor: totalTo };
  const parsed: { totalFromMinor?: bigint; totalToMinor?: bigint } = {};
  for (const [name, text] of Object.entries(amounts)) {
    if (text === undefined) continue;
    const amount = fromDecimal(text, currency);
    if (amount === undefined) return notAnAmount(name);
    Object.assign(parsed, { [name]: amount.minor });
  }
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(shop.timeZone).toInstant();
  const filter: Filter = {
    ...sentFields(rest),
    ...parsed,
    ...(Object.keys(parsed).length > 0 ? { currency } : {}),
    ...(placedFrom === undefined ? {} : { placedFrom: startOf(placedFrom) }),
    ...(placedTo === undefined ? {} : { placedBefore: startOf(placedTo.add({ days: 1 })) }),
  };
  return ok(filter) satisfies Result<Filter, never>;
}

function notAnAmount(name: string) {
  return refuse('not_an_amount', 'a decimal such as 50.00', name.replace('Minor', ''));
}

export function orderRowAnswer({ currency, totalMinor, placedAt, ...row }: OrderRow) {
  return { ...row, total: amountsIn(currency)(totalMinor), placedAt: placedAt.toString() };
}
