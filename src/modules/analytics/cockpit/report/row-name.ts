import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';
import { NO_PRODUCT } from '../../language/no-product.ts';
import type { Report, Row } from '../report.ts';
import { weekdayText, wholeTimeText } from '../span/day-text.ts';
import type { Grain } from '../span/days.ts';
import { type AnalyticsWords, analyticsWords, wordOf } from '../words.ts';

export type NameOf = (row: Row, dimension: string) => string;

/** Ids that mean nothing to a person: what stands beside them says it. */
const IDS = ['product', 'variant', 'first', 'second', 'promotion'];

/** Whose values are words of ours. */
const CODED = [
  'buyer',
  'device',
  'page_kind',
  'segment',
  'direction',
  'after',
  'provider',
  'method',
  'reason',
];

/** The shop's own steps, as reports are asked for them without any. */
export const FUNNEL_STEPS = ['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'];

/** The dimensions of a report that are shown. */
export function shownDimensions({ dimensions }: Pick<Report, 'dimensions'>): readonly string[] {
  return dimensions.map(({ id }) => id).filter((id) => !IDS.includes(id));
}

/** How the values of dimensions are called. */
export function useNames(grain: Grain): NameOf {
  const t = analyticsWords();
  const isAllowed = useMay()('settings:read');
  const { data } = useRead(
    'listMarkets',
    { query: { limit: '100' } },
    { about: ['markets'], isOff: !isAllowed },
  );
  const markets = new Map(data?.items.map(({ code, name }) => [code, name]));
  return (row, dimension) => nameOf(row, dimension, { t, grain, markets });
}

type Known = {
  readonly t: AnalyticsWords;
  readonly grain: Grain;
  readonly markets: ReadonlyMap<string, string>;
};

function nameOf({ of }: Row, dimension: string, { t, grain, markets }: Known): string {
  const value = of[dimension] ?? '';
  // A way that had ended, and what was not told apart.
  if (value === '' && (/^page_\d$/.test(dimension) || dimension === 'segment')) return '';
  if (value === '') return dimension === 'channel' ? t.noVisit : dimension === 'options' ? '' : t.unknown;
  if (value === NO_PRODUCT) return wordOf(t.values, value);
  if (dimension === 'time') return wholeTimeText(value, grain);
  if (dimension === 'weekday' && /^[1-7]$/.test(value)) return weekdayText(value, 'long');
  if (dimension === 'hour') return `${value.padStart(2, '0')}:00`;
  if (dimension === 'cohort') return wholeTimeText(value, 'month');
  if (dimension === 'month') return wholeTimeText(`${value}-01`, 'month');
  if (dimension === 'step') return `${value} · ${wordOf(t.events, FUNNEL_STEPS[Number(value) - 1] ?? value)}`;
  if (dimension === 'country') return countryName(value);
  if (dimension === 'market') return markets.get(value) ?? value;
  if (dimension === 'percent_off')
    return value === '0' ? t.noDiscount : t.percentOff(value.replace('-', '–'));
  if (dimension === 'after' && value !== 'none') return value.replace('-', '–');
  if (/^page_\d$/.test(dimension) && value === 'other') return t.values.other;
  if (CODED.includes(dimension)) return wordOf(t.values, value);
  return value;
}

/** What a row is of, in one line. */
export function rowTitle(row: Row, dimensions: readonly string[], nameOf: NameOf): string {
  return dimensions
    .map((dimension) => nameOf(row, dimension))
    .filter((name) => name !== '')
    .join(' · ');
}
