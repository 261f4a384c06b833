import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { savePage } from '../../content/index.ts';
import { cancelOrder, readOrderByAccess } from '../../orders/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../index.ts';

const shop = await openSellingShop(await testDatabase(12));
const { connection, deps } = shop;
const { db } = deps;
const MAILS = { transport: undefined, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(MAILS), reactions: mailsReactions(MAILS) };
const cup = { variantId: shop.variants[0], quantity: 2 };

/** Everything that is due, and what will be due soon. */
async function runAll(): Promise<void> {
  await runDueJobs(work);
  await sql`
    select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`.execute(
    db,
  );
  await runDueJobs(work);
}

/** The kinds that were written since the last look, in order. */
const seen = new Set<string>();
async function news() {
  const { mails } = expectOk(await readMailbox(db, { limit: 100 }));
  const fresh = mails.toReversed().filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return Promise.all(fresh.map(async ({ id }) => ({ ...(await readMail(db, id)) })));
}
const kindsOf = (mails: Awaited<ReturnType<typeof news>>) => mails.map(({ kind }) => kind);

test('a paid order is confirmed once, with what was agreed and a link that opens it', async () => {
  const placed = expectOk(await order(shop, await aReadyCart(shop, cup)));
  await runAll();
  await db.transaction().execute((tx) => tell(tx, 'orders.paid', { orderId: placed.orderId }));
  await runAll();
  const [mail, ...others] = await news();
  assert.equal(others.length, 0);
  assert.deepEqual(
    [mail?.kind, mail?.to, mail?.orderId],
    ['order_confirmation', 'ada@example.org', placed.orderId],
  );
  for (const part of [
    'your order and your payment',
    'Total: €28.90',
    'Lindenweg 12',
    'version 2026-01',
    'Withdraw from contract here: http://localhost:3000/withdraw',
  ]) {
    assert.ok(mail?.text?.includes(part), part);
  }
  const [, number, token = ''] =
    /localhost:3000\/orders\/([\w-]+)\?key=([\w-]+)/.exec(mail?.text ?? '') ?? [];
  assert.equal(number, placed.number);
  const opened = await readOrderByAccess(db, { order: placed.number, token, now: Temporal.Now.instant() });
  assert.equal(opened?.id, placed.orderId);
});

test('a bank transfer is confirmed before it arrives, with what to transfer where, and not again when it does', async () => {
  const placed = expectOk(await order(shop, await aReadyCart(shop, cup), { methodId: shop.transfer }));
  await runAll();
  const mails = await news();
  assert.deepEqual(kindsOf(mails), ['order_confirmation', 'payment_instructions']);
  assert.match(mails[0]?.text ?? '', /as soon as the payment has arrived/);
  assert.match(mails[1]?.text ?? '', /transfer €28\.90[\s\S]*Halden GmbH[\s\S]*DE02/);
  await db.transaction().execute((tx) => tell(tx, 'orders.paid', { orderId: placed.orderId }));
  await runAll();
  assert.deepEqual(await news(), []);
});

test('a declined payment is written about when nobody tried again, and the end of such an order is not', async () => {
  const declined = await order(shop, await aReadyCart(shop, cup), { token: 'tok_declined' });
  assert.equal(!declined.ok && declined.refusal.code, 'payment_declined');
  await runDueJobs(work);
  assert.deepEqual(await news(), [], 'not at once');
  await runAll();
  const mails = await news();
  assert.deepEqual(kindsOf(mails), ['payment_failed']);
  assert.match(mails[0]?.text ?? '', /You were not charged[\s\S]*Try again:\nhttp/);
  const orderId = declined.ok || !('orderId' in declined.refusal) ? undefined : declined.refusal.orderId;
  assert.ok(orderId);
  await cancelOrder(deps, { orderId, reason: 'expired', actor: 'system', now: Temporal.Now.instant() });
  await runAll();
  assert.deepEqual(await news(), []);
});

test('whoever paid with another card in time hears nothing of the first', async () => {
  const token = await aReadyCart(shop, cup);
  await order(shop, token, { token: 'tok_declined' });
  expectOk(await order(shop, token));
  await runAll();
  assert.deepEqual(kindsOf(await news()), ['order_confirmation']);
});

test('a cancelled order is written about once, with the reason', async () => {
  const { orderId } = expectOk(await order(shop, await aReadyCart(shop, cup)));
  await runAll();
  await news();
  expectOk(
    await cancelOrder(deps, { orderId, reason: 'out_of_stock', actor: 'staff', now: Temporal.Now.instant() }),
  );
  await runAll();
  const mails = await news();
  assert.deepEqual(kindsOf(mails), ['cancelled']);
  assert.match(mails[0]?.text ?? '', /no longer in stock/);
});

test('a code for signing in is written in the asking language, and an erased customer is in no mail', async () => {
  const customerId = '0197a1c0-0000-7000-8000-000000000001';
  const mailModel = {
    ...({ purpose: 'sign_in', email: 'ada@example.org', locale: 'de', code: '49205713' } as const),
    expiresAt: '2026-11-26T10:10:00Z',
  };
  await db.transaction().execute(async (tx) => {
    await tell(tx, 'customers.code_requested', { mailModel });
    const changed = {
      customerId,
      formerEmail: 'old@example.org',
      email: 'new@example.org',
      locale: 'xx-broken-',
    };
    await tell(tx, 'customers.email_changed', changed);
  });
  await runAll();
  const [code, changed] = await news();
  assert.match(code?.text ?? '', /Ihr Anmeldecode[\s\S]*49205713/);
  assert.match(changed?.text ?? '', /new@example\.org/);
  await db.transaction().execute((tx) => tell(tx, 'customers.erased', { customerId }));
  await runAll();
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from mails.mail where mail::text like '%new@example.org%' or mail::text like '%old@example.org%'`.execute(
    db,
  );
  assert.equal(rows[0]?.n, 0n);
});

test('the terms that were accepted come with the confirmation word for word, and other words do not', async () => {
  const bodyHtml = '<h2>Terms</h2><p>Nobody pays for what <em>never</em> came.</p>';
  const now = Temporal.Instant.from('2026-11-20T10:00:00Z');
  const page = { handle: 'terms', title: 'Our terms', bodyHtml };
  await db.transaction().execute(async (tx) => expectOk(await savePage(tx, { page, now })));
  for (const [version, isIncluded] of [
    ['2026-11-20', true],
    ['2026-11-19', false],
  ] as const) {
    const { orderId } = expectOk(await order(shop, await aReadyCart(shop, cup)));
    await sql`update orders."order" set terms_version = ${version} where id = ${orderId}`.execute(db);
    await runAll();
    const { text = '', html = '' } = (await news()).find(({ kind }) => kind === 'order_confirmation') ?? {};
    assert.ok(text.includes(version), version);
    assert.equal(text.includes('Nobody pays for what never came.'), isIncluded);
    assert.equal(html.includes('Nobody pays for what never came.'), isIncluded);
  }
});
