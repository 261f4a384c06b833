import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Backups, backupsJobs, PROOFS } from '../../src/modules/backups/index.ts';
import { USUAL_KEEPING } from '../../src/platform/backup/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';

const connection = await demoDatabase(16);
const PICTURES = process.env['PICTURES'];
const backupFolder = await mkdtemp(join(tmpdir(), 'institor-journey-backups-'));
let browser: Browser;
let shop: CockpitShop;
let page: Page;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection, { backupFolder })]);
  const viewport = { width: 1280, height: 900 };
  const context = await shop.owner(browser, { viewport, reducedMotion: 'reduce' });
  ({ page } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await shop?.close();
  await rm(backupFolder, { recursive: true, force: true });
});

async function look(name: string): Promise<void> {
  assert.deepEqual(await accessibilityBreaches(page), [], name);
  await picture(name);
}

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${PICTURES}/${name}-phone.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** What a worker would do. */
async function work(): Promise<void> {
  const { files, secrets } = shop;
  const source = { connection, files, secrets, isEmbedded: false, proofs: PROOFS, version: '0.1.0' };
  const backups: Backups = { folder: backupFolder, keeping: USUAL_KEEPING, source };
  await runDueJobs({ connection, files, jobs: backupsJobs(backups), mayFail: true });
}

test('the shop is backed up and the backup is checked, without a word of the command line', async () => {
  await page.goto(`${shop.address}/cockpit/settings/backups`);
  await page.getByText('No backup yet').waitFor();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByRole('dialog').getByText('Back up the shop').waitFor();
  await page.keyboard.press('Escape');
  await work();
  await page.reload();
  await page.getByText('not checked').waitFor();
  await page.getByRole('button', { name: /^Check the backup/ }).click();
  await page.getByRole('dialog').getByText('Check the backup').waitFor();
  await page.keyboard.press('Escape');
  await work();
  await page.reload();
  await page.getByText('sound', { exact: true }).waitFor();
  await page.getByText('Well kept').waitFor();
  const command = await page.getByLabel('Restore this backup').inputValue();
  assert.match(command, /institor -- restore \/.*\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{6}$/);
  await look('backups');
});
