import { setImmediate } from 'node:timers/promises';
import { type Db, transact } from '../../../platform/database/index.ts';
import { abcClasses, xyzClass } from '../../../statistics/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Item, readDemandItems } from '../../forecasting/index.ts';
import { type AverageStock, readAverageStock } from '../../inventory/index.ts';
import { readCostLevels } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { weeksBefore } from '../backtest/weekly-demand.ts';
import { forecastFrom } from '../need/forecast-from.ts';
import { type Ground, readGround } from '../need/ground.ts';
import { type KeptKey, readKept } from '../need/needs-store.ts';
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
  // Of each variant what is kept of it, and no more: what it sold day by day goes with its page.
  const found: Revenue[] = [];
  const rows: KeptHealth[] = [];
  for await (const page of readDemandItems({ db, analytics, zone, past: { from, weeks: YEAR_WEEKS } })) {
    const items = page.map(({ item }) => item);
    for (let at = 0; at < items.length && !signal.aborted; at += AT_ONCE) {
      const some = items.slice(at, at + AT_ONCE);
      found.push(...some.map((item) => ({ item: item.variantId, value: revenueOf(item) })));
      rows.push(...(await healthOfItems(db, some, { ground, zone, from })));
      await setImmediate();
    }
    if (signal.aborted) return;
  }
  const classes = new Map(abcClasses(found).map(({ item, abc }) => [item, abc]));
  for (let at = 0; at < rows.length && !signal.aborted; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const classed = some.map((row) => ({ ...row, abc: classes.get(row.variantId) ?? '-' }));
    await transact(db, (tx) => keepHealth(tx, classed, now));
    await setImmediate();
  }
  if (!signal.aborted) await transact(db, (tx) => forgetHealthBefore(tx, now));
}

type Revenue = { readonly item: VariantId; readonly value: number };

type Circumstances = {
  readonly ground: Ground;
  readonly zone: string;
  readonly from: Temporal.PlainDate;
};

async function healthOfItems(db: Db, items: readonly Item[], { ground, zone, from }: Circumstances) {
  const ids = items.map(({ variantId }) => variantId);
  const to = ground.today.subtract({ days: 1 });
  const [known, needs, values, averages] = [
    await readKnown(db, ids, ground),
    await readKept(db, ids),
    await readCostLevels(db, ids, ground.currency),
    await readAverageStock(db, { variantIds: ids, from, to, zone }),
  ];
  return items.flatMap((item): KeptHealth[] => {
    const { variantId: id } = item;
    const about = known.get(id);
    if (about === undefined || !about.position.isTracked) return [];
    const valueMinor = worthOf(values.get(id), about);
    const given = { about, need: needs.get(id), valueMinor, average: averages.get(id) };
    return [rowOf(item, given, ground)];
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

type About = {
  readonly about: Known;
  readonly need: KeptKey | undefined;
  readonly valueMinor: bigint | undefined;
  readonly average: AverageStock | undefined;
};

function rowOf(item: Item, { about, need, valueMinor, average }: About, { today }: Ground): KeptHealth {
  const { margin, position, stored, source } = about;
  const units = daysOf(item, YEAR_DAYS);
  const pieces = item.pieces.reduce((sum, of) => sum + of, 0);
  const costMinor = (margin.costMinor ?? 0n) * BigInt(Math.round(pieces));
  const year = { costMinor, marginMinor: BigInt(Math.round(revenueOf(item))) - costMinor };
  const marginMinor = Number(margin.netMinor - (margin.costMinor ?? 0n));
  const { over, lost, ...health } = healthOf({
    ...{ units, onHand: position.onHand, valueMinor, year, marginMinor },
    available: position.available - position.waiting,
    averageValueMinor: averageValue(average, margin.costMinor),
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

function averageValue(average: AverageStock | undefined, costMinor: bigint | undefined): bigint | undefined {
  if (average === undefined || costMinor === undefined || average.days < LEAST_DAYS) return undefined;
  return BigInt(Math.round(average.onHand * Number(costMinor)));
}

/** What was paid for it, without tax. */
function revenueOf({ pieces, prices }: Item): number {
  return pieces.reduce((sum, of, index) => sum + of * (prices[index] ?? 0), 0);
}
