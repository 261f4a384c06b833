import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';

const connection = await demoDatabase();
const shop = await startCockpitShop(connection);
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await shop.close();
});

test('a screen that is opened by its address speaks the language of who is signed in, not the browser’s', async () => {
  await sql`update staff.member set language = 'de'`.execute(connection.db);
  const page = await (await shop.owner(browser, { locale: 'en-GB' })).newPage();
  await page.goto(`${shop.address}/cockpit/gift-cards`);
  await page.getByRole('heading', { name: 'Geschenkkarten', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Kunden', exact: true }).click();
  await page.getByRole('heading', { name: 'Kunden', exact: true }).waitFor();
  await page.goto(`${shop.address}/cockpit/profile`);
  await page.getByRole('combobox', { name: 'Sprache' }).click();
  await page.getByRole('option', { name: 'Français' }).click();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('heading', { name: 'Profil et sécurité', exact: true }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  await page.goto(`${shop.address}/cockpit/settings/payments`);
  await page.getByRole('heading', { name: 'Moyens de paiement', exact: true }).waitFor();
  await page.close();
});
