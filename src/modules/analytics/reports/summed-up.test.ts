import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import type { Ask } from '../explore/ask.ts';
import { runAsk } from '../explore/run-ask.ts';
import { aTrade } from '../testing/a-trade.ts';
import { aVisit, aWarehouse, span } from '../testing/a-warehouse.ts';
import { aWorld, randomOf } from '../testing/a-world.ts';
import { aLine, anEntry, anOrder, aProduct } from '../testing/planted.ts';
import type { FunnelChoice } from './funnel-choice.ts';
import { runReport } from './run-report.ts';
import { VISIT_SUMS, visitedBy } from './visited.ts';

const SPAN = span('2026-03-01', '2026-05-15');
const shop = await aWarehouse(async (planted) => {
  await aTrade(planted);
  // Two variants of a product in one order.
  const blue = { ...aLine('two', 2, 'cup'), variantId: 'cup-blue', sku: 'cup-2' };
  planted.orders.set('two', anOrder({ orderId: 'two', lines: [aLine('two', 1, 'cup'), blue] }));
  for (const lineId of ['two/1', 'two/2']) {
    planted.entries.push(
      anEntry({ orderId: 'two', at: '2026-04-30T10:00:00Z', lineId, quantity: 1, grossMinor: 700n }),
    );
  }
  const world = aWorld(randomOf(4));
  for (const order of world.orders) planted.orders.set(order.orderId, order);
  planted.entries.push(...world.entries);
  planted.history.push(...world.history);
  planted.list(aProduct('cup', { brand: 'Halden', collections: ['Gifts', 'New'] }));
  for (const { name, events } of world.parts) await planted.logPart(name, events);
  const random = randomOf(9);
  const walks = Array.from({ length: 40 }, (_, n) =>
    aVisit(`walker-${n}`, `2026-04-${10 + (n % 20)}T10:00:00Z`, Array(1 + (n % 9)).fill('page_view')).map(
      (event) => {
        return { ...event, path: `/walk/${Math.floor(random() * 4)}`, market: 'walk' };
      },
    ),
  );
  await planted.logPart('walks', walks.flat());
});

/** Rows in any order, as text. */
const textsOf = (rows: readonly object[]) =>
  rows
    .map((row) =>
      Object.entries(row)
        .map(([name, cell]) => `${name}=${String(cell)}`)
        .join(' '),
    )
    .toSorted();

/** The definition, read off the sessions one by one. */
const VISITED = `(
  select session.*, bought.session_id is not null as has_bought,
    bought.session_id is not null or views >= 2 or engaged_ms >= 10_000 as is_engaged
  from session left join (
    select distinct session_id from session_order join orders using (order_id) where sold_at is not null
  ) bought on bought.session_id = session.id)`;
const ONE_BY_ONE = `count(*) as sessions, count(*) filter (is_engaged) as engaged,
  count(*) filter (has_bought) as sessions_bought, sum(views) as views, sum(engaged_ms) as engaged_ms`;

test('visits by day are the visits, whichever columns tell them apart', async () => {
  const asked = {
    during: (day: string) => `${day} <> date '2026-03-22'`,
    ofMarket: () => " and market = 'eu'",
  };
  const of = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  const page = (name: string, only: string) => ({
    ...{ table: 'visit_page' as const, columns: { page: 'path' }, ofOrder: { page: name }, only },
  });
  const told = [
    { table: 'visit_hour' as const, columns: { ...of('hour', 'currency', 'country', 'channel', 'device') } },
    { table: 'visit_day' as const, columns: of('day', 'source', 'medium', 'campaign', 'referrer_host') },
    { table: 'visit_day' as const, columns: of('browser', 'os', 'mode', 'locale', 'device') },
    page('landing_path', ' and not is_exit'),
    page('exit_path', ' and is_exit'),
  ];
  let bought = 0n;
  for (const input of told) {
    const names = Object.keys(input.columns).join(', ');
    const columns = Object.entries('ofOrder' in input ? input.ofOrder : input.columns);
    const summed = await shop.rows(
      `select ${names}, ${VISIT_SUMS} from (${visitedBy({ ...input, ...asked })}) group by all`,
    );
    const oneByOne = await shop.rows<{ sessions_bought: bigint }>(
      `select ${columns.map(([name, column]) => `${column} as ${name}`).join(', ')}, ${ONE_BY_ONE}
        from ${VISITED} where ${asked.during('day')}${asked.ofMarket()} group by all`,
    );
    assert.ok(oneByOne.length > 1);
    assert.deepEqual(textsOf(summed), textsOf(oneByOne), names);
    bought += oneByOne.reduce((sum, row) => sum + row.sessions_bought, 0n);
  }
  assert.ok(bought > 100n, 'orders are among them');
});

test('what is asked of visits is the same with and without sums', async () => {
  // Both pages together are told by no table of sums, and every page is another than this one.
  const always = ['landing_page', 'exit_page'].map((dimension) => {
    return { dimension, is: 'none_of', values: ['/nowhere'] } as const;
  });
  const asks = [
    { by: ['channel', 'device', 'hour'] },
    { by: ['source', 'browser', 'visitor'], compare: 'previous' },
    { by: ['landing_page'], market: 'eu' },
    { by: ['exit_page', 'weekday'] },
    { by: ['country'], grain: 'week' },
    { by: [], grain: 'hour', span: span('2026-03-20', '2026-03-24') },
    { by: ['campaign'], where: [{ dimension: 'device', is: 'none_of', values: ['mobile'] }] },
  ] as const;
  const measures = ['sessions', 'sessions_viewed', 'sessions_purchase', 'conversion_rate'];
  for (const { where = [], ...asked } of asks.map((one) => ({ where: [], ...one }))) {
    const [summed, oneByOne] = await Promise.all(
      [where, [...where, ...always]].map(async (all) =>
        expectOk(await runAsk(shop, { measures, span: SPAN, ...asked, where: all, limit: 1_000 })),
      ),
    );
    assert.ok((summed?.rows.length ?? 0) > 1);
    assert.deepEqual(summed?.rows, oneByOne?.rows);
    assert.deepEqual(summed?.totals, oneByOne?.totals);
  }
});

test('what is asked of sales is the same with and without sums, and orders are counted once', async () => {
  // What was taken off is told by no sums, and it is always another than this.
  const always = { dimension: 'discount', is: 'none_of', values: ['free'] } as const;
  const asks: readonly Partial<Ask>[] = [
    ...[{ by: ['product'] }, { by: ['variant'] }, { by: ['product', 'channel'], grain: 'week' as const }],
    ...[{ by: ['variant', 'country'] }, { by: ['product', 'collection', 'brand'] }, { by: ['title'] }],
    ...[
      { by: ['market', 'buyer'] },
      { by: ['hour', 'device'] },
      { by: ['origin'], compare: 'previous' as const },
    ],
    { by: ['country'], where: [{ dimension: 'product', is: 'one_of', values: ['cup', 'hat'] }] },
    { by: ['product'], where: [{ dimension: 'sku', is: 'contains', values: ['-1'] }] },
    { by: [], grain: 'day' },
  ];
  const measures = [
    'gross_sales',
    'returns',
    'shipping',
    'units',
    'units_returned',
    'orders_with',
    'cost_of_goods',
  ];
  for (const { where = [], ...asked } of asks) {
    const [summed, oneByOne] = await Promise.all(
      [where, [...where, always]].map(async (all) =>
        expectOk(await runAsk(shop, { measures, by: [], span: SPAN, ...asked, where: all, limit: 1_000 })),
      ),
    );
    assert.ok((summed?.rows.length ?? 0) > 0, JSON.stringify(asked));
    assert.deepEqual(summed?.rows, oneByOne?.rows, JSON.stringify(asked));
    assert.deepEqual(summed?.totals, oneByOne?.totals, JSON.stringify(asked));
  }
  const opens = await shop.rows('select distinct opens from sale order by opens');
  assert.deepEqual(
    opens,
    [-1, 0, 1, 2, 3, null].map((one) => ({ opens: one })),
  );
});

test('a funnel of traces is the funnel of events', async () => {
  // A step that is a page makes it one of events; /* is any page.
  const choices: readonly Omit<FunnelChoice, 'steps'>[] = [
    {},
    { isOpen: true },
    { segment: 'device' },
    { segment: 'channel', isOpen: true },
  ];
  for (const choice of choices) {
    for (const more of [
      ['view_item', 'add_to_cart', 'purchase'],
      ['page_view', 'view_item'],
      ['search', 'web_vital'],
    ]) {
      const [traced, placed] = await Promise.all(
        ['page_view', '/*'].map(async (first) => {
          const funnel = { ...choice, steps: [first, ...more] };
          return expectOk(await runReport(shop, 'funnel', { span: SPAN, funnel }));
        }),
      );
      assert.ok((traced?.rows.length ?? 0) > 1);
      assert.deepEqual(traced?.rows, placed?.rows);
      assert.deepEqual(traced?.totals, placed?.totals);
    }
  }
});

test('the ways from the first page are those around any page', async () => {
  const [counted, placed] = await Promise.all(
    [{}, { page: '/*' }].map(async (path) =>
      expectOk(await runReport(shop, 'paths', { span: SPAN, path, limit: 1_000 })),
    ),
  );
  assert.ok((counted?.rows.length ?? 0) > 20);
  assert.deepEqual(textsOf(counted?.rows.map(lineOf) ?? []), textsOf(placed?.rows.map(lineOf) ?? []));
});

test('the ways to the last page end with it', async () => {
  const asked = { span: SPAN, market: 'walk', path: { isTo: true }, limit: 1_000 };
  const { rows } = expectOk(await runReport(shop, 'paths', asked));
  const seen = await shop.rows<{ visitor: string; path: string }>(`
    select session.id as visitor, event.path
    from session join event on event.visitor = session.visitor
      and event.happened_at between session.began_at and session.ended_at
    where event.name = 'page_view' and session.visitor like 'walker-%' order by session.id, event.happened_at`);
  const ways = [...Map.groupBy(seen, ({ visitor }) => visitor).values()].map((pages) => {
    const walked = pages.map(({ path }) => path).filter((path, place, all) => path !== all[place - 1]);
    return [...Array(5).fill(''), ...walked].slice(-5).join(' ');
  });
  const walks = Map.groupBy(ways, (way) => way);
  for (const [way, some] of walks) {
    const row = rows.find(({ of }) => Object.values(of).join(' ') === way);
    assert.equal(Number(row?.values['sessions']), some.length, way);
  }
  assert.ok(walks.size > 20);
});

function lineOf({ of, values }: { readonly of: object; readonly values: Readonly<Record<string, unknown>> }) {
  return { ...of, sessions: values['sessions'] };
}
