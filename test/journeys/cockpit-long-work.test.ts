import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { listProductIds, readProducts } from '../../src/modules/catalog/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const shop = await startCockpitShop(connection);
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await shop.close();
});

const { files } = shop;
const jobs = WORKLOAD.jobs.filter(({ name }) => !name.startsWith('media.'));
const follow = () => runDueJobs({ connection, files, jobs, reactions: WORKLOAD.reactions });

async function open(path: string): Promise<Page> {
  const context = await shop.owner(browser, { viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
}

const drawer = (page: Page): Locator => page.getByRole('dialog', { name: 'Long work' });
const workIn = (page: Page, title: string): Locator =>
  drawer(page).getByRole('article', { name: title, exact: true });

async function saveAs(page: Page, work: Locator) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    work.getByRole('link', { name: /\.csv$/ }).click(),
  ]);
  const rows: Record<string, string>[] = parse(await readFile(await download.path()), {
    ...{ columns: true, bom: true, relax_column_count: true },
  });
  return { name: download.suggestedFilename(), rows };
}

test('many products are changed with a look before, followed in the drawer, and taken back', async () => {
  const page = await open('/products');
  const choose = page.getByRole('checkbox', { name: 'Select this row' });
  await choose.nth(0).check();
  await choose.nth(1).check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('menuitem', { name: 'Add tags' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add tags' });
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('winter-sale');
  await dialog.getByRole('combobox', { name: 'Tags' }).press('Enter');
  // The list of known tags lies over what is below it until the field is left.
  await dialog.getByRole('combobox', { name: 'Tags' }).press('Tab');
  await dialog.getByText('2 of 2 products will change').waitFor();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  const work = workIn(page, 'Add tags: 2 products');
  await work.getByText('waiting').waitFor();
  await follow();
  await work.getByText('2 changed').waitFor();
  const tagged = async () => {
    const products = await readProducts(db, await listProductIds(db, { limit: 1_000 }));
    return products.filter(({ tags }) => tags.includes('winter-sale')).length;
  };
  assert.equal(await tagged(), 2);
  await work.getByRole('button', { name: 'Undo' }).click();
  await workIn(page, 'Undo: Add tags: 2 products').getByText('waiting').waitFor();
  await follow();
  await workIn(page, 'Undo: Add tags: 2 products').getByText('2 changed').waitFor();
  await work.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  assert.equal(await tagged(), 0);
});

test('a list is exported whole, and its file has every row', async () => {
  const page = await open('/stock');
  await page.getByRole('button', { name: 'Export' }).click();
  const work = workIn(page, 'Export: Stock');
  await work.waitFor();
  await follow();
  const { name, rows } = await saveAs(page, work);
  assert.match(name, /^stock-levels-.*\.csv$/);
  await work.getByText(`${rows.length.toLocaleString('en')} rows`).waitFor();
  const variants = (await readProducts(db, await listProductIds(db, { limit: 1_000 }))).flatMap(
    (product) => product.variants,
  );
  assert.ok(rows.length >= 300 && new Set(rows.map((row) => row['variant id'])).size <= variants.length);
});

test('an import is seen in the drawer and stopped there', async () => {
  const page = await open('/imports/new');
  const csv = 'Artikelname;Artikelnummer;Preis\nRegentonne;RT-1;89,50\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'waren.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: /under way/ }).click();
  const work = workIn(page, 'Trial: waren.csv');
  await work.getByRole('button', { name: 'Stop' }).click();
  await work.getByText('stopped').waitFor();
  await follow();
  await page.goto(`${shop.address}/cockpit/imports`);
  await page.getByRole('cell', { name: 'waren.csv' }).first().waitFor();
  await page.getByText('Cancelled').first().waitFor();
});

test('the demo is taken out by the shop’s name, and what is left is an empty shop that works', async () => {
  const page = await open('/settings/demo-data');
  await page.getByRole('cell', { name: 'Products', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Take the demo out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take the demo out of the shop?' });
  const confirm = dialog.getByRole('button', { name: 'Take it out' });
  assert.ok(await confirm.isDisabled());
  await dialog.getByRole('textbox').fill((await readShop(db)).name);
  await confirm.click();
  const work = workIn(page, 'Take the demo out');
  await work.waitFor();
  await follow();
  await work.getByText('done').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('No demo data').waitFor();
  // The two that were tagged and untagged have a history of somebody's: they stay.
  const left = await readProducts(db, await listProductIds(db, { limit: 1_000 }));
  assert.equal(left.length, 2);
  const home = await fetch(shop.address);
  assert.equal(home.status, 200);
  assert.doesNotMatch(await home.text(), /\/products\//);
  assert.equal((await fetch(`${shop.address}/collections/new-arrivals`)).status, 404);
});
