import { cubeOf } from '../explore/cubes.ts';
import { DIMENSIONS } from '../explore/dimensions.ts';
import { findMeasure, MEASURES, sumsOf } from '../explore/measures.ts';

export const SPAN_NAMES = [
  ...(['today', 'yesterday', 'last_7_days', 'last_28_days', 'last_90_days', 'last_365_days'] as const),
  ...(['this_week', 'last_week', 'this_month', 'last_month', 'this_quarter', 'last_quarter'] as const),
  ...(['this_year', 'last_year'] as const),
] as const;
export const GRAINS = ['hour', 'day', 'week', 'month'] as const;
export const COMPARISONS = ['previous', 'last_year'] as const;
export const CHARTS = ['line', 'bar', 'table'] as const;

/** Where numbers come from, in a reader's words: what FROM says. */
export const SOURCES = ['sales', 'sessions', 'marketing', 'payments'] as const;
export type SourceName = (typeof SOURCES)[number];

const SOURCE_OF: Readonly<Record<string, SourceName>> = {
  visited: 'sessions',
  bought: 'sessions',
  looked: 'sessions',
  spent: 'marketing',
  tried: 'payments',
};

/** Where the first of its sums comes from: what a measure is mostly of. */
export function sourceOf(id: string): SourceName {
  const measure = findMeasure(id);
  // Whether ad spend is known at all is asked first, whatever follows.
  const first = measure && sumsOf(measure).find((sum) => sum !== 'spend_known');
  return (first && SOURCE_OF[cubeOf(first).id]) || 'sales';
}

export const MEASURE_IDS: readonly string[] = MEASURES.map(({ id }) => id);
export const DIMENSION_IDS: readonly string[] = DIMENSIONS.map(({ id }) => id);

/** What others call things: nobody is told off for it, only told what it is called here. */
const CALLED_HERE: Readonly<Record<string, string>> = {
  ...{ revenue: 'net_sales', sales: 'net_sales', turnover: 'net_sales', aov: 'average_order_value' },
  ...{
    conversion: 'conversion_rate',
    visits: 'sessions',
    users: 'sessions',
    profit: 'contribution_margin_1',
  },
  ...{ margin: 'contribution_margin_1', refunds: 'returns', quantity: 'units', bounces: 'bounce_rate' },
  ...{ cogs: 'cost_of_goods', pageviews: 'views', state: 'region', utm_source: 'source' },
  ...{ utm_medium: 'medium', utm_campaign: 'campaign', customer_type: 'buyer', dow: 'weekday' },
};

/** The word that was meant, if there is one that is near enough. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const called = CALLED_HERE[wanted];
  if (called !== undefined && words.includes(called)) return called;
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const [best] = words
    .map((word) => ({ word, apart: editsBetween(wanted, word.toLowerCase()) }))
    .filter(({ apart }) => apart <= most)
    .toSorted((a, b) => a.apart - b.apart);
  return best?.word;
}

/** Letters to put in, leave out, replace or swap with the next (restricted Damerau–Levenshtein distance). */
function editsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        ...[(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)],
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
