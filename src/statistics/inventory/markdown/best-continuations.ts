import { at } from '../../series.ts';
import type { MarkdownQuestion } from './markdown-question.ts';

/** From a week on, by the first price that may be asked for and by the units that are left. */
export type Continuation = {
  readonly values: readonly Float64Array[];
  /** Index of the price to ask for. */
  readonly choices: readonly Int16Array[];
};

/**
 * The value of every state, from the last week back: V(w, k, n) = max over prices j ≥ k of
 * E[pⱼ min(D, n) − h(n − D)⁺ + V(w + 1, j, (n − D)⁺)]. Of equals the higher price.
 */
export function bestContinuations(question: MarkdownQuestion): Continuation[] {
  const { stock, weeks, prices, salvage } = question;
  const worthless = Float64Array.from({ length: stock + 1 }, (_, left) => left * salvage);
  let after: readonly Float64Array[] = prices.map(() => worthless);
  const continuations: Continuation[] = [];
  for (let week = weeks - 1; week >= 0; week -= 1) {
    const asked = after.map((values, price) => valuesAt(question, { week, price, after: values }));
    const continuation = bestFrom(asked, stock);
    continuations.unshift(continuation);
    after = continuation.values;
  }
  return continuations;
}

/** Of each stock the value of asking for one price this week. */
function valuesAt(
  { stock, prices, demandAt, holdingCost }: MarkdownQuestion,
  { week, price, after }: { readonly week: number; readonly price: number; readonly after: Float64Array },
): Float64Array {
  const asked = at(prices, price);
  const chances = poissonChances(demandAt(week, asked), stock);
  const values = new Float64Array(stock + 1);
  for (let left = 1; left <= stock; left += 1) {
    let [value, less] = [0, 0];
    for (let sold = 0; sold < left; sold += 1) {
      const chance = at(chances, sold);
      less += chance;
      value += chance * (asked * sold - holdingCost * (left - sold) + at(after, left - sold));
    }
    values[left] = value + Math.max(0, 1 - less) * asked * left;
  }
  return values;
}

function bestFrom(asked: readonly Float64Array[], stock: number): Continuation {
  const values = asked.map(() => new Float64Array(stock + 1));
  const choices = asked.map(() => new Int16Array(stock + 1));
  for (let left = 0; left <= stock; left += 1) {
    let [best, choice] = [Number.NEGATIVE_INFINITY, 0];
    for (let price = asked.length - 1; price >= 0; price -= 1) {
      const value = at(asked[price] ?? [], left);
      if (value >= best) [best, choice] = [value, price];
      const [row, chosen] = [values[price], choices[price]];
      if (row && chosen) [row[left], chosen[left]] = [best, choice];
    }
  }
  return { values, choices };
}

/** P(D = n) of Poisson demand for n up to `most`, by logarithms so that none is lost of a large mean. */
function poissonChances(mean: number, most: number): Float64Array {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError(`a demand of ${mean} in a week`);
  const chances = new Float64Array(most + 1);
  if (mean === 0) return chances.fill(1, 0, 1);
  let logChance = -mean;
  for (let units = 0; units <= most; units += 1) {
    if (units > 0) logChance += Math.log(mean / units);
    chances[units] = Math.exp(logChance);
  }
  return chances;
}
