import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { analyticsClient, analyticsJobs, openOwner, shopSources } from '../../src/modules/analytics/index.ts';
import { openCollector, recordConsent } from '../../src/modules/collector/index.ts';
import { exportJournal } from '../../src/modules/ledger/index.ts';
import { readAnalyticsMode, readShop } from '../../src/modules/markets/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/id.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { accessibilityBreaches, openAuditedIn } from './page-audit.ts';
import { openSeller } from './sell-some.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const collector = openCollector(connection);
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
let browser: Browser;
let shop: CockpitShop;
let page: Page;
let complaints: string[];
/** What the warehouse could not do while it was looked at. */
const failures: object[] = [];
let closeOwner: () => Promise<void> = async () => undefined;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const context = await shop.owner(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  ({ page, complaints } = await openAuditedIn(context));
});

after(async () => {
  await browser?.close();
  await closeOwner();
  await shop?.close();
  await collector.close();
});

/** On a desktop and on a phone, by day and by night. */
async function look(name: string): Promise<void> {
  await lookAt(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), [], `${name} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, `${name} is wider than a phone`);
  await lookAt(page, `${name}-phone`);
  await page.setViewportSize(DESKTOP);
}

test('visitors are asked from now on, and what they decided is counted and proved', async () => {
  const consentId = newId<'consent'>();
  const choices = { statistics: true, preferences: false, marketing: false };
  const shown = { version: '2026-11-27', locale: 'en', text: 'May we know this browser again?' };
  const now = Temporal.Now.instant();
  await transact(db, async (tx) => {
    const decision = { choices, shown, hasGpc: false, now };
    await recordConsent(tx, { ...decision, consentId, method: 'accept_all' });
    for (const method of ['accept_all', 'reject_all', 'signal'] as const) {
      await recordConsent(tx, { ...decision, consentId: newId<'consent'>(), method });
    }
  });
  await page.goto(`${shop.address}/cockpit/settings/tracking`);
  await page.getByRole('radio', { name: 'Ask for consent' }).click();
  await page.getByRole('radio', { name: 'Ask for consent', checked: true }).waitFor();
  await page.getByText('In the last 28 days. Who closed').waitFor();
  assert.equal(await readAnalyticsMode(db), 'ask');
  await page.getByLabel('Consent id').fill(consentId);
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('texts unchanged').waitFor();
  await page.getByText('May we know this browser again?').waitFor();
});

test('what a rule left out wrongly is put back', async () => {
  const now = Temporal.Now.instant();
  const sender = { kind: 'browser', ip: '192.0.2.1', site: 'shop.example', hasGpc: false } as const;
  const events = [1, 2, 3].map(() => ({ id: newId(), name: 'page_view', happenedAt: now, params: {} }));
  await collector.collect({ events, sender: { ...sender, userAgent: 'curl/8' }, now });
  await page.reload();
  await page.getByText('Bots by their name').waitFor();
  await look('tracking');
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByText('3 events count as shoppers’ from now on').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Put back' }).click();
  await page.getByText('3 events are put back').waitFor();
  await page.getByText('Nothing was left out').waitFor();
});

/** The nightly check, as it is made the night after today. */
async function night(): Promise<void> {
  const nightly = analyticsJobs(analytics()).find(({ name }) => name === 'analytics.check_agreement');
  const now = Temporal.Now.instant().add({ hours: 24 });
  const attempt = { attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  await nightly?.run({ db, files: shop.files, now, log: pino({ enabled: false }), ...attempt }, undefined);
}

const analytics = () => analyticsClient({ folder: join(shop.folder, 'warehouse'), secrets: shop.secrets });

test('where the money is adds up, and what is open leads to its orders', async () => {
  const { sell } = await openSeller(connection);
  for (const number of [0, 1, 2, 3]) await sell(number);
  await sell(4, { isHeld: true });
  const folder = join(shop.folder, 'warehouse');
  await mkdir(folder, { recursive: true });
  const owner = await openOwner({
    ...{ folder, secrets: shop.secrets, memoryMb: 128, feedEveryMs: 1_000, host: '127.0.0.1', port: 0 },
    sources: shopSources({ db, files: shop.files, folder }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => (await readShop(db)).timeZone,
    log: { error: (about) => failures.push(about) },
  });
  closeOwner = owner.close;
  await night();
  await page.goto(`${shop.address}/cockpit/analytics/agreement`);
  await page.getByText('Everything agrees').waitFor();
  await look('agreement');
  await page.getByRole('button', { name: /Customers owe/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Order #/ })
    .waitFor();
  await lookAt(page, 'agreement-open');
  await page.keyboard.press('Escape');
});

test('what the ledger left out is named with its order', async () => {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    const capture = sql`(select min(id) from ledger.transaction where kind = 'capture')`;
    await sql`delete from ledger.posting where transaction_id = ${capture}`.execute(tx);
    await sql`delete from ledger.transaction where id = ${capture}`.execute(tx);
  });
  await night();
  await page.reload();
  await page.getByText('2 differences').waitFor();
  const list = page.getByRole('list').filter({ hasText: 'provider (there)' });
  await list.getByText('Money of an order: ledger (here), provider (there)').waitFor();
  await list
    .getByRole('link', { name: /Order #/ })
    .first()
    .waitFor();
  await look('agreement-differs');
  assert.deepEqual([complaints, failures], [[], []]);
});
