import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { type Owner, openOwner, shopSources } from '../../src/modules/analytics/index.ts';
import { importOrders } from '../../src/modules/history/index.ts';
import { exportJournal } from '../../src/modules/ledger/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { randomFor } from '../../src/simulator/random.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { accessibilityBreaches, openAuditedIn, sidewaysOverflow } from './page-audit.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const TODAY = Temporal.Now.plainDateISO('UTC');
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
  });
  ({ page, complaints } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await owner?.close();
  await shop?.close();
});

/** A year and a half of another shop, as a file: some buy again and again, and two goods go together. */
async function bringThePast(): Promise<void> {
  const { rows } = await sql<{ sku: string }>`
    select min(v.sku) as sku from catalog.variant v join catalog.product p on p.id = v.product_id
    where p.status = 'active' and p.kind = 'physical' and v.sku <> '' group by p.id order by p.id limit 30`.execute(
    db,
  );
  const skus = rows.map(({ sku }) => sku);
  const random = randomFor(4, 'past');
  const first = TODAY.subtract({ days: 540 });
  const lines: string[] = [];
  for (let customer = 0; customer < 700; customer += 1) {
    const [level, leaves] = [random.between(15, 90), random.between(0.05, 0.45)];
    const pause = random.between(25, 240);
    let day = random.integer(0, 500);
    for (let order = 0; day < 540; order += 1) {
      const at = first.add({ days: day });
      const isLate = day >= 512;
      const goods = new Set([
        skus[Math.floor(random.next() ** 2 * skus.length)],
        ...(random.chance(isLate ? 0.3 : 0.05) ? [skus[4]] : []),
        ...(random.chance(0.12) ? [skus[2], ...(random.chance(0.7) ? [skus[7]] : [])] : []),
      ]);
      for (const sku of goods) {
        const price = (level * random.between(0.7, 1.3)).toFixed(2);
        lines.push(`${at}T10:00,${customer}-${order},person-${customer}@example.org,${sku},1,${price},DE`);
      }
      if (random.chance(leaves)) break;
      day += Math.max(1, Math.round(-Math.log(1 - random.next()) * pause));
    }
  }
  const path = join(shop.folder, 'past.csv');
  await writeFile(path, `Date,Order,Customer,SKU,Quantity,Price,Country\n${lines.join('\n')}\n`);
  const mapping = {
    ...{ date: 'Date', order: 'Order', customer: 'Customer', sku: 'SKU', quantity: 'Quantity' },
    ...{ price: 'Price', country: 'Country' },
  };
  const about = { path, fileName: 'past.csv', mapping, currency: currencyOf('EUR'), zone: 'UTC' };
  const report = await importOrders(connection, { ...about, isDryRun: false, now: Temporal.Now.instant() });
  assert.equal(expectOk(report).errors, 0);
}

/** As an owner of a desk and of a telephone sees it, in light and dark, and as axe does. */
async function look(name: string): Promise<void> {
  await lookAt(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), [], `${name} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await sidewaysOverflow(page), 0, `${name} on a telephone`);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('without orders the screen of customers says what will be there', async () => {
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  owner = await openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 256, feedEveryMs: 100 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => (await readShop(db)).timeZone,
    ...{ host: '127.0.0.1', port: 0 },
    log: { error: (about) => failures.push(about) },
  });
  await page.goto(`${shop.address}/cockpit/analytics/customers`);
  await page.getByText('Nobody whose name is known has ordered yet').waitFor();
  await lookAt(page, 'customers-empty');
});

test('customers: who they are, what they will be worth, when they come again', async () => {
  await bringThePast();
  const champions = page.getByRole('article', { name: 'Champions' });
  // The screen looks again each minute: somebody who waits presses reload.
  for (let tries = 0; !(await champions.isVisible()) && tries < 30; tries += 1) {
    await page.reload();
    await page.locator('main h1, main h2').first().waitFor();
    await champions.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await page
    .getByText(/^Half have ordered again|^Fewer than half have ordered again/)
    .first()
    .waitFor();
  await page.getByText('Did it come true before?').waitFor();
  await page.locator('figure[role=img] svg').nth(1).waitFor();
  const value = page.getByRole('article', { name: 'Worth in the next 12 months' });
  assert.match(await value.innerText(), /€\d+\.\d\d\s+likely €\d+\.\d\d to €\d+\.\d\d/);
  await look('customers');
  await champions.getByRole('button').click();
  await page
    .getByRole('dialog')
    .getByText(/^\D*\d+-\d+/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});

test('a group becomes a segment of the customers desk, with what makes the group', async () => {
  const risky = page.getByRole('article', { name: 'At risk' });
  const rule = /last order (\d+) to (\d+) days ago/.exec(await risky.innerText());
  await risky.getByRole('link', { name: 'Make a segment of it' }).click();
  await page.waitForURL(/\/segments\/new/);
  await page.locator('input[value="At risk"]').waitFor();
  const shown = await page.locator('main input').evaluateAll(textsOf);
  const days = `${Number(rule?.[2]) + 1} days`;
  assert.ok(shown.includes(days), `${shown} has not ${days}`);
  await look('customers-segment');
});

test('products: performance, range, movers, pairs and dead stock, each from the same days', async () => {
  await page.goto(`${shop.address}/cockpit/analytics/products?span=28d`);
  const table = page.getByRole('region', { name: 'Product performance' });
  await table.getByRole('row').nth(5).waitFor();
  await look('products');
  await table.locator('tbody button').first().click();
  await page
    .getByRole('dialog')
    .getByText(/\d+-\d+/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  const view = (name: string) =>
    page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click();
  await view('Movers');
  await page.getByRole('heading', { name: 'Rising' }).waitFor();
  await page.locator('section', { hasText: 'Rising' }).getByRole('button').first().waitFor();
  await look('products-movers');
  await page.goto(`${shop.address}/cockpit/analytics/products?span=year&view=range`);
  await page.getByRole('region', { name: 'ABC and XYZ together' }).getByRole('button').first().click();
  await look('products-range');
  await view('Bought together');
  await page
    .getByText(/× as often as by chance/)
    .first()
    .waitFor();
  await page
    .getByRole('link', { name: /^Show it beside/ })
    .first()
    .waitFor();
  await look('products-together');
  await view('Dead stock');
  await page.getByText('Can be sold, and was not in all of these days.').waitFor();
  await look('products-dead');
});

test('nothing went wrong in the browser or in the warehouse', () => {
  assert.deepEqual([complaints, failures], [[], []]);
});

function textsOf(inputs: readonly Element[]): string[] {
  return inputs.map((input) => ('value' in input ? String(input.value) : ''));
}
