import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { exchangeJobs } from '../../src/modules/exchange/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';

const connection = await demoDatabase(16);
const shop = await startCockpitShop(connection);
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await shop.close();
});

const { files } = shop;
const follow = () => runDueJobs({ connection, files, jobs: exchangeJobs, reactions: WORKLOAD.reactions });

async function open(path: string): Promise<Page> {
  const context = await shop.owner(browser, { viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
}

const rows = (page: Page) => page.locator('tbody tr:not([aria-hidden])');

test('one’s own file is tried, imported, and its products are in the shop', async () => {
  const page = await open('/imports/new');
  const csv =
    'Artikelname;Artikelnummer;Preis;Bestand;Status\nRegentonne;RT-1;89,50;4;active\nGartenzwerg;GZ-1;zwölf;2;active\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'waren.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('combobox', { name: 'Preis: Becomes' }).waitFor();
  assert.equal(await page.getByRole('combobox', { name: 'Preis: Becomes' }).inputValue(), 'Price');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('Trial').last().waitFor();
  await follow();
  await page.getByText('This is what the import will do').waitFor();
  await page.getByText(/1 errors/).waitFor();
  await page.getByRole('button', { name: 'Import now' }).click();
  await page.getByRole('status').or(page.getByText('Waiting')).first().waitFor();
  await follow();
  await page.getByRole('button', { name: 'See the products' }).click();
  await page.getByText('Regentonne').waitFor();
  await follow();
  const answer = await fetch(`${shop.address}/products/regentonne`);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /89[.,]50/);
});

test('a product with two options is made and stands in the storefront', async () => {
  const page = await open('/products/new');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Picnic Blanket');
  await describeWithLink(page);
  for (const [index, [name, ...values]] of [
    ['Size', 'S', 'L'],
    ['Colour', 'Red', 'Blue'],
  ].entries()) {
    await page.getByRole('button', { name: 'Add option' }).click();
    await page
      .getByRole('textbox', { name: 'Name', exact: true })
      .nth(index)
      .fill(name ?? '');
    const box = page.getByRole('combobox', { name: 'Values' }).nth(index);
    for (const value of values) {
      await box.fill(value);
      await box.press('Enter');
    }
  }
  await page.getByText('Variants (4)').waitFor();
  await page.getByRole('textbox', { name: 'Price EUR S Red' }).fill('45');
  await page.getByRole('button', { name: 'Set for all' }).first().click();
  await page.getByRole('textbox', { name: 'Price EUR L Blue' }).fill('60');
  await page.getByRole('textbox', { name: 'On hand S Red' }).fill('5');
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Active' }).click();
  // What was typed survives a closed tab.
  await page.waitForTimeout(400);
  await page.reload();
  await page.getByText('You had begun to change this').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Product added').waitFor();
  await follow();
  const shown = await (await fetch(`${shop.address}/products/picnic-blanket`)).text();
  for (const part of ['Picnic Blanket', 'Colour', 'Blue', '45.00', '<a href="/pages/care">wash it</a>'])
    assert.ok(shown.includes(part), part);
});

/** Words with a link on the last two; an address that no browser should follow is told first. */
async function describeWithLink(page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Description', exact: true });
  await box.click();
  await page.keyboard.type('Wool. How to wash it');
  for (const _ of 'wash it') await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  const address = page.getByLabel('Address (leave it empty to take the link off)');
  await address.fill('javascript:alert(1)');
  await address.press('Enter');
  await page.getByText('An address such as https://').waitFor();
  await address.fill('/pages/care');
  await address.press('Enter');
  await address.waitFor({ state: 'detached' });
}

test('a thousand prices are pasted into the sheet, checked, undone and saved', async () => {
  const page = await open('/products/sheet');
  await page.getByRole('grid').waitFor();
  const total = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  const price = page.getByRole('columnheader', { name: 'Price EUR' });
  const column = Number(await price.getAttribute('aria-colindex')) - 2;
  const cell = page.locator(`[data-cell="0 ${column}"]`);
  const before = await cell.textContent();
  await cell.click();
  const count = Math.min(total, 1_000);
  const paste = (texts: readonly string[]) =>
    page.getByRole('grid').evaluate((grid, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, texts.join('\r\n'));
  await paste(Array.from({ length: count }, () => 'seven'));
  await page.getByText(/cells are wrong/).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Save' }).isDisabled());
  await page.keyboard.press('Control+z');
  await page.getByText(/cells are wrong/).waitFor({ state: 'detached' });
  assert.equal(await cell.textContent(), before);
  await cell.click();
  // What a price was before goes with it: the block is two columns wide, the second empty.
  await paste(Array.from({ length: count }, (_, index) => `${100 + (index % 7)},5\t`));
  await page.getByText(/cells changed/).waitFor();
  assert.equal(await cell.textContent(), '100.50');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/products saved/).waitFor({ timeout: 60_000 });
  await page.getByRole('grid').waitFor();
  assert.equal(await cell.textContent(), '100.50');
});

test('two people in one product: the second sees what changed, merges, and both are kept', async () => {
  const first = await open('/products?q=cushion');
  await rows(first).first().getByRole('link').click();
  await first.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
  const path = new URL(first.url()).pathname.replace('/cockpit', '');
  const second = await open(path);
  const title = second.getByRole('textbox', { name: 'Title', exact: true });
  await title.waitFor();
  const type = second.getByRole('combobox', { name: 'Type' });
  await type.fill('Pillows');
  await title.fill('Mine');
  await first.getByRole('textbox', { name: 'Title', exact: true }).fill('Theirs');
  await first.getByRole('combobox', { name: 'Brand' }).fill('Halden');
  await first.getByRole('button', { name: 'Save' }).click();
  await first.getByText('Saved', { exact: true }).waitFor();
  await second.getByRole('button', { name: 'Save' }).click();
  const dialog = second.getByRole('dialog', { name: 'Somebody else has changed this product' });
  await dialog.waitFor();
  await dialog.getByText('Theirs', { exact: true }).last().click();
  await dialog.getByRole('button', { name: 'Take over and save' }).click();
  await second.getByText('Saved', { exact: true }).waitFor();
  await second.reload();
  await title.waitFor();
  const kept = [title, type, second.getByRole('combobox', { name: 'Brand' })].map((field) =>
    field.inputValue(),
  );
  assert.deepEqual(await Promise.all(kept), ['Theirs', 'Pillows', 'Halden']);
  await second.getByText('History').waitFor();
  await second.getByRole('button', { name: 'Restore' }).last().waitFor();
});
