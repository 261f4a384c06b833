import { sum } from '../../series.ts';
import { bestOrder } from './best-order.ts';
import type { OrderQuestion } from './cost-of-order.ts';
import { sizesOf } from './order-quantity.ts';
import { costOfWaiting, type ValuedOrder, type ValueOfOrder, valueOfOrder } from './value-of-order.ts';

/** What an order has to come to: what it costs to buy, and how many units it is of. 0: no such minimum. */
export type SupplierMinimum = { readonly purchase: number; readonly units: number };

export type SupplierOrder = {
  /** Units of each item, in their order; 0 of what is not ordered. */
  readonly quantities: readonly number[];
  /** What they cost to buy. */
  readonly purchase: number;
  /** Which items are due by themselves. */
  readonly due: readonly boolean[];
  /** What the items that are due lack of the minimum. */
  readonly missing: SupplierMinimum;
  /** What filling up costs: having things early. 0 where nothing is missing. */
  readonly fillingCost: number;
  /** What waiting for the next review costs: what is then short. */
  readonly waitingCost: number;
  /**
   * `wait` where that costs less than filling up, or the minimum cannot be reached; `nothing`: nothing is
   * due.
   */
  readonly advice: 'order' | 'wait' | 'nothing';
};

/** An item that may be in an order of a supplier: its best order by itself, and what any other is worth. */
export type SupplierItem = {
  readonly question: OrderQuestion;
  readonly worth: ValueOfOrder;
  readonly isDue: boolean;
  readonly own: ValuedOrder;
};

export function supplierItem(question: OrderQuestion): SupplierItem {
  const { isDue, quantity } = bestOrder(question);
  const worth = valueOfOrder(question);
  return { question, worth, isDue: isDue && quantity > 0, own: worth(quantity) };
}

/**
 * The items of one supplier at a review: each that is due in its best quantity (`bestOrder`), and where these
 * are less than the supplier's minimum, in money or in units, filled up with what is cheapest to have early for
 * what it adds to what is missing, due or not, pack by pack, or in fiftieths of what is missing where these are
 * more. A heuristic, without a bound. How often to review, and which items each time, is `jointReplenishment`.
 * An item's `perOrder` is what having it in the order costs; the order's own cost is the same whatever is in it,
 * and is not counted.
 */
export function supplierOrder(items: readonly SupplierItem[], minimum: SupplierMinimum): SupplierOrder {
  if (!(minimum.purchase >= 0 && minimum.units >= 0)) {
    throw new RangeError(`a minimum of ${minimum.purchase} or ${minimum.units} units`);
  }
  const orders = items.map(({ own }) => own);
  const isDue = items.some((item) => item.isDue);
  const before = totalsOf(orders);
  const missing = isDue ? lacking(before, minimum) : { purchase: 0, units: 0 };
  if (missing.purchase > 0 || missing.units > 0) fill(items, orders, minimum);
  const after = totalsOf(orders);
  const fillingCost = Math.max(0, before.value - after.value);
  const waitingCost = sum(
    items.map((item) => (item.isDue ? costOfWaiting(item.question, item.question.reviewDays) : 0)),
  );
  const left = lacking(after, minimum);
  const isReached = left.purchase <= CENT && left.units === 0;
  const isEnough = missing.purchase === 0 && missing.units === 0;
  const isWorth = isEnough || (isReached && fillingCost <= waitingCost);
  return {
    quantities: orders.map(({ quantity }) => quantity),
    due: items.map((item) => item.isDue),
    ...{ purchase: after.purchase, missing, fillingCost, waitingCost },
    advice: isDue ? (isWorth ? 'order' : 'wait') : 'nothing',
  };
}

// A supplier's minimum is filled in so many steps, of full packs.
const STEPS = 50;
const CENT = 1e-9;
const MOST_TRIES = 60;

type Totals = SupplierMinimum & { readonly value: number };

function totalsOf(orders: readonly ValuedOrder[]): Totals {
  return {
    purchase: sum(orders.map(({ purchase }) => purchase)),
    units: sum(orders.map(({ quantity }) => quantity)),
    value: sum(orders.map(({ value }) => value)),
  };
}

function lacking(has: SupplierMinimum, minimum: SupplierMinimum): SupplierMinimum {
  return {
    purchase: Math.max(0, minimum.purchase - has.purchase),
    units: Math.max(0, minimum.units - has.units),
  };
}

/** Makes orders larger, one step at a time, until together they reach the minimum or none can be. */
function fill(items: readonly SupplierItem[], orders: ValuedOrder[], minimum: SupplierMinimum): void {
  const first = lacking(totalsOf(orders), minimum);
  const larger = items.map((item, index) => largerOrder(item, orders[index] ?? item.own, first));
  let { purchase, units } = totalsOf(orders);
  for (;;) {
    const left = lacking({ purchase, units }, minimum);
    if (left.purchase <= CENT && left.units === 0) return;
    let cheapest = { index: -1, rate: Number.POSITIVE_INFINITY };
    for (const [index, order] of orders.entries()) {
      const next = larger[index];
      if (next === undefined) continue;
      // What it adds to each minimum that is not reached, as a share of what was missing at first.
      const adds =
        (left.purchase > CENT ? (next.purchase - order.purchase) / first.purchase : 0) +
        (left.units > 0 ? (next.quantity - order.quantity) / first.units : 0);
      const rate = adds > 0 ? (order.value - next.value) / adds : Number.POSITIVE_INFINITY;
      if (rate < cheapest.rate) cheapest = { index, rate };
    }
    const { index } = cheapest;
    const [item, order, next] = [items[index], orders[index], larger[index]];
    if (item === undefined || order === undefined || next === undefined) return;
    purchase += next.purchase - order.purchase;
    units += next.quantity - order.quantity;
    orders[index] = next;
    larger[index] = largerOrder(item, next, first);
  }
}

/** The next order of an item that costs more to buy, by about a step of what is missing; undefined where its sizes end. */
function largerOrder(
  { question, worth }: SupplierItem,
  order: ValuedOrder,
  missing: SupplierMinimum,
): ValuedOrder | undefined {
  const { least, pack, most } = sizesOf(question.sizes);
  const steps = [
    missing.purchase / STEPS / Math.max(order.unitCost, Number.EPSILON),
    missing.units / STEPS,
  ].filter((step) => step > 0);
  let more = pack * Math.max(1, Math.round(Math.min(...steps) / pack));
  // At the break of a price for all units more of them may cost less.
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const quantity = Math.max(least, order.quantity + more);
    if (quantity > most) return undefined;
    const next = worth(quantity);
    if (next.purchase > order.purchase) return next;
    more += pack * Math.ceil(more / pack / 4);
  }
  return undefined;
}
