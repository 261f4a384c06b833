import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, idFrom } from '../../kernel/index.ts';
import { availabilityOf, bundleAvailability, type OwnStock } from './availability.ts';
import {
  expectGoods,
  labelUnavailable,
  readAvailability,
  readLabelled,
  saveLocation,
  saveTransfer,
  sendTransfer,
  setIncoming,
  setPolicies,
} from './index.ts';
import { type Outlook, returnDay } from './return-day.ts';
import { aStockShop, NOW } from './testing/a-stock-shop.ts';

const connection = await testDatabase();
const { db } = connection;
let shop: Awaited<ReturnType<typeof aStockShop>>;
before(async () => {
  shop = await aStockShop(connection, ['Cup', 'Pot', 'Pan', 'Fork', 'Lid']);
});

const day = (text: string) => Temporal.PlainDate.from(`2026-12-${text}`);
const outlook = (promised: number, ...coming: readonly (readonly [on: string, quantity: number])[]) => ({
  ...{ promised, coming: coming.map(([on, quantity]) => ({ on: day(on), quantity })) },
});

test('goods are back on the day on which more have come than are promised', () => {
  const rows: readonly (readonly [Outlook, needed: number, day: string | undefined])[] = [
    [outlook(0), 1, undefined],
    [outlook(0, ['12', 1]), 1, '2026-12-12'],
    [outlook(5, ['01', 4], ['12', 6]), 1, '2026-12-12'],
    [outlook(5, ['01', 5]), 1, undefined],
    [outlook(0, ['01', 2], ['12', 6]), 3, '2026-12-12'],
  ];
  for (const [given, needed, expected] of rows) {
    assert.equal(returnDay(given, needed)?.toString(), expected, JSON.stringify(given));
  }
});

const stock = (available: number, change: Partial<OwnStock> = {}): OwnStock => ({
  ...{ isTracked: true, mayBackorder: false, available, lowStockAt: undefined, ...change },
});
const later = (on: string, quantity = 5) => ({ outlook: outlook(0, [on, quantity]) });

test('only what cannot be bought is told to be back', () => {
  const dayOf = (own: OwnStock) => availabilityOf(own).expectedOn?.toString();
  assert.equal(dayOf(stock(0, later('12'))), '2026-12-12');
  assert.equal(dayOf(stock(1, later('12'))), undefined);
  assert.equal(dayOf(stock(0, { ...later('12'), mayBackorder: true })), undefined);
  assert.equal(dayOf(stock(0, { ...later('12'), isTracked: false })), undefined);
});

test('a bundle is back with the last of what it lacks, where that is told of all of it', () => {
  const dayOf = (...parts: readonly (readonly [quantity: number, stock: OwnStock])[]) => {
    const ids = parts.map((_, index) => idFrom<'variant'>(index, new Uint8Array(10)));
    const components = parts.flatMap(([quantity], index) => {
      const variantId = ids[index];
      return variantId === undefined ? [] : [{ variantId, quantity }];
    });
    const stocks = new Map(
      parts.flatMap(([, own], index) => {
        const variantId = ids[index];
        return variantId === undefined ? [] : [[variantId, own] as const];
      }),
    );
    return bundleAvailability(components, stocks).expectedOn?.toString();
  };
  assert.equal(dayOf([1, stock(0, later('12'))], [1, stock(9)]), '2026-12-12');
  assert.equal(dayOf([1, stock(0, later('12'))], [2, stock(1, later('20'))]), '2026-12-20');
  assert.equal(dayOf([1, stock(0, later('12'))], [2, stock(1)]), undefined);
  assert.equal(dayOf([4, stock(1, later('12', 2))]), undefined);
  assert.equal(dayOf([1, stock(3)], [1, stock(3)]), undefined);
});

const expectedOn = async (variant: number, today: string) => {
  const id = shop.variant(variant);
  const found = await readAvailability(db, [id], { today: day(today) });
  return found.get(id)?.expectedOn?.toString();
};
const label = (variant: number, isLabelled: boolean) =>
  shop.write((tx) => labelUnavailable(tx, [{ variantId: shop.variant(variant), isLabelled }]));
const expectOf = (
  variant: number,
  on: string,
  more: { lateDays?: number; locationId?: typeof shop.main } = {},
) =>
  shop.write((tx) =>
    expectGoods(tx, {
      source: `purchase_order:${variant}`,
      goods: [
        ...[
          {
            variantId: shop.variant(variant),
            locationId: shop.main,
            expectedOn: day(on),
            quantity: 5,
            ...more,
          },
        ],
      ],
    }),
  );
const toldOf = async (variant: number) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.outbox where topic = 'inventory.levels_changed'
      and payload -> 'variantIds' ? ${shop.variant(variant)}`.execute(db);
  return rows[0]?.count ?? 0;
};

test('the day is told where it is labelled, with what its supplier is usually late, and not once it has passed', async () => {
  await expectOf(0, '12', { lateDays: 3 });
  assert.equal(await expectedOn(0, '01'), undefined);
  assert.deepEqual(await label(0, true), { changed: [shop.variant(0)] });
  assert.deepEqual(await label(0, true), { changed: [] });
  assert.deepEqual(await readLabelled(db, [shop.variant(0), shop.variant(1)]), new Set([shop.variant(0)]));
  assert.equal(await expectedOn(0, '01'), '2026-12-15');
  assert.equal(await expectedOn(0, '15'), '2026-12-15');
  assert.equal(await expectedOn(0, '16'), undefined);
  assert.equal((await readAvailability(db, [shop.variant(0)])).get(shop.variant(0))?.expectedOn, undefined);
  await label(0, false);
  assert.equal(await expectedOn(0, '01'), undefined);
});

test('what is expected on another day is told, of what is labelled alone', async () => {
  await label(1, true);
  const told = await toldOf(1);
  await expectOf(1, '12');
  await expectOf(1, '20');
  assert.equal(await expectedOn(1, '01'), '2026-12-20');
  await shop.write((tx) => expectGoods(tx, { source: 'purchase_order:1', goods: [] }));
  assert.equal(await expectedOn(1, '01'), undefined);
  const byHand = { variantId: shop.variant(1), locationId: shop.main, quantity: 1, expectedOn: day('24') };
  await shop.write((tx) => setIncoming(tx, [byHand]));
  assert.equal(await expectedOn(1, '01'), '2026-12-24');
  assert.equal(await toldOf(1), told + 4);
  await expectOf(2, '12');
  assert.equal(await toldOf(2), 0);
});

test('goods in transit are back on the day that was said of them', async () => {
  await shop.move(shop.variant(3), 2, shop.other);
  await label(3, true);
  const lines = [{ variantId: shop.variant(3), quantity: 2 }];
  const draft = { fromId: shop.other, toId: shop.main, expectedOn: day('09'), note: '', lines };
  const saved = expectOk(await shop.write((tx) => saveTransfer(tx, { draft, actor: 'staff:a', now: NOW })));
  expectOk(await shop.write((tx) => sendTransfer(tx, { id: saved.id, actor: 'staff:a', now: NOW })));
  assert.equal(await expectedOn(3, '01'), '2026-12-09');
});

test('what is on its way to a place that is not active brings nothing back', async () => {
  const closed = { code: 'closed', name: 'Closed', country: 'DE', isActive: false, position: 2 } as const;
  const { id: locationId } = expectOk(await shop.write((tx) => saveLocation(tx, closed)));
  await label(2, true);
  assert.equal(await expectedOn(2, '01'), '2026-12-12');
  await expectOf(2, '12', { locationId });
  assert.equal(await expectedOn(2, '01'), undefined);
});

test('a policy that is saved keeps the label', async () => {
  await label(4, true);
  const policy = { variantId: shop.variant(4), isTracked: true, mayBackorder: false, lowStockAt: 2 };
  await shop.write((tx) => setPolicies(tx, [policy]));
  assert.ok((await readLabelled(db, [shop.variant(4)])).has(shop.variant(4)));
});
