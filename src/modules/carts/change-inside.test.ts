import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aCart } from '../../../test/selling/shopper.ts';
import { expectOk, ok } from '../../kernel/index.ts';
import { type Tx, transact } from '../../platform/database/index.ts';
import { changeCart } from './change-cart.ts';
import { addLine, type Cart, readCart } from './index.ts';

const shop = await openSellingShop(await testDatabase(16));
const { deps } = shop;
const { db } = deps;
const [cup, pot] = shop.variants;

await sql`create table kept_beside (note text)`.execute(db);
const keep = (tx: Tx, note: string) => sql`insert into kept_beside values (${note})`.execute(tx);
const notes = async (note: string) =>
  (await sql`select from kept_beside where note = ${note}`.execute(db)).rows.length;
const add = (tx: Tx, token: string) =>
  addLine({ ...deps, db: tx }, { token, variantId: cup, quantity: 1, now: NOW });
const quantities = async (token: string) =>
  (await readCart(deps, token))?.lines.map(({ quantity }) => quantity);

test('thirty at once inside transactions that keep something beside lose neither', async () => {
  const token = await aCart(shop, { variantId: cup, quantity: 1 });
  const asked = Array.from({ length: 30 }, () =>
    transact(db, async (tx, lastly) => {
      expectOk(await add(tx, token));
      lastly(keep(tx, 'thirty'));
    }),
  );
  await Promise.all(asked);
  assert.deepEqual([await quantities(token), await notes('thirty')], [[31], 30]);
});

test('who is overtaken between reading and writing begins again, and says what the cart has become', async () => {
  const token = await aCart(shop, { variantId: cup, quantity: 1 });
  const before = await readCart(deps, token);
  expectOk(await addLine(deps, { token, variantId: pot, quantity: 1, now: NOW }));
  let attempts = 0;
  const doubled = await transact(db, async (tx, lastly) => {
    attempts += 1;
    const asked = { token, now: NOW };
    const changed = await changeCart({ ...deps, db: tx }, asked, (cart) => ok(twiceAsMuch(cart)), before);
    lastly(keep(tx, 'overtaken'));
    return expectOk(changed);
  });
  const kept = await readCart(deps, token);
  assert.deepEqual([attempts, await notes('overtaken')], [2, 1]);
  assert.deepEqual([doubled.version, doubled.lines], [kept?.version, kept?.lines]);
  assert.deepEqual(await quantities(token), [2, 2]);
});

function twiceAsMuch(cart: Cart): Cart {
  return { ...cart, lines: cart.lines.map((line) => ({ ...line, quantity: line.quantity * 2 })) };
}

test('what fails beside takes the change back', async () => {
  const token = await aCart(shop, { variantId: cup, quantity: 1 });
  const failed = transact(db, async (tx, lastly) => {
    expectOk(await add(tx, token));
    lastly(sql`select 1 / 0`.execute(tx));
  });
  await assert.rejects(failed, /division by zero/);
  assert.deepEqual(await quantities(token), [1]);
});
