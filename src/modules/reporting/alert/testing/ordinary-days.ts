import type { Judged, Point } from '../rule.ts';

export const daysFrom = (first: string, values: readonly number[]): Point[] =>
  values.map((value, day) => ({ time: Temporal.PlainDate.from(first).add({ days: day }).toString(), value }));
export const outOf = (judged: readonly (Judged | undefined)[]) =>
  judged.flatMap((one) => (one?.isOut ? [one.time] : []));

/** Days of a shop without anything out of the ordinary: weekdays, growth, a year's season, and noise of this kind. */
export function ordinaryDays(
  next: () => number,
  days: number,
  noise: (mean: number, next: () => number) => number,
): Point[] {
  const week = [1, 0.9, 0.95, 1, 1.25, 1.5, 1.2];
  const values = Array.from({ length: days }, (_, day) => {
    const season = 1 + 0.15 * Math.sin((2 * Math.PI * day) / 365.25);
    return noise(40 * 1.0006 ** day * season * (week[day % 7] ?? 1), next);
  });
  return daysFrom('2025-01-01', values);
}

export function poisson(mean: number, next: () => number): number {
  let [count, product] = [0, next()];
  const least = Math.exp(-mean);
  while (product > least) {
    count += 1;
    product *= next();
  }
  return count;
}
