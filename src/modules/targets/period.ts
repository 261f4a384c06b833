/** Calendar periods of the shop's zone. */
export const GRAINS = ['month', 'quarter', 'year'] as const;
export type TargetGrain = (typeof GRAINS)[number];

export type TargetPeriod = { readonly grain: TargetGrain; readonly startsOn: Temporal.PlainDate };

const MONTHS: Readonly<Record<TargetGrain, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * A period by its name; `undefined` for what is none.
 *
 * @example periodOf('2026-Q3') // from 2026-07-01; also '2026-07' and '2026'
 */
export function periodOf(name: string): TargetPeriod | undefined {
  const [, year = '', quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name) ?? [];
  if (year === '') return undefined;
  const at = (first: number) => Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 });
  if (quarter !== undefined) return { grain: 'quarter', startsOn: at(Number(quarter) * 3 - 2) };
  if (month !== undefined) return { grain: 'month', startsOn: at(Number(month)) };
  return { grain: 'year', startsOn: at(1) };
}

export function periodName({ grain, startsOn }: TargetPeriod): string {
  const year = startsOn.toString().slice(0, 4);
  if (grain === 'year') return year;
  return grain === 'month' ? startsOn.toString().slice(0, 7) : `${year}-Q${Math.ceil(startsOn.month / 3)}`;
}

/** The last day of it. */
export function endOf({ grain, startsOn }: TargetPeriod): Temporal.PlainDate {
  return startsOn.add({ months: MONTHS[grain] }).subtract({ days: 1 });
}
