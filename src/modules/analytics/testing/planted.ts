import { join } from 'node:path';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import {
  type Given,
  openWarehouse,
  type Session,
  type Warehouse,
} from '../../../platform/warehouse/index.ts';
import { BETWEEN_CELLS, type KeptPayment, type Spend, TEXT_CELLS } from '../../history/index.ts';
import type {
  EventPart,
  FactSources,
  HistoryFact,
  LedgerPosting,
  OrderFacts,
  PaymentTry,
  Position,
  ProductFact,
  ReturnedLine,
  SalesEntry,
  StockFact,
} from '../facts/sources.ts';
import { EVENT_COLUMNS, SCHEMA } from '../warehouse/schema.ts';

export const EUR = currencyOf('EUR');

export type PlantedEvent = { readonly id: string; readonly at: string; readonly name: string } & Readonly<
  Partial<Record<Exclude<(typeof EVENT_COLUMNS)[number], 'id' | 'name' | 'happened_at'>, Given>>
>;

/** Sources of facts that a test fills: what is pushed is there from then on. */
export type Planted = {
  readonly sources: FactSources;
  readonly entries: SalesEntry[];
  readonly postings: LedgerPosting[];
  readonly tries: PaymentTry[];
  readonly returned: ReturnedLine[];
  readonly orders: Map<string, OrderFacts>;
  readonly history: HistoryFact[];
  readonly pastPayments: KeptPayment[];
  readonly markets: { code: string; countries: string[] }[];
  readonly spend: Spend[];
  /** Puts products into the catalogue, or others in their place; without variants it takes them out. */
  readonly list: (...products: readonly ProductFact[]) => void;
  /** What there is of variants; another list is another revision. */
  readonly stock: StockFact[];
  /** Says that lines of history that were read are others now. */
  readonly reviseHistory: () => void;
  /** Adds a part to the event log. */
  readonly logPart: (name: string, events: readonly PlantedEvent[]) => Promise<void>;
  /** Puts these parts into one, as the collector does at night; of what is told twice, the first stays. */
  readonly mergeParts: (name: string, parts: readonly string[]) => Promise<void>;
  /** Takes a part out of the event log with all that is in it. */
  readonly takeOutPart: (name: string) => void;
};

export function plantedSources(folder: string): Planted {
  const entries: SalesEntry[] = [];
  const postings: LedgerPosting[] = [];
  const tries: PaymentTry[] = [];
  const returned: ReturnedLine[] = [];
  const orders = new Map<string, OrderFacts>();
  const parts = new Map<string, EventPart & { readonly path: string }>();
  const history: HistoryFact[] = [];
  const pastPayments: KeptPayment[] = [];
  const markets = [
    { code: 'eu', countries: ['DE', 'FR', 'AT'] },
    { code: 'us', countries: ['US'] },
  ];
  const stock: StockFact[] = [];
  const spend: Spend[] = [];
  const listed = new Map<string, { readonly product: ProductFact; readonly since: bigint }>();
  let [number, revision, goodsRevision, logRevision] = [0n, 0n, 0n, 0n];
  return {
    ...{ entries, postings, tries, returned, orders, history, pastPayments, markets, spend, stock },
    list: (...products) => {
      goodsRevision += 1n;
      for (const product of products) listed.set(product.productId, { product, since: goodsRevision });
    },
    reviseHistory: () => {
      revision += 1n;
    },
    logPart: async (name, events) => {
      const path = join(folder, `${name}.parquet`);
      number += 1n;
      await writePart(path, events, number);
      parts.set(name, { key: name, lastNumber: number, events: BigInt(events.length), path });
    },
    mergeParts: async (name, names) => {
      const path = join(folder, `${name}.parquet`);
      const merged = names.flatMap((one) => parts.get(one) ?? []);
      await mergeFiles(
        path,
        merged.map((part) => part.path),
      );
      for (const one of names) parts.delete(one);
      const lastNumber = merged.reduce((last, part) => (part.lastNumber > last ? part.lastNumber : last), 0n);
      parts.set(name, {
        key: name,
        lastNumber,
        path,
        events: merged.reduce((sum, part) => sum + part.events, 0n),
      });
    },
    takeOutPart: (name) => {
      parts.delete(name);
      logRevision += 1n;
    },
    sources: {
      salesEntries: async (page) => pageOf(entries, page),
      postings: async (page) => pageOf(postings, page),
      paymentTries: async (page) => pageOf(tries, page),
      returnedLines: async (page) => pageOf(returned, page),
      orderFacts: async (ids) => ids.flatMap((id) => orders.get(id) ?? []),
      markets: async () => markets,
      spend: {
        revision: async () => ({ revision, lastId: BigInt(spend.length) }),
        rows: async () => spend,
      },
      goods: {
        revision: async () => goodsRevision,
        changed: async (after) => {
          const products = [...listed.values()].filter(({ since }) => since > (after ?? -1n));
          const pages = async function* () {
            yield products.map(({ product }) => product);
          };
          return { isAll: after === undefined, pages: pages() };
        },
      },
      history: {
        revision: async () => revision,
        texts: async function* (after) {
          const lines = history.filter(({ id }) => id > after);
          const lastId = lines.at(-1)?.id;
          if (lastId !== undefined) yield { lastId, texts: lines.map(historyText) };
        },
        payments: async ({ after, limit }) => pastPayments.filter(({ id }) => id > after).slice(0, limit),
      },
      stock: { revision: async () => BigInt(stock.length), variants: async () => stock },
      eventParts: {
        revision: async () => logRevision,
        list: async (after) => [...parts.values()].filter(({ lastNumber }) => lastNumber > after),
        open: async ({ key }) => {
          const part = parts.get(key);
          if (part === undefined) throw new Error(`${key} is no part`);
          return { path: part.path, release: async () => undefined };
        },
      },
      channelOf: ({ source, clickId, referrerHost }) =>
        clickId ? 'Paid Search' : source ? `from ${source}` : referrerHost ? 'Referral' : 'Direct',
    },
  };
}

function historyText(line: HistoryFact): string {
  const cells: Readonly<Record<(typeof TEXT_CELLS)[number], unknown>> = {
    ...line,
    happenedAt: line.happenedAt.epochMilliseconds * 1_000,
    ...{ amount: line.amountMillionths, cost: line.costMillionths, reason: line.reason },
  };
  return TEXT_CELLS.map((name) => String(cells[name] ?? '')).join(BETWEEN_CELLS);
}

function pageOf<Row extends Position>(
  rows: readonly Row[],
  { after = { xid: -1n, id: -1n }, limit }: { readonly after?: Position; readonly limit: number },
): Row[] {
  const isAfter = ({ xid, id }: Position) => xid > after.xid || (xid === after.xid && id > after.id);
  return rows.filter(isAfter).slice(0, limit);
}

let writer: Promise<Warehouse> | undefined;

async function writePart(path: string, events: readonly PlantedEvent[], part: bigint): Promise<void> {
  const table = SCHEMA.slice(SCHEMA.indexOf('table event'), SCHEMA.indexOf('create table channel'));
  await write(async (session) => {
    await session.run(`create or replace ${table}`);
    await session.append(
      'event',
      events.map((event) => {
        const cells = { arrived_at: moment(event.at), ...event, happened_at: moment(event.at) };
        return EVENT_COLUMNS.map((name) => cells[name] ?? null);
      }),
    );
    await session.run(`copy (select *, ${part} as part from event) to '${path}' (format parquet)`);
  });
}

async function mergeFiles(path: string, files: readonly string[]): Promise<void> {
  const list = files.map((file) => `'${file}'`).join(', ');
  await write(async (session) => {
    await session.run(`copy (select * from read_parquet([${list}])
      qualify row_number() over (partition by id order by part) = 1) to '${path}' (format parquet)`);
  });
}

async function write(work: (session: Session) => Promise<void>): Promise<void> {
  writer ??= openWarehouse({ memoryMb: 128, threads: 1, readers: 1 });
  await (await writer).change(work);
}

export function moment(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

let lastId = 0n;

/** A row of the journal; what is not said is zero. Rows are numbered as they are made. */
export function anEntry(
  given: { readonly at: string; readonly orderId: string } & Partial<SalesEntry>,
): SalesEntry {
  lastId += 1n;
  const { at, ...said } = given;
  return {
    ...{ xid: lastId / 3n, id: lastId, postedAt: moment(at), kind: 'sale', ledgerKind: 'sale' },
    ...{ ledgerReference: given.orderId, lineId: `${given.orderId}/1`, quantity: 0 },
    ...{ grossMinor: 0n, discountMinor: 0n, returnsMinor: 0n, shippingMinor: 0n, giftCardsMinor: 0n },
    ...{ taxMinor: 0n, costMinor: 0n, goodwillMinor: 0n, currency: EUR },
    ...said,
  };
}

export function aPosting(
  given: { readonly at: string } & Pick<LedgerPosting, 'account' | 'amountMinor'> & Partial<LedgerPosting>,
): LedgerPosting {
  lastId += 1n;
  const { at, ...said } = given;
  return {
    ...{ xid: lastId / 3n, id: lastId, transactionId: lastId, postedAt: moment(at), kind: 'sale' },
    ...{ reference: '', orderId: undefined, currency: EUR },
    ...said,
  };
}

export function aHistoryLine(
  given: Pick<HistoryFact, 'document' | 'amountMillionths'> & { readonly at: string } & Partial<HistoryFact>,
): HistoryFact {
  lastId += 1n;
  const { at, ...said } = given;
  const order = `elsewhere:${said.document}`;
  return {
    ...{ id: lastId, importId: 1, origin: 'elsewhere', order, refundOf: undefined },
    ...{ kind: 'sale', class: 'goods', happenedAt: moment(at), customer: undefined },
    ...{ sku: 'cup-1', title: 'Cup', quantity: 1, currency: EUR, country: 'DE' },
    ...said,
  };
}

export function aSpend(
  given: Pick<Spend, 'amountMillionths'> & { readonly on: string } & Partial<Spend>,
): Spend {
  const { on, ...said } = given;
  return {
    ...{ importId: 1, origin: 'ads', day: Temporal.PlainDate.from(on), source: 'ads', medium: 'cpc' },
    ...{ campaign: '', currency: EUR, clicks: 0, impressions: 0 },
    ...said,
  };
}

export function anOrder(
  given: { readonly orderId: string } & Partial<Omit<OrderFacts, 'currency'>> & {
      readonly currency?: CurrencyCode;
    },
): OrderFacts {
  const { orderId } = given;
  return {
    ...{ number: orderId, market: 'eu', currency: EUR, country: 'DE', region: '', customerKey: 'anna' },
    placedAt: moment('2026-01-01T00:00:00Z'),
    lines: [aLine(orderId, 1)],
    ...given,
  };
}

/** A product of one red variant, named as `aLine` names it. */
export function aProduct(
  product: string,
  given: Partial<ProductFact> & { readonly sku?: string } = {},
): ProductFact {
  const { sku = `${product}-1`, ...said } = given;
  return {
    ...{ productId: product, title: product, brand: '', category: '', collections: [] },
    variants: [{ variantId: `${product}-red`, sku, options: 'red' }],
    ...said,
  };
}

export function aLine(orderId: string, number: number, product = 'cup'): OrderFacts['lines'][number] {
  const names = { productId: product, variantId: `${product}-red`, sku: `${product}-1`, title: product };
  return { lineId: `${orderId}/${number}`, ...names, options: 'red' };
}
