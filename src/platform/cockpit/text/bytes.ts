import { writtenIn } from './format.ts';

const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `81.4 GB`, `4.5 MB`, by thousands as disks are sold. */
export function bytesOf(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), BYTES.length - 1);
  const options = {
    style: 'unit',
    unit: BYTES[step] ?? 'byte',
    maximumFractionDigits: step > 2 || (step === 2 && bytes < 10_000_000) ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(writtenIn().region, options).format(bytes / 1000 ** step);
}
