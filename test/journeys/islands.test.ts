import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { buildIfNeeded } from '../../scripts/build.ts';
import { assetManifest, BUILD_FOLDER, templateNames } from '../../src/apps/storefront/view/index.ts';
import { launchBrowser } from '../browser.ts';
import { type FixtureShop, startFixtureShop } from './fixture-shop.ts';
import { openAudited } from './page-audit.ts';

let browser: Browser;
let shop: FixtureShop;

before(async () => {
  await buildIfNeeded();
  [browser, shop] = await Promise.all([launchBrowser(), startFixtureShop()]);
});

after(async () => {
  await Promise.all([browser?.close(), shop?.close()]);
});

async function visit(path: string, template: string, width = 1280): Promise<Page> {
  const { page, complaints } = await openAudited(browser, { viewport: { width, height: 900 } });
  await page.goto(`${shop.address}${path}?template=${template}`);
  page.once('close', () => assert.deepEqual(complaints, []));
  return page;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate("(document.activeElement?.textContent || document.activeElement?.id || '').trim()");

test('all scripts together are at most 15 kB, a template’s styles at most 20 kB, both compressed', async () => {
  const { scripts, styles } = assetManifest();
  const script = await compressedSize(scripts);
  assert.ok(script > 1_000 && script <= 15_000, `${script} bytes of script`);
  for (const template of templateNames) {
    const size = await compressedSize(styles(template));
    assert.ok(size > 1_000 && size <= 20_000, `${size} bytes of styles for ${template}`);
  }
});

async function compressedSize(addresses: readonly string[]): Promise<number> {
  let sum = 0;
  for (const address of addresses) {
    const file = await readFile(join(BUILD_FOLDER, address));
    assert.doesNotMatch(file.toString(), /import\s*\(|from\s*"\.\//, 'nothing is loaded besides');
    sum += gzipSync(file, { level: 9 }).length;
  }
  return sum;
}

test('a second build of the same sources does nothing', async () => {
  assert.equal(await buildIfNeeded(), 'unchanged');
});

test('the menu opens by keyboard, closes with Escape and gives the focus back', async () => {
  const page = await visit('/', 'depot');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to content');
  await page.locator('.menu summary').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'All of Living');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'Living');
  assert.equal(await page.locator('.menu details[open]').count(), 0);
  await page.keyboard.press('Enter');
  await page.locator('.wordmark').focus();
  assert.equal(await page.locator('.menu details[open]').count(), 0, 'closes when the focus leaves');
  await page.close();
});

test('the search field suggests while typing, and arrow keys and Enter lead to a product', async () => {
  const page = await visit('/', 'atelier');
  const field = page.locator('#q');
  await field.fill('va');
  await page.locator('#q-list').waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  assert.equal(await page.locator('[data-suggestions-status]').first().textContent(), '6 suggestions');
  await page.keyboard.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Escape');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  await field.press('End');
  await field.pressSequentially('s');
  await page.locator('#q-list').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/products\/hollin-vase/);
  await page.close();
});

test('a choice shows its price, stock and picture without loading the page', async () => {
  const page = await visit('/products/hollin-vase', 'depot');
  await page.evaluate('globalThis.isSamePage = true');
  assert.equal(await page.locator('[data-wait]').isVisible(), false);
  await page.locator('[data-value="Bone"]').click();
  await page.locator('[data-value="Large"]').click();
  assert.equal(await page.locator('[data-wait]').isVisible(), true);
  assert.equal(await page.locator('[data-wait] [name="variant"]').inputValue(), 'v22');
  assert.equal(await page.locator('[data-offer="price"]').textContent(), '€104.00');
  assert.equal(await page.locator('[data-offer="stock"]').textContent(), 'Sold out');
  assert.equal(await page.locator('[data-offer="before"]').isVisible(), false);
  assert.match(page.url(), /\?Colour=Bone&Size=Large$/);
  assert.equal(await page.locator('[data-value="Moss"]').getAttribute('href'), '?Colour=Moss&Size=Large');
  await page.locator('.thumbnails a[aria-current][href="#picture-3"]').waitFor();
  assert.equal(await page.locator('.thumbnails a[aria-current]').count(), 1);
  assert.equal(await page.evaluate('globalThis.isSamePage'), true);
  await page.close();
});

test('a picture opens large in a dialog that arrow keys and Escape work', async () => {
  const page = await visit('/products/hollin-vase', 'nocturne');
  const first = page.locator('[data-zoom]').first();
  await first.focus();
  await page.keyboard.press('Enter');
  const large = page.locator('[data-zoom-picture] img');
  const before = await large.getAttribute('src');
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await large.getAttribute('src'), before);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  const isBack = await page.evaluate("document.activeElement === document.querySelector('[data-zoom]')");
  assert.equal(isBack, true);
  await page.close();
});

test('what was seen in this visit is offered again, and nothing of it outlives the tab', async () => {
  const page = await visit('/products/hollin-vase', 'atelier');
  assert.equal(await page.locator('[data-recent]').isVisible(), false);
  await page.goto(`${shop.address}/products/set?template=atelier`);
  await page.locator('[data-recent] .card').first().waitFor();
  const kept = await page.evaluate('[localStorage.length, document.cookie]');
  assert.deepEqual(kept, [0, '']);
  await page.close();
});

test('on a small screen menu, search and filters are sheets that need no script', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  for (const template of ['atelier', 'nocturne']) {
    await page.goto(`${shop.address}/collections/living?template=${template}`);
    for (const [opener, sheet] of [
      ['.menu-opener', '#menu'],
      ['.search-opener', '#search'],
      ['.filter-opener', '#filters'],
    ] as const) {
      assert.equal(await page.locator(sheet).isVisible(), false, `${template} ${sheet} is closed`);
      await page.locator(opener).click();
      assert.equal(await page.locator(sheet).isVisible(), true, `${template} ${sheet} opens`);
      await page.keyboard.press('Escape');
      await page.locator(sheet).waitFor({ state: 'hidden' });
    }
  }
  await context.close();
});
