import { useParams } from '@tanstack/react-router';
import { textIn, useAddress, useSession } from '../../../../platform/cockpit/state/index.ts';
import {
  type Days,
  daysOf,
  type Grain,
  grainOf,
  grainsOf,
  hourIn,
  isDay,
  lengthOf,
  MOST_DAYS,
  SPANS,
  type SpanName,
} from './days.ts';

export const COMPARISONS = ['previous', 'last_year', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What the address asks of reports, ready to be sent. */
export type Asked = {
  readonly span: SpanName;
  readonly days: Days;
  readonly comparison: Comparison;
  readonly grain: Grain;
  readonly market: string;
  /** Chosen; empty: the shop's own, or whatever there is. */
  readonly currency: string;
  /** The hour that it is now in the shop. */
  readonly hour: string;
  /** Why these days cannot be asked for. */
  readonly problem: 'backwards' | 'too_long' | undefined;
  readonly query: Days & {
    readonly grain: Grain;
    readonly compare?: 'previous' | 'last_year';
    readonly market?: string;
  };
};

/** Reports of what takes longer than a month to be seen: who comes again, and what is wanted how steadily. */
const OF_A_YEAR: readonly string[] = [
  ...['cohorts', 'second_orders', 'customer_segments', 'customer_cells', 'abc_xyz', 'abc_xyz_matrix', 'tax'],
  ...['bought_together', 'bought_together_by_category'],
];

/** The span, the comparison, the market and the currency in the address. */
export function useAsked(): [Asked, ReturnType<typeof useAddress>[1]] {
  const [query, change] = useAddress();
  const { shop } = useSession();
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  const usual = id !== undefined && OF_A_YEAR.includes(id) ? '365d' : '28d';
  return [askedIn(query, hourIn(shop.timeZone, new Date()), usual), change];
}

/**
 * @param hour of the shop's zone, `2026-11-27T15:00`
 * @param usual the span where the address says none
 */
export function askedIn(
  query: Readonly<Record<string, unknown>>,
  hour: string,
  usual: SpanName = '28d',
): Asked {
  const text = (name: string) => textIn(query, name);
  const span = SPANS.find((one) => one === text('span')) ?? usual;
  const today = hour.slice(0, 10);
  const [from, to] = [text('from'), text('to')].map((day) => (isDay(day) ? day : today));
  const days = span === 'custom' ? { from: from ?? today, to: to ?? today } : daysOf(span, today);
  const comparison = COMPARISONS.find((one) => one === text('compare')) ?? 'previous';
  const grain = grainsOf(days).find((one) => one === text('grain')) ?? grainOf(days);
  const market = text('market');
  return {
    ...{ span, days, comparison, grain, market, currency: text('currency'), hour },
    problem: lengthOf(days) < 1 ? 'backwards' : lengthOf(days) > MOST_DAYS ? 'too_long' : undefined,
    query: {
      ...{ ...days, grain },
      ...(comparison === 'none' ? {} : { compare: comparison }),
      ...(market === '' ? {} : { market }),
    },
  };
}

/** The same days, comparison, market and currency on another screen. */
export function addressWith(path: string, { span, days, comparison, market, currency }: Asked): string {
  const parts = new URLSearchParams({ span, compare: comparison });
  if (span === 'custom') {
    parts.set('from', days.from);
    parts.set('to', days.to);
  }
  if (market !== '') parts.set('market', market);
  if (currency !== '') parts.set('currency', currency);
  return `${path}?${parts}`;
}
