import { sum } from '../../series.ts';
import { bestOrder } from './best-order.ts';
import type { OrderQuestion } from './cost-of-order.ts';
import { sizesOf } from './order-quantity.ts';
import { costOfWaiting, type ValuedOrder, type ValueOfOrder, valueOfOrder } from './value-of-order.ts';

export type SupplierOrder = {
  /** Units of each item, in their order; 0 of what is not ordered. */
  readonly quantities: readonly number[];
  /** What they cost to buy. */
  readonly purchase: number;
  /** Which items are due by themselves. */
  readonly due: readonly boolean[];
  /** What the items that are due lack of the minimum. */
  readonly missing: number;
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

/**
 * The items of one supplier at a review: each that is due in its best quantity (`bestOrder`), and where these
 * are worth less than the supplier's minimum, filled up with what is cheapest to have early for its money,
 * due or not, pack by pack, or in fiftieths of what is missing where these are more. A heuristic, without a
 * bound. How often to review, and which items each time, is `jointReplenishment`. An item's `perOrder` is
 * what having it in the order costs; the order's own cost is the same whatever is in it, and is not counted.
 */
export function supplierOrder(questions: readonly OrderQuestion[], minimumPurchase: number): SupplierOrder {
  if (!(minimumPurchase >= 0)) throw new RangeError(`a minimum of ${minimumPurchase}`);
  const items = questions.map(itemOf);
  const isDue = items.some((item) => item.isDue);
  const before = totalsOf(items);
  const missing = isDue ? Math.max(0, minimumPurchase - before.purchase) : 0;
  if (missing > 0) fill(items, minimumPurchase, missing / STEPS);
  const after = totalsOf(items);
  const fillingCost = Math.max(0, before.value - after.value);
  const waitingCost = sum(
    items.map((item) => (item.isDue ? costOfWaiting(item.question, item.question.reviewDays) : 0)),
  );
  const isReached = after.purchase >= minimumPurchase - CENT;
  const isWorth = missing === 0 || (isReached && fillingCost <= waitingCost);
  return {
    quantities: items.map(({ order }) => order.quantity),
    due: items.map((item) => item.isDue),
    ...{ purchase: after.purchase, missing, fillingCost, waitingCost },
    advice: isDue ? (isWorth ? 'order' : 'wait') : 'nothing',
  };
}

// A supplier's minimum is filled in so many steps, of full packs.
const STEPS = 50;
const CENT = 1e-9;
const MOST_TRIES = 60;

type Item = {
  readonly question: OrderQuestion;
  readonly worth: ValueOfOrder;
  readonly isDue: boolean;
  order: ValuedOrder;
};

function itemOf(question: OrderQuestion): Item {
  const { isDue, quantity } = bestOrder(question);
  const worth = valueOfOrder(question);
  return { question, worth, isDue: isDue && quantity > 0, order: worth(quantity) };
}

function totalsOf(items: readonly Item[]): { readonly purchase: number; readonly value: number } {
  return {
    purchase: sum(items.map(({ order }) => order.purchase)),
    value: sum(items.map(({ order }) => order.value)),
  };
}

function fill(items: readonly Item[], minimumPurchase: number, step: number): void {
  const larger = items.map((item) => largerOrder(item, step));
  let { purchase } = totalsOf(items);
  while (purchase < minimumPurchase - CENT) {
    let cheapest = { index: -1, rate: Number.POSITIVE_INFINITY };
    for (const [index, { order }] of items.entries()) {
      const next = larger[index];
      if (next === undefined) continue;
      const rate = (order.value - next.value) / (next.purchase - order.purchase);
      if (rate < cheapest.rate) cheapest = { index, rate };
    }
    const [item, next] = [items[cheapest.index], larger[cheapest.index]];
    if (item === undefined || next === undefined) return;
    purchase += next.purchase - item.order.purchase;
    item.order = next;
    larger[cheapest.index] = largerOrder(item, step);
  }
}

/** The next order of an item that costs more to buy, by about `step`; undefined where its sizes end. */
function largerOrder({ question, worth, order }: Item, step: number): ValuedOrder | undefined {
  const { least, pack, most } = sizesOf(question.sizes);
  let more = pack * Math.max(1, Math.round(step / (pack * Math.max(order.unitCost, Number.EPSILON))));
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
