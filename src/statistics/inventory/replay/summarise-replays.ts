import { at } from '../../series.ts';
import type { Service } from '../service/service-of-stock.ts';
import type { Replay } from './replay-policy.ts';
import { addTotals, type ReplayTotals } from './replay-totals.ts';

export type ReplaySummary = ReplayTotals & {
  readonly service: Service;
  /** Cash tied up in stock in the evening, on the mean and on the worst day. */
  readonly meanStockValue: number;
  readonly peakStockValue: number;
  readonly stockValueByDay: Float64Array;
  /** Lost margin, ordering and holding. */
  readonly cost: number;
};

/**
 * Replays of many variants over the same days as one: service over all units and cycles, cash by day. Throws
 * a RangeError where there is none, or their days differ.
 */
export function summariseReplays(
  replays: readonly { readonly replay: Replay; readonly unitCost: number }[],
): ReplaySummary {
  const [first] = replays;
  if (first === undefined) throw new RangeError('no replays to summarise');
  const days = first.replay.onHand.length;
  const stockValueByDay = new Float64Array(days);
  let totals: ReplayTotals | undefined;
  for (const { replay, unitCost } of replays) {
    if (replay.onHand.length !== days) throw new RangeError('replays of different days');
    for (let day = 0; day < days; day += 1) {
      stockValueByDay[day] = at(stockValueByDay, day) + at(replay.onHand, day) * unitCost;
    }
    totals = totals === undefined ? replay.totals : addTotals(totals, replay.totals);
  }
  const all = totals ?? first.replay.totals;
  return {
    ...all,
    service: serviceOf(all),
    meanStockValue: days > 0 ? all.stockValueDays / days : 0,
    peakStockValue: stockValueByDay.reduce((most, value) => Math.max(most, value), 0),
    stockValueByDay,
    cost: all.lostMargin + all.orderingCost + all.holdingCost,
  };
}

/** Cycles without a stock-out, and units served at once; 1 where there was nothing to serve. */
function serviceOf({ wanted, short, cycles, cyclesShort }: ReplayTotals): Service {
  return {
    cycle: cycles > 0 ? 1 - cyclesShort / cycles : 1,
    fill: wanted > 0 ? 1 - short / wanted : 1,
  };
}
