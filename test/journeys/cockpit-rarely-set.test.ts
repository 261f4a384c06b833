import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { readAccountNames } from '../../src/modules/payments/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';
import { lookAt } from './look-at.ts';
import { addToCart, fillIn, openPage } from './shopper.ts';

const MUG = 'manha-morning-mug';
const PATIENCE = 20_000;

const connection = await demoDatabase();
const { db } = connection;
const shop = await startCockpitShop(connection);
await stockOf(db, MUG, 50);
const browser = await launchBrowser();
const context = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
page.setDefaultTimeout(PATIENCE);
after(async () => {
  await browser.close();
  await shop.close();
});

const open = (path: string) => page.goto(`${shop.address}/cockpit${path}`);
const look = (name: string) => lookAt(page, `set-${name}`);

/** A shopper with a mug at the checkout, the address filled in. */
async function atCheckout(): Promise<Page> {
  const shopper = await openPage(browser, `${shop.address}/products/${MUG}`);
  shopper.setDefaultTimeout(PATIENCE);
  await addToCart(shopper);
  await shopper.getByText('is in your cart.').waitFor();
  await fillInCheckout(shopper);
  return shopper;
}

/** Opens it anew, and stands where it has reckoned with all that was filled in. */
async function fillInCheckout(shopper: Page): Promise<void> {
  await shopper.goto(`${shop.address}/checkout`);
  await fillIn(shopper);
  await shopper.locator('[data-checkout]:not([aria-busy])').waitFor();
}

test('ways to pay are dragged into another order, which is the checkout’s', async () => {
  const shopper = await atCheckout();
  const ways = () => shopper.locator('input[name="payment"]').evaluateAll(labelsOf);
  const before = await ways();
  assert.equal(before.length, 2);
  await open('/settings/payments');
  const list = page.getByRole('list', { name: 'Ways to pay' });
  const [first, second] = [list.getByRole('listitem').first(), list.getByRole('listitem').last()];
  await second.dragTo(first);
  await list.getByRole('listitem').first().filter({ hasText: 'Cash on delivery' }).waitFor();
  await look('ways');
  await page.reload();
  await list.getByRole('listitem').first().filter({ hasText: 'Cash on delivery' }).waitFor();
  await shopper.reload();
  assert.deepEqual(await ways(), before.toReversed());
  await shopper.close();
});

function labelsOf(inputs: readonly Element[]): string[] {
  return inputs.map((input) => (input.closest('label') ?? input.parentElement)?.textContent?.trim() ?? '');
}

test('an account for transfers is kept by who confirms that it is they, and not without', async () => {
  await sql`update staff.session set stepped_up_at = null`.execute(db);
  await open('/settings/payments/bank-transfer');
  await page.getByLabel('Account holder').fill('Halden & Söhne');
  await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await proof.getByLabel(/^Password/).waitFor();
  await look('proof');
  await proof.getByRole('button', { name: 'Cancel' }).click();
  await proof.waitFor({ state: 'detached' });
  await page.getByRole('alert').waitFor();
  await look('proof-cancelled');
  assert.deepEqual(await readAccountNames(db), []);
  await save.click();
  const { password, code } = shop.confirmation();
  await proof.getByLabel(/^Password/).fill(`${password}!`);
  await proof.getByLabel(/^Code/).fill(code);
  await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
  await proof.getByRole('alert').waitFor();
  await look('proof-wrong');
  await proof.getByLabel(/^Password/).fill(password);
  await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByText('Bank transfer is saved').waitFor();
  assert.deepEqual(await readAccountNames(db), ['bank_transfer']);
});

test('a pick-up point is added, changed and removed, and shoppers are shown it while it is there', async () => {
  const shopper = await atCheckout();
  await open('/settings/shipping/pickup-points');
  await page.getByRole('button', { name: 'Add a pick-up point' }).click();
  const added = page.getByRole('dialog', { name: 'Add a pick-up point' });
  const fields = {
    ...{ Name: 'Kiosk at the Charité', Carrier: 'dhl', Number: '9001' },
    ...{ 'Street and number': 'Luisenstraße 65', 'Postal code': '1011', 'Town or city': 'Berlin' },
  };
  for (const [label, text] of Object.entries(fields))
    await added.getByLabel(label, { exact: true }).fill(text);
  await added.getByLabel('Sat', { exact: true }).check();
  await added.getByLabel('Sat closes').fill('13:00');
  await look('point');
  await added.getByRole('button', { name: 'Save' }).click();
  await added.getByRole('alert').waitFor();
  await look('point-refused');
  await added.getByLabel('Postal code').fill('10115');
  await added.getByRole('button', { name: 'Save' }).click();
  await added.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: 'Kiosk at the Charité' });
  await row.getByText('Sat 09:00–13:00').waitFor();
  await fillInCheckout(shopper);
  await shopper.getByText('Kiosk at the Charité').waitFor({ state: 'attached' });

  await row.getByRole('button', { name: 'Change' }).click();
  const changed = page.getByRole('dialog', { name: 'Change the pick-up point' });
  await changed.getByLabel('Name', { exact: true }).fill('Flower stall');
  await look('point-change');
  await changed.getByRole('button', { name: 'Save' }).click();
  await changed.waitFor({ state: 'detached' });
  await fillInCheckout(shopper);
  await shopper.getByText('Flower stall').waitFor({ state: 'attached' });

  await page.getByRole('button', { name: 'Change: Flower stall' }).click();
  await changed.getByRole('button', { name: 'Remove' }).click();
  const sure = page.getByRole('dialog', { name: 'Remove Flower stall?' });
  await sure.getByText('keep its address', { exact: false }).waitFor();
  await look('point-remove');
  await sure.getByRole('button', { name: 'Remove' }).click();
  await changed.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change: Flower stall' }).waitFor({ state: 'detached' });
  await fillInCheckout(shopper);
  assert.equal(await shopper.getByText('Flower stall').count(), 0);
  await shopper.close();
});

test('a zone of an island gets a price of its own, and its shoppers are asked for it', async () => {
  await open('/settings/shipping');
  await page.getByRole('button', { name: 'Add a zone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a zone' });
  await dialog.getByLabel('Name', { exact: true }).fill('Helgoland');
  await dialog.getByLabel('Country or code').fill('germany');
  await dialog.getByRole('checkbox', { name: 'Germany' }).check();
  await dialog.getByLabel('Only these postal codes').fill('20..19');
  await dialog.getByLabel('Only these postal codes').press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog
    .getByText(/postal/i)
    .last()
    .waitFor();
  await look('zone-refused');
  await dialog.getByLabel('Only these postal codes').press('Backspace');
  await dialog.getByLabel('Only these postal codes').fill('27498');
  await dialog.getByLabel('Only these postal codes').press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The zone is saved').waitFor();
  await page.getByText('Germany: 27498 · no way of delivery').waitFor();

  await page.getByRole('link', { name: 'Standard delivery' }).first().click();
  await page.getByRole('combobox', { name: 'Zone' }).click();
  await page.getByRole('option', { name: 'Helgoland' }).click();
  await page.getByRole('button', { name: 'Add a price' }).click();
  const rate = page.getByRole('region', { name: 'Helgoland · EUR' });
  await rate.getByLabel('Price of step 1').fill('19');
  await look('rate');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The way of delivery is saved').waitFor();
  const shopper = await atCheckout();
  await shopper.getByLabel('Postal code', { exact: true }).first().fill('27498');
  await shopper.getByLabel('Town or city', { exact: true }).first().fill('Helgoland');
  await shopper.getByText('€19.00').first().waitFor();
  await shopper.close();

  await open('/settings/shipping');
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Change: Helgoland' }) });
  await line.getByText('1 way of delivery').waitFor();
  assert.equal(await line.getByRole('button', { name: 'Remove' }).count(), 0);
});
