import { demandOverLeadTime } from '../lead-time/protection.ts';
import { leastCostPerDay } from './best-order.ts';
import { costOfOrder, type OrderCost, type OrderQuestion } from './cost-of-order.ts';
import { sizesOf } from './order-quantity.ts';

/** An order and what it is worth: how much less it costs than ordering nothing until the next review. */
export type ValuedOrder = OrderCost & { readonly value: number };

export type ValueOfOrder = (quantity: number) => ValuedOrder;

/**
 * What any quantity is worth now, in money: costs until the next order, credited with the days it lasts as in
 * `bestOrder`, less than those of ordering nothing. Also of what is not due, where it is below what it costs
 * to have it early.
 */
export function valueOfOrder(question: OrderQuestion): ValueOfOrder {
  const cost = costOfOrder(question);
  const perDay = leastCostPerDay(question, cost);
  const relative = ({ total, coverDays }: OrderCost) => total - perDay * coverDays;
  const nothing = relative(cost(question.position, 0));
  return (quantity) => {
    const order = cost(question.position, quantity);
    return { ...order, value: nothing - relative(order) };
  };
}

/**
 * Quantities to choose from where not all can be had (`chooseWithinLimits`): up to `best`, in the supplier's
 * sizes, at most `most` (20) of them, evenly apart.
 */
export function ordersUpTo(question: OrderQuestion, best: number, most = 20): ValuedOrder[] {
  const { least, pack } = sizesOf(question.sizes);
  const value = valueOfOrder(question);
  const count = Math.floor((best - least) / pack) + 1;
  const stride = pack * Math.max(1, Math.ceil(count / most));
  const orders: ValuedOrder[] = [];
  for (let quantity = best; quantity >= least; quantity -= stride) orders.push(value(quantity));
  return orders.reverse();
}

/**
 * What it costs to order so many days later: the units that are then short until it comes, more than if it is
 * ordered today, at the cost of a unit short.
 */
export function costOfWaiting(question: OrderQuestion, days: number): number {
  const { forecast, leadTimes, position, costs } = question;
  if (!(days >= 0)) throw new RangeError(`waiting for ${days} days`);
  const now = demandOverLeadTime(forecast, leadTimes).shortage(position);
  return (
    costs.perUnitShort * Math.max(0, demandOverLeadTime(forecast, leadTimes, days).shortage(position) - now)
  );
}
