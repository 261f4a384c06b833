import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ok } from '../../src/kernel/index.ts';
import { readDemand, readDemandMarks } from '../../src/modules/analytics/demand/read-demand.ts';
import { aWarehouse } from '../../src/modules/analytics/testing/a-warehouse.ts';
import { aHistoryLine } from '../../src/modules/analytics/testing/planted.ts';
import { listVariantIds, readSellables } from '../../src/modules/catalog/index.ts';
import { runForecasts } from '../../src/modules/forecasting/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NOW = Temporal.Now.instant();
// Screens with charts take long where the machine is busy.
const TIMEOUT_MS = 120_000;
let browser: Browser;
let shop: CockpitShop;
let page: Page;
let complaints: string[];

/** A year and a half of orders of the demo's goods, more before Christmas and on Sundays. */
async function sellForLong() {
  const ids = await listVariantIds(db, { limit: 40 });
  const goods = [...(await readSellables(db, ids)).values()].filter(({ kind }) => kind === 'physical');
  const today = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  return aWarehouse(({ list, history }) => {
    for (const { variantId, productId, sku = '', title } of goods) {
      list({
        productId,
        title,
        brand: '',
        category: '',
        collections: [],
        variants: [{ variantId, sku, options: '' }],
      });
    }
    for (const [index, { sku = '' }] of goods.entries()) {
      for (let before = 1; before <= 560; before += 1) {
        const day = today.subtract({ days: before });
        const season = day.month === 12 || day.month === 11 ? 2 : 1;
        const quantity =
          ((before * (index + 3)) % (index + 2) === 0 ? 1 : 0) * season + (day.dayOfWeek === 7 ? 1 : 0);
        if (quantity === 0 || (index > 20 && before % 5 > 0)) continue;
        const about = { document: `${sku} ${before}`, at: `${day}T10:00:00Z`, sku, quantity };
        history.push(aHistoryLine({ ...about, amountMillionths: BigInt(quantity) * 10_000_000n }));
      }
    }
  });
}

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const warehouse = await sellForLong();
  const analytics = {
    readDemand: async (asked: Parameters<typeof readDemand>[1]) => ok(await readDemand(warehouse, asked)),
    readDemandMarks: async (asked: Parameters<typeof readDemandMarks>[1]) =>
      ok(await readDemandMarks(warehouse, asked)),
  };
  await runForecasts({ db, analytics, now: NOW, startedBy: 'shop', report: async () => true });
  const context = await shop.owner(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  context.setDefaultTimeout(TIMEOUT_MS);
  ({ page, complaints } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

async function look(name: string): Promise<void> {
  await lookAt(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), [], `${name} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, `${name} is wider than a phone`);
  await page.setViewportSize(DESKTOP);
  assert.deepEqual(await accessibilityBreaches(page), [], name);
}

test('what will be wanted is a list that leads to why, and to how right that would have been', async () => {
  await page.goto(`${shop.address}/cockpit/forecast`);
  const first = page.locator('main a[href*="/cockpit/forecast/0"]').first();
  await first.waitFor();
  await look('forecast-list');
  await first.click();
  await page.getByRole('heading', { name: 'Sold and expected, by week' }).waitFor();
  await page.getByRole('heading', { name: 'Would it have been right?' }).waitFor();
  await page.getByRole('rowheader', { name: 'Moving average, 12 weeks' }).waitFor();
  await look('forecast-item');
});

test('more is expected for a reason, shows at once, and can be taken back', async () => {
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Expect more or less' });
  await dialog.getByLabel('Reason').fill('Television on Sunday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('by hand: Television on Sunday').waitFor();
  const changes = page.getByRole('listitem').filter({ hasText: 'This variant: Television on Sunday' });
  await changes.getByRole('button', { name: 'Take back: Television on Sunday' }).click();
  await changes.getByText('taken back').waitFor();
  await page.getByText('by hand: Television on Sunday').waitFor({ state: 'detached' });
});

test('accuracy says how far all of it can be believed', async () => {
  await page.goto(`${shop.address}/cockpit/forecast/accuracy`);
  await page.getByRole('heading', { name: 'Against simple methods' }).waitFor();
  await page.getByRole('rowheader', { name: 'What is used' }).waitFor();
  await look('forecast-accuracy');
  assert.deepEqual(complaints, []);
});
