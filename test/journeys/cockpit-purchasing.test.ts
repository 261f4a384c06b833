import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import { fillItems, readLevels } from '../../src/modules/inventory/index.ts';
import { readCostLevels } from '../../src/modules/ledger/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';
import { accessibilityBreaches, sidewaysOverflow } from './page-audit.ts';

const MUG = 'manha-morning-mug';
const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const connection = await demoDatabase();
const { db } = connection;
let browser: Browser;
let shop: CockpitShop;
let mug: VariantId;
let address = '';

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  mug = await stockOf(db, MUG, 4);
  await fillItems(db, { signal: new AbortController().signal });
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const open = async (path: string, look: typeof WIDE | typeof PHONE, scheme: 'light' | 'dark' = 'light') => {
  const context = await shop.owner(browser, { ...look, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
};
const isSound = async (page: Page, name: string) => {
  assert.deepEqual(await accessibilityBreaches(page), [], name);
  assert.equal(await sidewaysOverflow(page), 0, name);
};
const onHand = async () =>
  ((await readLevels(db, [mug])).get(mug) ?? []).reduce((sum, level) => sum + level.onHand, 0);
const worthOf = async () => {
  const { defaultCurrency } = await readShop(db);
  return (await readCostLevels(db, [mug], defaultCurrency)).get(mug)?.valueMinor ?? 0n;
};

test('a supplier with a pasted price list, an order of whole packs, approved and told', async () => {
  const page = await open('/purchasing/suppliers', WIDE);
  await page.getByRole('button', { name: 'Add a supplier' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Olaria Manhã');
  await dialog.getByLabel('E-mail for orders').fill('orders@olaria.example');
  await isSound(page, 'add-supplier');
  await dialog.getByRole('button', { name: 'Add a supplier' }).click();
  await page.waitForURL(/\/suppliers\/[0-9a-f-]{36}/);
  const named = db.selectFrom('catalog.variant').select('sku').where('id', '=', mug);
  const sku = (await named.executeTakeFirstOrThrow()).sku ?? '';
  await page.getByRole('button', { name: 'Paste a price list' }).click();
  await page
    .getByLabel('Paste a price list')
    .last()
    .fill(`sku;price;from;pack\n${sku};5.00;1;12\n${sku};4.00;48;12`);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Keep 1 entry' }).click();
  await page.getByText('from 48').waitFor();
  await isSound(page, 'supplier');
  await page.goto(`${shop.address}/cockpit/purchasing?new=true`);
  await page.getByRole('combobox', { name: 'Supplier' }).or(page.getByLabel('Supplier')).first().click();
  await page.getByRole('option', { name: 'Olaria Manhã', exact: true }).click();
  await page.getByRole('button', { name: 'Choose goods' }).click();
  await page.waitForURL(/\/purchasing\/[0-9a-f-]{36}/);
  address = new URL(page.url()).pathname.replace('/cockpit', '');
  await page.getByPlaceholder('Add goods by name, SKU or barcode').fill('morning mug');
  await page
    .getByRole('option', { name: /Morning Mug/ })
    .first()
    .click();
  await page.getByLabel(/^Quantity: /).fill('40');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: '→ 48, whole packs' }).waitFor();
  await isSound(page, 'order-draft');
  await page.getByRole('button', { name: '→ 48, whole packs' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('192.00').first().waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'They were told otherwise' }).click();
  await page.getByRole('button', { name: 'Receive' }).waitFor();
  await isSound(page, 'order-sent');
  await page.goto(`${shop.address}/cockpit/purchasing`);
  await page.getByRole('link', { name: /PO-/ }).or(page.getByText(/^PO-/)).first().waitFor();
  await isSound(page, 'orders');
  await page.context().close();
});

test('on a phone what came short is counted in two presses and is stock at its cost', async () => {
  const [before, worth] = [await onHand(), await worthOf()];
  const page = await open(address, PHONE, 'dark');
  await page.getByRole('heading', { name: /^PO-/ }).waitFor();
  await isSound(page, 'order-phone');
  await page.getByRole('button', { name: 'Receive' }).click();
  await page.getByLabel('Delivery note number').fill('LS-77');
  assert.equal(await page.getByRole('button', { name: /^Receive \d/ }).isEnabled(), false);
  await page.getByRole('button', { name: 'All of it came' }).click();
  await page.getByRole('button', { name: /^One less/ }).click();
  await page.getByText('1 short').waitFor();
  await isSound(page, 'receive-phone');
  await page.getByRole('button', { name: 'Receive 47 pieces' }).click();
  await page.getByText('Partly received').first().waitFor();
  assert.equal(await onHand(), before + 47);
  assert.equal(await worthOf(), worth + 18_800n);
  await isSound(page, 'received-phone');
  await page.context().close();
});
