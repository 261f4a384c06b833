import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { ENGLISH, NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { ADDRESS, aCart, aReadyCart } from '../../../test/selling/shopper.ts';
import { expectOk, type Result } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { findOrCreateByEmail, saveAddress } from '../customers/index.ts';
import {
  cartsJobs,
  cartsReactions,
  mergeCarts,
  prefillFromCustomer,
  readCart,
  readPricedCart,
  setDetails,
} from './index.ts';

const shop = await openSellingShop(await testDatabase(16));
const { deps, connection } = shop;
const { db } = deps;
const [, , spoon] = shop.variants;
const at = { now: NOW };

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const priced = async (token: string) => {
  const cart = await readPricedCart(deps, { token, now: NOW });
  assert.ok(cart);
  return cart;
};

describe('signing in', () => {
  test('joins the carts of two devices, and both open the joined one', async () => {
    const customerId = newId<'customer'>();
    const phone = await aCart(shop, { variantId: spoon, quantity: 2 });
    const laptop = await aCart(shop, { variantId: spoon, quantity: 5 });
    const first = await mergeCarts(deps, { token: phone, customerId, ...at });
    assert.equal(first?.token, phone);
    const joined = await mergeCarts(deps, { token: laptop, customerId, ...at });
    assert.deepEqual(
      joined?.cart.lines.map(({ quantity }) => quantity),
      [5],
    );
    const [here, there] = [await readCart(deps, phone), await readCart(deps, laptop)];
    assert.deepEqual([here?.id, here?.customerId], [there?.id, customerId]);
  });

  test('on a device without a cart opens the customer’s with a token of its own; another customer’s stays theirs', async () => {
    const customerId = newId<'customer'>();
    assert.equal(await mergeCarts(deps, { token: undefined, customerId, ...at }), undefined);
    const token = await aCart(shop, { variantId: spoon, quantity: 1 });
    await mergeCarts(deps, { token, customerId, ...at });
    const opened = await mergeCarts(deps, { token: undefined, customerId, ...at });
    assert.ok(opened && opened.token !== token);
    assert.equal((await readCart(deps, opened.token))?.id, (await readCart(deps, token))?.id);
    const stranger = newId<'customer'>();
    assert.equal(await mergeCarts(deps, { token, customerId: stranger, ...at }), undefined);
    assert.equal((await readCart(deps, token))?.customerId, customerId);
  });

  test('on two devices at the same moment makes one cart', async () => {
    const customerId = newId<'customer'>();
    const tokens = await Promise.all([1, 2, 3].map(() => aCart(shop, { variantId: spoon, quantity: 1 })));
    await Promise.all(tokens.map((token) => mergeCarts(deps, { token, customerId, ...at })));
    const ids = await Promise.all(tokens.map(async (token) => (await readCart(deps, token))?.id));
    assert.equal(new Set(ids).size, 1);
  });
});

test('a known customer has nothing left to say: address, e-mail and delivery are there', async () => {
  const { id: customerId } = await db
    .transaction()
    .execute((tx) => findOrCreateByEmail(tx, { email: 'grace@example.org', locale: ENGLISH, now: NOW }));
  await db
    .transaction()
    .execute(async (tx) => expectOk(await saveAddress(tx, { customerId, address: ADDRESS, now: NOW })));
  const token = await aCart(shop, { variantId: spoon, quantity: 1 });
  assert.equal(codeOf(await prefillFromCustomer(deps, { token, ...at })), 'sign_in_first');
  await mergeCarts(deps, { token, customerId, ...at });
  expectOk(await setDetails(deps, { token, details: { email: 'work@example.org' }, ...at }));
  expectOk(await prefillFromCustomer(deps, { token, ...at }));
  const cart = await priced(token);
  assert.deepEqual([cart.missing, cart.cart.email], [[], 'work@example.org']);
  assert.equal(cart.cart.shippingAddress?.city, 'Berlin');
});

test('a cart that was left is told once, when somebody can be written to', async () => {
  const token = await aReadyCart(shop, { variantId: spoon, quantity: 1 });
  await aCart(shop, { variantId: spoon, quantity: 1 });
  const own = (await readCart(deps, token))?.id ?? '';
  await sql`update carts.cart set abandoned_told_at = now()
    where id <> ${own}::uuid and (email <> '' or customer_id is not null)`.execute(db);
  const abandoned = async () => {
    await db.transaction().execute((tx) =>
      sql`
      select graphile_worker.add_job('carts.tell_abandoned')`.execute(tx),
    );
    await runDueJobs({ connection, jobs: cartsJobs });
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from platform.outbox where topic = 'carts.abandoned'`.execute(db);
    return rows[0]?.count;
  };
  // The job goes by the clock: what was changed today is young.
  await sql`update carts.cart set changed_at = now() - interval '50 minutes'`.execute(db);
  assert.equal(await abandoned(), 0);
  await sql`update carts.cart set changed_at = now() - interval '70 minutes'`.execute(db);
  assert.deepEqual([await abandoned(), await abandoned()], [1, 1]);
});

test('a cart follows its customer: merged into another, or erased', async () => {
  const [first, second] = [newId<'customer'>(), newId<'customer'>()];
  const [one, other] = [
    await aCart(shop, { variantId: spoon, quantity: 1 }),
    await aCart(shop, { variantId: spoon, quantity: 1 }),
  ];
  await mergeCarts(deps, { token: one, customerId: first, ...at });
  await mergeCarts(deps, { token: other, customerId: second, ...at });
  await db.transaction().execute((tx) => tell(tx, 'customers.merged', { fromId: first, intoId: second }));
  await runDueJobs({ connection, reactions: cartsReactions });
  assert.equal((await readCart(deps, one))?.customerId, undefined);
  assert.equal((await readCart(deps, other))?.customerId, second);
  await db.transaction().execute((tx) => tell(tx, 'customers.erased', { customerId: second }));
  await runDueJobs({ connection, reactions: cartsReactions });
  assert.equal(await readCart(deps, other), undefined);
});
