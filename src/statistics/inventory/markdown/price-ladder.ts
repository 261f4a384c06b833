import { at } from '../../series.ts';
import { bestContinuations, type Continuation } from './best-continuations.ts';
import type { MarkdownQuestion } from './markdown-question.ts';

export type PriceLadder = {
  /** What stock brings from now on, if prices are chosen best: sales, less holding, and salvage. */
  readonly expected: number;
  /**
   * What it brings at the current price for all weeks (where that is among the prices): what to compare with.
   */
  readonly expectedIfKept: number | undefined;
  /** The price of the first week. */
  readonly price: number;
  /** The price to ask for in a week, of the stock that is left then and the price of the week before. */
  readonly priceFor: (week: number, left: number, priceBefore: number) => number;
  /** The ladder that comes if each week sells what is expected, rounded: for showing. */
  readonly expectedPath: readonly { readonly week: number; readonly price: number; readonly left: number }[];
};

/**
 * Marking down what must go: which price to ask for in which week, of what is left, so that stock brings
 * most. Exact by dynamic programming over weeks × stock × price, where prices never rise and none is below
 * the floor; Poisson demand at each price, as in Gallego and van Ryzin (1994), "Optimal dynamic pricing of
 * inventories with stochastic demand over finite horizons", Management Science 40, and Bitran and Mondschein
 * (1997), "Periodic pricing of seasonal products in retailing", Management Science 43, whose prices are
 * monotone too. How demand follows the price is taken as known: the answer is as good as that. Takes weeks ×
 * prices × stock² / 2 steps at most. Undefined where no price is between the floor and the current one.
 * Throws a RangeError for what is not whole or negative.
 */
export function priceLadder(question: MarkdownQuestion): PriceLadder | undefined {
  checkQuestion(question);
  const { stock, currentPrice, floor } = question;
  const prices = [...new Set(question.prices)]
    .filter((price) => price >= floor && price <= currentPrice)
    .sort((one, other) => other - one);
  const [highest] = prices;
  if (highest === undefined) return undefined;
  const best = bestContinuations({ ...question, prices });
  const kept = highest === currentPrice && bestContinuations({ ...question, prices: [highest] });
  const priceFor = (week: number, left: number, priceBefore: number) => {
    const from = prices.findIndex((price) => price <= priceBefore);
    if (from < 0) throw new RangeError(`no price at or below ${priceBefore}`);
    return at(prices, choiceOf(best, { week, from, left }));
  };
  const [first] = best;
  return {
    expected: at(first?.values[0] ?? [], stock),
    expectedIfKept: kept ? at(kept[0]?.values[0] ?? [], stock) : undefined,
    price: priceFor(0, stock, currentPrice),
    priceFor,
    expectedPath: pathOf(question, priceFor),
  };
}

function choiceOf(
  continuations: readonly Continuation[],
  { week, from, left }: { readonly week: number; readonly from: number; readonly left: number },
): number {
  const chosen = continuations[week]?.choices[from]?.[left];
  if (chosen === undefined) throw new RangeError(`no price for week ${week} with ${left} units`);
  return chosen;
}

function pathOf(
  { stock, weeks, demandAt, currentPrice }: MarkdownQuestion,
  priceFor: PriceLadder['priceFor'],
): PriceLadder['expectedPath'] {
  let [left, price] = [stock, currentPrice];
  return Array.from({ length: weeks }, (_, week) => {
    price = priceFor(week, left, price);
    const rung = { week, price, left };
    left = Math.max(0, left - Math.round(demandAt(week, price)));
    return rung;
  });
}

function checkQuestion({ stock, weeks, holdingCost, floor }: MarkdownQuestion): void {
  if (!(Number.isSafeInteger(stock) && stock >= 0 && Number.isSafeInteger(weeks) && weeks >= 1)) {
    throw new RangeError(`no ladder of ${stock} units over ${weeks} weeks`);
  }
  if (!(holdingCost >= 0 && floor >= 0)) throw new RangeError('a floor or a cost below nothing');
}
