import { at, sum } from '../../series.ts';

/** One way to choose of an item: what it is worth, and what it uses of each limit (money, space). */
export type LimitedOption = { readonly value: number; readonly uses: readonly number[] };

export type LimitedChoice = {
  /** Of each item the index of the option chosen, −1 for none. */
  readonly chosen: readonly number[];
  readonly value: number;
  /** No choice within the limits is worth more than this: value / bound is how good this one is at least. */
  readonly bound: number;
};

/**
 * Of each item one option or none, within limits (a budget, room in storage): a greedy heuristic with a
 * proven bound, not the optimum. Limits are weighed into one; each item's options that are worth the most for
 * it (the upper hull) are taken by value for use, the best first, while they are within all limits. The bound
 * is that of fractions of options: Sinha and Zoltners (1979), "The multiple-choice knapsack problem",
 * Operations Research 27; that of several limits, by surrogates of any weights, Glover (1968), "Surrogate
 * constraints", Operations Research 16. With one limit it falls short of the bound by less than the one
 * option that did not fit would add. Throws a RangeError for uses or limits that are negative, or not as
 * many.
 */
export function chooseWithinLimits(
  items: readonly (readonly LimitedOption[])[],
  limits: readonly number[],
): LimitedChoice {
  checkLimits(items, limits);
  // What uses of a limit that is 0 is out; of what is left its use is 0.
  const open = items.map((options) =>
    options.map((option) => (option.uses.some((use, limit) => use > at(limits, limit)) ? undefined : option)),
  );
  let best: LimitedChoice = { chosen: items.map(() => -1), value: 0, bound: Number.POSITIVE_INFINITY };
  for (const weights of weightings(limits.length)) {
    const steps = open.flatMap((options, item) => hull(options, item, weightOf(weights, limits)));
    steps.sort((one, other) => other.slope - one.slope || one.item - other.item || one.weight - other.weight);
    const bound = Math.min(best.bound, fractionalValue(steps));
    const found = taken(steps, open, limits);
    best = found.value > best.value ? { ...found, bound } : { ...best, bound };
  }
  return best;
}

/** From one point of an item's hull to the next. */
type Step = {
  readonly item: number;
  readonly from: number;
  readonly option: number;
  readonly weight: number;
  readonly value: number;
  readonly slope: number;
};

type Options = readonly (LimitedOption | undefined)[];

/** Ways to weigh limits into one: each alone, and between any two in tenths. */
function weightings(count: number): number[][] {
  const alone = Array.from({ length: count }, (_, limit) =>
    Array.from({ length: count }, (_, at) => +(at === limit)),
  );
  const between = alone.flatMap((one, first) =>
    alone
      .slice(first + 1)
      .flatMap((other) =>
        [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((part) =>
          one.map((weight, limit) => part * weight + (1 - part) * at(other, limit)),
        ),
      ),
  );
  return [...alone, ...between];
}

/** Of all limits together an option's use is at most one, if it is within each. */
function weightOf(weights: readonly number[], limits: readonly number[]): (option: LimitedOption) => number {
  return ({ uses }) =>
    sum(uses.map((use, limit) => (use > 0 ? (at(weights, limit) * use) / at(limits, limit) : 0)));
}

type Point = { readonly option: number; readonly weight: number; readonly value: number };

/** The upper hull of an item's options over what they use, from none on, as far as it rises. */
function hull(options: Options, item: number, weigh: (option: LimitedOption) => number): Step[] {
  const points = options
    .flatMap((option, index): Point[] =>
      option ? [{ option: index, weight: weigh(option), value: option.value }] : [],
    )
    .sort((one, other) => one.weight - other.weight || other.value - one.value);
  const corners: Point[] = [{ option: -1, weight: 0, value: 0 }];
  for (const point of points) {
    if (point.value <= cornerAt(corners, -1).value) continue;
    while (corners.length > 1 && !isBend(cornerAt(corners, -2), cornerAt(corners, -1), point)) corners.pop();
    corners.push(point);
  }
  return corners.slice(1).map(({ option, weight, value }, index) => {
    const before = cornerAt(corners, index);
    const step = { weight: weight - before.weight, value: value - before.value };
    return { item, from: before.option, option, ...step, slope: step.value / step.weight };
  });
}

/** Whether the way over a corner bends down: its second part is worth less for what it uses. */
function isBend(from: Point, corner: Point, to: Point): boolean {
  const [first, second] = [corner.weight - from.weight, to.weight - corner.weight];
  return (corner.value - from.value) * second > (to.value - corner.value) * first;
}

function cornerAt(corners: readonly Point[], index: number): Point {
  const corner = corners.at(index);
  if (corner === undefined) throw new RangeError('a hull begins with nothing');
  return corner;
}

/** What all would be worth if the step that does not fit could be taken in part. */
function fractionalValue(steps: readonly Step[]): number {
  let [room, value] = [1, 0];
  for (const step of steps) {
    if (step.weight > room) return value + (step.value * room) / step.weight;
    room -= step.weight;
    value += step.value;
  }
  return value;
}

function taken(
  steps: readonly Step[],
  items: readonly Options[],
  limits: readonly number[],
): { readonly chosen: number[]; readonly value: number } {
  const chosen = items.map(() => -1);
  const used = limits.map(() => 0);
  const usesOf = (item: number, option: number) => items[item]?.[option]?.uses;
  for (const { item, from, option } of steps) {
    // An item whose step before did not fit stays where it is.
    if (chosen[item] !== from) continue;
    const [before, after] = [usesOf(item, from), usesOf(item, option)];
    const next = used.map((use, limit) => use - (before?.[limit] ?? 0) + (after?.[limit] ?? 0));
    if (next.some((use, limit) => use > at(limits, limit) * (1 + 1e-12))) continue;
    chosen[item] = option;
    for (const [limit, use] of next.entries()) used[limit] = use;
  }
  return { chosen, value: sum(chosen.map((option, item) => items[item]?.[option]?.value ?? 0)) };
}

function checkLimits(items: readonly (readonly LimitedOption[])[], limits: readonly number[]): void {
  const isSound =
    limits.length > 0 &&
    limits.every((limit) => limit >= 0) &&
    items.every((options) =>
      options.every(({ uses }) => uses.length === limits.length && uses.every((use) => use >= 0)),
    );
  if (!isSound) throw new RangeError('each option uses so much, not less than nothing, of each limit');
}
