import type { Figures } from './scenario.ts';

/** One figure over all runs. The spread is half of largest minus smallest, relative to the median. */
export type Summary = { readonly median: number; readonly spread: number; readonly runs: readonly number[] };

/** The median of each figure and how far the runs lie apart. */
export function summarise(runs: readonly Figures[]): Record<string, Summary> {
  const names = new Set(runs.flatMap((figures) => Object.keys(figures)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = runs.flatMap((figures) => figures[name] ?? []);
      const sorted = values.toSorted((a, b) => a - b);
      const median = middle(sorted);
      const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
      return [name, { median, spread: median === 0 ? 0 : range / 2 / Math.abs(median), runs: values }];
    }),
  );
}

/** The value below which this share of `sorted` lies (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper;
}
