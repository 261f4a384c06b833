import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { idFrom } from '../../kernel/index.ts';
import {
  moveStock,
  putPastStock,
  readAverageStock,
  readPositions,
  readStockDays,
  readStockHistory,
  readStockRevision,
  release,
  reserve,
  setPolicies,
} from './index.ts';
import { aStockShop } from './testing/a-stock-shop.ts';

const shop = await aStockShop(await testDatabase(4), ['Cup', 'Pot', 'Spoon', 'Fork', 'Plate']);
const { db, write, main, other, variant } = shop;

const move = (index: number, at: string, quantity: number, locationId = main) =>
  write((tx) =>
    moveStock(tx, {
      ...{ moves: [{ variantId: variant(index), quantity, locationId }], now: Temporal.Instant.from(at) },
      ...{ reason: 'correction', reference: 'test', actor: 'staff:a' },
    }),
  );

// The cup sells out twice, the pot at one of two places only, the spoon may be ordered anyway, the fork is not counted.
await move(0, '2026-03-01T10:00:00Z', 2);
await move(0, '2026-03-03T10:00:00Z', -2);
await move(0, '2026-03-07T22:30:00Z', 1);
await move(0, '2026-03-07T23:30:00Z', -1);
await move(1, '2026-03-01T10:00:00Z', 1);
await move(1, '2026-03-01T10:00:00Z', 1, other);
await move(1, '2026-03-05T10:00:00Z', -1);
await move(2, '2026-03-01T10:00:00Z', 1);
await move(2, '2026-03-05T10:00:00Z', -1);
await move(3, '2026-03-01T10:00:00Z', 1);
await move(3, '2026-03-05T10:00:00Z', -1);
await write((tx) =>
  setPolicies(tx, [
    { variantId: variant(2), isTracked: true, mayBackorder: true, lowStockAt: undefined },
    { variantId: variant(3), isTracked: false, mayBackorder: false, lowStockAt: undefined },
  ]),
);

const daysOf = async (index: number, zone = 'UTC', since = '2026-01-01T00:00:00Z') => {
  const found = await readStockDays(db, { since: Temporal.Instant.from(since), zone });
  const one = found.find(({ variantId }) => variantId === variant(index));
  return one && [one.onHand, ...one.outs.map(({ from, to }) => `${from} ${to ?? '…'}`)].join(', ');
};

test('a day without stock is one on which nothing was there from morning to night', async () => {
  assert.equal(await daysOf(0), '0, 2026-03-04 2026-03-06, 2026-03-08 …');
  assert.equal(await daysOf(0, 'Europe/Berlin'), '0, 2026-03-04 2026-03-06, 2026-03-09 …');
  assert.equal(await daysOf(1), '1');
});

test('what was before is worked out from what there is now', async () => {
  assert.equal(await daysOf(0, 'UTC', '2026-03-05T00:00:00Z'), '0, 2026-03-08 …');
});

test('what may be ordered without being there is never out, what is not counted has no stock', async () => {
  assert.equal(await daysOf(2), '0');
  assert.equal(await daysOf(3), undefined);
});

test('the revision is another one after what moved, was promised or given back, and only then', async () => {
  const revisions = [await readStockRevision(db)];
  assert.equal(await readStockRevision(db), revisions[0]);
  await move(4, '2026-03-09T10:00:00Z', 5);
  revisions.push(await readStockRevision(db));
  const demand = [{ variantId: variant(4), quantity: 2 }];
  const now = Temporal.Instant.from('2026-03-09T11:00:00Z');
  const owner = idFrom<'order'>(0, new Uint8Array(10));
  assert.ok((await write((tx) => reserve(tx, { owner, demand, expiresAt: now.add({ hours: 1 }), now }))).ok);
  revisions.push(await readStockRevision(db));
  await write((tx) => release(tx, { owner, now }));
  revisions.push(await readStockRevision(db));
  // Given back, everything is as it was before: so may be the number.
  assert.deepEqual(
    revisions.map((one, place) => one === revisions[place - 1]),
    [false, false, false, false],
  );
});

const averageOf = (onHand: readonly number[]) => {
  return { days: onHand.length, onHand: onHand.reduce((sum, of) => sum + of, 0) / onHand.length };
};

test('stock by day is that of the evening, from the first movement on', async () => {
  const history = async (index: number, from: string, to: string) => {
    const asked = {
      ...{ variantIds: [variant(index)], zone: 'UTC' },
      ...{ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) },
    };
    const [one] = await readStockHistory(db, asked);
    const average = (await readAverageStock(db, asked)).get(variant(index));
    assert.deepEqual(average, one && averageOf(one.onHand));
    return one && `${one.from}: ${one.onHand.join(' ')}`;
  };
  assert.equal(await history(0, '2026-02-25', '2026-03-09'), '2026-03-01: 2 2 0 0 0 0 0 0 0');
  assert.equal(await history(1, '2026-03-03', '2026-03-06'), '2026-03-03: 2 2 1 1');
  assert.equal(await history(4, '2026-03-03', '2026-03-06'), undefined);
});

test('a position is over all places, and knows who waits and what is not counted', async () => {
  const [owner, demand] = [idFrom<'order'>(9, new Uint8Array(10)), [{ variantId: variant(2), quantity: 2 }]];
  const now = Temporal.Instant.from('2026-03-09T10:00:00Z');
  await write((tx) => reserve(tx, { owner, demand, now, expiresAt: now.add({ hours: 1 }) }));
  const positions = await readPositions(db, [1, 2, 3, 4].map(variant));
  const of = (index: number) => positions.get(variant(index));
  assert.deepEqual(of(1), { onHand: 1, available: 1, waiting: 0, inTransit: 0, isTracked: true });
  assert.equal(of(3)?.isTracked, false);
  assert.deepEqual(of(4), { onHand: 5, available: 5, waiting: 0, inTransit: 0, isTracked: true });
  assert.deepEqual(of(2), { onHand: 0, available: 0, waiting: 2, inTransit: 0, isTracked: true });
});

test('before the shop’s own movements stands its history, and goes with its origin', async () => {
  const other = await aStockShop(await testDatabase(4), ['Bowl', 'Jug', 'Lid']);
  const day = Temporal.PlainDate.from;
  const put = (levels: readonly (readonly [index: number, day: string, onHand: number])[]) =>
    other.write((tx) =>
      putPastStock(tx, {
        origin: 'before',
        levels: levels.map(([index, at, onHand]) => ({
          variantId: other.variant(index),
          day: day(at),
          onHand,
        })),
      }),
    );
  const move = (index: number, at: string, quantity: number) =>
    other.write((tx) =>
      moveStock(tx, {
        moves: [{ variantId: other.variant(index), quantity, locationId: other.main }],
        ...{ now: Temporal.Instant.from(at), reason: 'correction', reference: 'test', actor: 'staff:a' },
      }),
    );
  const ids = [0, 1, 2].map(other.variant);
  const history = async (from: string, to: string) => {
    const span = { from: day(from), to: day(to), zone: 'UTC' };
    const found = await readStockHistory(other.db, { variantIds: ids, ...span });
    const averages = await readAverageStock(other.db, { variantIds: ids, ...span });
    assert.deepEqual(averages, new Map(found.map((one) => [one.variantId, averageOf(one.onHand)])));
    return ids.map((id) => found.find(({ variantId }) => variantId === id)?.onHand.join(' '));
  };
  const outs = async (since = '2026-01-01T00:00:00Z') => {
    const found = await readStockDays(other.db, { since: Temporal.Instant.from(since), zone: 'UTC' });
    return ids.map((id) => {
      const days = found.find(({ variantId }) => variantId === id)?.outs ?? [];
      return days.map(({ from, to }) => `${from} ${to ?? '…'}`).join(', ');
    });
  };
  // The jug was counted while its history went on: that is not looked at. The lid has no history.
  await move(1, '2026-03-03T10:00:00Z', 9);
  await move(0, '2026-03-09T10:00:00Z', 7);
  await move(1, '2026-03-10T10:00:00Z', -1);
  await move(2, '2026-03-09T10:00:00Z', 5);
  const before = await readStockRevision(other.db);
  await put([
    ...([
      [0, '2026-03-01', 4],
      [0, '2026-03-03', 0],
      [0, '2026-03-06', 7],
      [0, '2026-03-08', 7],
    ] as const),
    ...([
      [1, '2026-03-02', 0],
      [1, '2026-03-08', 8],
    ] as const),
  ]);
  assert.notEqual(await readStockRevision(other.db), before);
  assert.deepEqual(await history('2026-03-01', '2026-03-10'), [
    '4 4 0 0 0 7 7 7 7 7',
    '0 0 0 0 0 0 8 9 8',
    '5 5',
  ]);
  assert.deepEqual(await history('2026-03-04', '2026-03-08'), ['0 0 7 7 7', '0 0 0 0 8', undefined]);
  assert.deepEqual(await outs(), ['2026-03-04 2026-03-05', '2026-03-03 2026-03-07', '']);
  assert.deepEqual(await outs('2026-03-07T00:00:00Z'), ['', '', '']);
  await put([]);
  assert.deepEqual(await history('2026-03-01', '2026-03-10'), ['7 7', '9 9 9 9 9 9 9 8', '5 5']);
});
