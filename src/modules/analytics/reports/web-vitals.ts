import * as vitals from './measures/vitals.ts';
import { defineReport } from './report.ts';

const DIMENSIONS = { metric: 'metric', page_kind: 'page_kind', device: 'device' };

// A percentile of all is none of percentiles: each row is counted of its kind and its device, and of all of either.
const OF_ALL = `(
  select * replace (if(is_kind, page_kind, 'all') as page_kind, if(is_device, device, 'all') as device)
  from vital_day, (values (true, true), (true, false), (false, true), (false, false)) level (is_kind, is_device))`;

export const webVitals = defineReport({
  id: 'web_vitals',
  titleKey: 'reports.webVitals',
  about: 'How fast the shop is for those who visit it: Core Web Vitals as their browsers measured them.',
  hasCurrency: false,
  dimensions: [
    { id: 'metric', about: 'LCP, INP, CLS, FCP or TTFB (web.dev/articles/vitals).' },
    { id: 'page_kind', about: 'home, product, collection … by the address of the page; all of them: all.' },
    { id: 'device', about: 'desktop, mobile or tablet, as far as the browser says it; all.' },
  ],
  measures: [vitals.MEASURED, vitals.P75, vitals.GOOD, vitals.NEEDS_WORK, vitals.POOR],
  sortBy: 'measured',
  statement: ({ by, isTotal, during, ofMarket }) => `
    with valued as (
      select ${by(DIMENSIONS)}value, sum(measured) as measured,
        sum(measured) filter (rating = 'good') as good, sum(measured) filter (rating = 'needs') as needs_work,
        sum(measured) filter (rating = 'poor') as poor
      from ${isTotal ? 'vital_day' : OF_ALL} vital where ${during('day')}${ofMarket('vital')} group by all
    ), placed as (
      select *, sum(measured) over (${partition(by)} order by value) as until,
        sum(measured) over (${partition(by)}) as whole
      from valued
    )
    select ${by(DIMENSIONS)}sum(measured) as measured, sum(good) as good, sum(needs_work) as needs_work,
      sum(poor) as poor, ${isTotal ? '0' : 'sum(measured)'} as judged,
      ${isTotal ? '0' : 'cast(round(min(value) filter (until >= 0.75 * whole) * 1000) as bigint)'} as p75_thousandths
    from placed group by all`,
  // No order is of a measurement.
  orders: { from: 'session_order', day: 'day', where: 'false', columns: {} },
});

/** Metrics have units of their own: there is no percentile of all of them. */
function partition(by: (columns: Readonly<Record<string, string>>) => string): string {
  const told = by(DIMENSIONS)
    .replaceAll(/(\w+) as \w+, /g, '$1,')
    .replace(/,$/, '');
  return told === '' ? '' : `partition by ${told}`;
}
