import { writtenIn } from '../../../platform/cockpit/text/index.ts';

export const GRAINS = ['month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** The names of the periods of a year: `2026-01`, `2026-Q1`, `2026`. */
export function periodsOf(year: string, grain: Grain): readonly string[] {
  if (grain === 'year') return [year];
  const count = grain === 'month' ? 12 : 4;
  return Array.from({ length: count }, (_, index) =>
    grain === 'month' ? `${year}-${String(index + 1).padStart(2, '0')}` : `${year}-Q${index + 1}`,
  );
}

export function grainOf(period: string): Grain {
  if (period.includes('Q')) return 'quarter';
  return period.length === 4 ? 'year' : 'month';
}

/** Whether a day (`2026-11-27`) is in a period. */
export function isNow(period: string, day: string): boolean {
  const quarter = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return grainOf(period) === 'quarter' ? period === quarter : day.startsWith(period);
}

/** `Nov`, `Q4`, `2026`: the head of a column. */
export function shortPeriod(period: string): string {
  return grainOf(period) === 'month' ? monthText(period, { month: 'short' }) : period.replace(/^\d{4}-/, '');
}

/** `November 2026`, `Q4 2026`, `2026` */
export function periodText(period: string): string {
  const grain = grainOf(period);
  if (grain === 'month') return monthText(period, { month: 'long', year: 'numeric' });
  return grain === 'quarter' ? `${period.slice(5)} ${period.slice(0, 4)}` : period;
}

/** `27 Nov`, of a day. */
export function dayText(day: string): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(writtenIn().region, options).format(new Date(`${day}T00:00:00Z`));
}

function monthText(period: string, options: Intl.DateTimeFormatOptions): string {
  const first = new Date(`${period}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(writtenIn().region, { ...options, timeZone: 'UTC' }).format(first);
}
