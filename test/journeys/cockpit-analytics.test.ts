import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  analyticsClient,
  analyticsJobs,
  type Owner,
  openOwner,
  shopSources,
} from '../../src/modules/analytics/index.ts';
import { exportJournal } from '../../src/modules/ledger/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { readSalesEntries } from '../../src/modules/orders/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';
import { openSeller } from './sell-some.ts';

const connection = await demoDatabase(16);
const { db } = connection;
let browser: Browser;
let shop: CockpitShop;
let page: Page;
let complaints: string[];
let owner: Owner | undefined;
/** What the warehouse could not do while it was looked at. */
const failures: object[] = [];

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const context = await shop.owner(browser, {
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  ({ page, complaints } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await owner?.close();
  await shop?.close();
});

/** The process of the warehouse, as the shop starts it beside itself. */
async function startWarehouse(): Promise<Owner> {
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  return openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 128, feedEveryMs: 50 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => (await readShop(db)).timeZone,
    ...{ host: '127.0.0.1', port: 0 },
    log: { error: (about) => failures.push(about) },
  });
}

async function look(name: string): Promise<void> {
  await lookAt(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), [], `${name} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Net sales as the sales journal has them, without the warehouse. */
async function netSales(): Promise<string> {
  const entries = await readSalesEntries(db, { limit: 1_000 });
  const sold = entries.filter(({ kind }) => kind === 'sale' || kind === 'credit');
  const minor = sold.reduce(
    (sum, { grossMinor, discountMinor, returnsMinor }) => sum + grossMinor - discountMinor - returnsMinor,
    0n,
  );
  assert.ok(sold.length >= 3 && minor > 0n);
  return `€${(Number(minor) / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;
}

test('while the warehouse is away the desk says so, and that the shop is not affected', async () => {
  await page.goto(`${shop.address}/cockpit/analytics`);
  await page.getByText('Numbers are being prepared').waitFor();
  await page.getByText(/The shop is not affected/).waitFor();
  await look('analytics-away');
});

test('three orders that were sold are the net sales of the overview, with their definition', async () => {
  const { sell } = await openSeller(connection);
  for (const number of [0, 1, 2]) await sell(number);
  owner = await startWarehouse();
  const expected = await netSales();
  const tile = page.getByRole('article', { name: 'Net sales' });
  // Nobody presses anything: the numbers come back by themselves, as the screen said.
  await tile.getByText(expected).waitFor();
  assert.match(await page.getByRole('article', { name: 'Orders' }).innerText(), /^Orders\s+3\s/);
  await tile.getByRole('button').click();
  await page.getByText('Gross sales − discounts − returns made in the span.').waitFor();
  await page.getByText('By the day on which it was posted, in the shop’s zone.').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('figure[role=img] svg').waitFor();
  await look('analytics');
});

test('what the nightly check found stands on the overview, and leads to its days', async () => {
  const folder = join(shop.folder, 'warehouse');
  await transact(db, (tx) => enqueue(tx, 'analytics.check_agreement', {}));
  const jobs = analyticsJobs(analyticsClient({ folder, secrets: shop.secrets }));
  await runDueJobs({ connection, jobs });
  await page.reload();
  const line = page.getByRole('region', { name: 'Agreement with the books' });
  await line
    .getByText(/^Reports, sales journal, ledger and payouts agree on each of the last \d+ days/)
    .waitFor();
  await line.getByRole('link').click();
  await page
    .getByRole('row', { name: /agrees/ })
    .nth(5)
    .waitFor();
  await look('analytics-agreement');
  await page.goto(`${shop.address}/cockpit/analytics`);
});

test('another span is kept in the address, and the day before had nothing', async () => {
  await page.getByLabel('Days', { exact: true }).selectOption('today');
  await page.waitForURL(/span=today/);
  await page.getByRole('article', { name: 'Orders' }).getByText('3', { exact: true }).waitFor();
  await page.getByLabel('Days', { exact: true }).selectOption('yesterday');
  await page.getByText('Nothing was sold in these days, and nobody visited').waitFor();
  await page.goBack();
  await page.goto(`${shop.address}/cockpit/analytics?span=custom&from=2026-11-27&to=2026-11-01`);
  await page.getByText('These days end before they begin').waitFor();
});

test('from the list of reports to sales by product, its rows, and an order behind one', async () => {
  await page.goto(`${shop.address}/cockpit/analytics/reports`);
  await page.getByRole('link', { name: /Sales by product/ }).waitFor();
  await look('analytics-reports');
  await page.getByRole('link', { name: /Sales by product/ }).click();
  const table = page.getByRole('region', { name: 'Sales by product' });
  await table.getByRole('row').nth(3).waitFor();
  await look('analytics-report');
  await page.getByRole('columnheader', { name: 'Units' }).first().getByRole('button').click();
  await page.waitForURL(/sort=-units/);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  assert.match(saved.suggestedFilename(), /^sales_by_product-.+\.csv$/);
  await table.locator('tbody button').first().click();
  const order = page.getByRole('dialog').getByRole('link', { name: /^#/ }).first();
  await order.waitFor();
  await look('analytics-orders');
  const number = /#\S+/.exec(await order.innerText())?.[0] ?? '';
  await order.click();
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
});

test('nothing went wrong in the browser or in the warehouse', () => {
  assert.deepEqual([complaints, failures], [[], []]);
});
