import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Item, readDemandItems } from '../../forecasting/index.ts';
import { readStockHistory } from '../../inventory/index.ts';
import { converted, priceAt, readSources, type Source } from '../../purchasing/index.ts';
import { daysOf } from '../health/days-of.ts';
import { type Margin, readMargins } from '../margin/read-margins.ts';
import type { ReplayedItem } from './backtest.ts';

/** Weeks before the span that forecasts of its first day may learn from. */
const BEFORE_WEEKS = 104;
const WEEK = 7;
const AT_ONCE = 500;
/** How goods are taken to be bought that no supplier is known of. */
const ASSUMED = { lead: { meanDays: 14, sdDays: 4 }, reviewDays: 7, packSize: 1, minimumQuantity: 1 };

export type ReplayedSpan = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Days before `from` that are known of. */
  readonly before: number;
  readonly length: number;
};

/** Whole weeks until last Sunday, at least so many days of them. */
export function spanUntil(today: Temporal.PlainDate, days: number): ReplayedSpan {
  const to = today.subtract({ days: today.dayOfWeek });
  const length = Math.ceil(days / WEEK) * WEEK;
  return { from: to.subtract({ days: length - 1 }), to, before: BEFORE_WEEKS * WEEK, length };
}

/** What is replayed: the goods that were wanted most in the span and the two years before it. */
export async function readReplayedItems(
  { db, analytics }: { readonly db: Db; readonly analytics: Pick<AnalyticsClient, 'readDemand'> },
  asked: {
    readonly span: ReplayedSpan;
    readonly variants: number;
    readonly zone: string;
    readonly currency: CurrencyCode;
    readonly now: Temporal.Instant;
  },
): Promise<{ readonly items: ReplayedItem[]; readonly withoutSupplier: number }> {
  const { span, variants, zone, currency, now } = asked;
  const past = {
    from: span.from.subtract({ days: span.before }),
    weeks: (span.before + span.length) / WEEK,
  };
  const wanted: Item[] = [];
  for await (const page of readDemandItems({ db, analytics, past, zone })) {
    wanted.push(...page.map(({ item }) => item).filter(({ days }) => days.length > 0));
    if (wanted.length >= variants || page.every(({ item }) => item.days.length === 0)) break;
  }
  const items: ReplayedItem[] = [];
  let withoutSupplier = 0;
  for (let from = 0; from < Math.min(wanted.length, variants); from += AT_ONCE) {
    const some = wanted.slice(from, Math.min(from + AT_ONCE, variants));
    const ids = some.map(({ variantId }) => variantId);
    const [margins, sources, stock] = [
      await readMargins(db, ids, { currency, now }),
      await readSources(db, ids, now),
      await stockOf(db, ids, { span, zone }),
    ];
    for (const item of some) {
      const [margin, source] = [margins.get(item.variantId), sources.get(item.variantId)?.[0]];
      if (margin === undefined) continue;
      if (source === undefined) withoutSupplier += 1;
      items.push(itemOf(item, { margin, source, actual: stock.get(item.variantId), span, currency }));
    }
  }
  return { items, withoutSupplier };
}

/** Of those whose stock is known from the first evening of the span on. */
async function stockOf(
  db: Db,
  variantIds: readonly VariantId[],
  { span: { from, to }, zone }: { readonly span: ReplayedSpan; readonly zone: string },
): Promise<ReadonlyMap<VariantId, readonly number[]>> {
  const histories = await readStockHistory(db, { variantIds, from, to, zone });
  return new Map(
    histories
      .filter((history) => history.from.equals(from))
      .map(({ variantId, onHand }) => [variantId, onHand]),
  );
}

function itemOf(
  item: Item,
  about: {
    readonly margin: Margin;
    readonly source: Source | undefined;
    readonly actual: readonly number[] | undefined;
    readonly span: ReplayedSpan;
    readonly currency: CurrencyCode;
  },
): ReplayedItem {
  const { margin, source, actual, span, currency } = about;
  const unitCost = unitCostOf(margin, source, currency);
  return {
    ...(source === undefined ? ASSUMED : { ...source, lead: source.leadTime }),
    ...{ days: allDays(item, span.before + span.length), unitCost },
    marginMinor: Number(margin.netMinor) - unitCost,
    ...(actual === undefined ? {} : { actual }),
  };
}

function unitCostOf({ costMinor }: Margin, source: Source | undefined, to: CurrencyCode): number {
  if (costMinor !== undefined) return Number(costMinor);
  const price = source && priceAt(source.breaks, 1);
  if (source === undefined || price === undefined) return 0;
  const { currency: from, rateE10 } = source;
  return Number(converted(price.priceMinor, { from, to, rateE10 })) / price.perQuantity;
}

/** Before it could be bought nobody wanted it. */
function allDays(item: Item, length: number): number[] {
  const known = daysOf(item, length);
  return [...new Array<number>(length - known.length).fill(0), ...known];
}
