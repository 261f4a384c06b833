import type { Told } from '../../../platform/cockpit/api/index.ts';
import { countOf, percentOf, writtenIn } from '../../../platform/cockpit/text/index.ts';
import { forecastWords } from './words.ts';

export type Reason = Told<'readForecast'>['reasons'][number];

/** `+18% for December` */
export function reasonText(reason: Reason): string {
  const t = forecastWords().reasons;
  const effect = changeText(reason.effect);
  switch (reason.kind) {
    case 'month':
      return t.month(effect, monthName(reason.month ?? 1));
    case 'weekday':
      return t.weekday(effect, weekdayName(reason.weekday ?? 1, 'long'));
    case 'holiday':
      return t.holiday(effect, dayText(reason.from ?? ''));
    case 'promotion':
      return t.promotion(effect, reason.text ?? '');
    case 'price':
      return t.price(effect, changeText(reason.change ?? 0));
    case 'trend':
      return t.trend(effect);
    case 'analogy':
      return t.analogy(countOf(reason.like ?? 0));
    case 'out_of_stock':
      return t.out_of_stock(countOf(reason.days ?? 0));
    case 'category':
      return t.category(effect);
    case 'adjustment':
      return t.adjustment(effect, reason.text ?? '');
  }
}

/** A share more or less, with its sign: `+18%`, `−4%`. */
export function changeText(share: number): string {
  const text = percentOf(Math.abs(share), 0);
  return share < 0 ? `−${text}` : `+${text}`;
}

function monthName(month: number): string {
  const format = new Intl.DateTimeFormat(writtenIn().region, { month: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2024, month - 1, 15));
}

/** @param weekday Monday is 1 */
export function weekdayName(weekday: number, style: 'long' | 'short'): string {
  // The first of January 2024 was a Monday.
  const format = new Intl.DateTimeFormat(writtenIn().region, { weekday: style, timeZone: 'UTC' });
  return format.format(Date.UTC(2024, 0, weekday));
}

/** `30 Nov` of `2026-11-30`. */
export function dayText(day: string): string {
  const format = new Intl.DateTimeFormat(writtenIn().region, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Pieces as one says them: whole from ten on. */
export function piecesText(pieces: number): string {
  const digits = Math.abs(pieces) < 10 ? 1 : 0;
  return new Intl.NumberFormat(writtenIn().region, { maximumFractionDigits: digits }).format(pieces);
}
