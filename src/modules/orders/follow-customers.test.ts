import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { signIn } from '../../../test/sign-in.ts';
import { expectOk, localeOf } from '../../kernel/index.ts';
import { transact } from '../../platform/database/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { findOrCreateByEmail } from '../customers/index.ts';
import { listOrders, type OrderId, ordersReactions, readOrder } from './index.ts';

const shop = await openSellingShop(await testDatabase());
const { connection, deps } = shop;
const { db } = deps;
const work = { connection, jobs: [], reactions: ordersReactions };

/** A guest's order, which was given this address. */
async function anOrderOf(email: string): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: shop.variants[0], quantity: 1 });
  const { orderId } = expectOk(await order(shop, token));
  await sql`update orders."order" set email = ${email} where id = ${orderId}`.execute(db);
  return orderId;
}

const ownerOf = async (id: OrderId) => (await readOrder(db, id))?.customerId;

beforeEach(() => runDueJobs(work));

test('what was ordered as a guest is the customer’s once a code has proven the address, however it is written', async () => {
  const [first, second] = [await anOrderOf('ada@example.org'), await anOrderOf('Ada@Example.org')];
  const foreign = await anOrderOf('ada@example.org.evil.example');
  const { customer } = await signIn(db, 'ADA@example.org');
  await runDueJobs(work);
  const { orders } = await listOrders(db, { customerId: customer.id, limit: 10 });
  assert.deepEqual(orders.map(({ id }) => id).toSorted(), [first, second].toSorted());
  assert.equal(await ownerOf(foreign), undefined);
  const version = (await readOrder(db, first))?.version;
  await signIn(db, 'ada@example.org');
  await runDueJobs(work);
  assert.equal((await readOrder(db, first))?.version, version, 'joined once');
});

test('an order that has a customer stays theirs, whoever owns the address now', async () => {
  const id = await anOrderOf('bea@example.org');
  const { customer } = await signIn(db, 'carl@example.org');
  await sql`update orders."order" set customer_id = ${customer.id} where id = ${id}`.execute(db);
  await signIn(db, 'bea@example.org');
  await runDueJobs(work);
  assert.equal(await ownerOf(id), customer.id);
});

test('an address that nobody has proven gets no orders', async () => {
  const id = await anOrderOf('dora@example.org');
  const now = Temporal.Now.instant();
  const about = { email: 'dora@example.org', locale: localeOf('en'), now };
  await transact(db, async (tx) => {
    const { id: customerId } = await findOrCreateByEmail(tx, about);
    await tell(tx, 'customers.signed_in', { customerId, sessionId: 'none' });
  });
  await runDueJobs(work);
  assert.equal(await ownerOf(id), undefined);
});
