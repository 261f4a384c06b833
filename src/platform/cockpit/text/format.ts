import { parseLocale } from '../../../kernel/index.ts';
import type { Language } from './language.ts';

/** How dates, numbers and money are written: the person's language, the shop's zone. */
export type Writing = { readonly language: Language; readonly region: string; readonly timeZone: string };

let writing: Writing = { language: 'en', region: 'en-GB', timeZone: 'UTC' };

export function writeIn(chosen: Writing): void {
  writing = chosen;
}

export function writtenIn(): Writing {
  return writing;
}

/** Money as the API gives it: a decimal text and its currency. */
export type ApiMoney = { readonly amount: string; readonly currency: string };

/** `€1,234.50`; never through a floating number, so that no cent is lost. */
export function moneyOf({ amount, currency }: ApiMoney): string {
  const format = new Intl.NumberFormat(writing.region, { style: 'currency', currency });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** `€1,235`: an estimate has no cents. */
export function wholeMoneyOf({ amount, currency }: ApiMoney): string {
  const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(writing.region, style).format(amount as Intl.StringNumericLiteral);
}

export function countOf(value: number | string): string {
  const format = new Intl.NumberFormat(writing.region);
  return format.format(value as Intl.StringNumericLiteral);
}

/** A share of 1 as percent: `12.5 %`. */
export function percentOf(share: number, digits = 1): string {
  const options = { style: 'percent', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(writing.region, options).format(share);
}

/** `27 Nov 2026`, in the shop's zone. */
export function dateOf(instant: string): string {
  return new Intl.DateTimeFormat(writing.region, { dateStyle: 'medium', timeZone: writing.timeZone }).format(
    new Date(instant),
  );
}

/** `27 Nov 2026`, of a day without a time: `2026-11-27`. */
export function dayOf(day: string): string {
  const format = new Intl.DateTimeFormat(writing.region, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** `27 Nov 2026, 14:05`, in the shop's zone. */
export function momentOf(instant: string): string {
  return new Intl.DateTimeFormat(writing.region, {
    ...({ dateStyle: 'medium', timeStyle: 'short' } as const),
    timeZone: writing.timeZone,
  }).format(new Date(instant));
}

const STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `3 hours ago`; `now` is an argument so that a test can say when. */
export function sinceOf(instant: string, now: number = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(writing.region, { numeric: 'auto', style: 'short' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'minute');
}

/** `German` for `de`, in the person's language; what is no language tag stays as it is. */
export function languageName(tag: string): string {
  if (parseLocale(tag) === undefined) return tag;
  return new Intl.DisplayNames(writing.region, { type: 'language' }).of(tag) ?? tag;
}

/** `Austria` for `AT`, in the person's language; a code that is none stays as it is. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(writing.region, { type: 'region' }).of(code) ?? code;
}
