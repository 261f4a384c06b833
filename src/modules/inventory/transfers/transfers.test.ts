import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import {
  cancelTransfer,
  listLevels,
  readIncoming,
  receiveTransfer,
  saveTransfer,
  sendTransfer,
  type TransferId,
} from '../index.ts';
import { aStockShop, NOW } from '../testing/a-stock-shop.ts';
import type { Missing } from './transfer.ts';

const shop = await aStockShop(await testDatabase(8), ['Cup', 'Pot', 'Spoon', 'Fork', 'Lid', 'Pan']);
const { db, write, main, other, variant } = shop;
const doing = { now: NOW, actor: 'staff:a' };
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function aDraft(
  ...lines: readonly (readonly [variantId: VariantId, quantity: number])[]
): Promise<TransferId> {
  const draft = {
    ...{ fromId: main, toId: other, expectedOn: undefined, note: '' },
    lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })),
  };
  return expectOk(await write((tx) => saveTransfer(tx, { draft, ...doing }))).id;
}
const send = (id: TransferId) => write((tx) => sendTransfer(tx, { id, ...doing }));
const receive = (id: TransferId, come: readonly (readonly [VariantId, number])[], missing?: Missing) =>
  write((tx) =>
    receiveTransfer(tx, {
      ...{ id, missing, ...doing },
      lines: come.map(([variantId, received]) => ({ variantId, received })),
    }),
  );
const movements = async (variantId: VariantId) => {
  const { rows } = await sql<{ quantity: number; reason: string; actor: string }>`
    select quantity, reason, actor from inventory.movement
    where variant_id = ${variantId} and reference like 'T-%' order by id`.execute(db);
  return rows.map(({ quantity, reason, actor }) => `${reason} ${quantity} ${actor}`);
};

test('what was sent is nowhere until it comes, incoming at the destination, and closed when all is there', async () => {
  const cup = variant(0);
  await shop.move(cup, 10);
  const id = await aDraft([cup, 6]);
  assert.equal(await shop.onHand(cup), 10);
  expectOk(await send(id));
  assert.deepEqual([await shop.onHand(cup), await shop.onHand(cup, other)], [4, 0]);
  assert.deepEqual(
    (await readIncoming(db, [cup])).get(cup)?.map((one) => [one.locationId, one.quantity]),
    [[other, 6]],
  );
  assert.equal(codeOf(await send(id)), 'wrong_state');
  const half = expectOk(await receive(id, [[cup, 2]]));
  assert.deepEqual([half.state, await shop.onHand(cup, other)], ['sent', 2]);
  const levels = await listLevels(db, { sort: 'title', limit: 10, variantIds: [cup], locationIds: [other] });
  assert.deepEqual(
    levels.map((level) => [level.onHand, level.incoming]),
    [[2, 4]],
  );
  const all = expectOk(await receive(id, [[cup, 4]]));
  assert.deepEqual([all.state, all.missing, await shop.onHand(cup, other)], ['received', undefined, 6]);
  assert.deepEqual(await movements(cup), ['transfer -6 staff:a', 'transfer 2 staff:a', 'transfer 4 staff:a']);
  assert.equal((await readIncoming(db, [cup])).get(cup), undefined);
});

test('what did not come is lost with a movement of its own, or back where it came from', async () => {
  const [pot, spoon] = [variant(1), variant(2)];
  await shop.move(pot, 10);
  await shop.move(spoon, 10);
  const lost = await aDraft([pot, 10]);
  expectOk(await send(lost));
  const closed = expectOk(await receive(lost, [[pot, 8]], 'lost'));
  assert.deepEqual([closed.state, closed.missing], ['received', 'lost']);
  assert.deepEqual([await shop.onHand(pot), await shop.onHand(pot, other)], [0, 8]);
  assert.deepEqual(await movements(pot), [
    'transfer -10 staff:a',
    'transfer 10 staff:a',
    'correction -2 staff:a',
  ]);
  const back = await aDraft([spoon, 10]);
  expectOk(await send(back));
  expectOk(await receive(back, [[spoon, 7]], 'back'));
  assert.deepEqual([await shop.onHand(spoon), await shop.onHand(spoon, other)], [3, 7]);
});

test('nothing leaves when one of its goods is promised to orders, or not there', async () => {
  const [fork, lid] = [variant(3), variant(4)];
  await shop.move(fork, 5);
  await shop.move(lid, 5);
  await sql`update inventory.level set reserved = 3 where variant_id = ${lid} and location_id = ${main}`.execute(
    db,
  );
  const id = await aDraft([fork, 5], [lid, 3]);
  assert.equal(codeOf(await send(id)), 'would_go_below_zero');
  assert.deepEqual([await shop.onHand(fork), await shop.onHand(lid)], [5, 5]);
  expectOk(await write((tx) => cancelTransfer(tx, { id, ...doing })));
  assert.equal(codeOf(await send(id)), 'wrong_state');
});

test('what cannot be is refused', async () => {
  const pan = variant(5);
  await shop.move(pan, 2);
  const id = await aDraft([pan, 2]);
  assert.equal(codeOf(await receive(id, [[pan, 1]])), 'wrong_state');
  expectOk(await send(id));
  assert.equal(codeOf(await receive(id, [[variant(0), 1]])), 'not_on_transfer');
  assert.equal(codeOf(await write((tx) => cancelTransfer(tx, { id, ...doing }))), 'wrong_state');
  const draft = { fromId: main, toId: main, expectedOn: undefined, note: '', lines: [] };
  assert.equal(codeOf(await write((tx) => saveTransfer(tx, { draft, ...doing }))), 'same_location');
  const empty = await aDraft();
  assert.equal(codeOf(await send(empty)), 'no_lines');
});

test('of two who receive the last of it at once one is told that it is closed', async () => {
  const pan = variant(5);
  await shop.move(pan, 3);
  const id = await aDraft([pan, 3]);
  expectOk(await send(id));
  const before = await shop.onHand(pan, other);
  const both = await Promise.all([receive(id, [[pan, 3]]), receive(id, [[pan, 3]])]);
  assert.deepEqual(both.map(codeOf).toSorted(), ['ok', 'wrong_state']);
  assert.equal((await shop.onHand(pan, other)) - before, 3);
});
