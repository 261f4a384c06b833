import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import {
  type Demand,
  moveStock,
  type OwnerId,
  readAvailability,
  release,
  releaseExpired,
  reserve,
  saveAllocationRule,
  setBackorderTerms,
  setPolicies,
} from '../../src/modules/inventory/index.ts';
import { testDatabase } from '../database.ts';
import { anOrder, openStockWorld } from './stock-world.ts';

// Many who want the last pieces, each over a connection of a real PostgreSQL. `RACE=full npm test -- test/race/*.test.ts`
// runs every size ten times; without it the sizes of `npm test`, once.
const IS_FULL = process.env['RACE'] === 'full';
const STOCKS = [1, 7, 50];
const BUYERS = IS_FULL ? [2, 50, 500] : [2, 50];
const ROUNDS = IS_FULL ? 10 : 1;

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const connection = await testDatabase(32);
const world = await openStockWorld(connection, 1 + STOCKS.length * BUYERS.length * ROUNDS * 6);
const { write, put, variant, main } = world;
const paris = await world.location('paris', 'FR', 1);
const lyon = await world.location('lyon', 'FR', 2);
let next = 0;

async function fresh(quantity: number, places = [main]): Promise<VariantId> {
  const id = variant(next++);
  for (const [index, place] of places.entries()) {
    const share = Math.floor((quantity + index) / places.length);
    if (share > 0) await put(id, share, place);
  }
  return id;
}

async function hold(
  demand: readonly Demand[],
  owner = anOrder(),
  country = 'DE',
): Promise<OwnerId | undefined> {
  const expiresAt = now.add({ minutes: 30 });
  const held = await write((tx) => reserve(tx, { owner, demand, destination: { country }, expiresAt, now }));
  return held.ok ? owner : undefined;
}

/** All at once, watched meanwhile; a deadlock or a level below zero fails. */
async function race<Outcome>(buyers: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const { rows } = await sql<{ least: number | null }>`
        select min(available) as least from inventory.level`.execute(connection.db);
      assert.ok((rows[0]?.least ?? 0) >= 0, 'available went below zero');
    }
  };
  const watching = watch();
  const outcomes = await Promise.all(buyers.map((buy) => buy())).finally(() => {
    isOver = true;
  });
  await watching;
  return outcomes;
}

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));
const orders = (outcomes: readonly (OwnerId | undefined)[]) =>
  outcomes.filter((one) => one !== undefined).length;
const one = (variantId: VariantId, quantity = 1) => ({ variantId, quantity });

async function left(id: VariantId): Promise<number | undefined> {
  return (await readAvailability(connection.db, [id])).get(id)?.available;
}

for (const stock of STOCKS) {
  for (const buyers of BUYERS) {
    describe(`${stock} in stock, ${buyers} buyers`, () => {
      test('one each: as many orders as pieces, or as buyers', async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const cup = await fresh(stock);
          const outcomes = await race(times(buyers, () => () => hold([one(cup)])));
          assert.equal(orders(outcomes), Math.min(stock, buyers));
          assert.equal(await left(cup), stock - Math.min(stock, buyers));
        }
      });

      test('a cup and a set with a cup in it: two pieces an order, never three of two', async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const [cup, pot] = [await fresh(stock), await fresh(buyers)];
          await world.makeBundle([
            [cup, 1],
            [pot, 1],
          ]);
          const lines = [one(cup), one(world.bundle)];
          const outcomes = await race(
            times(buyers, (index) => () => hold(index % 2 === 0 ? lines : lines.toReversed())),
          );
          const expected = Math.min(Math.floor(stock / 2), buyers);
          assert.equal(orders(outcomes), expected);
          assert.deepEqual([await left(cup), await left(pot)], [stock - 2 * expected, buyers - expected]);
        }
      });

      test('over three locations by changing rules: the pieces of all of them', async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const cup = await fresh(stock, [main, paris, lyon]);
          const rules = ['nearest', 'fewest_parcels', 'most_stock'] as const;
          await write((tx) => saveAllocationRule(tx, rules[round % 3] ?? 'nearest'));
          const outcomes = await race(
            times(buyers, (index) => () => hold([one(cup)], anOrder(), index % 2 === 0 ? 'FR' : 'DE')),
          );
          assert.equal(orders(outcomes), Math.min(stock, buyers));
          assert.equal(await left(cup), stock - Math.min(stock, buyers));
        }
      });

      test('some give back and try again, while holds end and stock comes in: nothing leaks', async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const [cup, pot] = [await fresh(stock), await fresh(stock, [lyon, main])];
          const undecided = async (index: number) => {
            const lines = index % 2 === 0 ? [one(cup), one(pot)] : [one(pot), one(cup)];
            const owner = await hold(lines);
            if (owner === undefined || index % 3 === 0) return owner;
            await write((tx) => release(tx, { owner, now }));
            return index % 3 === 1 ? undefined : hold([one(cup)], owner);
          };
          const arrival = async () => {
            const moves = [{ variantId: cup, locationId: main, quantity: 1 }];
            await write((tx) => moveStock(tx, { moves, now, reason: 'received', reference: 'in' }));
            await write((tx) => releaseExpired(tx, { now, limit: 5 }));
            return undefined;
          };
          await race([...times(buyers, (index) => () => undecided(index)), arrival, arrival]);
          const more = await race(times(stock + 2, () => () => hold([one(cup)])));
          assert.equal(await left(cup), 0);
          assert.ok(orders(more) <= stock + 2);
        }
      });
    });
  }
}

test('what comes in goes to those who wait, however many release and receive at once', async () => {
  const cup = await fresh(0);
  const policy = { variantId: cup, isTracked: true, mayBackorder: true, lowStockAt: undefined };
  await write((tx) => setPolicies(tx, [policy]));
  await write((tx) => setBackorderTerms(tx, [{ variantId: cup, backorderLimit: 20, preorder: undefined }]));
  const outcomes = await race(times(60, () => () => hold([one(cup)])));
  assert.equal(orders(outcomes), 20);
  const moves = [{ variantId: cup, locationId: main, quantity: 1 }];
  const receive = () =>
    write((tx) => moveStock(tx, { moves, now, reason: 'received', reference: 'in' })).then(() => undefined);
  const [first, second] = outcomes.filter((owner) => owner !== undefined);
  const giveUp = (owner: OwnerId | undefined) => async () => {
    if (owner !== undefined) await write((tx) => release(tx, { owner, now }));
    return undefined;
  };
  await race([...times(10, () => receive), giveUp(first), giveUp(second), () => hold([one(cup)])]);
  const { rows } = await sql<{ served: bigint; waiting: bigint }>`
    select coalesce(sum(quantity) filter (where location_id is not null), 0) as served,
      coalesce(sum(quantity) filter (where location_id is null), 0) as waiting
    from inventory.reservation where variant_id = ${cup}`.execute(connection.db);
  assert.equal(rows[0]?.served, 10n);
  assert.ok(rows[0]?.waiting === 8n || rows[0]?.waiting === 9n);
  assert.equal(await left(cup), 0);
});

test('after all of that every level is the sum of its reservations and movements', async () => {
  assert.deepEqual(await world.differences(), []);
});
