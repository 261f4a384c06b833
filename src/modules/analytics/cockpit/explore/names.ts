import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { type NameOf, useNames } from '../report/row-name.ts';
import type { Grain } from '../span/days.ts';
import { analyticsWords, wordOf } from '../words.ts';

/** How values of dimensions are called, also of those that only explorations have. */
export function useExploreNames(grain: Grain): NameOf {
  const t = analyticsWords();
  const named = useNames(grain);
  return (row, dimension) => {
    const value = row.of[dimension] ?? '';
    if (value === '') return dimension === 'origin' ? t.explore.ownShop : named(row, dimension);
    if (dimension === 'weekday') return weekdayText(value);
    if (dimension === 'hour') return `${value}:00`;
    if (dimension === 'discount') return value === '0' ? t.noDiscount : t.percentOff(value.replace('-', '–'));
    return dimension === 'visitor' ? wordOf(t.values, value) : named(row, dimension);
  };
}

/** @example weekdayText('1') // Monday */
export function weekdayText(value: string): string {
  // The first of January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, Number(value)));
  return new Intl.DateTimeFormat(writtenIn().region, { weekday: 'long', timeZone: 'UTC' }).format(day);
}
