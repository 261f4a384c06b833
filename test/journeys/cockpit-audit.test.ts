import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { sealEntries } from '../../src/modules/audit/index.ts';
import { readZones } from '../../src/modules/shipping/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const PICTURES = process.env['PICTURES'];
let browser: Browser;
let shop: CockpitShop;
let page: Page;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const context = await shop.owner(browser, {
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  ({ page } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

async function look(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    assert.deepEqual(await accessibilityBreaches(page), [], `${name} ${colorScheme}`);
    if (PICTURES === undefined) continue;
    await mkdir(PICTURES, { recursive: true });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 860 });
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${width}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a delivery zone that the owner renames stands in the log with before and after', async () => {
  await page.goto(`${shop.address}/cockpit/audit`);
  const [zone] = await readZones(db);
  assert.ok(zone);
  const renamed = await page.evaluate(async (id) => {
    const { items } = await (await fetch('/api/admin/v1/shipping/zones')).json();
    const { id: _, ...body } = items.find((one: { id: string }) => one.id === id);
    const answer = await fetch(`/api/admin/v1/shipping/zones/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, name: 'Bicycle land' }),
    });
    return { status: answer.status, said: await answer.text() };
  }, zone.id);
  assert.equal(renamed.status, 200, renamed.said);
  await sealEntries(db);
  await page.goto(`${shop.address}/cockpit/audit?q=bicycle`);
  const row = page.getByRole('row', { name: /Grace Hopper/ }).first();
  await row.waitFor();
  await look('audit');
  await page.goto(
    `${shop.address}${await page.locator('a[href^="/cockpit/audit/"]').first().getAttribute('href')}`,
  );
  const change = page.getByRole('row', { name: /Bicycle land/ });
  await change.waitFor();
  assert.ok((await change.innerText()).includes(zone.name));
  await look('audit-entry');
  await page.goto(`${shop.address}/cockpit/audit`);
  await page.getByRole('button', { name: 'Check the log' }).click();
  await page
    .getByRole('dialog')
    .getByText(/The log is as it was written/)
    .waitFor();
});
