import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { anOrder, openStockWorld } from '../../../test/race/stock-world.ts';
import { expectOk } from '../../kernel/index.ts';
import { enqueue, runDueJobs } from '../../platform/jobs/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { beyondStock } from './beyond-stock.ts';
import {
  type BackorderTerms,
  inventoryJobs,
  type OwnerId,
  readAvailability,
  readBackorderTerms,
  readIncoming,
  readLocations,
  readReservations,
  release,
  reserve,
  returnStock,
  saveLocation,
  setBackorderTerms,
  setIncoming,
  setOnHand,
  setPolicies,
  shipStock,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const connection = await testDatabase();
const { db } = connection;
const world = await openStockWorld(connection, 30);
const { write, put, main } = world;
let next = 0;

async function later(terms: Partial<BackorderTerms> = {}, mayBackorder = true): Promise<VariantId> {
  const variantId = world.variant(next++);
  await write((tx) => setPolicies(tx, [{ variantId, isTracked: true, mayBackorder, lowStockAt: undefined }]));
  const all = { variantId, backorderLimit: undefined, preorder: undefined, ...terms };
  await write((tx) => setBackorderTerms(tx, [all]));
  return variantId;
}
const promise = async (variantId: VariantId, quantity: number, owner = anOrder()) => {
  const demand = [{ variantId, quantity }];
  const held = await write((tx) => reserve(tx, { owner, demand, expiresAt: now.add({ hours: 1 }), now }));
  return held.ok ? owner : held.refusal.shortages[0]?.available;
};
const owns = async (owner: OwnerId | number | undefined) => {
  if (typeof owner !== 'string') throw new TypeError('not promised');
  const held = await readReservations(db, { owner });
  return held.map(({ quantity, isBackorder }) => `${quantity} ${isBackorder ? 'later' : 'here'}`).join(', ');
};
const read = async (variantId: VariantId) => (await readAvailability(db, [variantId])).get(variantId);
const toldOf = async (variantId: VariantId): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.outbox
    where topic = 'inventory.levels_changed' and payload -> 'variantIds' ? ${variantId}`.execute(db);
  return rows[0]?.count ?? 0;
};

test('how many may be promised beyond stock', () => {
  const policy = { isTracked: true, mayBackorder: true, backorderLimit: undefined, promised: 0 };
  const table: [Partial<Parameters<typeof beyondStock>[0]>, number][] = [
    [{}, Number.POSITIVE_INFINITY],
    [{ mayBackorder: false }, 0],
    [{ backorderLimit: 10, promised: 7 }, 3],
    [{ backorderLimit: 5, promised: 7 }, 0],
    [{ backorderLimit: 0 }, 0],
    [{ isPreorder: true, mayBackorder: false }, Number.POSITIVE_INFINITY],
    [{ isPreorder: true, mayBackorder: true, backorderLimit: 9, preorderLimit: 4, promised: 1 }, 3],
  ];
  for (const [change, expected] of table) {
    const promising = { ...policy, isPreorder: false, preorderLimit: undefined, ...change };
    assert.equal(beyondStock(promising), expected);
  }
});

describe('promising beyond stock', () => {
  test('up to the limit and not a piece more, then it cannot be bought', async () => {
    const cup = await later({ backorderLimit: 5 });
    await put(cup, 2);
    assert.equal(await owns(await promise(cup, 4)), '2 here, 2 later');
    assert.equal(await promise(cup, 4), 3);
    assert.deepEqual([(await read(cup))?.available, (await read(cup))?.isBuyable], [0, true]);
    assert.equal(await owns(await promise(cup, 3)), '3 later');
    assert.deepEqual([(await read(cup))?.mayBackorder, (await read(cup))?.isBuyable], [false, false]);
    assert.equal(await promise(cup, 1), 0);
  });

  test('what comes in goes to whoever was promised first, in part where it is little', async () => {
    const cup = await later();
    const [first, second, third] = [await promise(cup, 3), await promise(cup, 2), await promise(cup, 1)];
    await put(cup, 2);
    assert.deepEqual(
      [await owns(first), await owns(second), await owns(third)],
      ['1 later, 2 here', '2 later', '1 later'],
    );
    const counts = [{ variantId: cup, locationId: main, onHand: 4 }];
    await write((tx) => setOnHand(tx, { counts, now, reason: 'count', reference: 'shelf' }));
    assert.deepEqual(
      [await owns(first), await owns(second), await owns(third)],
      ['2 here, 1 here', '1 later, 1 here', '1 later'],
    );
    assert.equal((await read(cup))?.available, 0);
  });

  test('what is given back or returned goes to those who wait, not to whoever comes next', async () => {
    const cup = await later();
    await put(cup, 2);
    const [here, waiting] = [anOrder(), anOrder()];
    await promise(cup, 2, here);
    await promise(cup, 3, waiting);
    await write((tx) => release(tx, { owner: here, demand: [{ variantId: cup, quantity: 1 }], now }));
    assert.equal(await owns(waiting), '2 later, 1 here');
    const item = { variantId: cup, locationId: main, quantity: 1 };
    const items = [{ ...item, condition: 'sellable' as const }];
    await write((tx) => returnStock(tx, { items, now, reference: 'r' }));
    assert.equal(await owns(waiting), '1 later, 1 here, 1 here');
    assert.equal((await read(cup))?.available, 0);
    expectOk(await write((tx) => shipStock(tx, { owner: waiting, items: [item], now, reference: 'f' })));
    const tooMany = [{ ...item, quantity: 2 }];
    const early = await write((tx) => shipStock(tx, { owner: waiting, items: tooMany, now, reference: 'g' }));
    assert.equal(early.ok, false);
  });

  test('less wanted takes the promise back before the stock', async () => {
    const cup = await later();
    await put(cup, 2);
    const owner = anOrder();
    await promise(cup, 5, owner);
    const less = (quantity: number) =>
      write((tx) => release(tx, { owner, demand: [{ variantId: cup, quantity }], now }));
    await less(2);
    assert.equal(await owns(owner), '2 here, 1 later');
    await less(2);
    assert.deepEqual([await owns(owner), (await read(cup))?.available], ['1 here', 1]);
  });

  test('what a location has that opens goes to those who wait', async () => {
    const cup = await later();
    const barn = { code: 'barn', name: 'Barn', country: 'DE', isActive: false, position: 9 };
    const { id } = expectOk(await write((tx) => saveLocation(tx, barn)));
    await put(cup, 2, id);
    const owner = await promise(cup, 1);
    assert.equal(await owns(owner), '1 later');
    expectOk(await write((tx) => saveLocation(tx, { ...barn, id, isActive: true })));
    assert.deepEqual([await owns(owner), (await read(cup))?.available], ['1 here', 1]);
    assert.equal((await readLocations(db)).length, 2);
  });
});

test('a preorder goes by its own limit until its day, and is told as such', async () => {
  const availableFrom = Temporal.Instant.from('2020-05-03T00:00:00Z');
  const cup = await later({ preorder: { availableFrom, limit: 2 } }, false);
  assert.deepEqual((await readBackorderTerms(db, [cup])).get(cup)?.preorder, { availableFrom, limit: 2 });
  assert.deepEqual([(await read(cup))?.preorderFrom, (await read(cup))?.isBuyable], [availableFrom, true]);
  assert.equal(await promise(cup, 3), 2);
  assert.equal(await owns(await promise(cup, 1)), '1 later');
  await write((tx) => enqueue(tx, 'inventory.release_expired', {}));
  await runDueJobs({ connection, jobs: inventoryJobs });
  assert.deepEqual([(await read(cup))?.preorderFrom, (await read(cup))?.isBuyable], [undefined, false]);
});

describe('what is told', () => {
  test('an order that takes one of many is not; the last few, the last one and more stock are', async () => {
    const cup = world.variant(next++);
    await put(cup, 10);
    const takes: [taken: number, isTold: boolean][] = [
      [1, false],
      [5, false],
      [1, true],
      [1, true],
      [2, true],
    ];
    for (const [quantity, isTold] of takes) {
      const before = await toldOf(cup);
      await promise(cup, quantity);
      assert.equal((await toldOf(cup)) - before, isTold ? 1 : 0, `${quantity} taken`);
    }
  });

  test('a bundle that cannot be put together any more is, though there is still of the component', async () => {
    const [cup, pot] = [world.variant(next++), world.variant(next++)];
    await put(cup, 22);
    await put(pot, 100);
    await world.makeBundle([
      [cup, 5],
      [pot, 1],
    ]);
    const told = async (quantity: number) => {
      const before = await toldOf(world.bundle);
      await promise(cup, quantity);
      return (await toldOf(world.bundle)) - before;
    };
    assert.deepEqual([await told(1), await told(2), await told(1)], [0, 1, 0]);
  });

  test('what was not told at once is told by the job, once', async () => {
    const cup = world.variant(next++);
    await put(cup, 50);
    const drift = async () => {
      const before = await toldOf(cup);
      await write((tx) => enqueue(tx, 'inventory.tell_drift', {}));
      await runDueJobs({ connection, jobs: inventoryJobs });
      return (await toldOf(cup)) - before;
    };
    await drift();
    await promise(cup, 1);
    assert.deepEqual([await drift(), await drift()], [1, 0]);
  });

  test('the job of each minute ends holds and says whose', async () => {
    const cup = world.variant(next++);
    await put(cup, 1);
    const past = Temporal.Instant.from('2020-01-01T00:00:00Z');
    const owner = anOrder();
    const demand = [{ variantId: cup, quantity: 1 }];
    expectOk(await write((tx) => reserve(tx, { owner, demand, expiresAt: past, now })));
    await write((tx) => enqueue(tx, 'inventory.release_expired', {}));
    await runDueJobs({ connection, jobs: inventoryJobs });
    const { rows } = await sql<{ payload: { owners: string[] } }>`
      select payload from platform.outbox where topic = 'inventory.reservations_expired'`.execute(db);
    assert.ok(rows.some(({ payload }) => payload.owners.includes(owner)));
    assert.equal((await read(cup))?.available, 1);
  });
});

test('what is on its way is read by day, changed, and taken away', async () => {
  const cup = world.variant(next++);
  const [may, june] = [Temporal.PlainDate.from('2027-05-03'), Temporal.PlainDate.from('2027-06-01')];
  const coming = (expectedOn: Temporal.PlainDate, quantity: number) => ({
    ...{ variantId: cup, locationId: main, expectedOn, quantity },
  });
  await write((tx) => setIncoming(tx, [coming(june, 5), coming(may, 2), coming(may, 3)]));
  assert.deepEqual((await readIncoming(db, [cup])).get(cup), [coming(may, 3), coming(june, 5)]);
  await write((tx) => setIncoming(tx, [coming(may, 0), coming(june, 6)]));
  assert.deepEqual((await readIncoming(db, [cup])).get(cup), [coming(june, 6)]);
  assert.equal((await read(cup))?.isBuyable, false);
});

test('after all of that every level is the sum of its reservations and movements', async () => {
  assert.deepEqual(await world.differences(), []);
});
