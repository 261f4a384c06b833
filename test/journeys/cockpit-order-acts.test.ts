import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Locator, Page } from 'playwright-core';
import { issueInvoice } from '../../src/modules/invoices/index.ts';
import {
  fulfilOrder,
  type OrderId,
  readExchanges,
  readLinkedOrders,
  readOrder,
  readProposals,
  settlePayment,
} from '../../src/modules/orders/index.ts';
import { readDisputes, readPayments } from '../../src/modules/payments/index.ts';
import { openTestDispute } from '../../src/modules/payments/providers/test/disputes.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches } from './page-audit.ts';
import { pictureOf } from './picture.ts';
import { openSeller } from './sell-some.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const shop = await startCockpitShop(connection);
const seller = await openSeller(connection);
const browser = await launchBrowser();
const context = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
after(async () => {
  await browser.close();
  await shop.close();
});

const now = () => Temporal.Now.instant();
const react = () => runDueJobs({ connection, jobs: [], reactions: WORKLOAD.reactions });
const breaches: string[] = [];

/** Looks at what is on the screen as axe does, and keeps a picture for who wants one. */
async function look(name: string): Promise<void> {
  await pictureOf(page, `acts-${name}`);
  // What comes and goes is judged when it stands.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  for (const breach of await accessibilityBreaches(page)) breaches.push(`${name}: ${breach}`);
}

async function orderAt(id: OrderId) {
  return (await readOrder(db, id)) ?? assert.fail(`no order ${id}`);
}

/** An order that was sold and, where it is wanted, sent. */
async function sold(number: number, how: { readonly isSent?: boolean; readonly isHeld?: boolean } = {}) {
  const id = await seller.sell(number, how);
  if (how.isSent) {
    const lines = (await orderAt(id)).lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
    await db
      .transaction()
      .execute((tx) => fulfilOrder(tx, { orderId: id, lines, actor: 'system', now: now() }));
  }
  await react();
  return orderAt(id);
}

async function open(path: string): Promise<void> {
  await page.goto(`${shop.address}/cockpit${path}`);
}

/** Opens an act of the menu. */
async function act(name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // It fades away over the dialog for a moment.
  await page.getByRole('menu').waitFor({ state: 'detached' });
  return dialog;
}

/** Takes goods by their SKU out of what the picker finds. */
async function pick(dialog: Locator, label: string, sku: string): Promise<void> {
  await dialog.getByLabel(label, { exact: true }).fill(sku);
  await page.getByRole('option').filter({ hasText: sku }).first().click();
}

const firstQuantity = (dialog: Locator) => dialog.getByLabel(/^Quantity: /).first();

async function wait(page_: Page, text: string | RegExp): Promise<void> {
  await page_.getByText(text).first().waitFor();
}

test('goods are added: what they come to is shown first, and the pay link at the end', async () => {
  const order = await sold(0);
  await open(`/orders/${order.id}`);
  const dialog = await act('Add items');
  await pick(dialog, 'Items', order.lines[0]?.sku ?? '');
  await dialog.getByText('To be paid by link').waitFor();
  await look('add');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const made = page.getByRole('dialog', { name: /^Order #\d+ is made$/ });
  const link = await made.getByLabel('Pay link').inputValue();
  await look('added');
  await made.getByRole('button', { name: 'Done' }).click();
  const [linked] = await readLinkedOrders(db, order.id);
  assert.ok(linked && link.includes(`/orders/${linked.number}/pay?key=`));
  const shopper = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await shopper.goto(link);
  await shopper.getByText('€').first().waitFor();
  assert.ok((await shopper.getByRole('main').innerText()).includes(linked.number));
  await shopper.context().close();
  await wait(page, `#${linked.number}`);
});

test('pieces are exchanged, come back, and the exchange is finished', async () => {
  const order = await sold(1, { isSent: true });
  await open(`/orders/${order.id}`);
  const dialog = await act('Exchange');
  await firstQuantity(dialog).fill('1');
  await pick(dialog, 'Goes out', order.lines[0]?.sku ?? '');
  await dialog.getByText('The pieces pay', { exact: true }).waitFor();
  await look('exchange');
  await dialog.getByRole('button', { name: 'Exchange', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await wait(page, 'waits for the pieces');
  await look('exchanged');
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await page.getByRole('button', { name: 'Put away' }).click();
  await page.getByRole('button', { name: 'Finish exchange' }).click();
  await wait(page, 'Exchange finished');
  assert.equal((await readExchanges(db, order.id))[0]?.state, 'done');
});

test('another address that costs more is proposed with what it comes to, and withdrawn', async () => {
  const order = await sold(3);
  await open(`/orders/${order.id}`);
  const dialog = await act('Change address');
  await dialog.getByLabel('City').fill('');
  await dialog.getByRole('button', { name: 'See what it changes' }).click();
  await dialog.getByText(/city/i).last().waitFor();
  await look('address-wrong');
  await dialog.getByLabel('City').fill('Hamburg');
  await dialog.getByLabel('Postal code').fill('20095');
  await dialog.getByLabel('Country').click();
  await page.getByRole('option', { name: 'Germany' }).click();
  await dialog.getByRole('button', { name: 'See what it changes' }).click();
  await dialog.getByRole('radio').last().check();
  const send = dialog.getByRole('button', { name: 'Send the customer a link' });
  await send.waitFor();
  await look('address');
  await send.click();
  await wait(page, 'waiting for the customer');
  await look('address-proposed');
  const [proposal] = await readProposals(db, order.id, now());
  assert.ok(proposal?.isOpen && proposal.differenceMinor > 0n);
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  await wait(page, 'The proposed address was withdrawn');
  assert.equal((await readProposals(db, order.id, now()))[0]?.state, 'withdrawn');
});

test('what is held on a card is taken in parts', async () => {
  const order = await sold(2, { isHeld: true });
  await open(`/orders/${order.id}`);
  const dialog = await act('Take the money');
  await dialog.getByLabel('Amount').fill('10.00');
  await dialog.getByText(/stay on hold/).waitFor();
  await look('capture');
  await dialog.getByRole('button', { name: 'Take €10.00' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await orderAt(order.id)).facts.capturedMinor, 1000n);
  const again = await act('Take the money');
  await again.getByLabel('Amount').fill('999999.00');
  await again.getByText(/^At most €/).waitFor();
  assert.ok(await again.getByRole('button', { name: /^Take / }).isDisabled());
  await look('capture-refused');
  await page.keyboard.press('Escape');
  await again.waitFor({ state: 'detached' });
  const rest = await act('Take the money');
  await rest.getByRole('button', { name: /^Take €/ }).click();
  await rest.waitFor({ state: 'detached' });
  const { facts } = await orderAt(order.id);
  assert.equal(facts.capturedMinor, facts.dueMinor);
});

test('a return comes back worn: something is kept, with a reason, and the rest goes back', async () => {
  const order = await sold(4, { isSent: true });
  await open(`/orders/${order.id}`);
  const announce = await act('Announce a return');
  await firstQuantity(announce).fill('1');
  await announce.getByRole('button', { name: 'Announce return' }).click();
  await page.getByRole('button', { name: 'Return label' }).click();
  await page.getByLabel('What to do').fill('Take it to any post office.');
  await look('label');
  await page.getByRole('button', { name: 'Give to the shopper' }).click();
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  const receive = page.getByRole('dialog');
  await receive.getByLabel(/^Fit for sale/).fill('0');
  await receive.getByLabel(/^Not fit/).fill('1');
  await look('receive');
  await receive.getByRole('button', { name: 'Put away' }).click();
  await page.getByRole('button', { name: 'Refund what came' }).click();
  const refund = page.getByRole('dialog');
  await refund.getByLabel(/^Keep back of /).fill('2.00');
  await refund.getByLabel('Why something is kept').fill('Worn for a week');
  await refund.getByLabel('Reason', { exact: false }).last().fill('came back worn');
  const verb = refund.getByRole('button', { name: /^Refund €/ });
  await refund.getByText('Kept back').waitFor();
  await look('refund-kept');
  await verb.click();
  await wait(page, 'Given back');
  await look('refunded');
  const { facts, lines } = await orderAt(order.id);
  const price = (lines[0]?.totalMinor ?? 0n) / BigInt(lines[0]?.quantity ?? 1);
  assert.equal(facts.refundedMinor, price - 200n);
});

test('a dispute is answered with its invoice and a file, once, and what was sent can be seen', async () => {
  const order = await sold(5, { isSent: true });
  const issued = { orderId: order.id, now: now() };
  const invoice = await db.transaction().execute((tx) => issueInvoice(tx, issued));
  const [payment] = await readPayments(db, order.id);
  assert.ok(payment);
  const reference = `dp_${payment.id}`;
  await openTestDispute(db, { paymentId: payment.id, reference, amountMinor: 1000n, now: now() });
  await settlePayment(seller.deps, { paymentId: payment.id, now: now() });
  await open('/disputes');
  await page.getByRole('button', { name: 'Answer', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What happened').fill('It was handed over on Monday, and signed for.');
  await dialog.getByText(/^The test provider takes PDF, JPEG, PNG: up to 5 MB a file/).waitFor();
  await dialog.getByLabel('Invoice', { exact: true }).check();
  const input = dialog.getByLabel('Choose files, or drop them here');
  const signed = Buffer.from('%PDF-1.7 signed for');
  await input.setInputFiles({ name: 'cat.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') });
  await dialog.getByText('“cat.gif” is not of a type that is taken').waitFor();
  await input.setInputFiles({ name: 'signed for.pdf', mimeType: 'application/pdf', buffer: signed });
  await dialog.getByLabel('What signed for.pdf shows').click();
  await page.getByRole('option', { name: 'Signature of the shopper' }).click();
  await look('evidence');
  await dialog.getByRole('button', { name: 'Send evidence' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('answered').first().waitFor();
  const [dispute] = await readDisputes(db, { orderId: order.id, limit: 1 });
  assert.ok(dispute?.contestedAt);
  const { rows } = await sql<{ files: { kind: string; name: string }[] }>`
    select files from payments.test_evidence where reference = ${reference}`.execute(db);
  const arrived = rows.flatMap(({ files }) => files.map(({ kind, name }) => `${kind} ${name}`));
  assert.deepEqual(arrived, [`receipt ${invoice?.number}.pdf`, 'customer_signature signed for.pdf']);
  await page.getByRole('button', { name: 'What was sent' }).first().click();
  const sent = page.getByRole('dialog', { name: 'What was sent' });
  await sent.getByText('It was handed over on Monday, and signed for.').waitFor();
  await look('evidence-sent');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sent.getByRole('link', { name: 'signed for.pdf' }).click(),
  ]);
  assert.deepEqual(await readFile(await download.path()), signed);
});

test('an order goes in two parcels, a colleague is named in a note, and another order is cancelled', async () => {
  const order = await sold(1);
  await open(`/orders/${order.id}`);
  await page.getByRole('button', { name: 'Ship items' }).click();
  const ship = page.getByRole('dialog');
  await firstQuantity(ship).fill('0');
  await ship.getByLabel('Tracking number').fill('JD0001');
  await look('ship');
  await ship.getByRole('button', { name: 'Mark as shipped' }).click();
  await wait(page, 'Parcel 1');
  await page.getByRole('button', { name: 'Ship items' }).click();
  await ship.getByRole('button', { name: 'Mark as shipped' }).click();
  await wait(page, 'Parcel 2');
  await page.getByLabel('Add note').fill('Please call them, @gra');
  await page.getByRole('button', { name: '@Grace Hopper' }).click();
  await look('note');
  await page.getByRole('button', { name: 'Add note' }).click();
  await wait(page, 'Please call them, @Grace Hopper');
  assert.equal((await orderAt(order.id)).state, 'fulfilled');

  const other = await sold(0);
  await open(`/orders/${other.id}`);
  const cancel = await act('Cancel order');
  await cancel.getByText(/go back the way they were paid/).waitFor();
  await look('cancel');
  await cancel.getByRole('button', { name: 'Cancel order' }).click();
  await cancel.waitFor({ state: 'detached' });
  await wait(page, 'cancelled');
  assert.equal((await orderAt(other.id)).facts.refundedMinor, other.totals.totalMinor);
});

test('every dialog on the way is accessible', () => {
  assert.deepEqual(breaches, []);
});
