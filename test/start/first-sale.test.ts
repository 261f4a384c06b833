import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { openAudited } from '../journeys/page-audit.ts';
import { aPerson } from '../journeys/person.ts';
import { addToCart, fillIn, openPage, orderNow } from '../journeys/shopper.ts';
import { removeDataFolder, scratchFolder } from '../scratch-database.ts';
import { authenticatorCode } from '../totp.ts';
import { endAll, startShop } from './started-shop.ts';

const folder = await scratchFolder('first-sale');
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await endAll();
  await removeDataFolder(join(folder, 'data'));
  await rm(folder, { recursive: true, force: true });
});

// As a till or a spreadsheet writes it: no shop system's columns, decimal commas, German names.
const GOODS = [
  'Artikelnummer;Bezeichnung;Beschreibung;Preis;Bestand',
  'TA-01;Tasse Grün;Steinzeug, 300 ml;14,90;12',
  'TE-02;Teller Grün;Steinzeug, 26 cm;19,90;8',
  'SC-03;Schale Grün;Steinzeug, 1 l;24,90;5',
].join('\r\n');

test('who has never seen it goes from the first start to the first sale without reading a word elsewhere', async (t) => {
  const shop = await startShop(folder, { DEMO: 'false' });
  const link = /http\S+welcome#\S+/.exec(await said(shop, 'welcome#'))?.[0] ?? '';
  const { page, complaints } = await openAudited(browser, {
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  const me = aPerson();
  const press = (name: string) => me.click(page.getByRole('button', { name, exact: true }).last());
  const openGuide = async () => {
    await me.click(page.getByRole('link', { name: 'Today', exact: true }));
    await me.click(page.getByRole('link', { name: 'Open your shop' }));
  };
  const goOn = async (step: string) => {
    await openGuide();
    await me.click(page.getByRole('link', { name: step }));
  };

  await page.goto(link);
  await becomeOwner(page, me);
  await me.click(page.getByRole('link', { name: 'Open your shop' }));
  await page.getByText('0 of 7 done').last().waitFor();
  await me.read(page);

  await me.click(page.getByRole('link', { name: 'Describe', exact: true }));
  await page.getByRole('heading', { name: 'Shop details' }).waitFor();
  await me.read(page);
  await me.type(page.getByLabel('Name', { exact: false }).first(), 'Grünzeug');
  await me.type(page.getByLabel('Legal name'), 'Grünzeug GmbH');
  await me.type(page.getByLabel('Postal address'), 'Hauptstraße 5\n10115 Berlin');
  await me.type(page.getByLabel('Country').first(), 'Germany');
  await me.click(page.getByRole('option', { name: 'Germany' }));
  await me.type(page.getByLabel('E-mail').first(), 'hallo@gruenzeug.example');
  await press('Save');
  await page.getByText('Saved.').first().waitFor();

  await goOn('Import a file');
  const file = join(folder, 'waren.csv');
  await writeFile(file, GOODS);
  await page.locator('input[type=file]').setInputFiles(file);
  me.elsewhere(10);
  await page.getByRole('button', { name: 'Try it' }).waitFor();
  await me.read(page);
  await press('Try it');
  const importNow = page.getByRole('button', { name: 'Import now' });
  await importNow.and(page.locator(':enabled')).waitFor();
  await me.read(page);
  await press('Import now');
  await press('See the products');
  await page.getByText('Tasse Grün').first().waitFor();

  await goOn('Set delivery up');
  await press('Add a zone');
  await me.type(page.getByLabel('Name').last(), 'Germany');
  await me.type(page.getByPlaceholder('Country or code'), 'Germany');
  await me.click(page.getByRole('checkbox', { name: 'Germany' }));
  await press('Save');
  await page.getByText('The zone is saved').waitFor();
  await me.read(page);
  await me.click(page.getByText('Add a way of delivery').first());
  await me.type(page.getByLabel('Name', { exact: true }), 'Parcel');
  await me.type(page.getByLabel('Code', { exact: true }), 'parcel');
  await press('Add a price');
  await me.type(page.getByLabel(/^Price/).last(), '4.90');
  await me.read(page);
  await press('Save');
  await page.getByText('The way of delivery is saved').waitFor();

  await goOn('Set taxes up');
  await me.click(page.getByText('To the tax rates'));
  await press('Starter rates');
  const take = page.getByRole('button', { name: /^Add \d+ rates?$/ });
  await take.waitFor();
  await me.read(page);
  await me.click(take);
  await page.getByText(/rates added/).waitFor();

  await goOn('Set payments up');
  await me.read(page);
  await me.click(page.getByText('Add a way to pay').first());
  await me.pick(
    page.getByLabel('Provider', { exact: true }).first(),
    page.getByRole('option', { name: 'Cash on delivery' }),
  );
  await me.type(page.getByLabel('English').first(), 'Cash on delivery');
  await me.read(page);
  await press('Save');
  await page.getByText('The way to pay is added').waitFor();

  await openGuide();
  await page.getByText('The shop can take orders.').waitFor();
  await page.getByText('5 of 7 done').last().waitFor();

  const shopper = await openPage(browser, `${shop.address}/search?q=tasse`);
  await me.click(shopper.getByRole('link', { name: 'Tasse Grün' }).first());
  await addToCart(shopper);
  await shopper.getByRole('link', { name: 'View cart' }).click();
  await shopper.getByRole('link', { name: 'Go to checkout' }).click();
  await fillIn(shopper);
  await orderNow(shopper);
  await shopper.waitForURL(/\/orders\/\d+/);
  me.elsewhere(60);
  await shopper.close();

  await me.click(page.getByRole('link', { name: 'Today' }));
  await page.getByText('Orders to ship').waitFor();
  await page.getByText('Ada Lovelace').waitFor();
  // Who sells needs no guide any more.
  await page.getByRole('link', { name: 'Open your shop' }).waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
  const minutes = me.seconds() / 60;
  t.diagnostic(`a person would take ${minutes.toFixed(1)} minutes`);
  assert.ok(minutes < 10, `${minutes.toFixed(1)} minutes of a person`);
});

async function becomeOwner(page: Page, me: ReturnType<typeof aPerson>): Promise<void> {
  await page.getByLabel('Your name').waitFor();
  await me.type(page.getByLabel('Your name'), 'Ada Byron');
  await me.type(page.getByLabel('Your e-mail'), 'ada@gruenzeug.example');
  await me.click(page.getByRole('radio', { name: 'Password and authenticator' }));
  await me.type(page.locator('input[autocomplete=new-password]'), 'brave otter moves house');
  await me.click(page.getByRole('button', { name: 'Set up the authenticator' }));
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  // Finding the telephone, opening the application, pointing it at the screen.
  me.elsewhere(30);
  await me.type(
    page.getByLabel('The code that it shows now'),
    authenticatorCode(secret, Temporal.Now.instant()),
  );
  await me.click(page.getByRole('button', { name: 'Finish' }));
  await me.click(page.getByRole('button', { name: 'I have kept them' }));
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

async function said({ printed }: { readonly printed: () => string }, word: string): Promise<string> {
  const deadline = performance.now() + 20_000;
  while (!printed().includes(word)) {
    assert.ok(performance.now() < deadline, `never said ${word}:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return printed();
}
