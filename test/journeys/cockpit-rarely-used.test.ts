import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Locator } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { expectOk } from '../../src/kernel/index.ts';
import { readCustomerByEmail } from '../../src/modules/customers/index.ts';
import {
  type OrderId,
  payProposal,
  previewAddressChange,
  proposeAddress,
  readOrder,
} from '../../src/modules/orders/index.ts';
import { answerTestCharge, readPayments } from '../../src/modules/payments/index.ts';
import { deliverJob } from '../../src/modules/webhooks/deliver.ts';
import { createEndpoint, webhookReactions } from '../../src/modules/webhooks/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { tell } from '../../src/platform/outbox/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { paymentBy } from '../selling/shopper.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';
import { lookAt } from './look-at.ts';
import { openSeller } from './sell-some.ts';
import { addToCart, openPage } from './shopper.ts';

const MUG = 'manha-morning-mug';

const connection = await demoDatabase(16);
const { db } = connection;
const shop = await startCockpitShop(connection);
const seller = await openSeller(connection);
await stockOf(db, MUG, 50);
const browser = await launchBrowser();
const context = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
after(async () => {
  await browser.close();
  await shop.close();
});

const now = () => Temporal.Now.instant();
const open = (path: string) => page.goto(`${shop.address}/cockpit${path}`);
const look = (name: string) => lookAt(page, `rarely-${name}`);

async function sold(number: number) {
  const id = await seller.sell(number);
  await runDueJobs({ connection, jobs: [], reactions: WORKLOAD.reactions });
  return orderAt(id);
}

async function orderAt(id: OrderId) {
  return (await readOrder(db, id)) ?? assert.fail(`no order ${id}`);
}

/** Opens an act of the menu `More`. */
async function act(name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

test('a gift card is issued by hand, pays in the shop, and not once it is blocked', async () => {
  await open('/gift-cards');
  await page.getByRole('button', { name: 'Issue a card' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Issue a card' });
  await dialog.getByLabel('Amount').fill('12,50');
  await dialog.getByLabel('For').fill('Emmy Noether');
  await look('gift-card');
  await dialog.getByRole('button', { name: 'Issue a card' }).click();
  const issued = page.getByRole('dialog', { name: 'The card is issued' });
  const [code, pin] = [
    await issued.getByLabel('Code').inputValue(),
    await issued.getByLabel('PIN').inputValue(),
  ];
  await look('gift-card-issued');
  await issued.getByRole('button', { name: 'I have it' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Emmy Noether' });
  await row.getByText('€12.50').waitFor();

  const shopper = await openPage(browser, `${shop.address}/products/${MUG}`);
  await addToCart(shopper);
  await shopper.getByText('is in your cart.').waitFor();
  await shopper.goto(`${shop.address}/cart`);
  const show = async () => {
    await shopper.getByLabel('Gift card number').fill(code);
    await shopper.getByLabel('PIN').fill(pin);
    await shopper.getByRole('button', { name: 'Apply' }).last().click();
  };
  await shopper.getByText('Have a code or a gift card?').click();
  await show();
  await shopper.getByText(`Gift card ending in ${code.slice(-4)}: €12.50 left`).waitFor();
  await row.getByRole('button', { name: 'Block' }).click();
  await row.getByText('Blocked').waitFor();
  await shopper.reload();
  await show();
  await shopper.getByText('We do not know this gift card', { exact: false }).waitFor();
  await shopper.close();
});

test('store credit is given to a customer, who is offered it at the checkout', async () => {
  const order = await sold(0);
  const customer = (await readCustomerByEmail(db, order.email)) ?? assert.fail('nobody bought');
  await open(`/customers/${customer.id}`);
  const dialog = await act('Give store credit');
  await dialog.getByLabel('Amount').fill('7.25');
  await dialog.getByLabel('Reason').fill('The parcel was late');
  await look('credit');
  await dialog.getByRole('button', { name: 'Give €7.25' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('dt', { hasText: 'Store credit' }).locator('+ dd', { hasText: '€7.25' }).waitFor();

  const shopper = await openPage(browser, `${shop.address}/account`);
  await shopper.getByLabel('E-mail').fill(order.email);
  await shopper.getByRole('button', { name: 'Send me a code' }).click();
  await shopper.getByLabel('Code').fill(await codeMailedTo(order.email));
  await shopper.getByRole('button', { name: 'Sign in' }).click();
  await shopper.getByRole('link', { name: 'Addresses' }).waitFor();
  await shopper.goto(`${shop.address}/products/${MUG}`);
  await addToCart(shopper);
  await shopper.getByText('is in your cart.').waitFor();
  await shopper.goto(`${shop.address}/checkout`);
  await shopper.getByText('Code, gift card, note').click();
  await shopper.getByLabel('Use my store credit of €7.25').waitFor();
  await shopper.close();
});

async function codeMailedTo(email: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select payload -> 'mailModel' ->> 'code' as code from platform.outbox
    where topic = 'customers.code_requested' and payload -> 'mailModel' ->> 'email' = ${email}
    order by id desc limit 1`.execute(db);
  return rows[0]?.code ?? '';
}

test('items are taken off an order before they go out: what goes back is said first, and goes back', async () => {
  const order = await sold(2);
  const place = order.lines.findIndex(({ quantity }) => quantity > 1);
  const line = order.lines[place];
  assert.ok(line);
  await open(`/orders/${order.id}`);
  const dialog = await act('Take items off');
  await dialog
    .getByLabel(/^Quantity: /)
    .nth(place)
    .fill(String(line.quantity));
  const plan = dialog.getByRole('region', { name: 'This goes back' });
  await plan.getByText('Over the payments').waitFor();
  await look('take-off');
  await dialog.getByRole('button', { name: 'Take off' }).click();
  await dialog.waitFor({ state: 'detached' });
  const card = page.getByRole('region', { name: 'Taken off' });
  await card.getByText(line.title).waitFor();
  const { facts, lines } = await orderAt(order.id);
  assert.equal(facts.refundedMinor, line.totalMinor);
  assert.equal(lines.find(({ id }) => id === line.id)?.removedQuantity, line.quantity);
});

test('what was paid for an address that is withdrawn, and kept by the provider, is asked back by a button', async () => {
  const order = await sold(6);
  const paymentId = await payForAnotherAddress(order.id);
  await open(`/orders/${order.id}`);
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'have not gone back' });
  await alert.getByText('the charge was captured', { exact: false }).waitFor();
  await look('stuck');
  // The provider knows nothing of the charge for a moment, and says so.
  const lost = crypto.randomUUID();
  await sql`update payments.test_charge set payment_id = ${lost} where payment_id = ${paymentId}`.execute(db);
  await alert.getByRole('button', { name: 'Ask again now' }).click();
  await alert.getByText(/^The provider refused again/).waitFor();
  await look('stuck-again');
  await sql`update payments.test_charge set payment_id = ${paymentId} where payment_id = ${lost}`.execute(db);
  await alert.getByRole('button', { name: 'Ask again now' }).click();
  await page.getByText('It has gone back').waitFor();
  await alert.waitFor({ state: 'detached' });
  const money = (await readPayments(db, order.id)).find(({ id }) => id === paymentId);
  assert.ok(money && money.capturedMinor > 0n);
  assert.equal(money.refundedMinor, money.capturedMinor);
});

const VIENNA = { name: 'Ada Byron', line1: 'Wollzeile 7', city: 'Wien', postalCode: '1010', country: 'AT' };

/** Another address is proposed, and whoever ordered says yes to their bank, of which the shop has not heard yet. */
async function payForAnotherAddress(orderId: OrderId): Promise<string> {
  const { deps } = seller;
  const about = { orderId, address: VIENNA, now: now() };
  const first = expectOk(await previewAddressChange(deps, about));
  const [dearest] = first.deliveryOptions.toSorted((one, other) => Number(other.priceMinor - one.priceMinor));
  assert.ok(dearest);
  const asked = { ...about, deliveryOptionId: dearest.id };
  const { after: there } = expectOk(await previewAddressChange(deps, asked));
  const expectedTotalMinor = there.totalMinor;
  expectOk(await proposeAddress(deps, { ...asked, expectedTotalMinor, actor: 'system' }));
  const payment = paymentBy((await readPayments(db, orderId))[0]?.methodId ?? '', 'tok_challenge');
  expectOk(await payProposal(deps, { orderId, payment, ip: '10.9.9.9', now: now() }));
  const paymentId = (await readPayments(db, orderId)).at(-1)?.id ?? assert.fail('nothing was begun');
  expectOk(await answerTestCharge(db, { id: paymentId, choice: 'approve', now: now() }));
  return paymentId;
}

test('a webhook’s secret is changed without losing a message: both sign, and then only the new one', async () => {
  const calls: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    calls.push({ body: Buffer.concat(chunks).toString('utf8'), headers: Object.fromEntries(headers) });
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  after(() => receiver.close());
  const address = receiver.address();
  assert.ok(address !== null && typeof address === 'object');
  const allowPrivate = (host: string) => host === '127.0.0.1';
  const deps = { secrets: shop.secrets, allowPrivate };
  const url = `http://127.0.0.1:${address.port}/hooks`;
  const asked = { url, topics: ['customers.erased'], description: 'The ERP', now: now() };
  const { endpoint, secret: old } = expectOk(
    await db.transaction().execute((tx) => createEndpoint(tx, deps, asked)),
  );
  const told = async () => {
    await db.transaction().execute((tx) => tell(tx, 'customers.erased', { customerId: crypto.randomUUID() }));
    await runDueJobs({ connection, jobs: [deliverJob(deps)], reactions: webhookReactions });
    return calls.at(-1) ?? assert.fail('nothing was sent');
  };
  const isSignedBy = (secret: string, { body, headers }: (typeof calls)[number]) => {
    try {
      new Webhook(secret).verify(body, headers);
      return true;
    } catch {
      return false;
    }
  };

  await sql`update staff.session set stepped_up_at = null`.execute(db);
  await open(`/webhooks/${endpoint.id}`);
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click();
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  const { password, code } = shop.confirmation();
  await proof.getByLabel(/^Password/).fill(password);
  await proof.getByLabel(/^Code/).fill(code);
  await look('secret-proof');
  await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
  const shown = page.getByRole('dialog', { name: 'The signing secret' });
  const fresh = await shown.getByLabel('Signing secret').inputValue();
  await look('secret');
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('Two secrets sign.', { exact: false }).waitFor();
  const between = await told();
  assert.deepEqual([isSignedBy(old, between), isSignedBy(fresh, between)], [true, true]);
  await page.getByRole('button', { name: 'End the change' }).click();
  const end = page.getByRole('dialog', { name: 'Drop the old secret?' });
  await end.getByText(/refuses messages/).waitFor();
  await look('secret-end');
  await end.getByRole('button', { name: 'End the change' }).click();
  await page.getByText('One secret signs.').waitFor();
  const later = await told();
  assert.deepEqual([isSignedBy(old, later), isSignedBy(fresh, later)], [false, true]);
});
