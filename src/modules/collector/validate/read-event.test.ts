import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventFacts } from '../event.ts';
import { readEvent } from './read-event.ts';

const happenedAt = Temporal.Instant.from('2026-11-27T10:00:00Z');
const id = '0198a1b2-0000-4000-8000-000000000001';
type Params = Record<string, unknown>;

const read = (name: string, params: Params) => readEvent({ id, name, happenedAt, params });

function refused(name: string, params: Params): string[] {
  const result = read(name, params);
  return result.ok ? [] : result.problems.map(({ field }) => field);
}

function facts(name: string, params: Params): Partial<EventFacts> {
  const result = read(name, params);
  assert.ok(result.ok, JSON.stringify(result));
  const { id: _id, name: _name, happenedAt: _at, ...own } = result.event;
  return own;
}

test('what is wrong with an event is named by its field', () => {
  const long = 'x'.repeat(101);
  const table: [name: string, params: Params, fields: string[]][] = [
    ['view_item', {}, []],
    ['my_own_event', { colour: 'red' }, []],
    ['view-item', {}, ['name']],
    ['ga_session', {}, ['name']],
    ['x'.repeat(41), {}, ['name']],
    ['view_item', { value: 1 }, ['currency']],
    ['view_item', { value: 1, currency: 'EUR' }, []],
    ['view_item', { value: 'one', currency: 'EUR' }, ['value']],
    ['view_item', { value: 1, currency: 'EUX' }, ['currency']],
    ['view_item', { value: 123_456_789_012_345, currency: 'EUR' }, ['value']],
    ['view_item', { value: Number.NaN, currency: 'EUR' }, ['value']],
    ['view_item', { items: {} }, ['items']],
    ['view_item', { items: [{}, { item_id: 'a' }, null] }, ['items[0].item_id', 'items[2]']],
    ['view_item', { items: [{ item_name: 'Mug', price: 3 }] }, ['items[0].price']],
    ['view_item', { currency: 'EUR', items: [{ item_id: 'a', quantity: -1 }] }, ['items[0].quantity']],
    ['view_item', { items: Array.from({ length: 201 }, () => ({ item_id: 'a' })) }, ['items']],
    ['view_item', { items: [{ item_id: 'a', item_brand: { name: 'x' } }] }, ['items[0].item_brand']],
    ['view_item', { colour: long }, ['colour']],
    ['view_item', { 'my colour': 'red' }, ['my colour']],
    ['view_item', { colour: ['red'] }, ['colour']],
    ['view_item', { colour: 'a\0b' }, ['colour']],
    ['view_item', { colour: '\ud800' }, ['colour']],
    ['view_item', Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`p${at}`, at])), ['params']],
    ['page_view', { page_location: 'not an address' }, ['page_location']],
    ['page_view', { page_location: `https://a.example/?utm_source=${'x'.repeat(501)}` }, ['page_location']],
    ['page_view', { page_location: 'https://a.example/', page_referrer: '::' }, ['page_referrer']],
    ['page_view', { language: 'not a language' }, ['language']],
    ['user_engagement', { engagement_time_msec: 1.5 }, ['engagement_time_msec']],
    ['search', {}, ['search_term']],
    ['purchase', { value: 1, currency: 'EUR' }, ['transaction_id']],
    ['web_vital', { metric: 'XYZ', metric_value: 1 }, ['metric']],
    ['web_vital', { metric: 'LCP', metric_value: -1 }, ['metric_value']],
    ['web_vital', { metric: 'LCP' }, ['metric_value']],
  ];
  for (const [name, params, fields] of table) {
    assert.deepEqual(refused(name, params), fields, `${name} ${JSON.stringify(params).slice(0, 80)}`);
  }
  for (const wrong of ['', 'x', id.toUpperCase()]) {
    const result = readEvent({ id: wrong, name: 'page_view', happenedAt, params: {} });
    assert.ok(!result.ok && result.problems[0]?.field === 'id');
  }
});

test('money becomes whole units of its currency', () => {
  const table: [value: unknown, currency: string, expected: number][] = [
    [19.99, 'EUR', 1_999],
    ['19.99', 'eur', 1_999],
    [30.000000000004, 'EUR', 3_000],
    [1.005, 'EUR', 101],
    [-2.5, 'JPY', -3],
    [0, 'EUR', 0],
    [1.2345, 'KWD', 1_235],
  ];
  for (const [value, currency, expected] of table) {
    assert.equal(facts('view_item', { value, currency }).valueMinor, expected, `${value} ${currency}`);
  }
});

test('a page is its path, its campaign, and where its visitor came from', () => {
  const params = {
    page_location: 'https://shop.example/products/mug?utm_source=news&utm_medium=email&q=private&gclid=G1',
    page_referrer: 'https://mail.example/inbox?id=7',
    page_title: 'Mug',
    language: 'de-de',
    market: 'eu',
    session_id: '7',
  };
  assert.deepEqual(facts('page_view', params), {
    ...{ path: '/products/mug', title: 'Mug', referrerHost: 'mail.example', locale: 'de-DE', market: 'eu' },
    ...{ source: 'news', medium: 'email', clickId: 'gclid', clickValue: 'G1', items: [], data: {} },
  });
  const inside = { page_location: 'https://shop.example/a', page_referrer: 'https://shop.example/b' };
  assert.equal(facts('page_view', inside).referrerHost, undefined);
});

test('what opens an order is not kept with its page', () => {
  const path = (page: string) => facts('page_view', { page_location: `https://a.example${page}` }).path;
  assert.equal(path('/orders/3Qx9ZbT0aB_c-D1e2F3g4H5i6J7k8L9m0N1o2P3q4R5/return'), '/orders/*/return');
  assert.equal(path('/files/0123456789abcdef0123456789abcdef'), '/files/*');
  assert.equal(
    path('/products/a-very-long-handle-of-2026-in-lower-case'),
    '/products/a-very-long-handle-of-2026-in-lower-case',
  );
});

test('items keep their parameters, and their price as whole units', () => {
  const items = [
    { item_id: 'sku', item_name: 'Mug', price: 9.5, quantity: 2, item_brand: 'Kiln', mine: true },
  ];
  assert.deepEqual(facts('add_to_cart', { currency: 'EUR', value: 19, items }), {
    ...{ currency: 'EUR', valueMinor: 1_900, data: {} },
    items: [
      { item_id: 'sku', item_name: 'Mug', price_minor: 950, quantity: 2, item_brand: 'Kiln', mine: true },
    ],
  });
});

test('a purchase says which order it is, and nothing of money', () => {
  const params = { transaction_id: 'A-7', currency: 'EUR', value: 12, items: [{ item_id: 'a', price: 12 }] };
  assert.deepEqual(facts('purchase', params), { orderId: 'A-7', items: [], data: {} });
});

test('measures have their own fields, and what is left is data as it was given', () => {
  assert.deepEqual(facts('search', { search_term: 'mug', results: 0, tone: 'blue', n: 1.5, is: false }), {
    ...{ searchTerm: 'mug', results: 0, items: [], data: { tone: 'blue', n: 1.5, is: false } },
  });
  assert.deepEqual(facts('web_vital', { metric: 'CLS', metric_value: 0.02, nothing: null, empty: '' }), {
    ...{ metric: 'CLS', metricValue: 0.02, items: [], data: {} },
  });
});
