import { type Db, transact } from '../../../platform/database/index.ts';
import { abcClasses, xyzClass } from '../../../statistics/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { type Item, readDemandItems } from '../../forecasting/index.ts';
import { readStockHistory } from '../../inventory/index.ts';
import { readCostLevels } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { weeksBefore } from '../backtest/weekly-demand.ts';
import { forecastFrom } from '../need/forecast-from.ts';
import { type Ground, readGround } from '../need/ground.ts';
import { listNeeds, type ReviewedNeed } from '../need/needs-store.ts';
import { type Known, readKnown } from '../need/read-needs.ts';
import { daysOf } from './days-of.ts';
import { healthOf } from './health-of.ts';
import { forgetHealthBefore, type KeptHealth, keepHealth } from './health-store.ts';

const YEAR_WEEKS = 52;
const YEAR_DAYS = 7 * YEAR_WEEKS;
const AT_ONCE = 250;
/** Of a year; with less of it known an average stock says nothing of it. */
const LEAST_DAYS = 90;

/** Looks at all stock that lies somewhere: what sells, what lies, what is missing, in money. */
export async function reviewHealth(
  { db, analytics }: { readonly db: Db; readonly analytics: Pick<AnalyticsClient, 'readDemand'> },
  { now, signal }: { readonly now: Temporal.Instant; readonly signal: AbortSignal },
): Promise<void> {
  const { timeZone: zone } = await readShop(db);
  const ground = await readGround(db, now);
  const from = ground.today.subtract({ days: YEAR_DAYS });
  const items: Item[] = [];
  for await (const page of readDemandItems({ db, analytics, zone, past: { from, weeks: YEAR_WEEKS } })) {
    items.push(...page.map(({ item }) => item));
  }
  const classes = new Map(
    abcClasses(items.map((item) => ({ item, value: revenueOf(item) }))).map(({ item, abc }) => [item, abc]),
  );
  for (let at = 0; at < items.length && !signal.aborted; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE);
    const rows = await healthOfItems(db, some, { ground, zone, from });
    const classed = rows.map(({ item, row }) => ({ ...row, abc: classes.get(item) ?? '-' }));
    await transact(db, (tx) => keepHealth(tx, classed, now));
  }
  if (!signal.aborted) await transact(db, (tx) => forgetHealthBefore(tx, now));
}

type Circumstances = {
  readonly ground: Ground;
  readonly zone: string;
  readonly from: Temporal.PlainDate;
};

async function healthOfItems(db: Db, items: readonly Item[], { ground, zone, from }: Circumstances) {
  const ids = items.map(({ variantId }) => variantId);
  const to = ground.today.subtract({ days: 1 });
  const [known, needs, values, histories] = [
    await readKnown(db, ids, ground),
    await listNeeds(db, { variantIds: ids, isAll: true, limit: ids.length }),
    await readCostLevels(db, ids, ground.currency),
    await readStockHistory(db, { variantIds: ids, from, to, zone }),
  ];
  const needOf = new Map(needs.map((need) => [need.variantId, need]));
  const historyOf = new Map(histories.map((history) => [history.variantId, history]));
  return items.flatMap((item) => {
    const [about, value] = [known.get(item.variantId), values.get(item.variantId)];
    if (about === undefined || !about.position.isTracked) return [];
    const valueMinor = worthOf(value, about);
    const given = { about, need: needOf.get(item.variantId), valueMinor };
    return [{ item, row: rowOf(item, { ...given, history: historyOf.get(item.variantId) }, ground) }];
  });
}

/** At moving-average cost; what was never valued at what the catalogue says that a piece costs. */
function worthOf(
  level: { readonly quantity: bigint; readonly valueMinor: bigint } | undefined,
  { margin, position }: Known,
): bigint | undefined {
  if (level !== undefined && level.quantity > 0n) return level.valueMinor;
  return margin.costMinor === undefined ? undefined : margin.costMinor * BigInt(position.onHand);
}

type StockHistory = Awaited<ReturnType<typeof readStockHistory>>[number];

type About = {
  readonly about: Known;
  readonly need: ReviewedNeed | undefined;
  readonly valueMinor: bigint | undefined;
  readonly history: StockHistory | undefined;
};

function rowOf(item: Item, { about, need, valueMinor, history }: About, { today }: Ground): KeptHealth {
  const { margin, position, stored, source } = about;
  const units = daysOf(item, YEAR_DAYS);
  const pieces = item.pieces.reduce((sum, of) => sum + of, 0);
  const costMinor = (margin.costMinor ?? 0n) * BigInt(Math.round(pieces));
  const year = { costMinor, marginMinor: BigInt(Math.round(revenueOf(item))) - costMinor };
  const marginMinor = Number(margin.netMinor - (margin.costMinor ?? 0n));
  const { over, lost, ...health } = healthOf({
    ...{ units, onHand: position.onHand, valueMinor, year, marginMinor },
    available: position.available - position.waiting,
    averageValueMinor: averageValue(history, margin.costMinor),
    forecast: forecastFrom(stored, today),
    ...{ reorderPoint: need?.reorderPoint ?? 0, orderUpTo: need?.orderUpTo ?? 0 },
    shelfLifeDays: source?.shelfLifeDays,
  });
  return {
    ...health,
    ...{
      variantId: item.variantId,
      productId: margin.sellable.productId,
      onHand: position.onHand,
      valueMinor,
    },
    ...{ abc: '-', xyz: xyzClass(knownWeeks(units))?.xyz ?? '-' },
    ...{ overPieces: over.pieces, overMinor: over.valueMinor },
    ...{ lostPieces: lost.pieces, lostMinor: lost.marginMinor },
    ...{ lostLowMinor: lost.lowMinor, lostHighMinor: lost.highMinor },
  };
}

function knownWeeks(units: readonly number[]): number[] {
  return [...weeksBefore(units, units.length)].filter((of) => !Number.isNaN(of));
}

function averageValue(history: StockHistory | undefined, costMinor: bigint | undefined): bigint | undefined {
  if (history === undefined || costMinor === undefined || history.onHand.length < LEAST_DAYS)
    return undefined;
  const pieces = history.onHand.reduce((sum, of) => sum + of, 0) / history.onHand.length;
  return BigInt(Math.round(pieces * Number(costMinor)));
}

/** What was paid for it, without tax. */
function revenueOf({ pieces, prices }: Item): number {
  return pieces.reduce((sum, of, index) => sum + of * (prices[index] ?? 0), 0);
}
