import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';

const connection = await demoDatabase(16);
const PICTURES = process.env['PICTURES'];
let browser: Browser;
let shop: CockpitShop;
let page: Page;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const viewport = { width: 1280, height: 900 };
  const context = await shop.owner(browser, { viewport, reducedMotion: 'reduce' });
  ({ page } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const open = (path: string) => page.goto(`${shop.address}/cockpit${path}`);
const textOf = async (path: string) => (await fetch(shop.address + path)).text();

/** Every screen at rest is looked at by cockpit-screens.test.ts; here, what only opens on the way. */
async function look(name: string): Promise<void> {
  assert.deepEqual(await accessibilityBreaches(page), [], name);
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** What is on a page of the shop in a moment: the shop reads itself anew after a change. */
async function shows(path: string, text: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await textOf(path)).includes(text)) {
    if (Date.now() > end) throw new Error(`${path} does not show ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a setting is found by a word, and the shop’s name is changed where shoppers see it', async () => {
  await open('/settings');
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('vat');
  await look('home');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name', { exact: false }).first().waitFor();
  await page.locator('input[name="name"]').fill('Lantern & Larch');
  await page.locator('input[name="email"]').fill('nobody');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('"nobody" is no e-mail address').waitFor();
  await look('shop-refused');
  await page.locator('input[name="email"]').fill('hello@larchandlantern.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. The shop shows it in a moment.').waitFor();
  await shows('/', 'Lantern &amp; Larch');
});

test('who saves second keeps what they typed and sees what the other changed', async () => {
  const context = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
  const other = await context.newPage();
  await other.goto(`${shop.address}/cockpit/settings/shop`);
  await other.locator('input[name="phone"]').fill('+49 40 66969 999');
  await page.locator('input[name="phone"]').fill('+49 40 66969 111');
  await page.locator('input[name="tagline"]').fill('Things that last');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. The shop shows it in a moment.').last().waitFor();
  await other.getByRole('button', { name: 'Save' }).click();
  const told = other.getByRole('alert').filter({ hasText: 'Somebody else has saved meanwhile' });
  await told.getByText('+49 40 66969 111').waitFor();
  assert.equal(await other.locator('input[name="tagline"]').inputValue(), 'Things that last');
  assert.equal(await other.locator('input[name="phone"]').inputValue(), '+49 40 66969 999');
  await other.getByRole('button', { name: 'Save' }).click();
  await shows('/', '+49 40 66969 999');
  await context.close();
});

test('a market is added with its language, its gaps are told, and it is there for shoppers', async () => {
  await open('/settings/markets');
  await page.getByRole('button', { name: 'Add a market' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a market' });
  await dialog.getByLabel('Name').fill('Switzerland');
  await dialog.getByLabel('Country or code').fill('switz');
  await dialog.getByRole('checkbox', { name: 'Switzerland' }).check();
  await dialog.getByLabel('Country or code').fill('germany');
  await dialog.getByRole('checkbox', { name: 'Germany' }).and(page.locator(':disabled')).waitFor();
  await dialog.getByLabel('Country or code').fill('');
  await dialog.getByLabel('Currency').click();
  await dialog.getByLabel('Currency').fill('CHF');
  await page.getByRole('option', { name: /^CHF/ }).click();
  await dialog.getByText(/^0 of \d+ variants have a price in CHF/).waitFor();
  await dialog.getByLabel('Language').click();
  await dialog.getByLabel('Language').fill('Swiss French');
  await page.getByRole('option', { name: 'Swiss French' }).click();
  await dialog.getByText('In Swiss French, English stands in for them', { exact: false }).waitFor();
  assert.equal(await dialog.getByLabel('Address').inputValue(), 'fr-ch');
  await look('market-new');
  await dialog.getByRole('button', { name: 'Add a market' }).click();
  await page.getByText('Switzerland is a market now').waitFor();
  await page.getByRole('link', { name: '/fr-ch' }).waitFor();
  await look('markets');
  await shows('/fr-ch', 'lang="fr-CH"');
  await page.getByRole('button', { name: 'Move Switzerland up' }).click();
  await page.locator('main h2').nth(2).and(page.getByText('Switzerland')).waitFor();
});

test('a template is seen before shoppers see it, chosen, and taken back', async () => {
  await open('/settings/look');
  await page.getByRole('radio', { name: 'Nocturne' }).check();
  const preview = page.frameLocator('iframe[title="Preview of Nocturne"]');
  await preview.locator('html[data-template="nocturne"]').waitFor();
  await preview.getByText('Lantern & Larch').first().waitFor();
  assert.ok((await textOf('/')).includes('data-template="atelier"'));
  await look('look');
  await page.getByText('Product', { exact: true }).click();
  await preview.locator('html[data-page="product"]').waitFor();
  await page.getByRole('button', { name: 'Use Nocturne' }).click();
  await page.getByText('The shop is drawn in Nocturne now').waitFor();
  await shows('/', 'data-template="nocturne"');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await shows('/', 'data-template="atelier"');
});

test('the shop gets a colour that can be read, and its logo', async () => {
  await open('/settings/look');
  await page.getByLabel('Accent colour').fill('#ffee00');
  await page.getByText(/In the light: #[0-9a-f]{6}, .* made lighter or darker/).waitFor();
  const preview = page.frameLocator('iframe[title="Preview of Atelier"]');
  await preview.locator('link[href="/theme/atelier/ffee00.css"]').waitFor({ state: 'attached' });
  const picture = { width: 480, height: 120, channels: 4, background: '#7a1f3d' } as const;
  const buffer = await sharp({ create: picture }).png().toBuffer();
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer };
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload: Logo' }).click();
  await (await chooser).setFiles(logo);
  await page.getByRole('img', { name: 'Logo' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. The shop shows it in a moment.').waitFor();
  await look('theme');
  await shows('/', '/theme/atelier/ffee00.css');
  await shows('/', 'alt="Lantern &amp; Larch"');
  const shopper = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await shopper.goto(shop.address);
  await shopper.getByRole('link', { name: 'Lantern & Larch' }).locator('img').waitFor();
  assert.deepEqual(await accessibilityBreaches(shopper), []);
  if (PICTURES) await shopper.screenshot({ path: `${PICTURES}/shop-own.png` });
  await shopper.close();
});

test('an address is checked in words, and kept', async () => {
  await open('/settings/domains');
  await page.getByText('Nobody has said where the shop is.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Check the address' }).click();
  await page
    .getByText(/is not on the public internet$/)
    .or(page.getByText(/cannot be asked$/))
    .waitFor();
  await look('domains');
  await page.getByLabel('Public address').fill('https://larch.example/shop');
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText('such as https://shop.example, without a path or a slash at the end')
    .first()
    .waitFor();
  await page.getByLabel('Public address').fill('https://larch.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Decided by the address kept here.').waitFor();
  await shows('/', 'https://larch.example/');
});
