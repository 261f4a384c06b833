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
import { openAuditedIn, sidewaysOverflow } from './page-audit.ts';
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
  const { sell } = await openSeller(connection);
  for (const number of [0, 1, 2]) await sell(number);
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  owner = await openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 128, feedEveryMs: 200 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => (await readShop(db)).timeZone,
    ...{ host: '127.0.0.1', port: 0 },
    log: { error: (about) => failures.push(about) },
  });
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

test('a report is set up with its mail beside it, and then knows when it goes out next', async () => {
  await page.goto(`${shop.address}/cockpit/analytics/schedules`);
  await page.getByText('No report is mailed yet').waitFor();
  await page.getByRole('button', { name: 'Mail a report' }).first().click();
  const mail = page.frameLocator('iframe[title="The mail"]');
  await mail.getByRole('heading', { name: 'Sales over time' }).waitFor();
  await page.getByLabel('Days').first().selectOption('today');
  await mail
    .locator('p', { hasText: /Net sales (came to|rose|fell)/ })
    .first()
    .waitFor();
  await lookAt(page, 'schedule-new');
  await page.getByLabel('Name').fill('Every Monday');
  await page.getByRole('button', { name: 'Start mailing' }).click();
  await page.getByRole('heading', { level: 1, name: 'Every Monday' }).waitFor();
  await page.getByText(/^Goes out next on/).waitFor();
  await page.getByRole('button', { name: 'Send to me now' }).click();
  await page.getByText('On its way to grace@halden.example').waitFor();
  await page.goto(`${shop.address}/cockpit/analytics/schedules`);
  await page
    .getByRole('link', { name: /Every Monday/ })
    .first()
    .waitFor();
  await lookAt(page, 'schedules');
});

test('numbers are shared by an address that is shown once, open without an account, and are taken back', async () => {
  await page.goto(`${shop.address}/cockpit/analytics/links`);
  await page.getByRole('button', { name: 'Share numbers' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('For the bank');
  await dialog.getByLabel('Shows').selectOption({ label: 'the parts of “Every Monday”' });
  await lookAt(page, 'link-new');
  await dialog.getByRole('button', { name: 'Share numbers' }).click();
  const address = await dialog.getByLabel('Address').inputValue();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  const stranger = await browser.newContext();
  const guest = await stranger.newPage();
  await guest.goto(address);
  await guest.getByRole('heading', { level: 1, name: 'For the bank' }).waitFor();
  await guest
    .getByText(/^Net sales/)
    .first()
    .waitFor();
  assert.deepEqual(await stranger.cookies(), []);
  await page.reload();
  await page.getByText(/opened once/).waitFor();
  await lookAt(page, 'links');
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByText('taken back', { exact: true }).waitFor();
  await guest.reload();
  await guest.getByText('This link does not work any more').waitFor();
  await stranger.close();
});

test('a number is watched by a rule whose past is seen first, and can be left alone', async () => {
  await page.goto(`${shop.address}/cockpit/analytics/alerts/new`);
  await page.getByText('It would not have fired.').waitFor();
  await page.getByText('Limit', { exact: true }).click();
  await page.getByLabel('Number', { exact: true }).selectOption({ label: 'Orders' });
  await page.getByLabel('Below', { exact: true }).fill('');
  await page.getByLabel('Above', { exact: true }).fill('0');
  await page.getByLabel('Wait for late events').selectOption('0');
  await page.getByText(/^It would/).waitFor();
  await page.locator('figure[role=img] svg').waitFor();
  await lookAt(page, 'alert-new');
  await page.getByLabel('Name').fill('Somebody bought');
  await page.getByRole('button', { name: 'Start watching' }).click();
  await page.getByRole('heading', { level: 1, name: 'Somebody bought' }).waitFor();
  await page.getByRole('button', { name: 'Quiet' }).click();
  await page.getByRole('menuitem', { name: 'for a day' }).click();
  await page.getByRole('button', { name: 'Tell me again' }).waitFor();
  await lookAt(page, 'alert');
  await page.goto(`${shop.address}/cockpit/analytics/alerts`);
  await page.getByText('Orders by Day: above 0').waitFor();
  await lookAt(page, 'alerts');
});

test('all of it fits a telephone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['schedules', 'schedules/new', 'links', 'alerts', 'alerts/new']) {
    await page.goto(`${shop.address}/cockpit/analytics/${path}`);
    await page.locator('main h1').waitFor();
    assert.ok((await sidewaysOverflow(page)) <= 0, path);
  }
});

test('nothing went wrong in the browser or in the warehouse', () => {
  // A mail is shown in a frame in which nothing runs; the browser says each time that nothing did.
  const others = complaints.filter((one) => !one.includes("Blocked script execution in 'about:srcdoc'"));
  assert.deepEqual([others, failures], [[], []]);
});
