import { countOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';

/** `4 min`: the largest unit, as it is said of something that waits. */
export function durationOf(seconds: number): string {
  const [unit, length] =
    seconds >= 3600
      ? (['hour', 3600] as const)
      : seconds >= 60
        ? (['minute', 60] as const)
        : (['second', 1] as const);
  const options = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(writtenIn().region, options).format(Math.floor(seconds / length));
}

/** Counting stops somewhere: `100,000+`. */
export function cappedOf(count: number, most: number): string {
  return count >= most ? `${countOf(most)}+` : countOf(count);
}
