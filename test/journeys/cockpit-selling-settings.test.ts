import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { currencyOf, localeOf } from '../../src/kernel/index.ts';
import { readAccountNames } from '../../src/modules/payments/index.ts';
import { type FakeStripe, startFakeStripe } from '../../src/modules/payments/providers/stripe/fake/server.ts';
import {
  explainDelivery,
  readCarrierTables,
  readShippingRulebook,
  readZones,
} from '../../src/modules/shipping/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';
import { accessibilityBreaches, sidewaysOverflow } from './page-audit.ts';
import { addToCart, fillIn, openPage } from './shopper.ts';

const MUG = 'manha-morning-mug';
const SECRET = 'sk_test_the_right_one';
const PATIENCE = 30_000;

const connection = await demoDatabase();
const { db } = connection;
let browser: Browser;
let shop: CockpitShop;
let stripe: FakeStripe;

before(async () => {
  stripe = await startFakeStripe({ secretKey: SECRET, publishableKey: 'pk_test_right' });
  const paymentApis = { stripe: stripe.origin };
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection, { paymentApis })]);
  await stockOf(db, MUG, 50);
});

after(async () => {
  await browser?.close();
  await Promise.all([shop?.close(), stripe?.close()]);
});

async function open(path: string): Promise<Page> {
  const context = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
}

/** A shopper with a mug at the checkout, address filled in. */
async function atCheckout(): Promise<Page> {
  const page = await openPage(browser, `${shop.address}/products/${MUG}`);
  page.setDefaultTimeout(PATIENCE);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${shop.address}/checkout`);
  await fillIn(page);
  await page.locator('[data-checkout]:not([aria-busy])').waitFor();
  return page;
}

test('Stripe is set up: a wrong key is told in words, the right one is tried, kept, and never shown', async () => {
  const page = await open('/settings/payments');
  await page.getByRole('button', { name: 'Set up: Stripe' }).click();
  await page.getByLabel('Publishable key', { exact: true }).fill('pk_test_right');
  const secret = page.getByLabel('Secret key', { exact: true });
  await secret.fill('sk_test_of_somebody_else');
  await page.getByLabel('Webhook secret', { exact: true }).fill('whsec_first_of_all');
  await page.getByRole('button', { name: 'Test what is typed' }).click();
  await page.getByText('Stripe answered, but does not take this: Secret key.').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  assert.deepEqual(await readAccountNames(db), [], 'what was tried was not kept');
  await secret.fill(SECRET);
  await page.getByRole('button', { name: 'Test what is typed' }).click();
  await page.getByText(/^Stripe answered in .*Test mode: no real money moves\.$/).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Stripe is saved').waitFor();
  assert.deepEqual(await readAccountNames(db), ['stripe']);
  await page.getByPlaceholder('Kept. Leave empty to keep it').first().waitFor();
  assert.ok(!(await page.content()).includes(SECRET), 'the key is nowhere in the page');
  await page.goto(`${shop.address}/cockpit/settings/payments`);
  const card = page.getByRole('article', { name: 'Stripe' });
  await card.getByText('Set up, but no way to pay uses it.').waitFor();
  await card.getByRole('button', { name: 'Test the connection: Stripe' }).click();
  await card.getByText(/^Stripe answered in/).waitFor();
  await page.context().close();
});

test('a way to pay that is switched off is gone from the checkout', async () => {
  const before = await atCheckout();
  await before.getByLabel(/^Cash on delivery/).waitFor();
  await before.close();
  const page = await open('/settings/payments');
  const offered = page.getByRole('switch', { name: 'Offered: Cash on delivery' });
  await offered.waitFor();
  await offered.click({ force: true });
  await page.getByText('Cash on delivery is offered no more').waitFor();
  await page.getByText('switched off').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  const shopper = await atCheckout();
  assert.equal(await shopper.getByLabel(/^Cash on delivery/).count(), 0);
  await shopper.close();
  await page.context().close();
});

test('a rate that is changed in the cockpit is what a shopper is asked', async () => {
  const { methodId, zone } = await parcelToBerlin();
  const page = await open(`/settings/shipping/methods/${methodId}`);
  const rate = page.getByRole('region', { name: `${zone} · EUR` });
  const prices = rate.getByLabel(/^Price of step \d+$/);
  await prices.first().waitFor();
  for (const price of await prices.all()) await price.fill('6,78');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The way of delivery is saved').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.goto(`${shop.address}/cockpit/settings/shipping`);
  await page.getByRole('list', { name: 'Try it out' }).getByText('€6.78').first().waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  assert.equal(await sidewaysOverflow(page), 0);
  const shopper = await atCheckout();
  await shopper.getByText('€6.78').first().waitFor();
  await shopper.close();
  await page.context().close();
});

/** The demo's cheapest delivery of a kilogram to Berlin. */
async function parcelToBerlin() {
  const goods = { weightGrams: 1_000, valueMinor: 1_000n, quantity: 1, requiresShipping: true };
  const destination = { country: 'DE', postalCode: '10115' };
  const { zone, items } = explainDelivery(await readShippingRulebook(db), {
    ...{ destination, goods, currency: currencyOf('EUR'), locale: localeOf('en') },
  });
  const found = items.find(({ outcome, method }) => outcome === 'offered' && method.kind === 'delivery');
  const name = (await readZones(db)).find(({ id }) => id === zone?.id)?.name;
  if (found === undefined || name === undefined) throw new Error('the demo delivers nothing to Berlin');
  return { methodId: found.method.id, zone: name };
}

test('a carrier’s price list is pasted, its wrong cell named before it is saved, and taxes are tried', async () => {
  const page = await open('/settings/shipping/tables/new');
  await page.getByLabel('Name', { exact: true }).fill('Parcels 2027');
  await page.getByLabel('Carrier', { exact: true }).fill('post-at');
  const cells = page.getByLabel('Pasted cells');
  await cells.fill('kg\tNear\tFar\n1\t4,90\tfour\n5\t6,90\t14,90');
  await page.getByText('A price is an amount, such as 4.90.').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Put 1 cell right first.').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await cells.fill('kg\tNear\tFar\n1\t4,90\t9,90\n5\t6,90\t14,90');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Parcels 2027' }).waitFor();
  const [table] = await readCarrierTables(db);
  assert.deepEqual(
    table?.zones.map(({ code, steps }) => [code, steps.map(({ upTo, priceMinor }) => [upTo, priceMinor])]),
    [
      [
        'Near',
        [
          [1_000n, 490n],
          [5_000n, 690n],
        ],
      ],
      [
        'Far',
        [
          [1_000n, 990n],
          [5_000n, 1_490n],
        ],
      ],
    ],
  );
  await page.goto(`${shop.address}/cockpit/settings/taxes`);
  await page.getByText('Sold to a consumer in the Union: the rate of France.').waitFor();
  await page.getByLabel('VAT id of the shopper').fill('FRXX123456789');
  await page.getByText('A business in France: it owes the tax itself (reverse charge).').waitFor();
  await page.context().close();
});
