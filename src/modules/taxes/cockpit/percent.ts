import { writtenIn } from '../../../platform/cockpit/text/index.ts';

/** `19`, `5,5` or `8.875 %` in millionths, exactly; `undefined` for what is no share from 0 to 100 %. */
export function millionthsOf(typed: string): number | undefined {
  const [, whole = '', fraction = ''] = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(typed.trim()) ?? [];
  if (whole === '') return undefined;
  const millionths = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'));
  return millionths <= 1_000_000 ? millionths : undefined;
}

/** `5.5` of 55,000 millionths, for a field. */
export function percentText(millionths: number): string {
  return String(millionths / 10_000);
}

/** `5.5 %` in the person's way. */
export function percentShown(millionths: number): string {
  const options = { style: 'percent', maximumFractionDigits: 4 } as const;
  return new Intl.NumberFormat(writtenIn().region, options).format(millionths / 1_000_000);
}
