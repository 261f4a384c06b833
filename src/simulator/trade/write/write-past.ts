import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProductsByHandle, type VariantId } from '../../../modules/catalog/index.ts';
import { pastLine } from '../../../modules/collector/index.ts';
import type { PastPayment } from '../../../modules/history/index.ts';
import { readShop } from '../../../modules/markets/index.ts';
import type { Connection, Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { demoWorld, type World } from '../../world/demo-world.ts';
import { eventsOf, type Shop } from '../events/events-of.ts';
import { paymentsOf } from '../payments.ts';
import { deliveryBook } from '../stock/delivery-book.ts';
import { stockBook } from '../stock/stock-book.ts';
import { tradeOf } from '../trade.ts';
import { TRUTHS, type Truths } from '../truths.ts';
import { bringInOrders, bringInPayments, bringInSpend } from './bring-in.ts';
import { ORDERS_HEADER, ordersText } from './orders-file.ts';
import { ORIGIN } from './origin.ts';
import { pastLog } from './past-log.ts';
import type { Past } from './past-store.ts';
import { SPEND_HEADER, spendText } from './spend-file.ts';
import { asideBook } from './write-aside.ts';
import { decisionBook } from './write-decisions.ts';
import { writeDeliveries } from './write-deliveries.ts';
import { writeStock } from './write-stock.ts';

export type WriteInput = {
  readonly past: Pick<Past, 'seed' | 'lastDay'>;
  readonly truths?: Truths;
  readonly eventsAtOnce?: number;
  readonly now: Temporal.Instant;
  /** Told how many of so many steps are done; `false` ends it, with what is there. */
  readonly report: (progress: { readonly done: number; readonly total: number }) => Promise<boolean>;
};

export type Written = { readonly visits: number; readonly orders: number; readonly events: number };

/** What bringing in the orders is in days of the log, for who watches. */
const ORDERS_TAKE = 40;

/**
 * Draws a past and writes it: what visitors did into the event log, orders into history. Done again, it adds what is missing
 * and doubles nothing: the same past has the same ids and numbers.
 *
 * @returns what is new; `undefined` when it was stopped
 */
export async function writePast(
  { connection, files }: { readonly connection: Connection; readonly files: FileStore },
  input: WriteInput,
): Promise<Written | undefined> {
  const { db } = connection;
  const { past, truths = TRUTHS, eventsAtOnce, now, report } = input;
  const folder = await mkdtemp(join(tmpdir(), 'institor-past-'));
  const total = truths.days + ORDERS_TAKE;
  const written = { visits: 0, orders: 0, events: 0 };
  try {
    const world = demoWorld(past.seed);
    const { shop, variantIds } = await readAbout(db, world, past.seed);
    const paths = { orders: join(folder, 'orders.csv'), spend: join(folder, 'spend.csv') };
    await using orders = await open(paths.orders, 'w');
    await using spend = await open(paths.spend, 'w');
    await orders.write(ORDERS_HEADER);
    await spend.write(SPEND_HEADER);
    await using log = pastLog({ db, files }, { linesAtOnce: eventsAtOnce, now });
    const { timeZone: zone } = await readShop(db);
    const endsAt = past.lastDay.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const payments: PastPayment[] = [];
    const aside = asideBook(past);
    const decisions = decisionBook(past, truths);
    const stock = stockBook(world, { truths });
    const deliveries = deliveryBook(past.seed, truths);
    for (const day of tradeOf({ world, ...past, zone, truths })) {
      for (const visit of day.visits) for (const event of eventsOf(visit, shop)) log.add(pastLine(event));
      for (const visit of day.visits)
        payments.push(...paymentsOf(visit, { seed: past.seed, truths, endsAt }));
      aside.add(day);
      decisions.add(day);
      stock.add(day);
      deliveries.add(day);
      written.visits += day.visits.length;
      written.orders += day.orders.length;
      await orders.write(ordersText(day));
      await spend.write(spendText(day));
      await log.next();
      if (!(await report({ done: day.date.index, total }))) return undefined;
    }
    written.events = await log.end();
    await bringInOrders(connection, { path: paths.orders, now });
    await bringInSpend(connection, { path: paths.spend, now });
    await bringInPayments(connection, { payments, zone, now });
    await aside.write(db);
    await decisions.write(db);
    const firstDay = past.lastDay.subtract({ days: truths.days - 1 });
    await writeStock(db, { stock: stock.close(), variantIds, firstDay });
    const about = { products: world.products, seed: past.seed, variantIds, firstDay };
    await writeDeliveries(db, { lines: deliveries.close(), ...about });
    await report({ done: total, total });
    return written;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAbout(
  db: Db,
  { products, collections }: World,
  seed: number,
): Promise<{ readonly shop: Shop; readonly variantIds: ReadonlyMap<string, VariantId> }> {
  const handles = products.map(({ handle }) => handle);
  const found = [...(await readProductsByHandle(db, handles)).values()];
  const variants = found.flatMap((product) => product.variants);
  return {
    shop: {
      ...{ seed, origin: ORIGIN },
      productIds: new Map(found.map(({ id, handle }) => [handle, id])),
      collections: collections.map(({ handle }) => handle),
    },
    variantIds: new Map(variants.flatMap(({ id, sku }) => (sku === undefined ? [] : [[sku, id] as const]))),
  };
}
