import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
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
  const viewport = { width: 1280, height: 860 };
  const context = await shop.owner(browser, { viewport, reducedMotion: 'reduce' });
  ({ page } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** Looks at a screen or dialog; every screen is looked at in the dark too by cockpit-screens.test.ts. */
async function look(name: string): Promise<void> {
  assert.deepEqual(await accessibilityBreaches(page), [], name);
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

test('the machine room shows what was given up, and it is tried again', async () => {
  await sql`insert into platform.dead_letter (reaction, job, payload, error, attempts)
    values ('', 'mails.send', '{"mailId": "none"}', 'Error: the mail server is away', 8)`.execute(db);
  await page.goto(`${shop.address}/cockpit/system`);
  await page.getByText('1 job was given up').waitFor();
  await page.getByText('every minute').first().waitFor();
  await look('system');
  await page.getByRole('region', { name: 'Given up' }).getByRole('link', { name: 'See them' }).click();
  await page.getByRole('button', { name: 'mails.send' }).click();
  await page.getByRole('dialog').getByText('the mail server is away').waitFor();
  await look('given-up');
  await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Nothing was given up').waitFor();
});

test('a mail is seen in another language, and its example is sent to who asks', async () => {
  await page.goto(`${shop.address}/cockpit/mails/templates`);
  await page.getByRole('button', { name: 'Shipped' }).click();
  await page.getByText('German', { exact: true }).click();
  await page
    .getByText(/Betreff|unterwegs|versandt|verschickt/i)
    .first()
    .waitFor();
  await look('templates');
  await page.getByRole('button', { name: 'Send it to me' }).click();
  await page.getByText('On its way to grace@halden.example').waitFor();
});
