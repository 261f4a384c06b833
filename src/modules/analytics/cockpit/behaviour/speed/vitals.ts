import { writtenIn } from '../../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../../report.ts';

export const METRICS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const;
export type Metric = (typeof METRICS)[number];
export type Rating = 'good' | 'needs_work' | 'poor';

/** Until what it is good, and above what it is poor (web.dev/articles/vitals). */
const THRESHOLDS: Readonly<Record<Metric, readonly [good: number, poor: number]>> = {
  ...{ LCP: [2_500, 4_000], INP: [200, 500], CLS: [0.1, 0.25], FCP: [1_800, 3_000], TTFB: [800, 1_800] },
};

export function ratingOf(metric: Metric, value: number): Rating {
  const [good, poor] = THRESHOLDS[metric];
  return value <= good ? 'good' : value <= poor ? 'needs_work' : 'poor';
}

/** `2.4 s`, `180 ms`, `0.08`. */
export function vitalText(metric: Metric, value: number): string {
  const number = (digits: number, unit?: 'second' | 'millisecond') =>
    new Intl.NumberFormat(writtenIn().region, {
      maximumFractionDigits: digits,
      ...(unit === undefined ? {} : { style: 'unit', unit, unitDisplay: 'narrow' }),
    });
  if (metric === 'CLS') return number(3).format(value);
  return value >= 1_000 ? number(1, 'second').format(value / 1_000) : number(0, 'millisecond').format(value);
}

/** The row of a metric, of these pages on these devices. */
export function vitalIn(
  rows: readonly Row[],
  of: { metric: Metric; kind: string; device: string },
): Row | undefined {
  return rows.find((row) => {
    const { metric, page_kind: kind, device } = row.of;
    return metric === of.metric && kind === of.kind && device === of.device;
  });
}

/** What is measured of a kind or on a device at all, the most measured first. */
export function namesIn(rows: readonly Row[], dimension: 'page_kind' | 'device'): readonly string[] {
  const other = dimension === 'device' ? 'page_kind' : 'device';
  const sums = new Map<string, number>();
  for (const { of, values } of rows) {
    const name = of[dimension] ?? '';
    if (name === 'all' || name === '' || of[other] !== 'all') continue;
    sums.set(name, (sums.get(name) ?? 0) + sizeOf(values['measured']));
  }
  return [...sums].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
}
