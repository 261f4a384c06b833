import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Owner, openOwner, shopSources } from '../../src/modules/analytics/index.ts';
import { exportJournal } from '../../src/modules/ledger/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';
import { openSeller } from './sell-some.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const failures: object[] = [];
let browser: Browser;
let shop: CockpitShop;
let page: Page;
let complaints: string[];
let owner: Owner | undefined;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const context = await shop.owner(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  ({ page, complaints } = await openAuditedIn(context));
  const { sell } = await openSeller(connection);
  for (const number of [0, 1, 2]) await sell(number);
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  owner = await openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 128, feedEveryMs: 50 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: (span) => exportJournal(db, span),
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
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, `${name} is wider than a phone`);
  await page.setViewportSize(DESKTOP);
}

test('a year is pasted into the sheet, what is no amount is red, and all of it is saved at once', async () => {
  const [year = '', month = ''] = new Date().toISOString().split('-');
  await page.goto(`${shop.address}/cockpit/analytics/targets`);
  await page.getByText('No target is running now').waitFor();
  await page.getByRole('button', { name: 'Add a row' }).click();
  const cells = page.getByRole('textbox', { name: /^Net sales, Every market/ });
  await cells.first().focus();
  await paste(
    Array.from({ length: 12 }, (_, index) => (index === 3 ? 'lots' : `${100 + index},000`)).join('\t'),
  );
  await page.getByText('Cells in red are no amounts').waitFor();
  await cells.nth(3).fill('104000');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();
  assert.equal(await cells.nth(11).inputValue(), '111,000');
  const running = page.getByRole('button', { name: /^Net sales/ });
  await running.getByText('No forecast yet').waitFor();
  assert.match(await running.innerText(), new RegExp(`of €${99 + Number(month)},000.00 · \\d+%`));
  await look('targets');
  await running.click();
  await page
    .getByRole('dialog')
    .getByText(/^Set to/)
    .waitFor();
  await page.getByRole('dialog').locator('figure[role=img] svg').waitFor();
  await look('targets-course');
  await page.keyboard.press('Escape');
  assert.ok(year.length === 4);
});

test('a tile of the overview says its target, and leads from what changed to why', async () => {
  await page.goto(`${shop.address}/cockpit/analytics?span=7d`);
  const tile = page.getByRole('article', { name: 'Orders' });
  await page
    .getByRole('article', { name: 'Net sales' })
    .getByText(/of €.*no forecast yet/)
    .waitFor();
  await tile.waitFor();
  await page.goto(`${shop.address}/cockpit/analytics/why?span=7d&of=orders`);
  await page.getByText(/^Orders rose by 3, from 0 to 3\./).waitFor();
  await page.locator('figure[role=img] svg').waitFor();
  await look('why');
  await page.getByText('Net sales', { exact: true }).first().click();
  await page.getByText(/^Net sales rose by €/).waitFor();
  await page.getByText('Country', { exact: true }).click();
  const table = page.getByRole('region', { name: 'Country' });
  await table.locator('tbody button').first().click();
  await page.getByRole('dialog').getByRole('link', { name: /^#/ }).first().waitFor();
});

test('nothing went wrong in the browser or in the warehouse', () => {
  assert.deepEqual([complaints, failures], [[], []]);
});

/** As a spreadsheet does: text of cells and lines. */
async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}
