import { at } from '../../series.ts';
import { holdingCostPerDay } from '../service/cost-of-shortage.ts';
import type { OrderPolicy } from './order-policy.ts';
import type { ReplayTotals } from './replay-totals.ts';

export type ReplayQuestion = {
  /** Units wanted, day by day: also of days when there were none, where they have to be estimated. */
  readonly demand: ArrayLike<number>;
  /** Whole days from an order's morning to its receipt, of an order of that day; 0: before it opens. */
  readonly leadTimeOf: (day: number) => number;
  readonly policy: OrderPolicy;
  /** Before the first day; `arriving`: what had been ordered, and on which day (0 the first) it comes. */
  readonly start: {
    readonly onHand: number;
    readonly arriving?: readonly { readonly day: number; readonly quantity: number }[];
  };
  /** What becomes of units that are wanted and not there. */
  readonly unmet: 'lost' | 'backordered';
  readonly costs: {
    /** Of a unit, in money. */
    readonly unitCost: number;
    /** Lost with a unit that is not sold: `shortageCost`. */
    readonly lostMargin: number;
    readonly perOrder: number;
    /** Of a unit for a year, as a share of its cost. */
    readonly holdingShare: number;
  };
};

/** What a policy would have done, day by day. */
export type Replay = {
  /** Units there in the evening. */
  readonly onHand: Float64Array;
  /** Units that came, before the shop opened. */
  readonly received: Float64Array;
  /** Units that went out: sold that day, and backorders served. */
  readonly issued: Float64Array;
  /** Units wanted that day and not served at once. */
  readonly short: Float64Array;
  readonly ordered: Float64Array;
  /** In the last evening. */
  readonly end: { readonly onHand: number; readonly onOrder: number; readonly backordered: number };
  readonly totals: ReplayTotals;
};

/**
 * Had this policy been used: each day what is due comes, backorders are served first, the policy sees the
 * position and may order, and the day's demand is served from what is there. So an order covers the days of
 * its lead time and of the review, L + R. What is ordered comes when its day's lead time says, orders may
 * overtake each other, and what would come after the last day does not. Throws a RangeError for demand, lead
 * times or orders that are negative or not numbers (lead times: not whole).
 */
export function replayPolicy(question: ReplayQuestion): Replay {
  const begun = beginReplay(question);
  begun.replayUntil(question.demand.length);
  return begun.end();
}

/** A replay that goes on by and by, as who looks at what came of it until a day decides what is done after it. */
export type BegunReplay = {
  /** Days before `day` are replayed that are not yet. */
  readonly replayUntil: (day: number) => void;
  /** What was done by day, all of it 0 for days that were not replayed. */
  readonly soFar: Omit<Replay, 'end' | 'totals'>;
  readonly end: () => Replay;
};

/** As `replayPolicy`. */
export function beginReplay(question: ReplayQuestion): BegunReplay {
  const days = question.demand.length;
  const soFar = {
    onHand: new Float64Array(days),
    received: new Float64Array(days),
    issued: new Float64Array(days),
    short: new Float64Array(days),
    ordered: new Float64Array(days),
  };
  const stock = startOf(question, soFar.received);
  let day = 0;
  return {
    soFar,
    replayUntil: (until) => {
      for (; day < Math.min(until, days); day += 1) replayDay(question, { stock, soFar, day });
    },
    end: () => {
      const { onHand, onOrder, backordered } = stock;
      return { ...soFar, end: { onHand, onOrder, backordered }, totals: totalsOf(question, soFar) };
    },
  };
}

function replayDay(
  question: ReplayQuestion,
  {
    stock,
    soFar,
    day,
  }: { readonly stock: Stock; readonly soFar: BegunReplay['soFar']; readonly day: number },
): void {
  const wanted = at(question.demand, day);
  if (!(wanted >= 0 && wanted < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a demand of ${wanted} on day ${day}`);
  }
  soFar.ordered[day] = order(question, stock, { day, received: soFar.received });
  soFar.issued[day] = serve(question, stock, { wanted, received: at(soFar.received, day) });
  soFar.short[day] = stock.short;
  soFar.onHand[day] = stock.onHand;
}

/** `onHand` until the morning is that of the evening before. */
type Stock = { onHand: number; onOrder: number; backordered: number; short: number };

function startOf({ start }: ReplayQuestion, received: Float64Array): Stock {
  const stock: Stock = { onHand: start.onHand, onOrder: 0, backordered: 0, short: 0 };
  for (const { day, quantity } of start.arriving ?? []) {
    stock.onOrder += quantity;
    if (day < received.length) received[day] = at(received, day) + quantity;
  }
  return stock;
}

function order(
  { policy, leadTimeOf }: ReplayQuestion,
  stock: Stock,
  { day, received }: { readonly day: number; readonly received: Float64Array },
): number {
  // What comes this morning is on order still: the position is the same.
  const quantity = policy(day, stock.onHand + stock.onOrder - stock.backordered);
  if (!(quantity >= 0 && quantity < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`an order of ${quantity} on day ${day}`);
  }
  if (quantity === 0) return 0;
  const leadTime = leadTimeOf(day);
  if (!(Number.isSafeInteger(leadTime) && leadTime >= 0)) {
    throw new RangeError(`a lead time of ${leadTime} days on day ${day}`);
  }
  stock.onOrder += quantity;
  const arrives = day + leadTime;
  if (arrives < received.length) received[arrives] = at(received, arrives) + quantity;
  return quantity;
}

/** Receives, serves backorders, then the day. @returns what went out */
function serve(
  { unmet }: ReplayQuestion,
  stock: Stock,
  { wanted, received }: { readonly wanted: number; readonly received: number },
): number {
  const there = stock.onHand + received;
  stock.onOrder -= received;
  const late = Math.min(there, stock.backordered);
  const served = Math.min(there - late, wanted);
  stock.short = wanted - served;
  stock.backordered += (unmet === 'backordered' ? stock.short : 0) - late;
  stock.onHand = there - late - served;
  return late + served;
}

function totalsOf(
  { demand, unmet, costs }: ReplayQuestion,
  { onHand, received, short, ordered }: Omit<Replay, 'end' | 'totals'>,
): ReplayTotals {
  const days = demand.length;
  let [wanted, missed, cycles, cyclesShort, isShort, orders, orderedUnits, unitDays] = [
    0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (let day = 0; day < days; day += 1) {
    // A cycle ends with the evening before a receipt, and with the last one.
    if (day === 0 || at(received, day) > 0) {
      cycles += 1;
      cyclesShort += isShort;
      isShort = 0;
    }
    if (at(short, day) > 0) isShort = 1;
    wanted += at(demand, day);
    missed += at(short, day);
    orders += at(ordered, day) > 0 ? 1 : 0;
    orderedUnits += at(ordered, day);
    unitDays += at(onHand, day);
  }
  const lost = unmet === 'lost' ? missed : 0;
  return {
    ...{ variants: 1, wanted, short: missed, lost, cycles, cyclesShort: cyclesShort + isShort },
    ...{ orders, orderedUnits, unitDays, ordered: orderedUnits * costs.unitCost },
    stockValueDays: unitDays * costs.unitCost,
    lostMargin: lost * costs.lostMargin,
    orderingCost: orders * costs.perOrder,
    holdingCost: unitDays * holdingCostPerDay(costs.unitCost, costs.holdingShare),
  };
}
