import type { Explanation } from './explanation.ts';

/** A bar of a waterfall: it stands on `base`, reaches `above` it (both above zero) or `below` (both below), or both through zero. */
export type Step = {
  readonly name: string;
  readonly amount: string;
  readonly isMore: boolean;
  readonly base: number;
  readonly above: number;
  readonly below: number;
};

/** Of what is large and changed little, the part in which nothing happens is not drawn. */
const CUT = 0.35;

/** The bars from what it was to what it is; `from` and `to` are the ends of the axis. */
export function stepsOf({ before, after, factors }: Explanation): {
  readonly steps: readonly Step[];
  readonly from: number;
  readonly to: number;
} {
  let level = Number(before);
  const levels = [level];
  // A factor that did not change has no bar.
  const changed = factors.filter(({ change }) => Number(change) !== 0);
  const steps = changed.map(({ factor, change }) => {
    const start = level;
    level += Number(change);
    levels.push(level);
    return stepOf(factor, change, start, level);
  });
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const range = high - low;
  const isCut = low > 0 && range < CUT * high;
  const from = isCut ? low - Math.max(range, 0.02 * high) * 0.6 : Math.min(low, 0);
  return {
    steps: [stepOf('before', before, 0, Number(before)), ...steps, stepOf('after', after, 0, Number(after))],
    ...{ from, to: Math.max(high, 0) },
  };
}

function stepOf(name: string, amount: string, start: number, end: number): Step {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const told = { name, amount, isMore: end >= start };
  if (low >= 0) return { ...told, base: low, above: high - low, below: 0 };
  if (high <= 0) return { ...told, base: high, above: 0, below: low - high };
  return { ...told, base: 0, above: high, below: low };
}
