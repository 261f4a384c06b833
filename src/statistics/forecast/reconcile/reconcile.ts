import { at } from '../../series.ts';

/** Forecasts of one level of a tree: of its own, by whoever's child it is at the level above. */
export type Level = {
  /** One forecast for each member, for one period. Not below 0. */
  readonly forecasts: ArrayLike<number>;
  /** The place of each member's parent in the level above; all 0 below a single top. */
  readonly parents: ArrayLike<number>;
};

/**
 * Forecasts of items, categories and shop that add up: proportional middle-out (Gross and Sohl 1990,
 * "Disaggregation methods to expedite product line forecasting", J. Forecasting 9; Athanasopoulos, Ahmed and
 * Hyndman 2009, Int. J. Forecasting 25). From the middle level up they are sums, from there down each child
 * gets its share of its parent by its own forecast. With the middle at 0 this is top-down, at the last level
 * bottom-up. Where all children forecast 0 and their parent does not, they share alike. A parent without
 * children keeps what it has. `levels`: from the top down. Exact: each sum of children is its parent to the
 * last bit, as the largest takes up what rounding left. Throws a RangeError where there is no such level or a
 * child has no parent.
 *
 * @example reconcile([{ forecasts: [30], parents: [0] }, { forecasts: [5, 10], parents: [0, 0] }], 0) //
 * [30], [10, 20]
 */
export function reconcile(levels: readonly Level[], middle: number): Float64Array[] {
  if (levels[middle] === undefined) throw new RangeError(`no level ${middle} of ${levels.length}`);
  const fitted = levels.map(({ forecasts }) => Float64Array.from(forecasts));
  for (let level = middle + 1; level < levels.length; level += 1) {
    share(arrayAt(fitted, level - 1), arrayAt(fitted, level), childrenOf(levels, level));
  }
  for (let level = middle; level > 0; level -= 1) {
    const [above, here] = [arrayAt(fitted, level - 1), arrayAt(fitted, level)];
    for (const [parent, children] of childrenOf(levels, level).entries()) {
      if (children.length > 0) above[parent] = summed(here, children);
    }
  }
  return fitted;
}

/** The places of the children of each member of the level above. */
function childrenOf(levels: readonly Level[], level: number): number[][] {
  const children = Array.from(levels[level - 1]?.forecasts ?? [], (): number[] => []);
  for (const [child, parent] of Array.from(levels[level]?.parents ?? []).entries()) {
    const siblings = children[parent];
    if (siblings === undefined) throw new RangeError(`no parent ${parent} in level ${level - 1}`);
    siblings.push(child);
  }
  return children;
}

function share(parents: Float64Array, members: Float64Array, childrenBy: readonly number[][]): void {
  for (const [parent, children] of childrenBy.entries()) {
    const total = at(parents, parent);
    const own = summed(members, children);
    for (const child of children) {
      members[child] = own > 0 ? total * (at(members, child) / own) : total / children.length;
    }
    settle(total, members, children);
  }
}

/** Gives to the largest what rounding left, until the sum is exact. */
function settle(total: number, members: Float64Array, children: readonly number[]): void {
  const [first] = children;
  if (first === undefined) return;
  const largest = children.reduce((best, one) => (at(members, one) > at(members, best) ? one : best), first);
  for (let round = 0; round < 4; round += 1) {
    const left = total - summed(members, children);
    if (left === 0) return;
    members[largest] = at(members, largest) + left;
  }
}

function summed(members: Float64Array, children: readonly number[]): number {
  return children.reduce((total, child) => total + at(members, child), 0);
}

function arrayAt(levels: readonly Float64Array[], level: number): Float64Array {
  const found = levels[level];
  if (found === undefined) throw new RangeError(`no level ${level}`);
  return found;
}
