import { DuckDBInstance } from '@duckdb/node-api';

export type RetailItem = {
  readonly code: string;
  /** Pieces by week; NaN where the shop was closed. */
  readonly pieces: Float64Array;
  readonly turnover: Float64Array;
};

/** Whole weeks from 29 November 2010 on; the last one of the file is a part of one. */
export const RETAIL_WEEKS = 53;

/**
 * Online Retail (UCI) by week and stock code: what was sold at a price, without what was cancelled whole by the same customer (two
 * of these are 155,000 pieces) and without codes that are no goods (postage, fees). A week in which nothing at all was sold, the
 * shop was closed.
 */
export async function readOnlineRetail(path: string): Promise<RetailItem[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(WEEKLY, { path });
  const items = new Map<string, RetailItem>();
  const shop = new Float64Array(RETAIL_WEEKS);
  for (const row of reader.getRowObjectsJS()) {
    const [code, week] = [String(row['code']), Number(row['week'])];
    if (week >= RETAIL_WEEKS) continue;
    const item = items.get(code) ?? {
      ...{ code, pieces: new Float64Array(RETAIL_WEEKS), turnover: new Float64Array(RETAIL_WEEKS) },
    };
    items.set(code, item);
    item.pieces[week] = Number(row['pieces']);
    item.turnover[week] = Number(row['turnover']);
    shop[week] = (shop[week] ?? 0) + Number(row['pieces']);
  }
  connection.closeSync();
  instance.closeSync();
  for (const { pieces } of items.values()) {
    for (const [week, all] of shop.entries()) if (all === 0) pieces[week] = Number.NaN;
  }
  return [...items.values()];
}

const WEEKLY = `
  with goods as (
    select * from read_parquet($path) where regexp_matches(StockCode, '^[0-9]{5}')
  ),
  cancelled as (
    select distinct CustomerID, StockCode, -Quantity as Quantity from goods where InvoiceNo like 'C%'
  )
  select StockCode as code,
    cast(floor(date_diff('day', date '2010-11-29', cast(cast(InvoiceDate as timestamp) as date)) / 7) as integer) as week,
    cast(sum(Quantity) as double) as pieces,
    sum(Quantity * UnitPrice) as turnover
  from goods
  where Quantity > 0 and UnitPrice > 0 and not exists (
    select 1 from cancelled
    where cancelled.CustomerID = goods.CustomerID and cancelled.StockCode = goods.StockCode
      and cancelled.Quantity = goods.Quantity
  )
  group by all
  order by code, week`;
