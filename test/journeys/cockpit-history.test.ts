import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { historyJobs } from '../../src/modules/history/index.ts';
import { shopifyExport } from '../../src/modules/history/testing/exports.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { accessibilityBreaches } from './page-audit.ts';

const connection = await demoDatabase(16);
const shop = await startCockpitShop(connection);
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await shop.close();
});

const { files } = shop;
/** Presses what begins a run, and does the run's work once it is in line. */
async function run(page: Page, name: string): Promise<void> {
  const begun = page.waitForResponse(
    (one) => one.url().endsWith('/runs') && one.request().method() === 'POST',
  );
  await page.getByRole('button', { name }).click();
  await begun;
  await runDueJobs({ connection, files, jobs: historyJobs(connection) });
}
const [DESKTOP, PHONE] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** On a desktop and on a phone, by day and by night. */
async function look(page: Page, name: string): Promise<void> {
  await lookAt(page, name);
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, `${name} is wider than a phone`);
  await lookAt(page, `${name}-phone`);
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), [], `${name} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

const order = (name: string, change: Readonly<Record<string, string>> = {}) => ({
  ...{ Name: name, Email: 'ada@example.org', 'Financial Status': 'paid', Currency: 'EUR' },
  ...{
    'Created at': '2024-01-10 10:00:00 +0100',
    Subtotal: '24.00',
    Shipping: '4.90',
    Taxes: '0.00',
    Total: '28.90',
  },
  ...{ 'Lineitem quantity': '2', 'Lineitem name': 'Tea', 'Lineitem price': '12.00', 'Lineitem sku': 'TEA' },
  ...change,
});

test('orders exported from Shopify are looked at, tried, brought in, listed with their sum, and taken out', async () => {
  const context = await shop.owner(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${shop.address}/cockpit/settings/history`);
  await page.getByText('Bring your past').waitFor();
  await look(page, 'history-none');
  await page.getByRole('button', { name: 'Import a file' }).first().click();
  await page.getByText('Which file?').waitFor();
  await look(page, 'history-file');
  const text = shopifyExport([order('#1001'), order('#1002'), order('#1003', { 'Created at': 'yesterday' })]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'orders_export.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('These are orders of Shopify').waitFor();
  await look(page, 'history-columns');
  await run(page, 'Try it');
  await page.getByText('Nothing was kept. This is what the import will come to.').waitFor();
  await page.getByText('Errors: 1 · remarks: 0').waitFor();
  await page.getByRole('cell', { name: 'Created at' }).waitFor();
  await look(page, 'history-trial');
  await run(page, 'Import now');
  await page.getByRole('button', { name: 'See all imports' }).click();
  const row = page.getByRole('row', { name: /orders_export\.csv/ });
  await row.getByText('€57.80').waitFor();
  await look(page, 'history-list');
  await row.getByRole('button', { name: 'Take out' }).click();
  await page.getByText('Take orders_export.csv out again?').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await page.getByText('Bring your past').waitFor();
  await context.close();
});

test('of a table of one’s own each column is said, and what could not be read is named', async () => {
  const context = await shop.owner(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${shop.address}/cockpit/settings/history/new`);
  const csv = 'Wann;Bestellnummer;Menge;Preis\n10.01.2024;1;2;3,50\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'alt.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('No shop system is known for these columns').waitFor();
  await look(page, 'history-mapping');
  await run(page, 'Try it');
  await page.getByText('A mapping needs date as well').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('combobox', { name: 'Wann: Becomes' }).click();
  await page.getByRole('option', { name: 'Date', exact: true }).click();
  await run(page, 'Try it');
  await page.getByText('Nothing was kept. This is what the import will come to.').waitFor();
  await page.getByText('€7.00').first().waitFor();
  await context.close();
});
