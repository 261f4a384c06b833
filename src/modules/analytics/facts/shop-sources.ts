import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Id, parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import {
  type Campaign,
  channelOf,
  listEventParts,
  openEventPart,
  readLogRevision,
  trafficOf,
} from '../../collector/index.ts';
import { readPastPayments, readSpend, readSpendRevision } from '../../history/index.ts';
import { readStockDays, readStockRevision } from '../../inventory/index.ts';
import { readPostings } from '../../ledger/index.ts';
import { readMarkets } from '../../markets/index.ts';
import { readOrderFacts, readReturnedLines, readSalesEntries } from '../../orders/index.ts';
import { readPaymentTries } from '../../payments/index.ts';
import { type LiveSources, liveSources } from '../live/live-sources.ts';
import { readChangedProducts, readGoodsRevision } from './changed-products.ts';
import { linkedHistory } from './linked-history.ts';
import { readListedProducts } from './listed-products.ts';
import type { CameFrom, FactSources } from './sources.ts';

// As many as orders gives at once.
const ORDERS = 1_000;
// Days without stock are known of so long.
const STOCK_DAYS = 800;

/** This shop's own facts. Parts of the log are copied into `folder` while they are read. */
export function shopSources({
  db,
  files,
  folder,
}: {
  readonly db: Db;
  readonly files: FileStore;
  readonly folder: string;
}): FactSources & { readonly live: LiveSources } {
  const sources: FactSources = {
    salesEntries: (page) => readSalesEntries(db, page),
    postings: (page) => readPostings(db, page),
    paymentTries: (page) => readPaymentTries(db, page),
    returnedLines: (page) => readReturnedLines(db, page),
    markets: () => readMarkets(db),
    goods: {
      revision: () => readGoodsRevision(db),
      changed: async (after) => {
        const ids = after === undefined ? undefined : await readChangedProducts(db, after);
        return { isAll: ids === undefined, pages: readListedProducts(db, ids) };
      },
    },
    history: {
      ...linkedHistory(db),
      payments: (page) => readPastPayments(db, page),
    },
    spend: { revision: () => readSpendRevision(db), rows: () => readSpend(db) },
    orderFacts: async (ids) => {
      const facts = [];
      for (let from = 0; from < ids.length; from += ORDERS) {
        facts.push(...(await readOrderFacts(db, ids.slice(from, from + ORDERS).map(orderId))));
      }
      return facts;
    },
    stock: {
      revision: () => readStockRevision(db),
      variants: (zone) =>
        readStockDays(db, { zone, since: Temporal.Now.instant().subtract({ hours: 24 * STOCK_DAYS }) }),
    },
    eventParts: {
      revision: () => readLogRevision(db),
      list: (after) => listEventParts(db, { after }),
      open: async (part) => {
        const own = await mkdtemp(join(folder, 'part-'));
        const path = join(own, 'part.parquet');
        await pipeline(await openEventPart(files, part), createWriteStream(path));
        return { path, release: () => rm(own, { recursive: true, force: true }) };
      },
    },
    channelOf: (from) => channelOf(trafficOf(said(from))),
  };
  return { ...sources, live: liveSources(db, sources) };
}

function orderId(text: string): Id<'order'> {
  const id = parseId<'order'>(text);
  if (id === undefined) throw new RangeError(`${text} is no id of an order`);
  return id;
}

/** What is known of where a visit came from, without what is not. */
function said({ source, medium, campaign, clickId, referrerHost }: CameFrom) {
  const from: Campaign = {
    ...(source === undefined ? {} : { source }),
    ...(medium === undefined ? {} : { medium }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(clickId === undefined ? {} : { clickId }),
  };
  return referrerHost === undefined ? from : { ...from, referrerHost };
}
