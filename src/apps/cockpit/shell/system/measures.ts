import { countOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';

const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `81.4 GB`, by thousands as disks are sold. */
export function bytesOf(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), BYTES.length - 1);
  const options = {
    style: 'unit',
    unit: BYTES[step] ?? 'byte',
    maximumFractionDigits: step > 2 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(writtenIn().region, options).format(bytes / 1000 ** step);
}

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
