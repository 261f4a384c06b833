import { wilsonInterval } from '../../../statistics/index.ts';
import { ratio, summed } from '../reports/measures/ratio.ts';
import type { Measure, Sums } from '../reports/report.ts';

const CONFIDENCE = 0.95;

/** A rate of so many cases with the interval that it lies in: three measures, `ID`, `ID_low` and `ID_high`. */
export function rate(
  id: string,
  { about, timeRule }: { readonly about: string; readonly timeRule: string },
  part: (sums: Sums) => bigint,
  whole: (sums: Sums) => bigint,
): readonly Measure[] {
  const bound = (name: 'low' | 'high'): Measure => ({
    ...{ id: `${id}_${name}`, kind: 'share', timeRule },
    about: `The ${name === 'low' ? 'lower' : 'upper'} end of its interval: where it lies in 95 of 100 such cases (Wilson).`,
    of: (sums) => {
      const [some, all] = [Number(part(sums)), Number(whole(sums))];
      return all <= 0 ? null : wilsonInterval(Math.min(some, all), all, CONFIDENCE)[name];
    },
  });
  return [ratio('share', { id, about, timeRule }, part, whole), bound('low'), bound('high')];
}

export function sumOf(...names: readonly string[]): (sums: Sums) => bigint {
  return (sums) => names.reduce((sum, name) => sum + (sums[name] ?? 0n), 0n);
}

export function counted(id: string, about: string, timeRule: string): Measure {
  return summed('count', { id, about, timeRule });
}

export function amount(id: string, about: string, timeRule: string): Measure {
  return summed('money', { id, about, timeRule });
}
