import { z } from 'zod';
import { currencyOf, fromDecimal, ok, parseId, refuse } from '../../../../kernel/index.ts';
import {
  countCustomers,
  type ListedCustomer,
  listCustomers,
  markCustomers,
  readCustomerTags,
} from '../../../../modules/customers/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  type Answer,
  type Asked,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { customerListEndpoints } from '../contract/customer-list.ts';
import type { AdminDeps } from '../deps.ts';
import { customerAnswer } from './customers.ts';

const POSITION = z.tuple([z.string().max(60), z.string().max(36)]);
const MOST_COUNTED = 10_000;

export function customerListHandlers({
  reads,
}: Pick<AdminDeps, 'reads'>): Handlers<typeof customerListEndpoints> {
  return {
    listCustomers: async ({ query: { cursor, limit, sort, ...asked } }) => {
      const after = positionOf(sort, cursor);
      if (!after.ok) return after;
      const filter = await filterOf(reads, asked);
      if (!filter.ok) return filter;
      const found = await listCustomers(reads, { ...filter.value, ...after.value, sort, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor(`customers${sort}`, last.position);
      return ok({ items: shown.map(customerRowAnswer), nextCursor });
    },
    countCustomers: async ({ query }) => {
      const filter = await filterOf(reads, query);
      if (!filter.ok) return filter;
      const count = await countCustomers(reads, filter.value, MOST_COUNTED + 1);
      return ok({ count: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED });
    },
    listCustomerTags: async () => ok({ items: await readCustomerTags(reads) }),
    markCustomers: async ({ body, now, tx }) => {
      const marked = await markCustomers(tx, { ...body, now });
      return marked.ok ? ok({ isMarked: true }) : marked;
    },
  };
}

const BY: Readonly<Record<string, z.ZodType<string>>> = {
  '-created': z.uuid(),
  '-last_order': z.string().regex(/^(-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/),
  '-spent': z.string().regex(/^-?\d{1,18}$/),
  '-orders': z.string().regex(/^\d{1,9}$/),
};

function positionOf(sort: string, cursor: string | undefined) {
  const position = readCursor(`customers${sort}`, POSITION, cursor);
  if (!position.ok) return position;
  if (position.value === undefined) return ok({});
  const [by, text] = position.value;
  const id = parseId<'customer'>(text);
  const isFit = BY[sort]?.safeParse(by).success ?? false;
  if (id === undefined || !isFit) return readCursor(`customers${sort}`, z.tuple([z.never()]), cursor);
  return ok({ after: [by, id] as const });
}

type Filters = Asked<typeof customerListEndpoints.countCustomers>['query'];

async function filterOf(db: Db, { spentFrom, lastOrderFrom, lastOrderTo, ...rest }: Filters) {
  const shop = await readShop(db);
  const currency = currencyOf(rest.currency ?? shop.defaultCurrency);
  const spent = spentFrom === undefined ? undefined : fromDecimal(spentFrom, currency);
  if (spentFrom !== undefined && spent === undefined) {
    return refuse('not_an_amount', 'a decimal such as 50.00', 'spentFrom');
  }
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(shop.timeZone).toInstant();
  return ok({
    ...sentFields(rest),
    ...(spent === undefined ? {} : { spentFromMinor: spent.minor, currency }),
    ...(lastOrderFrom === undefined ? {} : { lastOrderFrom: startOf(lastOrderFrom) }),
    ...(lastOrderTo === undefined ? {} : { lastOrderBefore: startOf(lastOrderTo.add({ days: 1 })) }),
  });
}

export function customerRowAnswer(
  customer: ListedCustomer,
): Answer<typeof customerListEndpoints.listCustomers>['items'][number] {
  const { orders, spentMinor, spentCurrency, firstOrderAt, lastOrderAt, country, market } = customer;
  return {
    ...{ ...customerAnswer(customer), orders, country, market },
    spent: spentCurrency && amountsIn(spentCurrency)(spentMinor),
    ...{ firstOrderAt: firstOrderAt?.toString(), lastOrderAt: lastOrderAt?.toString() },
  };
}
