import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ADMIN_API } from '../../src/apps/api/index.ts';
import { got } from '../../src/apps/api/testing/got.ts';
import { expectOk } from '../../src/kernel/index.ts';
import { createKey, SCOPES } from '../../src/modules/access/index.ts';
import { mailsJobs, mailsReactions } from '../../src/modules/mails/index.ts';
import { listOrders, readOrder } from '../../src/modules/orders/index.ts';
import { readPayments } from '../../src/modules/payments/index.ts';
import { makeClient } from '../../src/platform/api/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type DemoShop, startDemoShop } from './demo-shop.ts';
import { openTill, stockOf } from './demo-till.ts';
import { accessibilityBreaches } from './page-audit.ts';
import { addToCart, fillIn, openPage, orderNow, payWith } from './shopper.ts';

const connection = await demoDatabase();
const { db } = connection;
let browser: Browser;
let shop: DemoShop;
let secret: string;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startDemoShop(connection)]);
  const now = Temporal.Now.instant();
  await openTill(db, now);
  await stockOf(db, 'manha-morning-mug', 50);
  const key = { name: 'staff', scopes: Object.keys(SCOPES), now };
  secret = expectOk(await transact(db, (tx) => createKey(tx, key))).secret;
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** Buys a mug as a guest, to Berlin. */
async function buy(): Promise<string> {
  const page = await openPage(browser, `${shop.address}/products/manha-morning-mug`);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${shop.address}/checkout`);
  await fillIn(page);
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  const [, number = ''] = /\/orders\/(\d+)/.exec(page.url()) ?? [];
  await page.close();
  return number;
}

async function orderOf(number: string) {
  const [row] = (await listOrders(db, { number, limit: 1 })).orders;
  const found = row && (await readOrder(db, row.id));
  assert.ok(found, `there is no order ${number}`);
  return found;
}

const VIENNA = {
  name: 'Ada Lovelace',
  line1: 'Wollzeile 7/2',
  city: 'Wien',
  postalCode: '1010',
  country: 'AT',
};

/** Staff look at the address by the API, and propose it by the dearest way there. */
async function propose(number: string): Promise<{ readonly differenceMinor: bigint }> {
  const admin = makeClient(ADMIN_API, { origin: shop.address, token: secret });
  const params = { id: (await orderOf(number)).id };
  const first = await got(admin.previewAddressChange({ params, body: { address: VIENNA } }));
  const amountOf = ({ price }: (typeof first.deliveryOptions)[number]) => Number(price.amount);
  const [dearest] = first.deliveryOptions.toSorted((one, other) => amountOf(other) - amountOf(one));
  assert.ok(dearest);
  const body = { address: VIENNA, deliveryOptionId: dearest.id };
  const seen = await got(admin.previewAddressChange({ params, body }));
  assert.equal(seen.settlement, 'more');
  const proposed = { ...body, expectedTotal: seen.after.total };
  await got(admin.proposeAddressChange({ params, body: proposed, idempotencyKey: randomUUID() }));
  return { differenceMinor: BigInt(Math.round(Number(seen.difference.amount) * 100)) };
}

/** Opens the link of the mail that asks, in a browser that has never been here. */
async function openLink(
  options: { readonly javaScriptEnabled?: boolean; readonly width?: number } = {},
): Promise<Page> {
  const mails = { transport: undefined, from: undefined, baseUrl: shop.address };
  await runDueJobs({ connection, jobs: mailsJobs(mails), reactions: mailsReactions(mails) });
  const mailbox = await openPage(browser, `${shop.address}/demo/mailbox`);
  // Its text also while it is folded up.
  const text = (await mailbox.locator('.mail pre').textContent()) ?? '';
  await mailbox.close();
  const [link = ''] = /http\S+\/address\?key=\S+/.exec(text) ?? [];
  assert.ok(link, text);
  return openPage(browser, link, options);
}

const ORDER = 'Order with obligation to pay';

for (const javaScriptEnabled of [true, false]) {
  test(`a guest pays for another address by the link, after a decline too, ${javaScriptEnabled ? 'by phone' : 'without scripts'}`, async () => {
    await shop.wear(javaScriptEnabled ? 'atelier' : 'depot');
    const number = await buy();
    const before = await orderOf(number);
    const { differenceMinor } = await propose(number);
    const page = await openLink({ javaScriptEnabled, width: javaScriptEnabled ? 390 : 1280 });
    await page.getByText('Wollzeile 7/2').waitFor();
    if (javaScriptEnabled) assert.deepEqual(await accessibilityBreaches(page), []);
    for (const card of ['Card that is declined', 'Card that works']) {
      assert.equal((await orderOf(number)).totals.totalMinor, before.totals.totalMinor);
      await page.getByLabel('Test card').check();
      await page.getByRole('button', { name: ORDER }).click();
      await payWith(page, card);
      if (card !== 'Card that works') await page.getByRole('alert').waitFor();
    }
    await page.getByText('Your order goes to the new address.').waitFor();
    assert.equal(await page.getByRole('button', { name: ORDER }).count(), 0);
    if (javaScriptEnabled) assert.deepEqual(await accessibilityBreaches(page), []);
    await page.getByRole('link', { name: 'Look at the order' }).click();
    await page.getByText('1010 Wien').first().waitFor();
    await page.close();
    const order = await orderOf(number);
    assert.equal(order.totals.dueMinor, before.totals.dueMinor + differenceMinor);
    const payments = await readPayments(db, order.id);
    assert.deepEqual(
      payments.flatMap(({ capturedMinor }) => (capturedMinor > 0n ? [capturedMinor] : [])),
      [before.totals.dueMinor, differenceMinor],
    );
  });
}

test('a guest leaves the address as it is, and is asked nothing any more', async () => {
  await shop.wear('nocturne');
  const number = await buy();
  await propose(number);
  const page = await openLink({ width: 390 });
  await page.getByRole('button', { name: 'Leave the address as it is' }).click();
  await page.getByText('The address stays as it was.').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  assert.equal(await page.getByRole('button', { name: ORDER }).count(), 0);
  await page.getByRole('link', { name: 'Look at the order' }).click();
  await page.getByText('10115 Berlin').first().waitFor();
  await page.close();
  const { shippingAddress, totals, id } = await orderOf(number);
  const payments = await readPayments(db, id);
  assert.deepEqual(
    [shippingAddress?.city, payments.length, payments[0]?.capturedMinor],
    ['Berlin', 1, totals.dueMinor],
  );
  await propose(number);
});
