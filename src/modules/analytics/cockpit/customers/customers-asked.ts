import { textIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { addDays } from '../span/days.ts';
import { type Asked, useAsked } from '../span/use-asked.ts';

export const TIMES = ['year', 'two_years', 'all'] as const;
export type Time = (typeof TIMES)[number];

const DAYS: Readonly<Record<Time, number>> = { year: 365, two_years: 730, all: 3_650 };

/** Customers are known by years and not by weeks: the address says of how many. */
export function useCustomersAsked(): { readonly asked: Asked; readonly time: Time } {
  const [query] = useAddress();
  const [asked] = useAsked();
  const time = TIMES.find((one) => one === textIn(query, 'since')) ?? 'two_years';
  const to = asked.hour.slice(0, 10);
  const days = { from: addDays(to, 1 - DAYS[time]), to };
  const { market } = asked;
  const sent = { ...days, grain: 'day' as const, ...(market === '' ? {} : { market }) };
  return {
    asked: { ...asked, days, span: 'custom', comparison: 'none', problem: undefined, query: sent },
    time,
  };
}
