import {
  certainLeadTime,
  type DemandForecast,
  type LeadTimes,
  leadTimeQuantile,
  quotedLeadTime,
  type Replay,
  type ReplaySummary,
  replayPolicy,
  summariseReplays,
} from '../../../statistics/index.ts';
import { lossOf } from '../policy/aim.ts';
import {
  type BacktestInput,
  type BacktestResult,
  REPLAYED,
  type ReplayedId,
  type ReplayedItem,
  type ReplayOutcome,
} from './backtest.ts';
import { orderPolicies } from './order-policies.ts';
import { knownFrom, usualDay } from './usual-day.ts';
import { weeklyForecasts } from './weekly-forecasts.ts';

const [WEEK, NEAR_DAYS, MONTH] = [7, 28, 30];

/** Of each policy the replays of all items. */
export type ShopReplays = ReadonlyMap<
  ReplayedId,
  readonly { readonly replay: Replay; readonly unitCost: number }[]
>;

/**
 * Replays a span of the past under three policies with the same demand, the same lead times (drawn once for each day) and the
 * same stock to begin with. Forecasts know only what was known on their morning. What was wanted on days without stock is the
 * mean of the days near them that had some. What is new comes in when it has a past of a quarter: before, no policy orders it by one.
 */
export function replayShop(input: BacktestInput): BacktestResult {
  const policies = [...replayItems(input)].map(([id, some]) => outcomeOf(id, summariseReplays(some)));
  const actual = actualOf(input);
  return actual === undefined ? { policies } : { policies, actual };
}

export function replayItems(input: BacktestInput): ShopReplays {
  const replays = new Map<ReplayedId, { readonly replay: Replay; readonly unitCost: number }[]>(
    REPLAYED.map((id) => [id, []]),
  );
  const forecasts = input.policy.minMax === undefined ? weeklyForecasts(input) : () => undefined;
  for (const [index, item] of input.items.entries()) {
    const forecastOn = (day: number) => forecasts(index, day);
    for (const [id, replay] of replayItem(item, index, { ...input, forecastOn })) {
      replays.get(id)?.push({ replay, unitCost: item.unitCost });
    }
  }
  return replays;
}

function replayItem(
  item: ReplayedItem,
  index: number,
  input: BacktestInput & { readonly forecastOn: (day: number) => DemandForecast | undefined },
): [ReplayedId, Replay][] {
  const { before, length, policy, seed, forecastOn } = input;
  const leadTimes = leadTimesOf(item);
  const known = knownFrom(item.days, before);
  const demand = filled(item.days, before, length).map((of, day) => (before + day < known ? 0 : of));
  const leads = Array.from({ length }, (_, day) => leadTimeQuantile(leadTimes, chanceOf(seed, index, day)));
  const shared = {
    ...({ demand, unmet: 'lost', start: { onHand: item.actual?.[0] ?? startOf(item, known) } } as const),
    leadTimeOf: (day: number) => leads[day] ?? 0,
    costs: {
      ...{
        unitCost: item.unitCost,
        perOrder: Number(policy.orderCostMinor),
        holdingShare: policy.holdingRate,
      },
      lostMargin: lossOf(item, policy),
    },
  };
  const orders = orderPolicies(item, leadTimes, { before, policy, forecastOn });
  return REPLAYED.map((id) => [id, replayPolicy({ ...shared, policy: orders[id] })]);
}

function leadTimesOf({ lead: { meanDays, sdDays } }: ReplayedItem): LeadTimes {
  return meanDays < 1 ? certainLeadTime(Math.round(meanDays)) : quotedLeadTime(meanDays, sdDays / meanDays);
}

/** The days of the span, those without stock at the mean of what days near them wanted. */
function filled(days: readonly number[], before: number, length: number): number[] {
  return Array.from({ length }, (_, day) => {
    const at = before + day;
    const of = days[at] ?? 0;
    if (!Number.isNaN(of)) return of;
    const near = days
      .slice(Math.max(at - NEAR_DAYS, 0), at + NEAR_DAYS + 1)
      .filter((one) => !Number.isNaN(one));
    return near.length === 0 ? 0 : near.reduce((total, one) => total + one, 0) / near.length;
  });
}

/** What was wanted before in lead time, review and a month: nobody begins with nothing. */
function startOf(item: ReplayedItem, known: number): number {
  return Math.ceil(usualDay(item.days, known) * (item.lead.meanDays + item.reviewDays + MONTH));
}

function outcomeOf(id: ReplayedId, summary: ReplaySummary): ReplayOutcome {
  const weeks = Math.floor(summary.stockValueByDay.length / WEEK);
  return {
    ...{ id, service: summary.service.cycle, fillRate: summary.service.fill },
    ...{ averageStock: summary.meanStockValue, highestStock: summary.peakStockValue },
    ...{ orders: summary.orders, ordered: summary.ordered, lostMargin: summary.lostMargin },
    ...{ holdingCost: summary.holdingCost, cost: summary.cost },
    stockByWeek: Array.from({ length: weeks }, (_, week) =>
      Math.round(summary.stockValueByDay[week * WEEK + WEEK - 1] ?? 0),
    ),
  };
}

/** What really happened: sold as it was, lost what days without stock would have sold. */
function actualOf({ items, before, length, policy }: BacktestInput): BacktestResult['actual'] {
  const total = { sold: 0, lost: 0, lostMargin: 0, stockDays: 0, wanted: 0 };
  for (const item of items) {
    const wanted = filled(item.days, before, length);
    const all = wanted.reduce((sum, of) => sum + of, 0);
    total.wanted += all;
    if (item.actual === undefined) continue;
    const lost = wanted.reduce((sum, of, day) => sum + (Number.isNaN(item.days[before + day]) ? of : 0), 0);
    total.sold += all - lost;
    total.lost += lost;
    total.lostMargin += lost * lossOf(item, policy);
    total.stockDays += item.actual.reduce((sum, of) => sum + of, 0) * item.unitCost;
  }
  const known = total.sold + total.lost;
  if (known === 0 || known < total.wanted / 2) return undefined;
  return {
    ...{ fillRate: total.sold / known, averageStock: total.stockDays / length, lostMargin: total.lostMargin },
  };
}

/** Evenly spread in (0, 1), the same for the same three numbers (a mixing of bits as in SplitMix32). */
function chanceOf(seed: number, item: number, day: number): number {
  let bits = (seed ^ Math.imul(item + 1, 0x9e3779b9) ^ Math.imul(day + 1, 0x85ebca6b)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}
