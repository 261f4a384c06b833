import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { templateNames } from '../../src/apps/storefront/view/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type DemoShop, startDemoShop } from './demo-shop.ts';
import { accessibilityBreaches, layoutShift, openAudited, openSettled, tracesLeft } from './page-audit.ts';

const connection = await demoDatabase();
let browser: Browser;
let shop: DemoShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startDemoShop(connection)]);
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** A page that loads no pictures: their room is kept anyway, and making hundreds of them takes a minute. */
async function visit(path: string, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const { page, complaints } = await openAudited(browser, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await page.route('**/media/**', (route) => route.abort());
  page.once('close', () => assert.deepEqual(complaints, []));
  await page.goto(shop.address + path);
  return page;
}

const countOf = async (page: Page): Promise<number> =>
  Number((await page.locator('[data-part="count"]').textContent())?.replace(/\D/g, ''));

test('without scripts a shopper filters, sorts, chooses a variant and searches', async () => {
  const page = await visit('/collections/kitchen-and-table', { javaScriptEnabled: false });
  await shop.wear('depot');
  await page.reload();
  const all = await countOf(page);
  const box = page.locator('.filters input[name="f.brand"]').first();
  const name = await box.getAttribute('name');
  await box.check();
  await page.locator('.filters button[type=submit]').last().click();
  assert.match(page.url(), new RegExp(`${name}=`));
  const some = await countOf(page);
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  await page.locator('#sort').selectOption('price_ascending');
  await page.locator('.sort button').click();
  const prices = await page.locator('.card .price').allTextContents();
  const amounts = prices.map((text) => Number(/[\d,.]+/.exec(text)?.[0].replace(',', '')));
  assert.deepEqual(
    amounts,
    amounts.toSorted((a, b) => a - b),
  );
  await page.locator('.chip-clear').click();
  assert.equal(await countOf(page), all);

  await page.goto(`${shop.address}/products/manha-morning-mug`);
  const other = page.locator('a.value:not([aria-current])').first();
  const value = await other.getAttribute('data-value');
  await other.click();
  assert.equal(await page.locator(`a.value[data-value="${value}"]`).getAttribute('aria-current'), 'true');

  await page.locator('#q').fill('linnen shirt');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  assert.match(await page.locator('h1').innerText(), /linen shirt/);
  assert.ok((await page.locator('.card').count()) > 0);
  await page.close();
});

test('with scripts a filter is applied in place, counted, shared by its address, and undone by going back', async () => {
  await shop.wear('depot');
  const page = await visit('/collections/kitchen-and-table');
  await page.evaluate('globalThis.isSamePage = true');
  const all = await countOf(page);
  const box = page.locator('.filters input[name="f.brand"]').first();
  const id = await box.getAttribute('id');
  await box.check();
  await page.waitForURL(/\?f\./);
  await page.locator('.chip-chosen').first().waitFor();
  assert.ok((await countOf(page)) < all);
  assert.equal(await page.evaluate('document.activeElement.id'), id, 'the focus stays on the box');
  assert.equal(await page.evaluate('globalThis.isSamePage'), true);
  const shared = await visit(new URL(page.url()).pathname + new URL(page.url()).search);
  assert.equal(await countOf(shared), await countOf(page));
  await shared.close();
  await page.goBack();
  await page.locator('.chip-chosen').first().waitFor({ state: 'detached' });
  assert.equal(await countOf(page), all);
  await page.close();
});

test('by keyboard alone: from the home page through menu and collection to a product and its choice', async () => {
  await shop.wear('nocturne');
  const page = await visit('/');
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    assert.fail(`${selector} is out of the keyboard's reach`);
  };
  await tabTo('.menu summary');
  await page.keyboard.press('Enter');
  await tabTo('.panel-all');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/collections\//);
  await tabTo('.facet > summary');
  await page.keyboard.press('Enter');
  await tabTo('.facet-values input');
  await page.keyboard.press('Space');
  await page.waitForURL(/\?f\./);
  // Until the list is the filtered one: the one before has other products.
  await page.locator('.chip-chosen').first().waitFor();
  await page.keyboard.press('Escape');
  await tabTo('.card:not(.card-sold-out) .card-title a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/products\//);
  await tabTo('.gallery-frame');
  await tabTo('[data-buy-button]');
  await tabTo('a.ask');
  await page.close();
});

test('every kind of page of the real shop is clean to axe, to its own policy and to the eye', async () => {
  for (const template of templateNames) {
    await shop.wear(template);
    const { page, complaints } = await openAudited(browser, { viewport: { width: 390, height: 844 } });
    await page.route('**/media/**', (route) => route.abort());
    for (const path of PATHS) {
      await openSettled(page, shop.address + path);
      assert.deepEqual(await accessibilityBreaches(page), [], `${template} ${path}`);
      assert.equal(await layoutShift(page), 0, `${template} ${path}`);
    }
    assert.deepEqual(complaints, []);
    assert.deepEqual(await tracesLeft(page.context(), page), []);
    await page.context().close();
  }
});

const PATHS = [
  '/',
  '/collections',
  '/collections/new-arrivals',
  '/categories/living/kitchen',
  '/brands/tidewater-pottery',
  '/search?q=vase',
  '/search?q=xylophone',
  '/products/manha-morning-mug',
  '/pages/about',
  '/de/collections/new-arrivals',
  '/nowhere',
];
