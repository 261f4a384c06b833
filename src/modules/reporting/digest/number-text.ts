import { type CurrencyCode, type Locale, minorDigits, money, moneyText } from '../../../kernel/index.ts';
import type { Measure, Value } from '../../analytics/index.ts';

export type Kind = Measure['kind'];

/** A number of a report as people read it; `–` where there was nothing to divide by. Money is exact. */
export function valueText(
  value: Value | undefined,
  kind: Kind,
  { currency, locale }: { readonly currency: CurrencyCode | undefined; readonly locale: Locale },
): string {
  if (value === undefined || value === null) return '–';
  if (kind === 'money') {
    if (currency === undefined) throw new RangeError('money of no currency');
    return moneyText(money(typeof value === 'bigint' ? value : BigInt(Math.round(value)), currency), locale);
  }
  if (kind === 'share') return shareText(Number(value), locale);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** `12.3%` */
export function shareText(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** `+12.3%`, `−4%` */
export function changeText(share: number, locale: Locale): string {
  const digits = Math.abs(share) >= 10 ? 0 : 1;
  const options = { style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(locale, options).format(share);
}

/** `€1.2K`, for an axis. */
export function axisText(
  size: number,
  kind: Kind,
  about: { readonly currency?: string; readonly locale: Locale },
) {
  const { currency, locale } = about;
  const style =
    kind === 'money' && currency !== undefined
      ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0 } as const)
      : kind === 'share'
        ? ({ style: 'percent' } as const)
        : {};
  const short = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, { ...style, ...short }).format(size);
}

/** For heights and comparisons, in the currency's unit: never shown as an amount. */
export function sizeOf(value: Value | undefined, kind: Kind, currency: CurrencyCode | undefined): number {
  if (value === undefined || value === null) return 0;
  return kind === 'money' && currency !== undefined
    ? Number(value) / 10 ** minorDigits(currency)
    : Number(value);
}

/** `24 Nov 2026`; of an hour `24 Nov 2026, 15:00`. */
export function timeText(time: string, locale: Locale): string {
  const hasHour = time.includes('T');
  const at = new Date(hasHour ? `${time}:00Z` : `${time}T00:00:00Z`);
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, hasHour ? { ...options, timeStyle: 'short' } : options).format(at);
}

/** For an axis: `24 Nov`, `15:00`. */
export function shortTimeText(time: string, locale: Locale): string {
  if (time.includes('T')) return time.slice(11);
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${time}T00:00:00Z`));
}

/** `13 – 26 Nov 2026` */
export function spanText(from: Temporal.PlainDate, to: Temporal.PlainDate, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00Z`));
  return format.formatRange(first ?? 0, last ?? 0);
}
