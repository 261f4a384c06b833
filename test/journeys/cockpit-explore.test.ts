import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Owner, openOwner, shopSources } from '../../src/modules/analytics/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
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
const failures: object[] = [];

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const context = await shop.owner(browser, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  ({ page, complaints } = await openAuditedIn(context));
  const { sell } = await openSeller(connection);
  for (const number of [0, 1, 2, 3]) await sell(number);
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  owner = await openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 128, feedEveryMs: 50 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: async function* () {},
    readZone: async () => (await readShop(db)).timeZone,
    ...{ host: '127.0.0.1', port: 0, log: { error: (about) => failures.push(about) } },
  });
});

after(async () => {
  await browser?.close();
  await owner?.close();
  await shop?.close();
});

async function look(name: string): Promise<void> {
  await lookAt(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), [], `${name} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

const field = () => page.getByRole('textbox', { name: 'The question as text' });
const offered = () => page.getByRole('listbox', { name: 'What can be written next' }).getByRole('option');
const choice = (name: string) => page.locator('[role=option]').filter({ hasText: new RegExp(`^${name}$`) });
const queryInAddress = () => new URL(page.url()).searchParams.get('q') ?? '';

test('a question to begin with is answered, and its rows lead to orders', async () => {
  await page.goto(`${shop.address}/cockpit/analytics/explore`);
  await page.getByText('Begin with a question').waitFor();
  await look('explore-gallery');
  await page.getByRole('button', { name: /Which channels bring sales/ }).click();
  await page.getByRole('table').waitFor();
  assert.match(queryInAddress(), /GROUP BY channel/);
  await look('explore-channels');
  await page.getByRole('table').getByRole('button', { name: 'Visit not known' }).click();
  const orders = page.getByRole('dialog');
  await orders.getByRole('listitem').first().waitFor();
  assert.equal(await orders.getByRole('listitem').count(), 4);
  await page.keyboard.press('Escape');
});

test('a question is written with what comes next offered, by the keyboard alone', async () => {
  await field().fill('');
  await field().pressSequentially('SH');
  await offered().filter({ hasText: 'SHOW' }).waitFor();
  await page.keyboard.press('Tab');
  await field().pressSequentially('net_s');
  await offered().filter({ hasText: 'net_sales' }).waitFor();
  await look('explore-completion');
  await page.keyboard.press('Tab');
  await field().pressSequentially("WHERE country = '");
  await offered()
    .filter({ hasText: /^'[A-Z]{2}'$/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await field().pressSequentially('GROUP BY produ');
  await offered().filter({ hasText: 'product' }).waitFor();
  await page.keyboard.press('Enter');
  await field().pressSequentially('DURING last_7');
  await offered().filter({ hasText: 'last_7_days' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForURL(/country/);
  assert.match(
    queryInAddress(),
    /^FROM sales SHOW net_sales WHERE country = '[A-Z]{2}' GROUP BY product DURING last_7_days$/,
  );
  await page.getByRole('columnheader', { name: 'Product' }).waitFor();
});

test('what is wrong is pointed at, and what was meant is one press away', async () => {
  await field().fill('SHOW net_slaes GROUP BY country TIMESERIES day');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert');
  await alert.getByText('There is no number “net_slaes”.').waitFor();
  await look('explore-problem');
  await alert.getByRole('button', { name: 'Did you mean net_sales?' }).click();
  await page.locator('figure[role=img] svg').waitFor();
  await look('explore-countries-by-day');
});

test('the builder changes the same question, and does not offer what does not go with it', async () => {
  await page.getByRole('combobox', { name: 'Over time' }).selectOption('');
  await page.waitForURL((address) => !address.searchParams.get('q')?.includes('TIMESERIES'));
  assert.equal(await field().inputValue(), 'FROM sales SHOW net_sales GROUP BY country DURING last_28_days');
  await page.getByRole('combobox', { name: 'Numbers' }).click();
  await choice('Conversion').click();
  await page.waitForURL(/conversion_rate/);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Told apart by' }).click();
  await choice('Device').waitFor();
  assert.equal(await choice('Brand').count(), 0);
  await page.keyboard.press('Escape');
});

test('a question is kept under a name, shared, opened again, and downloaded whole', async () => {
  await page.goto(
    `${shop.address}/cockpit/analytics/explore?q=${encodeURIComponent('SHOW net_sales, orders GROUP BY country')}`,
  );
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Save as a new one' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Countries');
  await page.getByRole('checkbox', { name: 'The team sees it too' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Countries' }).waitFor();
  await page.goto(`${shop.address}/cockpit/analytics/explore`);
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Countries' }).click();
  await page.getByRole('table').waitFor();
  await page.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV/ }).click(),
  ]);
  assert.match(
    await readFile(await download.path(), 'utf8'),
    /^country,currency,net_sales,orders\r\n[A-Z]{2},EUR,/,
  );
});

test('on a phone the question is written, and built when it is wanted', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(
    `${shop.address}/cockpit/analytics/explore?q=${encodeURIComponent('SHOW net_sales, units GROUP BY product')}`,
  );
  await page.getByText('Choose a row to see its orders.').waitFor();
  await look('explore-phone');
  await page.getByRole('button', { name: 'Question' }).click();
  await page.getByRole('combobox', { name: 'Numbers' }).waitFor();
  await look('explore-phone-builder');
  assert.deepEqual(complaints, []);
  assert.deepEqual(failures, []);
});
