import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { readOrder } from '../../src/modules/orders/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches } from './page-audit.ts';
import { openSeller } from './sell-some.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const shop = await startCockpitShop(connection);
const seller = await openSeller(connection);
const browser = await launchBrowser();
const context = await shop.owner(browser);
after(async () => {
  await browser.close();
  await shop.close();
});

const react = () => runDueJobs({ connection, jobs: [], reactions: WORKLOAD.reactions });

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
}

test('an order arrives, is shipped from Today with its tracking number, and a piece of it is refunded', async () => {
  const orderId = await seller.sell(1);
  await react();
  const order = await readOrder(db, orderId);
  assert.ok(order);
  const page = await open('/today');
  await page.getByRole('heading', { name: 'Orders to ship' }).waitFor();
  await page.getByRole('link', { name: `#${order.number}` }).click();
  await page.getByRole('button', { name: 'Ship items' }).click();
  const ship = page.getByRole('dialog');
  await ship.getByLabel('Tracking number').fill('JD014600009');
  await ship.getByRole('button', { name: 'Mark as shipped' }).click();
  await page.getByText('JD014600009').waitFor();
  const sent = await readOrder(db, orderId);
  assert.equal(sent?.state, 'fulfilled');

  await page.getByRole('button', { name: 'Refund' }).click();
  const refund = page.getByRole('dialog');
  await refund
    .getByLabel(/^Quantity/)
    .first()
    .fill('1');
  await refund.getByLabel('Reason').fill('arrived late');
  // What it comes to is shown before it is done, on the button itself.
  const verb = refund.getByRole('button', { name: /^Refund €/ });
  await verb.waitFor();
  const said = (await verb.textContent()) ?? '';
  await verb.click();
  await page.getByText('Given back').waitFor();
  const refunded = (await readOrder(db, orderId))?.facts.refundedMinor ?? 0n;
  assert.equal(
    said.replace('Refund €', ''),
    `${refunded / 100n}.${String(refunded % 100n).padStart(2, '0')}`,
  );
  await page.close();
});

test('the list is walked, opened and left by keyboard alone', async () => {
  const orderId = await seller.sell(2);
  await react();
  const number = (await readOrder(db, orderId))?.number;
  const page = await open('/orders');
  await page.getByText(`#${number}`).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(String(number));
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 selected').waitFor();
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: `#${number}` }).waitFor();
  await page.keyboard.press('f');
  await page.getByRole('dialog').getByLabel('Tracking number').waitFor();
  await page.keyboard.press('Escape');
  await page.close();
});

test('two people in one order: what one does is on the other’s screen, and cannot be done twice', async () => {
  const orderId = await seller.sell(3);
  await react();
  const [one, other] = [await open(`/orders/${orderId}`), await open(`/orders/${orderId}`)];
  for (const page of [one, other]) {
    await page.getByRole('button', { name: 'Ship items' }).click();
    await page.getByRole('dialog').getByLabel('Tracking number').waitFor();
  }
  await one.getByRole('dialog').getByRole('button', { name: 'Mark as shipped' }).click();
  await one.getByRole('heading', { name: 'Parcel 1' }).waitFor();
  // The other one still has the question on the screen: the shop says no, and why.
  await other.getByRole('dialog').getByRole('button', { name: 'Mark as shipped' }).click();
  await other.getByRole('alert').waitFor();
  await other.keyboard.press('Escape');
  await react();
  await other.getByRole('heading', { name: 'Parcel 1' }).waitFor();
  await one.close();
  await other.close();
});

/** What is saved when this is pressed: its name, and how many pages it has. */
async function printed(page: Page, button: Locator) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const file = (await readFile(await download.path())).toString('latin1');
  assert.equal(file.slice(0, 5), '%PDF-');
  return [download.suggestedFilename(), file.match(/\/Type \/Page\b/g)?.length];
}

test('packing slips and labels of two orders are printed at once, and the paper is remembered', async () => {
  const orderIds = [await seller.sell(4), await seller.sell(5)];
  await react();
  const orders = await Promise.all(orderIds.map((id) => readOrder(db, id)));
  const page = await open('/orders');
  for (const order of orders) {
    const row = page.getByRole('row').filter({ hasText: `#${order?.number}` });
    await row.getByRole('checkbox').check();
  }
  await page.getByText('2 selected').waitFor();
  const slips = page.getByRole('link', { name: 'Print packing slips' });
  assert.deepEqual(await printed(page, slips), ['packing-slips-2.pdf', 2]);

  await page.getByRole('button', { name: 'Print labels' }).click();
  const choice = page.getByRole('dialog');
  const print = choice.getByRole('button', { name: 'Print', exact: true });
  await print.waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  assert.deepEqual(await printed(page, print), ['shipping-labels.pdf', 2]);
  await page.getByRole('button', { name: 'Print labels' }).click();
  await choice.getByRole('radio', { name: 'A4 sheet of 8 labels' }).check();
  // Six stickers are gone and two are left: both labels fit. With one left, the second goes on the next sheet.
  await choice.getByRole('radio', { name: 'Label 7' }).check();
  assert.deepEqual(await accessibilityBreaches(page), []);
  assert.deepEqual(await printed(page, print), ['shipping-labels.pdf', 1]);
  await page.getByRole('button', { name: 'Print labels' }).click();
  await choice.getByRole('radio', { name: 'Label 8' }).check();
  assert.deepEqual(await printed(page, print), ['shipping-labels.pdf', 2]);
  await page.close();

  // On the order's own page the device still prints on sheets.
  const own = await open(`/orders/${orderIds[0]}`);
  await own.getByRole('button', { name: 'More' }).click();
  await own.getByRole('menuitem', { name: 'Print shipping label' }).click();
  const dialog = own.getByRole('dialog');
  assert.ok(await dialog.getByRole('radio', { name: 'A4 sheet of 8 labels' }).isChecked());
  await dialog.getByRole('radio', { name: '4 × 6 inch label' }).check();
  assert.deepEqual(await printed(own, dialog.getByRole('button', { name: 'Print', exact: true })), [
    ...['shipping-labels.pdf', 1],
  ]);
  await own.getByRole('button', { name: 'Ship items' }).click();
  await own.getByRole('dialog').getByLabel('Tracking number').fill('JD014600010');
  await own.getByRole('dialog').getByRole('button', { name: 'Mark as shipped' }).click();
  await own.getByRole('button', { name: 'Shipping label' }).click();
  const parcel = own.getByRole('dialog').getByRole('button', { name: 'Print', exact: true });
  assert.deepEqual(await printed(own, parcel), ['shipping-label.pdf', 1]);
  await own.close();
});
