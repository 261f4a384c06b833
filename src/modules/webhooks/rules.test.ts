import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { currencyOf } from '../../kernel/index.ts';
import { publicJson } from './public-json.ts';
import { dueAt, PLAN, verdictOf } from './retry-plan.ts';
import { newSecret, signedHeaders } from './signature.ts';
import { hears, isPattern, type PublicTopic } from './topics.ts';

test('a signature is the HMAC-SHA256 of id, second and body, one for each secret', () => {
  const [one, two] = [newSecret(), newSecret()];
  const now = Temporal.Instant.from('2026-06-19T09:30:00.750Z');
  const headers = signedHeaders({ id: 'msg_1', body: '{"a":"ü"}', now }, [one, two]);
  const expected = [one, two].map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    assert.equal(key.length, 32);
    return `v1,${createHmac('sha256', key).update('msg_1.1781861400.{"a":"ü"}').digest('base64')}`;
  });
  assert.deepEqual(headers, {
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1781861400',
    'webhook-signature': expected.join(' '),
  });
});

test('a subscription hears its topic, its family, or everything', () => {
  const table: [pattern: string, topic: PublicTopic, isHeard: boolean][] = [
    ['orders.paid', 'orders.paid', true],
    ['orders.paid', 'orders.placed', false],
    ['orders.*', 'orders.placed', true],
    ['orders.*', 'customers.changed', false],
    ['*', 'customers.changed', true],
    ['order', 'orders.paid', false],
    ['orders', 'orders.paid', false],
    ['.*', 'orders.paid', false],
  ];
  for (const [pattern, topic, isHeard] of table) assert.equal(hears(pattern, topic), isHeard, pattern);
  assert.deepEqual(['orders.*', '*', 'nothing.*', 'orders', ''].map(isPattern), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('only 2xx is taken, 410 is an end, all else is asked again', () => {
  const table: [status: number | undefined, verdict: ReturnType<typeof verdictOf>][] = [
    ...[
      [200, 'delivered'],
      [204, 'delivered'],
      [299, 'delivered'],
      [410, 'gone'],
      [undefined, 'again'],
    ],
    ...[
      [100, 'again'],
      [301, 'again'],
      [304, 'again'],
      [400, 'again'],
      [404, 'again'],
      [429, 'again'],
      [503, 'again'],
    ],
  ] as [number | undefined, ReturnType<typeof verdictOf>][];
  for (const [status, verdict] of table) assert.equal(verdictOf(status), verdict, String(status));
});

test('the plan takes three days and then ends', () => {
  const from = Temporal.Instant.from('2026-06-19T09:30:00Z');
  const last = PLAN.reduce((at, _, step) => dueAt(step, at) ?? at, from);
  assert.equal(from.until(last).total('seconds'), 75 * 3_600 + 35 * 60 + 5);
  assert.equal(dueAt(PLAN.length, from), undefined);
});

test('things are told with money as text in its currency, and nothing that is not known', () => {
  const given = {
    totalMinor: 1_999n,
    lines: [{ unitMinor: -5n, options: [undefined, 'red'], sku: undefined }],
    version: 12n,
    placedAt: Temporal.Instant.from('2026-06-19T09:30:00Z'),
    byId: new Map([['a', { quantity: 1 }]]),
  };
  assert.deepEqual(publicJson(given, currencyOf('EUR')), {
    total: { amount: '19.99', currency: 'EUR' },
    lines: [{ unit: { amount: '-0.05', currency: 'EUR' }, options: [null, 'red'] }],
    version: '12',
    placedAt: '2026-06-19T09:30:00Z',
    byId: [{ quantity: 1 }],
  });
  assert.deepEqual(publicJson({ totalMinor: 1_999n }, currencyOf('JPY')), {
    total: { amount: '1999', currency: 'JPY' },
  });
  assert.deepEqual(publicJson({ totalMinor: 1_999n }, undefined), { totalMinor: '1999' });
});
