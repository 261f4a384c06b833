import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { expectOk } from '../../src/kernel/index.ts';
import { addGiftCard } from '../../src/modules/carts/index.ts';
import { giftCardKeyOf, issueGiftCard } from '../../src/modules/credits/index.ts';
import { invoicesReactions } from '../../src/modules/invoices/index.ts';
import { mailsJobs, mailsReactions } from '../../src/modules/mails/index.ts';
import {
  cancelOrder,
  capturePayment,
  deliverFulfilment,
  fulfilOrder,
  handOverReactions,
  ordersJobs,
  readOrder,
  recoverOrders,
  refundOrder,
  settlePayment,
} from '../../src/modules/orders/index.ts';
import { answerTestCharge, paymentsJobs, readPayments } from '../../src/modules/payments/index.ts';
import { webhookReactions } from '../../src/modules/webhooks/index.ts';
import {
  type Address,
  connect,
  hasLimitedRights,
  limitRights,
  SHOP_ROLE,
  transact,
} from '../../src/platform/database/index.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';
import { STARTS, WORKLOAD } from '../../src/workload.ts';
import { testDatabase } from '../database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { EUR, NOW, openSellingShop } from '../selling/open-shop.ts';
import { aNetwork, aReadyCart, order } from '../selling/shopper.ts';

const owner = await testDatabase();
assert.equal(await limitRights(owner), true);
const { host = '', database = '' } = owner.pool.options;
const address: Address = { socketFolder: host, database };
const connection = connect(address, 8, SHOP_ROLE);
after(() => connection.close());

// The shop is set up, sells, and does its jobs with the rights of the role alone.
const shop = await openSellingShop(connection);
const { deps } = shop;
const { db } = connection;
const [cup, pot] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };
const KEY = giftCardKeyOf(Buffer.alloc(32, 7));

async function place(methodId = shop.card, token = 'tok_visa') {
  const cart = await aReadyCart(shop, { variantId: cup, quantity: 2 }, { variantId: pot, quantity: 1 });
  return expectOk(await order(shop, cart, { methodId, token }));
}

async function stateOf(orderId: Awaited<ReturnType<typeof place>>['orderId']) {
  return (await readOrder(db, orderId))?.state;
}

describe(`with the rights of ${SHOP_ROLE} alone`, () => {
  test('orders are paid at once, after a challenge, after a lost answer, and captured later', async () => {
    assert.equal(await hasLimitedRights(db), true);
    assert.equal((await place()).state, 'paid');
    const challenged = await place(shop.card, 'tok_challenge');
    const [payment] = await readPayments(db, challenged.orderId);
    assert.ok(payment);
    expectOk(await answerTestCharge(db, { id: payment.id, choice: 'approve', now: NOW }));
    assert.equal(await settlePayment(deps, { paymentId: payment.id, now: NOW }), 'paid');
    const lost = await place(shop.card, 'tok_timeout_after');
    await recoverOrders(deps, { now: NOW.add({ seconds: 60 }) });
    assert.equal(await stateOf(lost.orderId), 'paid');
    const held = await place(shop.heldCard);
    expectOk(await capturePayment(deps, { orderId: held.orderId, key: 'parcel', now: NOW }));
    assert.equal(await stateOf(held.orderId), 'paid');
    assert.deepEqual(await wrongInBooks(db), []);
  });

  test('a declined order is cancelled, and a paid one given back', async () => {
    const { orderId } = await place();
    expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', actor: 'staff', now: NOW }));
    const cart = await aReadyCart(shop, { variantId: cup, quantity: 1 });
    const declined = await order(shop, cart, { token: 'tok_declined' });
    assert.equal(declined.ok ? '' : declined.refusal.code, 'payment_declined');
    await recoverOrders(deps, { now: NOW.add({ hours: 48 }) });
    assert.deepEqual(await wrongInBooks(db), []);
  });

  test('a gift card pays', async () => {
    const card = await transact(db, (tx) =>
      issueGiftCard(tx, { key: KEY, amountMinor: 2_000n, currency: EUR, now: NOW }),
    );
    const token = await aReadyCart(shop, { variantId: cup, quantity: 1 });
    const { code, pin } = card;
    expectOk(await addGiftCard(deps, { token, key: KEY, ip: aNetwork(), code, pin, now: NOW }));
    assert.equal(expectOk(await order(shop, token, { isWithoutPayment: true })).state, 'paid');
    assert.deepEqual(await wrongInBooks(db), []);
  });

  test('parcels go out and arrive, and money goes back', async () => {
    const { orderId } = await place();
    const parcel = expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
    const arrived = { orderId, fulfilmentId: parcel.id, ...STAFF };
    expectOk(await transact(db, (tx) => deliverFulfilment(tx, arrived)));
    const [line] = (await readOrder(db, orderId))?.lines ?? [];
    const lines = line === undefined ? [] : [{ lineId: line.id, quantity: 1 }];
    const extras = { delivery: 'none', goodwillMinor: 0n, means: 'original' } as const;
    expectOk(await refundOrder(deps, { ...extras, ...STAFF, orderId, reason: 'broken', lines }));
    assert.equal((await readOrder(db, orderId))?.facts.refundedMinor, line && line.totalMinor / 2n);
  });

  test('every job and reaction that follows is done', async () => {
    const mails = { transport: undefined, from: undefined, baseUrl: 'https://shop.example' };
    await transact(db, async (tx) => {
      for (const { job, payload } of STARTS) await enqueue(tx, job, payload, { key: `start:${job}` });
    });
    const done = await runDueJobs({
      connection,
      jobs: [...WORKLOAD.jobs, ...ordersJobs(deps), ...paymentsJobs(deps), ...mailsJobs(mails)],
      reactions: [
        ...WORKLOAD.reactions,
        ...handOverReactions(KEY),
        ...invoicesReactions,
        ...mailsReactions(mails),
        ...webhookReactions,
      ],
    });
    assert.ok(done.length > 30, `${done.length} were done`);
    const { rows } = await sql<{ mails: number; invoices: number; waiting: number }>`
      select (select count(*)::int from mails.mail) as mails,
        (select count(*)::int from invoices.document) as invoices,
        (select count(*)::int from graphile_worker.jobs where last_error is not null) as waiting`.execute(
      owner.db,
    );
    const [{ mails: written = 0, invoices = 0, waiting = -1 } = {}] = rows;
    assert.ok(written >= 6 && invoices >= 6, `${written} mails, ${invoices} invoices`);
    assert.equal(waiting, 0);
  });

  test('no posting, movement or document that was written can be changed or taken away', async () => {
    const { rows } = await sql<{ name: string }>`
      select tgrelid::regclass::text as name from pg_trigger
      where tgname like '%\\_append\\_only' order by 1`.execute(owner.db);
    const names = rows.map(({ name }) => name);
    for (const name of ['ledger.posting', 'ledger.transaction', 'credits.movement', 'inventory.movement']) {
      assert.ok(names.includes(name), name);
    }
    for (const name of names) {
      const table = sql.raw(name);
      const { rows: columns } = await sql<{ column: string }>`
        select quote_ident(attname) as column from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and attgenerated = '' and attidentity = '' order by attnum limit 1`.execute(
        db,
      );
      const column = sql.raw(columns[0]?.column ?? '');
      await assert.rejects(
        sql`update ${table} set ${column} = ${column}`.execute(db),
        /permission denied/,
        name,
      );
      await assert.rejects(sql`delete from ${table}`.execute(db), /permission denied/, name);
    }
  });
});
