import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { anOrder, openStockWorld } from '../../../test/race/stock-world.ts';
import { expectOk } from '../../kernel/index.ts';
import type { VariantId } from '../catalog/index.ts';
import {
  allocate,
  type Demand,
  type OwnerId,
  readAllocationRule,
  readAvailability,
  readLevels,
  readReservations,
  release,
  releaseExpired,
  reserve,
  returnStock,
  saveAllocationRule,
  setPolicies,
  shipStock,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const soon = now.add({ minutes: 30 });
const connection = await testDatabase();
const { db } = connection;
const world = await openStockWorld(connection, 30);
const { variant, write, put, main } = world;
let next = 0;
const fresh = async (quantity: number): Promise<VariantId> => {
  const id = variant(next++);
  if (quantity > 0) await put(id, quantity);
  return id;
};
const hold = (owner: OwnerId, demand: readonly Demand[], country = 'DE') =>
  write((tx) => reserve(tx, { owner, demand, destination: { country }, expiresAt: soon, now }));
const one = (variantId: VariantId, quantity = 1) => [{ variantId, quantity }];
const available = async (variantId: VariantId) =>
  (await readAvailability(db, [variantId])).get(variantId)?.available;
const level = async (variantId: VariantId, locationId = main) => {
  const found = (await readLevels(db, [variantId]))
    .get(variantId)
    ?.find((it) => it.locationId === locationId);
  return found && [found.onHand, found.reserved, found.available];
};

describe('holding stock', () => {
  test('what is held is not available, and given back it is again, however often it is given back', async () => {
    const cup = await fresh(5);
    const owner = anOrder();
    const [held, ...others] = expectOk(await hold(owner, one(cup, 3)));
    assert.equal(others.length, 0);
    assert.deepEqual([held?.quantity, held?.locationId, held?.expiresAt], [3, main, soon]);
    assert.deepEqual(await readReservations(db, { owner }), [held]);
    assert.deepEqual(await level(cup), [5, 3, 2]);
    await write((tx) => release(tx, { owner, now }));
    await write((tx) => release(tx, { owner, now }));
    assert.deepEqual(await level(cup), [5, 0, 5]);
    assert.deepEqual(await readReservations(db, { owner }), []);
  });

  test('all or nothing: what is missing is told of each variant, and nothing is held', async () => {
    const [cup, pot, jug] = [await fresh(1), await fresh(5), await fresh(0)];
    const owner = anOrder();
    const held = await hold(owner, [...one(cup, 2), ...one(pot, 5), ...one(jug)]);
    assert.ok(!held.ok && held.refusal.code === 'out_of_stock');
    const byId = new Map(held.refusal.shortages.map((short) => [short.variantId, short]));
    assert.deepEqual([byId.get(cup)?.wanted, byId.get(cup)?.available], [2, 1]);
    assert.deepEqual([byId.get(jug)?.wanted, byId.get(jug)?.available], [1, 0]);
    assert.equal(byId.has(pot), false);
    assert.deepEqual([await available(cup), await available(pot)], [1, 5]);
    assert.deepEqual(await readReservations(db, { owner }), []);
  });

  test('two lines of one variant count as their sum', async () => {
    const cup = await fresh(3);
    assert.equal((await hold(anOrder(), [...one(cup, 2), ...one(cup, 2)])).ok, false);
    expectOk(await hold(anOrder(), [...one(cup, 2), ...one(cup, 1)]));
    assert.equal(await available(cup), 0);
  });

  test('a bundle and a line that share a component are summed, and a bundle is given back whole', async () => {
    const [cup, pot] = [await fresh(5), await fresh(9)];
    await world.makeBundle([
      [cup, 2],
      [pot, 1],
    ]);
    const tooMany = await hold(anOrder(), [...one(world.bundle, 2), ...one(cup, 2)]);
    assert.ok(!tooMany.ok);
    assert.deepEqual(
      tooMany.refusal.shortages.map(({ variantId, wanted, lineVariantIds }) => {
        return [variantId, wanted, new Set(lineVariantIds)];
      }),
      [[cup, 6, new Set([cup, world.bundle])]],
    );
    const owner = anOrder();
    expectOk(await hold(owner, [...one(world.bundle, 2), ...one(cup, 1)]));
    assert.deepEqual([await available(cup), await available(pot)], [0, 7]);
    await write((tx) => release(tx, { owner, demand: one(world.bundle), now }));
    assert.deepEqual([await available(cup), await available(pot)], [2, 8]);
    await write((tx) => release(tx, { owner, demand: one(world.bundle, 9), now }));
    assert.deepEqual([await available(cup), await available(pot)], [4, 9]);
    assert.equal((await readReservations(db, { owner })).length, 1);
  });

  test('a piece that goes by itself is not taken from a bundle that shares it', async () => {
    const [cup, pot] = [await fresh(5), await fresh(9)];
    await world.makeBundle([
      [cup, 2],
      [pot, 1],
    ]);
    const owner = anOrder();
    expectOk(await hold(owner, [...one(world.bundle, 1), ...one(cup, 1)]));
    const held = await readReservations(db, { owner });
    const locationId = held.find(({ variantId }) => variantId === cup)?.locationId;
    assert.ok(locationId);
    const items = [{ variantId: cup, lineVariantId: cup, locationId, quantity: 1 }];
    expectOk(await write((tx) => shipStock(tx, { owner, items, now, reference: 'single' })));
    const left = (await readReservations(db, { owner })).filter(({ variantId }) => variantId === cup);
    assert.deepEqual(
      left.map(({ lineVariantId, quantity }) => [lineVariantId, quantity]),
      [[world.bundle, 2]],
    );
  });

  test('what is not tracked needs no reservation', async () => {
    const ebook = await fresh(0);
    const policy = { variantId: ebook, isTracked: false, mayBackorder: false, lowStockAt: undefined };
    await write((tx) => setPolicies(tx, [policy]));
    assert.deepEqual(expectOk(await hold(anOrder(), one(ebook, 1_000))), []);
    const items = [{ variantId: ebook, locationId: main, quantity: 3 }];
    expectOk(await write((tx) => shipStock(tx, { owner: anOrder(), items, now, reference: 'f' })));
    assert.equal(await level(ebook), undefined);
  });

  test('a demand that is no number of pieces is a programmer’s mistake', async () => {
    const cup = await fresh(5);
    for (const quantity of [0, -1, 1.5, Number.NaN, 2_000_000]) {
      await assert.rejects(hold(anOrder(), one(cup, quantity)), RangeError);
    }
  });
});

describe('the end of a hold', () => {
  test('a hold that is not paid ends by itself; one that is paid stays, however often that is said', async () => {
    const sweep = (at: Temporal.Instant) => write((tx) => releaseExpired(tx, { now: at, limit: 10 }));
    await sweep(soon);
    const cup = await fresh(5);
    const [paid, unpaid] = [anOrder(), anOrder()];
    expectOk(await hold(paid, one(cup, 2)));
    expectOk(await hold(unpaid, one(cup, 3)));
    const first = await write((tx) => allocate(tx, { owner: paid, now }));
    assert.deepEqual(await write((tx) => allocate(tx, { owner: paid, now })), first);
    assert.deepEqual([first.length, first[0]?.expiresAt], [1, undefined]);
    assert.deepEqual(await sweep(soon.subtract({ seconds: 1 })), []);
    assert.deepEqual(await sweep(soon), [unpaid]);
    assert.deepEqual(await sweep(soon), []);
    assert.deepEqual(await level(cup), [5, 2, 3]);
    assert.deepEqual(await write((tx) => allocate(tx, { owner: unpaid, now })), []);
  });

  test('a hold that is being paid at this moment does not end', async () => {
    const cup = await fresh(1);
    const owner = anOrder();
    expectOk(await hold(owner, one(cup)));
    await write(async (paying) => {
      await allocate(paying, { owner, now });
      const sweep = write(async (tx) => {
        await sql`set local lock_timeout = '2s'`.execute(tx);
        return releaseExpired(tx, { now: soon, limit: 10 });
      });
      assert.deepEqual(await sweep, []);
    });
    assert.equal((await readReservations(db, { owner })).length, 1);
  });
});

describe('out of the door and back', () => {
  test('what is shipped leaves reserved and on hand, and more than is held there is refused', async () => {
    const cup = await fresh(5);
    const owner = anOrder();
    expectOk(await hold(owner, one(cup, 3)));
    const ship = (quantity: number) =>
      write((tx) =>
        shipStock(tx, {
          ...{ owner, now, reference: 'parcel' },
          items: [{ variantId: cup, locationId: main, quantity }],
        }),
      );
    expectOk(await ship(2));
    assert.deepEqual(await level(cup), [3, 1, 2]);
    const tooMany = await ship(2);
    assert.equal(tooMany.ok ? '' : tooMany.refusal.code, 'not_reserved');
    assert.deepEqual(await level(cup), [3, 1, 2]);
    expectOk(await ship(1));
    assert.deepEqual(await level(cup), [2, 0, 2]);
  });

  test('sellable returns are on hand again, damaged ones are written off, both with their movements', async () => {
    const cup = await fresh(1);
    const item = { variantId: cup, locationId: main };
    await write((tx) =>
      returnStock(tx, {
        ...{ now, reference: 'r1' },
        items: [
          { ...item, quantity: 2, condition: 'sellable' },
          { ...item, quantity: 1, condition: 'damaged' },
        ],
      }),
    );
    assert.deepEqual(await level(cup), [3, 0, 3]);
    const { rows } = await sql<{ text: string }>`
      select reason || ' ' || quantity as text from inventory.movement where variant_id = ${cup} order by id`.execute(
      db,
    );
    assert.deepEqual(
      rows.map((row) => row.text),
      ['received 1', 'returned 3', 'damaged -1'],
    );
  });
});

describe('several locations', () => {
  test('the rule of the shop says where an order is served from, and a line may be split', async () => {
    const paris = await world.location('paris', 'FR', 1);
    const lyon = await world.location('lyon', 'FR', 2);
    const cup = await fresh(2);
    await put(cup, 2, paris);
    await put(cup, 3, lyon);
    const from = async (quantity: number, country: string) => {
      const owner = anOrder();
      const held = expectOk(await hold(owner, one(cup, quantity), country));
      await write((tx) => release(tx, { owner, now }));
      return held.map((part) => [part.locationId, part.quantity]);
    };
    assert.equal(await readAllocationRule(db), 'nearest');
    const nearest = [
      [paris, 2],
      [lyon, 1],
    ];
    assert.deepEqual(await from(3, 'FR'), nearest);
    await write((tx) => saveAllocationRule(tx, 'fewest_parcels'));
    assert.deepEqual(await from(3, 'FR'), [[lyon, 3]]);
    await write((tx) => saveAllocationRule(tx, 'most_stock'));
    assert.deepEqual(await from(1, 'DE'), [[lyon, 1]]);
    await write((tx) => saveAllocationRule(tx, 'nearest'));
    assert.equal((await hold(anOrder(), one(cup, 8))).ok, false);
  });
});

test('after all of that every level is the sum of its reservations and movements', async () => {
  assert.deepEqual(await world.differences(), []);
  await sql`update inventory.level set reserved = reserved + 1 where on_hand > 2`.execute(db);
  assert.notDeepEqual(await world.differences(), []);
});
