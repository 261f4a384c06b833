import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aNetwork, aReadyCart, order, paymentBy } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import {
  addToOrder,
  exchangePieces,
  fulfilOrder,
  type OrderId,
  payOrder,
  readOrder,
  readOrderByAccess,
} from '../../orders/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../index.ts';

const shop = await openSellingShop(await testDatabase(8));
const { connection, deps } = shop;
const { db } = deps;
const [cup, pot] = shop.variants;
const MAILS = { transport: undefined, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(MAILS), reactions: mailsReactions(MAILS) };
const STAFF = { actor: 'staff', now: NOW };

/** Two cups at 12.00, handed over. */
async function anOrder(): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 2 });
  const { orderId } = expectOk(await order(shop, token));
  expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
  return orderId;
}

async function asked() {
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(db, { limit: 100 }));
  const found = mails.filter(({ kind }) => kind === 'payment_asked').toReversed();
  return Promise.all(found.map(async ({ id }) => ({ ...(await readMail(db, id)) })));
}

test('what was added to an order is written about once, with what it costs and the link that opens it', async () => {
  const added = expectOk(
    await addToOrder(deps, { orderId: await anOrder(), lines: [{ variantId: pot, quantity: 1 }], ...STAFF }),
  );
  await asked();
  await transact(db, (tx) => tell(tx, 'orders.payment_asked', { orderId: added.orderId }));
  const [mail, ...others] = await asked();
  assert.equal(others.length, 0);
  assert.deepEqual([mail?.to, mail?.orderId], ['ada@example.org', added.orderId]);
  for (const part of ['1 × Pot', '€34.90 are left to pay', 'We hold the goods for you until']) {
    assert.ok(mail?.text?.includes(part), `${part} in\n${mail?.text}`);
  }
  const [, number, token = ''] = /:3000\/orders\/([\w-]+)\/pay\?key=([\w-]+)/.exec(mail?.text ?? '') ?? [];
  assert.equal(number, added.number);
  const opened = await readOrderByAccess(db, { order: added.number, token, now: Temporal.Now.instant() });
  assert.equal(opened?.id, added.orderId);
});

test('the difference of an exchange is asked for less what comes back, which is called by its name', async () => {
  const before = (await asked()).length;
  const orderId = await anOrder();
  const line = (await readOrder(db, orderId))?.lines[0];
  assert.ok(line);
  const returned = [{ lineId: line.id, quantity: 1, reason: 'wrong_size' as const }];
  const wanted = [{ variantId: pot, quantity: 1 }];
  expectOk(await exchangePieces(deps, { orderId, returned, wanted, sends: 'at_once', ...STAFF }));
  const mail = (await asked())[before];
  assert.match(mail?.text ?? '', /€18\.00 are left to pay/);
  assert.match(mail?.text ?? '', /What you send back: -€12\.00/);
  assert.doesNotMatch(mail?.text ?? '', /Gift cards and store credit/);
});

test('nothing is asked for that was paid before the mail was written', async () => {
  const before = (await asked()).length;
  const lines = [{ variantId: pot, quantity: 1 }];
  const { orderId } = expectOk(await addToOrder(deps, { orderId: await anOrder(), lines, ...STAFF }));
  const payment = paymentBy(shop.card, 'tok_visa');
  expectOk(await payOrder(deps, { orderId, payment, ip: aNetwork(), now: NOW }));
  assert.equal((await asked()).length, before);
});

test('who chooses to transfer what was added is written how, once', async () => {
  const lines = [{ variantId: pot, quantity: 1 }];
  const { orderId } = expectOk(await addToOrder(deps, { orderId: await anOrder(), lines, ...STAFF }));
  const payment = paymentBy(shop.transfer, '');
  expectOk(await payOrder(deps, { orderId, payment, ip: aNetwork(), now: NOW }));
  await runDueJobs(work);
  // It is looked at a quarter of a minute later.
  await sql`
    select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`.execute(
    db,
  );
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(db, { limit: 100 }));
  const [mail, ...others] = mails.filter(
    (one) => one.orderId === orderId && one.kind === 'payment_instructions',
  );
  assert.ok(mail);
  assert.equal(others.length, 0);
  assert.match((await readMail(db, mail.id))?.text ?? '', /transfer €34\.90[\s\S]*DE02/);
});
