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
import { accessibilityBreaches, openAuditedIn, sidewaysOverflow } from './page-audit.ts';
import { openSeller } from './sell-some.ts';
import { visitTheShop } from './some-visits.ts';

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
  const { sell } = await openSeller(connection);
  const orders: string[] = [];
  for (const number of [0, 1, 2, 3]) orders.push(await sell(number));
  const handles = ['stoneware-mug', 'linen-napkin', 'wool-blanket', 'oak-board'];
  await visitTheShop(connection, shop.files, { visits: 260, days: 27, handles, orders });
  owner = await startWarehouse();
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

async function startWarehouse(): Promise<Owner> {
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  return openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 256, feedEveryMs: 200 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => (await readShop(db)).timeZone,
    ...{ host: '127.0.0.1', port: 0 },
    log: { error: (about) => failures.push(about) },
  });
}

const open = (path: string) => page.goto(`${shop.address}/cockpit${path}`);

const tab = (name: string) =>
  page.getByRole('radiogroup', { name: 'Part' }).getByText(name, { exact: true }).click();

/** On the desk and on a phone, in the light and in the dark. */
async function look(name: string): Promise<void> {
  await lookAt(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await lookAt(page, `${name}-phone`);
  assert.equal(await sidewaysOverflow(page), 0, `${name} is wider than a phone`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('where visits begin and end, and what they see', async () => {
  await open('/analytics/behaviour');
  const begins = page.getByRole('region', { name: 'Where visits begin: Numbers' });
  // The warehouse is fed first: until then the screen says that numbers are being prepared.
  await begins.getByRole('row', { name: /^\/ / }).first().waitFor({ timeout: 120_000 });
  await page
    .getByRole('region', { name: 'What is seen: Numbers' })
    .first()
    .getByRole('row', { name: /\/cart/ })
    .waitFor();
  await look('behaviour-pages');
});

test('a funnel of one’s own steps, told apart by device, is kept in the address', async () => {
  await tab('Funnel');
  await page
    .getByText(/left here$/)
    .first()
    .waitFor();
  await page.getByLabel('Told apart by').selectOption('device');
  await page.waitForURL(/segment=device/);
  await page
    .getByRole('cell', { name: /likely/ })
    .first()
    .waitFor();
  await look('behaviour-funnel');
  await page.getByRole('button', { name: 'Remove step 4' }).click();
  await page.waitForURL(/steps=/);
  assert.equal(await page.getByRole('combobox', { name: /^Step \d$/ }).count(), 4);
});

test('ways from page to page: choosing one goes on from it', async () => {
  await tab('Paths');
  await page.getByRole('button', { name: '/cart' }).first().waitFor();
  await look('behaviour-paths');
  await page.getByRole('button', { name: '/cart' }).first().click();
  await page.waitForURL(/page=%2Fcart/);
});

test('what is searched for and not found, how fast it is, and with what and when visitors come', async () => {
  await tab('Search');
  await page
    .getByRole('region', { name: 'Found nothing: Numbers' })
    .first()
    .getByRole('row', { name: /umbrella/ })
    .waitFor();
  await look('behaviour-search');
  await tab('Speed');
  await page.getByRole('article', { name: 'LCP' }).getByText(/^\d/).first().waitFor();
  await look('behaviour-speed');
  await tab('Devices');
  await page.getByRole('row', { name: /Phone/ }).first().waitFor();
  await look('behaviour-devices');
});

test('who is on the shop now', async () => {
  await visitTheShop(connection, shop.files, {
    visits: 12,
    days: 0.003,
    handles: ['stoneware-mug'],
    orders: [],
  });
  await open('/analytics/live');
  const now = page.getByRole('region', { name: 'On the shop now' });
  await now.getByText(/^[1-9]\d*$/).waitFor();
  await look('live');
});

test('a note is put on a chart, stands beside holidays, and is taken off', async () => {
  await open('/analytics?span=28d');
  await page.getByRole('button', { name: 'Add a note' }).first().click();
  const form = page.getByRole('dialog', { name: 'Note on charts' });
  await form.getByLabel('What happened').fill('Newsletter to everybody');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  const mark = page.getByRole('button', { name: /Newsletter to everybody|things happened/ }).last();
  await mark.waitFor();
  await look('analytics-notes');
  await mark.click();
  await page.getByRole('button', { name: 'Change the note Newsletter to everybody' }).click();
  await page.getByRole('button', { name: 'Take it off' }).click();
  await page.getByText('Newsletter to everybody').first().waitFor({ state: 'detached' });
});

test('nothing went wrong in the browser or in the warehouse', async () => {
  assert.deepEqual(await accessibilityBreaches(page), []);
  assert.deepEqual([complaints, failures], [[], []]);
});
