import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import { fillItems, readIncoming } from '../../src/modules/inventory/index.ts';
import { type AccountCode, accountBalance } from '../../src/modules/ledger/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';
import { accessibilityBreaches, sidewaysOverflow } from './page-audit.ts';
import { pictureOf } from './picture.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const connection = await demoDatabase();
const { db } = connection;
let browser: Browser;
let shop: CockpitShop;
let mug: VariantId;
let today: Temporal.PlainDate;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  mug = await stockOf(db, 'manha-morning-mug', 4);
  await fillItems(db, { signal: new AbortController().signal });
  today = Temporal.Now.plainDateISO((await readShop(db)).timeZone);
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const open = async (path: string, look: typeof WIDE | typeof PHONE) => {
  const page = await (await shop.owner(browser, { ...look, reducedMotion: 'reduce' })).newPage();
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
};
const isSound = async (page: Page, name: string) => {
  assert.deepEqual(await accessibilityBreaches(page), [], name);
  assert.equal(await sidewaysOverflow(page), 0, name);
  // Afterwards: a picture in the dark leaves colours on their way back to the light.
  await pictureOf(page, `pay-${name}`);
};
const balance = async (account: AccountCode) =>
  accountBalance(db, account, { currency: (await readShop(db)).defaultCurrency });
const pressed = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const chosen = async (page: Page, name: string | RegExp) => {
  await pressed(page, 'More');
  await page.getByRole('menuitem', { name }).click();
};

test('from a draft to paid: prices by hand, closed days, a split, freight, invoices, a discount, and the books', async () => {
  const page = await open('/purchasing/suppliers', WIDE);
  const carrier = await addSupplier(page, 'Lorry & Sons', 1);
  assert.match(carrier, /\/suppliers\//);
  await page.goto(`${shop.address}/cockpit/purchasing/suppliers`);
  await addSupplier(page, 'Olaria Manhã', 10);
  // Two per cent within ten days, and closed for a week from the day after tomorrow.
  await page.getByLabel('Early payment discount, percent').fill('2');
  await page.getByLabel('Discount within days').fill('10');
  await pressed(page, 'Add closed days');
  const [shut, reopened] = [today.add({ days: 2 }), today.add({ days: 8 })];
  await page.getByLabel('Closed from 1').fill(shut.toString());
  await page.getByLabel('Closed to 1').fill(reopened.toString());
  await pictureOf(page, 'pay-supplier-terms');
  await pressed(page, 'Save');
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });

  await pressed(page, 'Add goods');
  await page.getByPlaceholder('Choose goods').fill('morning mug');
  await page
    .getByRole('option', { name: /Morning Mug/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Price', { exact: true }).fill('5.00');
  await dialog.getByRole('button', { name: 'Add a price by quantity' }).click();
  await dialog.getByLabel('From pieces').last().fill('100');
  await dialog.getByLabel('Price', { exact: true }).last().fill('4.00');
  await isSound(page, 'price');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('from 100').waitFor();
  await page.getByRole('button', { name: /^Edit: / }).click();
  await dialog.getByLabel('Price', { exact: true }).first().fill('5.50');
  await dialog.getByLabel('Valid from').fill(today.add({ days: 60 }).toString());
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('5.50').waitFor();
  await isSound(page, 'supplier');

  await page.goto(`${shop.address}/cockpit/purchasing?new=true`);
  await page.getByRole('combobox', { name: 'Supplier' }).or(page.getByLabel('Supplier')).first().click();
  await page.getByRole('option', { name: 'Olaria Manhã', exact: true }).click();
  await pressed(page, 'Choose goods');
  await page.waitForURL(/\/purchasing\/[0-9a-f-]{36}/);
  const order = new URL(page.url()).pathname.replace('/cockpit', '');
  await page.getByPlaceholder('Add goods by name, SKU or barcode').fill('morning mug');
  await page
    .getByRole('option', { name: /Morning Mug/ })
    .first()
    .click();
  await page.getByLabel(/^Quantity: /).fill('120');
  await pressed(page, 'Save');
  await page.getByText('480.00').first().waitFor();
  await chosen(page, 'Split the order');
  await dialog.getByLabel(/^Quantity: /).fill('100');
  await isSound(page, 'split');
  await dialog.getByRole('button', { name: 'Split' }).click();
  // Twenty are left, at the price of twenty.
  await page.getByText('100.00').first().waitFor();
  await pressed(page, 'Approve');
  await pressed(page, 'They were told otherwise');
  await page.getByRole('button', { name: 'Receive' }).waitFor();
  // Ten days, and the seven in which they are closed.
  const [coming] = (await readIncoming(db, [mug])).get(mug) ?? [];
  assert.deepEqual(
    [coming?.quantity, coming?.expectedOn.toString()],
    [20, today.add({ days: 17 }).toString()],
    'the shop promises what comes once they are open again',
  );

  await chosen(page, 'Add freight or duty');
  await dialog.getByLabel('Amount').fill('10.00');
  await dialog.getByLabel('Number of the paper').fill('CMR-7');
  await pictureOf(page, 'pay-cost');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.getByText('no invoice yet').waitFor();
  await pressed(page, 'Receive');
  await page.getByLabel('Delivery note number').fill('LS-9');
  await pressed(page, 'All of it came');
  await pictureOf(page, 'pay-receive');
  await pressed(page, 'Receive 20 pieces');
  await page.getByText('Received', { exact: true }).first().waitFor();
  assert.deepEqual([await balance('goods_received'), await balance('freight_accrued')], [-10_000n, -1_000n]);

  await chosen(page, 'Match an invoice');
  await dialog.getByLabel('Invoice number').fill('R-2026-1');
  await dialog.getByLabel('Invoice date').fill(today.toString());
  await dialog.getByLabel('Tax', { exact: true }).fill('19.00');
  await isSound(page, 'invoice');
  await dialog.getByRole('button', { name: 'Match' }).click();
  await page.getByText(/Invoice R-2026-1/).waitFor();
  assert.deepEqual([await balance('goods_received'), await balance('payables')], [0n, -11_900n]);
  await pictureOf(page, 'pay-order-invoiced');

  await page.goto(`${shop.address}/cockpit/purchasing/payables`);
  await pressed(page, 'Carrier’s or customs’ invoice');
  await dialog.getByLabel('Carrier or customs').first().click();
  await page.getByRole('option', { name: 'Lorry & Sons' }).click();
  await dialog.getByLabel('Invoice number').fill('F-12');
  await dialog.getByLabel('Invoice date').fill(today.toString());
  await dialog.getByLabel(/CMR-7/).first().check();
  await dialog.getByLabel('Invoiced without tax: CMR-7').fill('12.50');
  await isSound(page, 'charges');
  await dialog.getByRole('button', { name: 'Keep the invoice' }).click();
  await page.getByText('F-12').first().waitFor();
  assert.deepEqual(
    [await balance('freight_accrued'), await balance('cost_variances'), await balance('payables')],
    [0n, 250n, -13_150n],
  );
  await isSound(page, 'payables');

  const mugs = page.locator('tr, [role=row]').filter({ hasText: 'R-2026-1' }).first();
  await mugs.getByRole('button', { name: 'Pay' }).click();
  await dialog.getByLabel('Reference of the transfer').fill('SEPA-1');
  await dialog.getByText('116.62').waitFor();
  await isSound(page, 'pay');
  await dialog.getByRole('button', { name: 'Note the payment' }).click();
  await page.getByText('R-2026-1 (').waitFor();
  // 2.38 off 119.00: 2.00 is earned, 0.38 is tax that is not claimed back any more.
  const paid = [await balance('bank'), await balance('early_payment_discounts'), await balance('input_tax')];
  assert.deepEqual([...paid, await balance('payables')], [-11_662n, -200n, 1_862n, -1_250n]);
  await pictureOf(page, 'pay-paid');
  const said = page.getByText(/paid to Olaria/).locator('..');
  await said.getByRole('button', { name: 'Undo' }).click();
  await mugs.getByRole('button', { name: 'Pay' }).waitFor();
  assert.deepEqual([await balance('bank'), await balance('payables')], [0n, -13_150n]);

  await page.goto(`${shop.address}/cockpit${order}`);
  await page.getByText('invoiced €12.50').waitFor();
  // Nothing of the invoice is paid any more: it can be taken back, and its goods wait for the right one.
  const paper = page.getByText(/Invoice R-2026-1/).locator('../..');
  await paper.getByRole('button', { name: 'Take back' }).click();
  await isSound(page, 'take-invoice-back');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Invoice taken back').waitFor();
  await paper.getByRole('button').waitFor({ state: 'detached' });
  assert.deepEqual(
    [await balance('goods_received'), await balance('payables'), await balance('input_tax')],
    [-10_000n, -1_250n, 0n],
  );
  await page.goto(`${shop.address}/cockpit/purchasing`);
  await page.getByText('Overdue to suppliers').waitFor();
  await isSound(page, 'home');
  await page.context().close();
});

test('on a phone an invoice is paid in part, and the rest stays due', async () => {
  const page = await open('/purchasing/payables', PHONE);
  await pressed(page, 'Pay');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reference of the transfer').fill('SEPA-2');
  await isSound(page, 'pay-phone');
  await dialog.getByLabel('Paid', { exact: true }).fill('5.00');
  await dialog.getByText('5.00 in all').waitFor();
  await dialog.getByRole('button', { name: 'Note the payment' }).click();
  await page.getByText(/SEPA-2/).waitFor();
  assert.equal(await balance('bank'), -500n);
  await isSound(page, 'payables-phone');
  await page.context().close();
});

async function addSupplier(page: Page, name: string, leadDays: number): Promise<string> {
  await pressed(page, 'Add a supplier');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Lead time in days').fill(String(leadDays));
  await dialog.getByRole('button', { name: 'Add a supplier' }).click();
  await page.waitForURL(/\/suppliers\/[0-9a-f-]{36}/);
  return page.url();
}
