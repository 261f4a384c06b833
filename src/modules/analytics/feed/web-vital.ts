/**
 * Until what a value is good, and from what on it is poor: web.dev/articles/vitals, web.dev/articles/fcp and
 * web.dev/articles/ttfb, as the Chrome UX Report counts them. Milliseconds; layout shift has no unit.
 */
export const THRESHOLDS = {
  LCP: { good: 2_500, poor: 4_000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1_800, poor: 3_000 },
  TTFB: { good: 800, poor: 1_800 },
} as const satisfies Readonly<Record<string, { readonly good: number; readonly poor: number }>>;

/** SQL: `good`, `needs` or `poor`; both thresholds belong to what is better. */
export function ratingOf(metric: string, value: string): string {
  const cases = Object.entries(THRESHOLDS).map(
    ([name, { good, poor }]) =>
      `when '${name}' then if(${value} <= ${good}, 'good', if(${value} <= ${poor}, 'needs', 'poor'))`,
  );
  return `case ${metric} ${cases.join(' ')} end`;
}

/** SQL: a value to two digits, 2,470 as 2,500 and 0.0834 as 0.083: a twentieth off at most. */
export function toTwoDigits(value: string): string {
  return `cast(format('{:.1e}', cast(${value} as double)) as double)`;
}
