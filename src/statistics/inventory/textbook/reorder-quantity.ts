import { integrate } from '../../special/quadrature.ts';
import { solveIncreasing } from '../../special/solve.ts';
import { type Demand, leftover } from '../demand/demand.ts';
import {
  checkSteady,
  economicOrderQuantity,
  economicOrderQuantityWithBackorders,
  type SteadyDemand,
} from './economic-order-quantity.ts';

/** An (r, Q) to be found: times in one unit, demand over the lead time as a random number. */
export type ReorderQuestion = SteadyDemand & {
  /** Of a unit short: for a unit of time, except where it says otherwise. */
  readonly shortageCost: number;
  readonly leadTimeDemand: Demand;
};

/** Order `quantity` as soon as the position is at `reorderPoint`. */
export type ReorderQuantity = { readonly reorderPoint: number; readonly quantity: number };

const PANELS = 40;
const ROUNDS = 500;

/**
 * The best (r, Q) of continuous demand, exactly: the rate of cost g is the same at both ends, g(r) = g(r +
 * Q), and is the mean over what lies between and the orders (Zheng 1992, "On properties of stochastic
 * inventory systems", Management Science 38; Snyder and Shen 2019, chapter 5, example 5.1). The integral by
 * quadrature, to about 10 digits.
 */
export function exactReorderQuantity(question: ReorderQuestion): ReorderQuantity & { readonly cost: number } {
  const { fixedCost, demandRate } = checkQuestion(question);
  const rate = costRate(question);
  const pointOf = (quantity: number) => pointOfEqualCost(question, quantity);
  const excess = (quantity: number) => {
    const point = pointOf(quantity);
    return quantity * rate(point) - integrate(rate, point, point + quantity, PANELS);
  };
  let most = Math.max(1e-9, economicOrderQuantity(question).quantity);
  while (excess(most) < fixedCost * demandRate) most *= 2;
  const quantity = solveIncreasing(excess, fixedCost * demandRate, 0, most);
  const reorderPoint = pointOf(quantity);
  return { reorderPoint, quantity, cost: rate(reorderPoint) };
}

/**
 * The best (r, Q) of demand in whole units, exactly: positions are taken in, the cheaper side first, while
 * they cost less than the mean does (Federgruen and Zheng 1992, "An efficient algorithm for computing an
 * optimal (r, Q) policy", Operations Research 40; Snyder and Shen 2019, chapter 5, example 5.8).
 */
export function exactReorderQuantityOfCounts(
  question: ReorderQuestion,
): ReorderQuantity & { readonly cost: number } {
  const { fixedCost, demandRate, holdingCost, shortageCost, leadTimeDemand } = checkQuestion(question);
  const rate = costRate(question);
  const cheapest = leadTimeDemand.quantile(shortageCost / (shortageCost + holdingCost));
  let [low, high, total] = [cheapest, cheapest, fixedCost * demandRate + rate(cheapest)];
  for (;;) {
    const quantity = high - low + 1;
    const [below, above] = [rate(low - 1), rate(high + 1)];
    const next = Math.min(below, above);
    if (next >= total / quantity) return { reorderPoint: low - 1, quantity, cost: total / quantity };
    total += next;
    if (below < above) low -= 1;
    else high += 1;
  }
}

/**
 * The expected-inventory-level approximation of Hadley and Whitin (1963): `shortageCost` is that of a unit
 * short, however long. r and Q in turns until they stay: F̄(r) = Qh/(pλ), Q = √(2λ(K + p n(r))/h) (Snyder and
 * Shen 2019, chapter 5). Throws a RangeError where being short costs less than holding.
 */
export function expectedLevelReorderQuantity(
  question: ReorderQuestion,
): ReorderQuantity & { readonly cost: number } {
  const { fixedCost, holdingCost, demandRate, shortageCost, leadTimeDemand } = checkQuestion(question);
  let { quantity } = economicOrderQuantity(question);
  for (let round = 0; round < ROUNDS; round += 1) {
    const chanceShort = (quantity * holdingCost) / (shortageCost * demandRate);
    if (!(chanceShort < 1)) throw new RangeError('being short costs less than holding');
    const reorderPoint = leadTimeDemand.quantile(1 - chanceShort);
    const short = leadTimeDemand.shortage(reorderPoint);
    const next = Math.sqrt((2 * demandRate * (fixedCost + shortageCost * short)) / holdingCost);
    if (Math.abs(next - quantity) <= 1e-12 * next) {
      const holding = holdingCost * (reorderPoint - leadTimeDemand.mean + next / 2);
      const perOrder = fixedCost + shortageCost * short;
      return { reorderPoint, quantity: next, cost: holding + (perOrder * demandRate) / next };
    }
    quantity = next;
  }
  throw new RangeError('reorder point and quantity did not settle');
}

/** The quantity with backorders of known demand, and the best r for it (Snyder and Shen 2019, chapter 5). */
export function backorderReorderQuantity(question: ReorderQuestion): ReorderQuantity {
  const { quantity } = economicOrderQuantityWithBackorders(checkQuestion(question), question.shortageCost);
  return { reorderPoint: pointOfEqualCost(question, quantity), quantity };
}

/**
 * The economic order quantity, and r with safety stock at the service p/(p + h) (Snyder and Shen 2019,
 * chapter 5).
 */
export function safetyStockReorderQuantity(question: ReorderQuestion): ReorderQuantity {
  const { holdingCost, shortageCost, leadTimeDemand } = checkQuestion(question);
  const reorderPoint = leadTimeDemand.quantile(shortageCost / (shortageCost + holdingCost));
  return { reorderPoint, quantity: economicOrderQuantity(question).quantity };
}

/**
 * Expected cost in a unit of time while the position is y: of what will be left, or short, a lead time later.
 */
function costRate({ holdingCost, shortageCost, leadTimeDemand }: ReorderQuestion): (y: number) => number {
  return (y) => holdingCost * leftover(leadTimeDemand, y) + shortageCost * leadTimeDemand.shortage(y);
}

/** The r with g(r) = g(r + Q): on either side of where g is least. */
function pointOfEqualCost(question: ReorderQuestion, quantity: number): number {
  const { holdingCost, shortageCost, leadTimeDemand } = question;
  const rate = costRate(question);
  const least = leadTimeDemand.quantile(shortageCost / (shortageCost + holdingCost));
  return solveIncreasing((r) => rate(r + quantity) - rate(r), 0, least - quantity, least);
}

function checkQuestion(question: ReorderQuestion): ReorderQuestion {
  checkSteady(question);
  const { shortageCost, demandRate } = question;
  if (!(shortageCost > 0 && Number.isFinite(shortageCost) && demandRate > 0)) {
    throw new RangeError(`no reorder point of ${shortageCost} a unit short, ${demandRate} wanted`);
  }
  return question;
}
