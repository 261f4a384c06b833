import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { buildIfNeeded } from '../../scripts/build.ts';
import { templateNames } from '../../src/apps/storefront/view/index.ts';
import { launchBrowser } from '../browser.ts';
import { type FixtureShop, startFixtureShop } from './fixture-shop.ts';
import { FIXTURE_PATHS } from './fixtures/views.ts';
import {
  accessibilityBreaches,
  layoutShift,
  openAudited,
  openSettled,
  sidewaysOverflow,
  tracesLeft,
} from './page-audit.ts';

let browser: Browser;
let shop: FixtureShop;

before(async () => {
  await buildIfNeeded();
  [browser, shop] = await Promise.all([launchBrowser(), startFixtureShop()]);
});

after(async () => {
  await Promise.all([browser?.close(), shop?.close()]);
});

// Two hundred times the same line tells axe nothing new and takes it half a minute.
const TOO_LONG_FOR_AXE = '/cart/large';

// The same page in other colours: only what is about colours can be broken anew.
const SCHEMES = [
  ['light', undefined],
  ['dark', ['color-contrast', 'link-in-text-block']],
] as const satisfies readonly (readonly [string, readonly string[] | undefined])[];

for (const template of templateNames) {
  test(`axe finds nothing on any page of ${template}, light and dark`, async () => {
    const { page, complaints } = await openAudited(browser, { viewport: { width: 1280, height: 900 } });
    const found: string[] = [];
    for (const path of FIXTURE_PATHS.filter((each) => each !== TOO_LONG_FOR_AXE)) {
      await openSettled(page, `${shop.address}${path}?template=${template}`);
      if ((await layoutShift(page)) > 0) found.push(`${path} shifts while it loads`);
      for (const [colorScheme, rules] of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const breaches = await accessibilityBreaches(page, rules);
        found.push(...breaches.map((breach) => `${path} ${colorScheme} ${breach}`));
      }
    }
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test(`every page of ${template} fits a window of 320 pixels and shifts nothing while it loads`, async () => {
    const { page, complaints } = await openAudited(browser, { viewport: { width: 320, height: 640 } });
    const found: string[] = [];
    for (const path of FIXTURE_PATHS) {
      await openSettled(page, `${shop.address}${path}?template=${template}`);
      const [overflow, shift] = [await sidewaysOverflow(page), await layoutShift(page)];
      if (overflow > 0) found.push(`${path} is ${overflow} px too wide`);
      if (shift > 0) found.push(`${path} shifted by ${shift}`);
    }
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await tracesLeft(page.context(), page), []);
    await page.context().close();
  });
}

test('axe notices a page that is broken on purpose', async () => {
  const { page } = await openAudited(browser, {});
  await page.goto(`${shop.address}/pages/about`);
  await page.evaluate(`document.querySelector('main').append(document.createElement('img'))`);
  const breaches = await accessibilityBreaches(page);
  assert.ok(breaches.some((breach) => breach.startsWith('image-alt')));
  await page.evaluate(`{
    const grey = document.createElement('p');
    grey.textContent = 'Grey on grey';
    Object.assign(grey.style, { color: '#777', background: '#888' });
    document.querySelector('main').append(grey);
  }`);
  const [, [, rules]] = SCHEMES;
  assert.match((await accessibilityBreaches(page, rules)).join(), /^color-contrast: <p .*Grey on grey/);
  await page.context().close();
});
