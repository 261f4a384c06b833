import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import { aVisit, aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder, type PlantedEvent } from '../testing/planted.ts';
import { drillReport } from './drill.ts';

const at = span('2026-03-10', '2026-03-10');

/** Pages a minute apart, each told again when it is left after so many seconds. */
function walk(
  visitor: string,
  time: string,
  pages: readonly (readonly [path: string, seconds: number])[],
  more: Partial<PlantedEvent> = {},
): PlantedEvent[] {
  return pages.flatMap(([path, seconds], place) => {
    const minute = String(place).padStart(2, '0');
    const seen = { visitor, path, market: 'eu', device: 'mobile', ...more };
    return [
      { ...seen, id: `${visitor}/${place}`, at: `2026-03-10T${time}:${minute}:00Z`, name: 'page_view' },
      {
        ...{ ...seen, id: `${visitor}/${place}+`, at: `2026-03-10T${time}:${minute}:50Z` },
        ...{ name: 'user_engagement', engaged_ms: seconds * 1_000 },
      },
    ];
  });
}

const ADS = { source: 'ads', medium: 'cpc', campaign: 'spring' };

// v1 looks at three pages and buys; v2 leaves at once; v3 reads one page for a while; v4 comes at night on a desktop.
const shop = await aWarehouse(async ({ orders, entries, logPart }) => {
  orders.set('a', anOrder({ orderId: 'a' }));
  entries.push(
    anEntry({ orderId: 'a', at: '2026-03-10T11:00:00Z', grossMinor: 5_000n, discountMinor: 500n }),
  );
  await logPart('visits', [
    ...walk(
      'v1',
      '09',
      [
        ['/', 5],
        ['/products/cup', 20],
        ['/cart', 5],
      ],
      ADS,
    ),
    ...aVisit('buys', '2026-03-10T09:05:00Z', ['purchase'], {
      ...{ visitor: 'v1', market: 'eu', path: '/checkout', order_id: 'a' },
    }).map((event) => ({ ...event, visitor: 'v1' })),
    ...walk('v2', '09', [['/', 3]], ADS),
    ...walk('v3', '09', [['/products/cup', 40]]),
    ...walk(
      'v4',
      '22',
      [
        ['/', 4],
        ['/de/products/tasse', 4],
        ['/', 4],
      ],
      { device: 'desktop' },
    ),
  ]);
});

test('landing pages: who stays is engaged by Google’s rule, and conversion is of visits', async () => {
  const measures = ['sessions', 'bounce_rate', 'pages_per_visit', 'time_per_visit', 'conversion_rate'];
  const { rows, totals } = await linesOf(shop, 'landing_pages', { span: at }, measures);
  assert.deepEqual(rows, [
    // v2 left at once; v1 bought, v4 saw three pages.
    `/  3 ${1 / 3} ${7 / 3} 15 ${1 / 3}`,
    // One page, but for 40 seconds.
    '/products/cup  1 0 1 40 0',
  ]);
  assert.deepEqual(totals, [' 4 0.25 2 21.25 0.25']);
  const row = { of: { landing_page: '/' } };
  assert.deepEqual(expectOk(await drillReport(shop, 'landing_pages', { span: at, row, limit: 9 })), ['a']);
});

test('exit pages: the last page of a visit, against how often it was seen', async () => {
  const { rows } = await linesOf(shop, 'exit_pages', { span: at }, [
    'exits',
    'views',
    'exit_rate',
    'bounce_rate',
  ]);
  assert.deepEqual(rows, [
    '/  2 4 0.5 0.5',
    '/cart  1 1 1 0',
    '/products/cup  1 2 0.5 0',
    '/de/products/tasse  0 1 0 null',
  ]);
});

test('pages: time on a page is told when it is left, so that the last page counts as well', async () => {
  const { rows, totals } = await linesOf(shop, 'pages', { span: at }, ['views', 'visitors', 'time_on_page']);
  assert.deepEqual(rows, [
    '/ home  4 3 4',
    '/products/cup product  2 2 30',
    '/cart cart  1 1 5',
    '/de/products/tasse product  1 1 4',
  ]);
  assert.deepEqual(totals, [' 8 7 10.625']);
  const row = { of: { page: '/products/cup', page_kind: 'product' } };
  assert.deepEqual(expectOk(await drillReport(shop, 'pages', { span: at, row, limit: 9 })), ['a']);
  const other = { of: { page: '/de/products/tasse' } };
  assert.deepEqual(expectOk(await drillReport(shop, 'pages', { span: at, row: other, limit: 9 })), []);
});

test('devices, and when visitors come by the shop’s own clock', async () => {
  const devices = await linesOf(shop, 'devices', { span: at }, ['sessions', 'bounce_rate']);
  assert.deepEqual(devices.rows, [`mobile    3 ${1 / 3}`, 'desktop    1 0']);
  const times = await linesOf(shop, 'visit_times', { span: at }, ['sessions', 'sessions_bought']);
  // Tuesday; Berlin is an hour ahead.
  assert.deepEqual(times.rows, ['2 10  3 1', '2 23  1 0']);
});

test('campaigns: what they bring and what was sold in their visits', async () => {
  const { rows } = await linesOf(shop, 'campaigns', { span: at }, [
    'sessions',
    'conversion_rate',
    'orders',
    'net_sales',
  ]);
  assert.deepEqual(rows, ['ads cpc spring EUR 2 0.5 1 4500', '   EUR 2 0 0 0']);
  const row = { of: { source: 'ads', medium: 'cpc', campaign: 'spring' } };
  assert.deepEqual(expectOk(await drillReport(shop, 'campaigns', { span: at, row, limit: 9 })), ['a']);
});

test('paths from the first page on, and to the cart', async () => {
  const from = await linesOf(shop, 'paths', { span: at }, ['sessions', 'path_share']);
  assert.deepEqual(from.rows, [
    '/ /de/products/tasse /    1 0.25',
    '/ /products/cup /cart    1 0.25',
    '/      1 0.25',
    '/products/cup      1 0.25',
  ]);
  const to = await linesOf(shop, 'paths', { span: at, path: { page: '/cart', isTo: true } }, [
    'sessions',
    'path_share',
  ]);
  assert.deepEqual(to.rows, ['  / /products/cup /cart  1 1']);
  const product = await linesOf(shop, 'paths', { span: at, path: { page: '/products/*' } }, ['sessions']);
  assert.deepEqual(product.rows, [
    '/de/products/tasse /     1',
    '/products/cup /cart     1',
    '/products/cup      1',
  ]);
});

test('what is rare at a place of a path is other', async () => {
  const rare = await aWarehouse(async ({ logPart }) => {
    const visits = Array.from({ length: 9 }, (_, n) =>
      walk(`v${n}`, '09', [
        ['/', 1],
        [`/products/${n}`, 1],
      ]),
    );
    await logPart('rare', visits.flat());
  });
  const { rows, totals } = await linesOf(rare, 'paths', { span: at }, ['sessions', 'path_share']);
  assert.deepEqual(rows[0], `/ other     3 ${1 / 3}`);
  assert.deepEqual([rows.length, totals], [7, [' 9 1']]);
});

test('on-site search: what was found, and what was done then', async () => {
  const searching = await aWarehouse(async ({ orders, entries, logPart }) => {
    orders.set('b', anOrder({ orderId: 'b' }));
    entries.push(anEntry({ orderId: 'b', at: '2026-03-10T11:00:00Z', grossMinor: 5_000n }));
    const events = (
      visitor: string,
      told: readonly (readonly [name: string, more?: Partial<PlantedEvent>])[],
    ) =>
      told.map(([name, more = {}], minute) => ({
        ...{ id: `${visitor}/${minute}`, name, visitor, market: 'eu', path: '/search', ...more },
        at: `2026-03-10T09:${String(minute).padStart(2, '0')}:00Z`,
      }));
    const search = (search_term: string, results: number) => ['search', { search_term, results }] as const;
    await logPart('searches', [
      // The next page of results is the same search; then a product, and the order.
      ...events('v1', [
        ...([['page_view'], search('Cup ', 9), ['page_view'], search('cup', 9), ['page_view']] as const),
        ...([['view_item'], ['purchase', { order_id: 'b' }]] as const),
      ]),
      // Nothing found: another word, and away.
      ...events('v2', [['page_view'], search('cupp', 0), ['page_view'], search('cup', 9)]),
      ...events('v3', [
        ['page_view'],
        search('cup', 9),
        ['page_view'],
        ['view_item'],
        ['page_view'],
        search('hat', 1),
      ]),
    ]);
  });
  const measures = ['searches', 'nothing_found', 'search_exits', 'searches_refined', 'searches_bought'];
  const { rows, totals } = await linesOf(searching, 'on_site_search', { span: at }, measures);
  assert.deepEqual(rows, [`cup  3 0 ${1 / 3} 0 1`, 'cupp  1 1 0 1 0', 'hat  1 0 1 0 0']);
  assert.deepEqual(totals, [' 5 0.2 0.4 0.2 1']);
  const row = { of: { term: 'cup' } };
  assert.deepEqual(expectOk(await drillReport(searching, 'on_site_search', { span: at, row, limit: 9 })), [
    'b',
  ]);
});

test('Web Vitals: what three of four had, and how many were good by the published thresholds', async () => {
  const fast = await aWarehouse(async ({ logPart }) => {
    const told = (metric: string, values: readonly number[], path: string) =>
      values.map((metric_value, n): PlantedEvent => {
        const at = `2026-03-10T09:00:${String(n).padStart(2, '0')}Z`;
        return {
          id: `${metric}/${path}/${n}`,
          at,
          name: 'web_vital',
          visitor: 'v',
          metric,
          metric_value,
          path,
          device: 'mobile',
        };
      });
    await logPart('vitals', [
      // Both bounds belong to what is better.
      ...told('LCP', [1_200, 2_500, 2_501, 4_001], '/de/products/tasse'),
      ...told('CLS', [0, 0.1, 0.25, 0.26], '/'),
    ]);
  });
  const measures = ['measured', 'p75', 'good', 'needs_work', 'poor'];
  const { rows, totals } = await linesOf(fast, 'web_vitals', { span: at }, measures);
  const levels = (metric: string, kind: string, values: string) =>
    ['all all', 'all mobile', `${kind} all`, `${kind} mobile`].map(
      (level) => `${metric} ${level}  4 ${values}`,
    );
  assert.deepEqual(rows, [
    ...levels('CLS', 'home', '0.25 0.5 0.25 0.25'),
    ...levels('LCP', 'product', '2500 0.5 0.25 0.25'),
  ]);
  assert.deepEqual(totals, [' 8 null 0.5 0.25 0.25']);
});
