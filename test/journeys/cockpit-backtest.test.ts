import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { listVariantIds, readSellables } from '../../src/modules/catalog/index.ts';
import { replenishmentJobs } from '../../src/modules/replenishment/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { lookAt } from './look-at.ts';
import { openAuditedIn, sidewaysOverflow } from './page-audit.ts';

const connection = await demoDatabase();
const { db } = connection;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const TIMEOUT_MS = 120_000;
let browser: Browser;
let shop: CockpitShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** Two a day of some, one every third day of others, twice as many in the last half year. */
async function readDemand({
  from,
  to,
}: {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}) {
  const ids = await listVariantIds(db, { limit: 30 });
  const goods = [...(await readSellables(db, ids)).values()].filter(({ kind }) => kind === 'physical');
  const length = from.until(to, { largestUnit: 'days' }).days + 1;
  const value = goods.map(({ variantId }, index) => {
    const each = index % 2 === 0 ? 1 : 3;
    const days = Array.from({ length }, (_, day) => day).filter((day) => day % each === 0);
    const pieces = days.map((day) => (day > length - 182 ? 4 : 2));
    const units = pieces.reduce((total, of) => total + of, 0);
    return {
      ...{ variantId, units, days, pieces, channels: [{ origin: '', units, weeks: [], pieces: [] }] },
      prices: days.map(() => 1_200),
    };
  });
  return { ok: true, value } as const;
}

test('the past is replayed under a policy with settings, and what it would have cost is seen at once', async () => {
  const context = await shop.owner(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  context.setDefaultTimeout(TIMEOUT_MS);
  const { page, complaints } = await openAuditedIn(context);
  await page.goto(`${shop.address}/cockpit/purchasing/backtest`);
  await page.getByText('Nothing was replayed yet').waitFor();
  await page.getByRole('combobox', { name: 'What is aimed at' }).click();
  await page.getByRole('option', { name: 'Cycles without a stock-out' }).click();
  await page.getByLabel('How many of a hundred').fill('90');
  await page.getByLabel('Keeping goods costs a year, of their value').fill('30');
  await page.getByRole('combobox', { name: 'How long' }).click();
  await page.getByRole('option', { name: 'Half a year' }).click();
  await page.getByLabel('Best sellers, how many').fill('20');
  const asked = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.status() === 202,
  );
  await page.getByRole('button', { name: 'Replay the past' }).click();
  await asked;
  await runDueJobs({ connection, jobs: replenishmentJobs({ analytics: { readDemand } }) });
  await page.getByText('What it would have cost').waitFor();
  await page.getByRole('row', { name: 'Pieces served at once' }).waitFor();
  const rows = await db.selectFrom('replenishment.backtest').select(['asked', 'variants']).execute();
  assert.equal(rows.length, 1);
  const [kept] = rows;
  assert.match(JSON.stringify(kept?.asked), /"share":\s*0\.9\b/);
  assert.match(JSON.stringify(kept?.asked), /"holdingRate":\s*0\.3\b/);
  assert.equal(kept?.variants, 20);
  const bars = page.getByRole('listitem').filter({ hasText: 'of pieces served at once' });
  assert.equal(await bars.count(), 3);
  for (const [viewport, at] of [
    [DESKTOP, 'wide'],
    [PHONE, 'phone'],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      await lookAt(page, `backtest-${at}-${colorScheme}`);
      assert.equal(await sidewaysOverflow(page), 0, at);
    }
  }
  await page.reload();
  await page.getByText('What it would have cost').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
