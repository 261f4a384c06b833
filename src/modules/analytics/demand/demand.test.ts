import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWarehouse } from '../testing/a-warehouse.ts';
import { aHistoryLine, aLine, anEntry, anOrder, aProduct } from '../testing/planted.ts';
import { type AskedDemand, readDemand, readDemandMarks } from './read-demand.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const span = { from: day('2026-03-01'), to: day('2026-03-31'), limit: 10 };

const analytics = await aWarehouse(({ orders, entries, history, list }) => {
  list(aProduct('cup'), aProduct('hat'));
  const sell = (orderId: string, at: string, quantity: number, grossMinor: bigint, product = 'cup') => {
    orders.set(orderId, anOrder({ orderId, lines: [aLine(orderId, 1, product)] }));
    entries.push(anEntry({ orderId, at, quantity, grossMinor, discountMinor: BigInt(quantity) * 10n }));
  };
  // Just before midnight in London it is the next day in Berlin.
  sell('a', '2026-03-01T23:30:00Z', 2, 2_000n);
  sell('b', '2026-03-02T10:00:00Z', 1, 1_300n);
  sell('returned', '2026-03-05T10:00:00Z', 3, 3_000n);
  sell('cancelled', '2026-03-06T10:00:00Z', 9, 9_000n);
  sell('c', '2026-03-07T10:00:00Z', 4, 8_000n, 'hat');
  sell('before', '2026-02-20T10:00:00Z', 50, 50_000n);
  const credit = { kind: 'credit', ledgerKind: 'refund' } as const;
  entries.push(
    anEntry({
      ...credit,
      orderId: 'returned',
      at: '2026-03-09T10:00:00Z',
      quantity: -3,
      returnsMinor: 2_970n,
    }),
    anEntry({
      ...{ ...credit, orderId: 'cancelled', at: '2026-03-06T11:00:00Z', quantity: -9, returnsMinor: 8_910n },
      ledgerReference: 'cancelled:cancelled',
    }),
  );
  history.push(
    aHistoryLine({ document: '1', at: '2026-03-20T10:00:00Z', quantity: 5, amountMillionths: 60_000_000n }),
    aHistoryLine({ document: '2', at: '2026-03-21T10:00:00Z', sku: 'unknown', amountMillionths: 1_000_000n }),
  );
});

const read = (asked: Partial<AskedDemand> = {}) => readDemand(analytics, { ...span, ...asked });

test('demand is what was ordered here and elsewhere by day of the shop, returned or not, and not what was cancelled', async () => {
  assert.deepEqual(await read({ variantIds: ['cup-red'] }), [
    {
      ...{ variantId: 'cup-red', units: 11, days: [1, 4, 19], pieces: [3, 3, 5] },
      // (2,000 + 1,300 − 30) / 3; 3,000 / 3 − 10; sixty euros for five.
      prices: [1_090, 990, 1_200],
      channels: [
        { origin: '', units: 6, weeks: [0], pieces: [6] },
        { origin: 'elsewhere', units: 5, weeks: [2], pieces: [5] },
      ],
    },
  ]);
});

test('pages begin with what is most wanted and together have every variant once', async () => {
  const [first, ...none] = await read({ limit: 1 });
  assert.deepEqual([first?.variantId, none], ['cup-red', []]);
  const after = { units: first?.units ?? 0, variantId: first?.variantId ?? '' };
  const [second, ...more] = await read({ limit: 5, after });
  assert.deepEqual([second?.variantId, second?.units, more], ['hat-red', 4, []]);
  const last = { units: 4, variantId: 'hat-red' };
  assert.deepEqual(await read({ after: last }), []);
});

test('a mark is the same while demand is, and another one when anything of it is', async () => {
  const marks = () => readDemandMarks(analytics, span);
  const before = await marks();
  assert.deepEqual(
    before.map(({ variantId, units }) => [variantId, units]),
    [
      ['cup-red', 11],
      ['hat-red', 4],
    ],
  );
  assert.deepEqual(await marks(), before);
  analytics.planted.history.push(
    aHistoryLine({ document: '3', at: '2026-03-22T10:00:00Z', quantity: 1, amountMillionths: 9_000_000n }),
  );
  await analytics.feed(Temporal.Instant.from('2026-11-27T13:00:00Z'));
  const [cup, hat] = await marks();
  assert.deepEqual([cup?.units, hat], [12, before[1]]);
  assert.notEqual(cup?.mark, before[0]?.mark);
});
