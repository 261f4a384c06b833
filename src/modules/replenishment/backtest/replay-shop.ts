import {
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
  type ReplayOutcome,
} from './backtest.ts';
import { experienceOf, type Learned } from './experience.ts';
import { type LevelsOn, levelsByForecast, orderPolicies } from './order-policies.ts';
import { filled, replayQuestion } from './replay-question.ts';
import { weeklyForecasts } from './weekly-forecasts.ts';

const WEEK = 7;

type ItemReplay = { readonly replay: Replay; readonly unitCost: number };

/** Of each policy the replays of all items. */
type ShopReplays = ReadonlyMap<ReplayedId, readonly ItemReplay[]>;

/**
 * Replays a span of the past under three policies with the same demand, the same lead times (drawn once for each day) and the
 * same stock to begin with. Forecasts know only what was known on their morning, and aims what had come of aims until then. What was
 * wanted on days without stock is the mean of the days near them that had some. What is new comes in when it has a past of a quarter:
 * before, no policy orders it by one.
 */
export function replayShop(input: BacktestInput): BacktestResult {
  const used = inUse(input);
  const policies = [...replayed(input, used.levels)].map(([id, some]) =>
    outcomeOf(id, summariseReplays(some)),
  );
  const actual = actualOf(input);
  return { policies, experience: used.factor, ...(actual === undefined ? {} : { actual }) };
}

function replayed(input: BacktestInput, levels: readonly LevelsOn[]): ShopReplays {
  const replays = new Map<ReplayedId, ItemReplay[]>(REPLAYED.map((id) => [id, []]));
  for (const [index, item] of input.items.entries()) {
    const levelsOn = levels[index];
    const question = replayQuestion(item, index, input);
    const orders = orderPolicies(item, { ...input, levelsOn });
    for (const id of REPLAYED) {
      const replay = replayPolicy({ ...question, policy: orders[id] });
      replays.get(id)?.push({ replay, unitCost: item.unitCost });
    }
  }
  return replays;
}

/**
 * The policy in use from half a year before the span on, all items side by side, with what was learned of it: levels of each item, and
 * what came of them. Nothing where levels are set by hand.
 */
export function inUse(
  input: BacktestInput,
  forecasts = weeklyForecasts(input),
): Learned & { readonly levels: readonly LevelsOn[] } {
  const { items, policy } = input;
  if (policy.minMax !== undefined) return { levels: [], replays: [], factor: 1 };
  const experience = experienceOf(input);
  const levels = items.map((item, index) => {
    const forecastOn = (day: number) => forecasts(index, day);
    return levelsByForecast(item, { policy, forecastOn, experienceOn: experience.on });
  });
  return { levels, ...experience.learn(levels) };
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
