import { countOf, percentOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import type { Preview } from './draft.ts';

/** A number of an alert: bounds are in the currency's unit, as the rule has them. */
export function numberText(
  value: number | undefined,
  { kind, currency }: Pick<Preview, 'kind'> & { readonly currency?: string | undefined },
): string {
  if (value === undefined) return '–';
  if (kind === 'share') return percentOf(value);
  if (kind === 'count') return countOf(Math.round(value * 100) / 100);
  const money = kind === 'money' && currency !== undefined ? ({ style: 'currency', currency } as const) : {};
  return new Intl.NumberFormat(writtenIn().region, { maximumFractionDigits: 2, ...money }).format(value);
}

/** `24 Nov 2026`; of an hour with it. */
export function whenText(time: string): string {
  const hasHour = time.includes('T');
  const at = new Date(hasHour ? `${time}:00Z` : `${time}T00:00:00Z`);
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(
    writtenIn().region,
    hasHour ? { ...options, timeStyle: 'short' } : options,
  ).format(at);
}
