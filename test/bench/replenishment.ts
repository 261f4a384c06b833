import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { BacktestInput, ReplayedItem } from '../../src/modules/replenishment/backtest/backtest.ts';
import { replayShop } from '../../src/modules/replenishment/backtest/replay-shop.ts';
import { DEFAULT_POLICY } from '../../src/modules/replenishment/policy/policy.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

const PATH = join(import.meta.dirname, '../../../shared/data/uci-online-retail.parquet');
const VARIANTS = 1_000;
/** From 1 December 2010 on: half a year to learn from, half a year replayed. */
const [BEFORE, LENGTH] = [190, 182];
const COST_SHARE = 0.45;
/** Cycles of a hundred without a stock-out, or what is cheapest. */
const AIMS = [90, 95, 98, 'cost'] as const;

/**
 * What Institor's orders would have come to on Online Retail (UCI): the thousand articles of which most was sold, half a year,
 * bought in 14 ± 4 days, looked at each week, at 45 % of their price. The figures of docs/forecasting.md.
 */
export const scenario: Scenario = {
  name: 'replenishment',
  run: async () => {
    if (!existsSync(PATH)) throw new RangeError(`${PATH} is not there`);
    const items = await readItems();
    const figures: Record<string, number> = { items: items.length };
    for (const aim of AIMS) {
      const began = performance.now();
      Object.assign(figures, figuresOf(items, aim));
      figures[`seconds${aim}`] = (performance.now() - began) / 1_000;
    }
    return figures;
  },
};

function figuresOf(items: readonly ReplayedItem[], aim: (typeof AIMS)[number]): Figures {
  const service = aim === 'cost' ? ({ kind: aim } as const) : ({ kind: 'cycle', share: aim / 100 } as const);
  const policy = { ...DEFAULT_POLICY, service };
  const input: BacktestInput = { items, before: BEFORE, length: LENGTH, policy, seed: 7 };
  const { policies } = replayShop(input);
  const told = policies.filter(({ id }) => id === 'yours' || aim === AIMS[0]);
  return Object.fromEntries(
    told.flatMap(({ id, ...of }) => {
      const name = id === 'yours' ? `yours${aim}` : id;
      return [
        [`${name}CycleShare`, of.service],
        [`${name}FillShare`, of.fillRate],
        [`${name}StockPounds`, of.averageStock / 100],
        [`${name}LostPounds`, of.lostMargin / 100],
        [`${name}CostPounds`, of.cost / 100],
        [`${name}Orders`, of.orders],
      ];
    }),
  );
}

async function readItems(): Promise<ReplayedItem[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(DAILY, { path: PATH });
  const items = new Map<string, { readonly days: number[]; turnover: number; pieces: number }>();
  for (const row of reader.getRowObjectsJS()) {
    const [code, day, pieces] = [String(row['code']), Number(row['day']), Number(row['pieces'])];
    if (day < 0 || day >= BEFORE + LENGTH) continue;
    const item = items.get(code) ?? {
      days: new Array<number>(BEFORE + LENGTH).fill(0),
      turnover: 0,
      pieces: 0,
    };
    items.set(code, item);
    item.days[day] = pieces;
    item.turnover += Number(row['turnover']);
    item.pieces += pieces;
  }
  connection.closeSync();
  instance.closeSync();
  return [...items]
    .toSorted(([oneCode, one], [otherCode, other]) => {
      // Lead times are drawn by place: who sold as many stands by code, or each run would draw others.
      return other.pieces - one.pieces || (oneCode < otherCode ? -1 : 1);
    })
    .slice(0, VARIANTS)
    .map(([, { days, turnover, pieces }]) => {
      const price = (100 * turnover) / pieces;
      return {
        ...{ days, unitCost: price * COST_SHARE, marginMinor: price * (1 - COST_SHARE) },
        ...{ lead: { meanDays: 14, sdDays: 4 }, reviewDays: 7, packSize: 1, minimumQuantity: 1 },
      };
    });
}

const DAILY = `
  with goods as (
    select * from read_parquet($path) where regexp_matches(StockCode, '^[0-9]{5}')
  ),
  cancelled as (
    select distinct CustomerID, StockCode, -Quantity as Quantity from goods where InvoiceNo like 'C%'
  )
  select StockCode as code, cast(date_diff('day', date '2010-12-01', cast(cast(InvoiceDate as timestamp) as date)) as integer) as day,
    cast(sum(Quantity) as double) as pieces, cast(sum(Quantity * UnitPrice) as double) as turnover
  from goods
  where Quantity > 0 and UnitPrice > 0 and not exists (
    select 1 from cancelled
    where cancelled.CustomerID = goods.CustomerID and cancelled.StockCode = goods.StockCode
      and cancelled.Quantity = goods.Quantity
  )
  group by all`;
