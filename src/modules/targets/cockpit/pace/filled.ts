import type { Told } from '../../../../platform/cockpit/api/index.ts';

type Day = Told<'readTargetCourse'>['days'][number];
type Band = { readonly low: number; readonly estimate: number; readonly high: number };

/**
 * The forecast of each day: between two that are told in a straight line, before the first and after the last none. A
 * chart that stacks takes a day without a number for zero.
 */
export function filled(days: readonly Pick<Day, 'forecast'>[]): readonly (Band | undefined)[] {
  const known = days.flatMap(({ forecast }, day) => {
    if (forecast === undefined) return [];
    const { low, estimate, high } = forecast;
    return { day, band: { low: Number(low), estimate: Number(estimate), high: Number(high) } };
  });
  return days.map((_, day) => {
    const before = known.findLast((one) => one.day <= day);
    const after = known.find((one) => one.day >= day);
    if (before === undefined || after === undefined) return undefined;
    const part = after.day === before.day ? 0 : (day - before.day) / (after.day - before.day);
    const between = (of: keyof Band) => before.band[of] + part * (after.band[of] - before.band[of]);
    return { low: between('low'), estimate: between('estimate'), high: between('high') };
  });
}
