import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { type Place, walkCockpit } from './cockpit-walk.ts';
import { accessibilityBreaches, openAuditedIn, sidewaysOverflow } from './page-audit.ts';
import { openSeller } from './sell-some.ts';

const connection = await demoDatabase(16);
let browser: Browser;
let shop: CockpitShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const { sell } = await openSeller(connection);
  for (const number of [1, 2, 3]) await sell(number);
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const VISITS = [
  { scheme: 'light', viewport: { width: 1440, height: 900 }, way: 'by address' },
  { scheme: 'dark', viewport: { width: 390, height: 844 }, way: 'from screen to screen' },
] as const;

for (const { scheme, viewport, way } of VISITS) {
  test(`every screen can be read by everybody, in the ${scheme} at ${viewport.width} px`, async () => {
    const context = await shop.owner(browser, { viewport, colorScheme: scheme, reducedMotion: 'reduce' });
    const { page, complaints } = await openAuditedIn(context);
    const breaches: string[] = [];
    let visited = 0;
    const visit = async ({ path }: Place) => {
      visited += 1;
      const found = await accessibilityBreaches(page);
      const failed = await page.getByRole('alert').allInnerTexts();
      const wide = await sidewaysOverflow(page);
      breaches.push(...found.map((one) => `${path}: ${one}`), ...failed.map((one) => `${path} says ${one}`));
      if (wide > 0) breaches.push(`${path} is ${wide} px wider than its window`);
    };
    await walkCockpit(page, shop.address, visit, way);
    assert.ok(visited > 20, `${visited} screens`);
    assert.deepEqual([...breaches, ...complaints.filter((complaint) => !isOfPreview(complaint))], []);
    await context.close();
  });
}

/** A preview of the shop or of a mail is shown in a frame that lets no script run; the browser says each time that it did not. */
function isOfPreview(complaint: string): boolean {
  return /^console: Blocked script execution in '(?:\S+\?preview=|about:srcdoc).* sandboxed /.test(complaint);
}
