import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expectOk } from '../../src/kernel/index.ts';
import { readProductByHandle, type VariantId } from '../../src/modules/catalog/index.ts';
import {
  fillItems,
  followProducts,
  type LocationId,
  readAvailability,
  readLevels,
  readLocations,
  saveLocation,
  setIncoming,
  setOnHand,
} from '../../src/modules/inventory/index.ts';
import { CHROMIUM_FLAGS, findChromium } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { writeBarcodeFilm } from './barcode-film.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';
import { accessibilityBreaches, sidewaysOverflow } from './page-audit.ts';

const MUG = 'manha-morning-mug';
const EAN = '4006381333931';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, permissions: ['camera'] };

const connection = await demoDatabase();
const { db } = connection;
let folder: string;
let browser: Browser;
let shop: CockpitShop;
let mug: VariantId;
let main: LocationId;
let other: LocationId;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'institor-film-'));
  const film = join(folder, 'shelf.y4m');
  await writeBarcodeFilm(film, EAN);
  const { executable, env } = await findChromium();
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const args = [...CHROMIUM_FLAGS, ...camera, `--use-file-for-fake-video-capture=${film}`];
  browser = await chromium.launch({ executablePath: executable, args, env: { ...env } });
  shop = await startCockpitShop(connection);
  await openShelf();
});

after(async () => {
  await browser?.close();
  await shop?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Ten mugs with a barcode in the first place, and a second place with nothing. */
async function openShelf(): Promise<void> {
  mug = await stockOf(db, MUG, 10);
  await sql`update catalog.variant set barcode = ${EAN} where id = ${mug}`.execute(db);
  await fillItems(db, { signal: new AbortController().signal });
  const product = await readProductByHandle(db, MUG);
  await db.transaction().execute((tx) => followProducts(tx, [product?.id ?? '']));
  const levels = (await readLevels(db, [mug])).get(mug) ?? [];
  const [first] = await readLocations(db);
  main = levels.find(({ onHand }) => onHand > 0)?.locationId ?? first?.id ?? fail();
  const place = { code: 'corner', name: 'Corner shop', country: 'DE', isActive: true, position: 9 };
  other = expectOk(await db.transaction().execute((tx) => saveLocation(tx, place))).id;
}

function fail(): never {
  throw new Error('the demo has no place');
}

const onHand = async (locationId: LocationId) =>
  (await readLevels(db, [mug])).get(mug)?.find((level) => level.locationId === locationId)?.onHand ?? 0;

async function open(path: string, options: Parameters<CockpitShop['owner']>[1]): Promise<Page> {
  const context = await shop.owner(browser, options);
  const page = await context.newPage();
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
}

test('a shelf is counted with a phone’s camera, and the stock follows when the count is approved', async () => {
  const before = await onHand(main);
  const page = await open('/stocktakes?new=true', PHONE);
  await page.getByRole('textbox', { name: /^Name/ }).fill('Shelf 7');
  const placeName = (await readLocations(db)).find(({ id }) => id === main)?.name ?? '';
  await page.getByLabel('Place', { exact: true }).first().click();
  await page.getByRole('option', { name: placeName, exact: true }).click();
  await page.getByRole('button', { name: 'Begin a count' }).last().click();
  await page.waitForURL(/\/stocktakes\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const last = page.getByTestId('last-seen');
  await last.getByText('Morning Mug').first().waitFor({ timeout: 30_000 });
  await last.locator('output', { hasText: /^([2-9]|\d\d)$/ }).waitFor();
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  const scanned = Number(await last.locator('output').innerText());
  assert.ok(scanned >= 2, `${scanned} pieces were scanned`);
  await page.getByLabel(/^Total of/).fill('7');
  await page.getByRole('button', { name: 'Set total' }).click();
  await page.getByText('Everything counted is saved.').waitFor();
  assert.equal(await sidewaysOverflow(page), 0);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('tab', { name: /^Review/ }).click();
  await page
    .getByRole('row', { name: /Morning Mug/ })
    .getByText(`−${before - 7}`)
    .waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByText(/is approved$/).waitFor();
  assert.equal(await onHand(main), 7);
  await page.context().close();
});

test('a transfer that arrives short says what became of the rest', async () => {
  const before = await onHand(main);
  const page = await open('/transfers/new', { viewport: { width: 1280, height: 900 } });
  await page.getByLabel('From', { exact: true }).first().waitFor();
  const placeName = (await readLocations(db)).find(({ id }) => id === main)?.name ?? '';
  await page.getByLabel('From', { exact: true }).first().click();
  await page.getByRole('option', { name: placeName, exact: true }).click();
  await page.getByLabel('To', { exact: true }).first().click();
  await page.getByRole('option', { name: 'Corner shop', exact: true }).click();
  await page.getByPlaceholder('Name, SKU or barcode').fill('morning mug');
  await page
    .getByRole('option', { name: /Morning Mug/ })
    .first()
    .click();
  await page.getByLabel(/^Quantity: /).fill('5');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.waitForURL(/\/transfers\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Receive' }).click();
  assert.equal(await onHand(main), before - 5);
  await page.getByLabel(/^Arrived now: /).fill('3');
  await page.getByLabel('They are lost: write them off and close').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Receive' }).click();
  await page.getByText('Received short').waitFor();
  assert.deepEqual([await onHand(main), await onHand(other)], [before - 5, 3]);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.context().close();
});

test('stock is put right in its row, and taken back', async () => {
  const before = await onHand(main);
  const page = await open(`/stock?q=morning+mug&locationId=${main}`, {
    viewport: { width: 1280, height: 900 },
  });
  await page
    .getByRole('button', { name: /^Adjust .*Morning Mug/ })
    .first()
    .click();
  await page.getByLabel('Change by', { exact: true }).last().fill('-2');
  await page.getByRole('button', { name: 'Adjust', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  assert.equal(await onHand(main), before - 2);
  // The row shows at once what is written a moment later.
  const undone = page.waitForResponse(
    (response) => response.url().endsWith('/stock/movements') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: `Adjust Manhã Morning Mug: ${before} on hand` }).waitFor();
  assert.ok((await undone).ok());
  assert.equal(await onHand(main), before);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.context().close();
});

test('shoppers are told when goods are back once it is switched on beside their level', async () => {
  const expectedOn = Temporal.Now.plainDateISO('UTC').add({ days: 14 });
  const coming = (quantity: number) =>
    db
      .transaction()
      .execute((tx) => setIncoming(tx, [{ variantId: mug, locationId: main, expectedOn, quantity }]));
  const counts = [main, other].map((locationId) => ({ variantId: mug, locationId, onHand: 0 }));
  const now = Temporal.Now.instant();
  await db
    .transaction()
    .execute((tx) => setOnHand(tx, { counts, now, reason: 'count', reference: 'sold out' }));
  await coming(6);
  const page = await open(`/stock/movements?variantId=${mug}&locationId=${main}`, {
    viewport: { width: 390, height: 844 },
  });
  const says = page.getByRole('switch', { name: 'Say when it is back', disabled: false });
  await says.waitFor({ state: 'attached' });
  await says.click({ force: true });
  await page.getByText(`Its page says: back about ${expectedOn.day}`).waitFor();
  const told = (await readAvailability(db, [mug], { today: expectedOn })).get(mug);
  assert.equal(told?.expectedOn?.toString(), expectedOn.toString());
  assert.equal(await sidewaysOverflow(page), 0);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await coming(0);
  await page.reload();
  await page.getByText('Sold out, and no day is known: nothing is said').waitFor();
  await page.context().close();
});
