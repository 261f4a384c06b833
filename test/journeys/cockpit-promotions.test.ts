import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { fillItems } from '../../src/modules/inventory/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { openTill, stockOf } from './demo-till.ts';
import { accessibilityBreaches } from './page-audit.ts';
import { addToCart, fillIn, openPage, orderNow, payWith } from './shopper.ts';

const connection = await demoDatabase();
let browser: Browser;
let shop: CockpitShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  await openTill(connection.db, Temporal.Now.instant());
  await stockOf(connection.db, 'manha-morning-mug', 50);
  await fillItems(connection.db, { signal: new AbortController().signal });
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** What a worker does meanwhile, all but pictures. */
async function follow(): Promise<void> {
  const jobs = WORKLOAD.jobs.filter(({ name }) => !name.startsWith('media.'));
  await runDueJobs({ connection, files: shop.files, jobs, reactions: WORKLOAD.reactions });
}

/** Asks the page again and again: its policy lets nothing be evaluated in it. */
async function untilSo(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, 'not so within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a promotion is written as a sentence, tried against a cart, and bought with in the shop', async () => {
  const context = await shop.owner(browser, { viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${shop.address}/cockpit/promotions/new`);
  await page.getByRole('button', { name: 'Percent: 10%' }).click();
  await page.getByLabel('Percent', { exact: true }).fill('20');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Percent: 20%' }).waitFor();
  await page.getByRole('button', { name: 'Code: a code' }).click();
  await page.getByRole('combobox', { name: 'Codes', exact: true }).fill('summer26');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Summer, early');
  await page.getByPlaceholder('Put goods into the cart').fill('morning mug');
  await page
    .getByRole('option', { name: /Morning Mug/ })
    .first()
    .click();
  await page.getByText('20% off everything, with the code SUMMER26.').waitFor();
  const trial = page.getByRole('list', { name: 'What applies and why' }).getByRole('listitem').first();
  await trial.getByText('Summer, early').waitFor();
  assert.match(await trial.innerText(), /−€\d/);
  assert.notEqual(await page.getByTestId('discount').innerText(), '−€0.00');
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('button', { name: 'Save the promotion' }).click();
  await page.waitForURL(/\/promotions\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { name: 'Summer, early', level: 1 }).waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);

  const shopper = await openPage(browser, `${shop.address}/products/manha-morning-mug`);
  await addToCart(shopper);
  await shopper.getByRole('link', { name: 'View cart' }).click();
  await shopper.getByText('Have a code or a gift card?').click();
  await shopper.getByLabel('Discount code').fill('summer26');
  await shopper.getByRole('button', { name: 'Apply' }).first().click();
  await shopper.getByText(/SUMMER26 saves you/).waitFor();
  await shopper.getByRole('link', { name: 'Go to checkout' }).click();
  await shopper.waitForURL(/\/checkout$/);
  await fillIn(shopper);
  await orderNow(shopper);
  await payWith(shopper, 'Card that asks who you are');
  await shopper.getByRole('button', { name: 'Yes, that is me' }).click();
  await shopper.waitForURL(/\/orders\/\d+/);
  await shopper.close();

  await page.goto(`${shop.address}/cockpit/promotions?q=summer`);
  const row = page.getByRole('row', { name: /Summer, early/ });
  await row.waitFor();
  assert.match(await row.innerText(), /SUMMER26\s+1\s+€\d/);
  await context.close();
});

test('prices show what is left as they are typed, and many change by a rule after a preview', async () => {
  const context = await shop.owner(browser, { viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${shop.address}/cockpit/prices?q=morning+mug`);
  const field = page.getByLabel(/^Price: Manhã Morning Mug/).first();
  await field.waitFor();
  const before = await field.inputValue();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('button', { name: 'Change many prices' }).click();
  await page.getByRole('dialog').getByLabel('By', { exact: true }).fill('10');
  await page.getByRole('button', { name: /^Change [1-9]\d* prices?$/ }).click();
  const work = page.getByRole('dialog', { name: 'Long work' }).getByRole('article').first();
  await work.getByText('waiting').waitFor();
  await follow();
  await work.getByText(/\d changed/).waitFor();
  await untilSo(async () => (await field.inputValue()) !== before);
  await work.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('article', { name: /^Undo/ }).getByText('waiting').waitFor();
  await follow();
  await untilSo(async () => (await field.inputValue()) === before);
  await context.close();
});
