import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { currencyOf } from '../../src/kernel/index.ts';
import { analyticsClient } from '../../src/modules/analytics/index.ts';
import { readSellables } from '../../src/modules/catalog/index.ts';
import {
  builtInKinds,
  lookFor,
  type Proposed,
  readDecisions,
  readOpen,
} from '../../src/modules/decisions/index.ts';
import { readStockDays } from '../../src/modules/inventory/index.ts';
import { readPrices } from '../../src/modules/pricing/index.ts';
import { withKeys } from '../../src/platform/secrets/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches, openAuditedIn, sidewaysOverflow } from './page-audit.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const EUR = currencyOf('EUR');
const kinds = builtInKinds(analyticsClient({ folder: '/nowhere', secrets: withKeys([Buffer.alloc(32, 7)]) }));
let browser: Browser;
let shop: CockpitShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const kind = kinds.get('mark_down');
  assert.ok(kind);
  // What it would find by its forecast, which this shop has not made: the rest is as it is.
  await lookFor(db, { ...kind, propose: proposeFive }, Temporal.Now.instant());
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

test('the morning: decide in keystrokes, change one in place, take one back, say no to one', async () => {
  const context = await shop.owner(browser, { viewport: { width: 1440, height: 900 } });
  const { page, complaints } = await openAuditedIn(context);
  await page.goto(`${shop.address}/cockpit/decisions`);
  const rows = page.locator('main li').filter({ has: page.getByRole('checkbox') });
  await rows.nth(4).waitFor();

  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('e');
  // A euro less than proposed: still above what it costs, or it would not be done.
  const [worthMost] = (await readOpen(db)).toSorted((one, other) =>
    Number(other.predicted.valueMinor - one.predicted.valueMinor),
  );
  const less = Number(worthMost?.fields[0]?.value) - 100;
  const text = (less / 100).toFixed(2);
  await page.getByLabel('Price').fill(text);
  await page.getByLabel('Price').press('Enter');
  await page.getByText(`€${text}`).first().waitFor();
  await page.keyboard.press('a');
  await page.getByText(/: done, .* expected/).waitFor();
  await rows.nth(4).waitFor({ state: 'detached' });
  const done = async () => (await readDecisions(db, { kind: 'mark_down', states: ['applied'], limit: 9 }))[0];
  assert.equal((await done())?.fields[0]?.value, String(less), 'what was changed is what was done');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Taken back').waitFor();
  assert.equal(await done(), undefined);

  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Not now' }).click();
  await rows.nth(3).waitFor({ state: 'detached' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('toolbar').getByRole('button', { name: 'Approve' }).click();
  await page.getByText('2 decisions done').waitFor();
  await rows.nth(1).waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
  await context.close();
});

test('everything of it can be read by everybody, on a phone in the dark as well', async () => {
  for (const [width, height, colorScheme] of [
    [1440, 900, 'light'],
    [390, 844, 'dark'],
  ] as const) {
    const context = await shop.owner(browser, {
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const { page, complaints } = await openAuditedIn(context);
    const [open] = await readOpen(db);
    const paths = ['', `/${open?.id}`, '/mandate', '/score', '/log'];
    for (const path of paths) {
      await page.goto(`${shop.address}/cockpit/decisions${path}`);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
      assert.deepEqual(await accessibilityBreaches(page), [], `${path} at ${width}`);
      assert.equal(await sidewaysOverflow(page), 0, `${path} at ${width}`);
      const look = process.env['LOOK_FOLDER'];
      if (look)
        await page.screenshot({
          path: `${look}/decisions${path.slice(0, 8).replace('/', '-')}-${width}.png`,
        });
    }
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

async function proposeFive(): Promise<readonly Proposed[]> {
  const now = Temporal.Now.instant();
  const stock = (await readStockDays(db, { since: now, zone: 'Europe/Berlin' })).filter(
    ({ available }) => available > 5,
  );
  const ids = stock.map(({ variantId }) => variantId);
  const [sellables, prices] = await Promise.all([readSellables(db, ids), readPrices(db, ids)]);
  return stock
    .flatMap(({ variantId, available }) => {
      const price = prices.get(variantId)?.find(({ currency }) => currency === EUR);
      const sellable = sellables.get(variantId);
      return price && sellable?.status === 'active' && price.amountMinor > 1_500n
        ? [{ price, sellable, available }]
        : [];
    })
    .slice(0, 5)
    .map(({ price, sellable, available }, index): Proposed => {
      const priceMinor = (price.amountMinor * 8n) / 10n;
      const valueMinor = BigInt(18_450 - 3_070 * index);
      return {
        subject: { type: 'variant', id: price.variantId, label: sellable.title },
        proposal: {
          ...{ variantId: price.variantId, beforeMinor: price.amountMinor, priceMinor, pieces: available },
          ...{ compareAtMinor: price.amountMinor, leastMinor: 500n, mostMinor: price.amountMinor },
        },
        evidence: {
          figures: [
            { key: 'available', unit: 'count', value: String(available) },
            { key: 'sold_before', unit: 'count', value: '4.2' },
            { key: 'sold_after', unit: 'count', value: '7.9' },
            { key: 'elasticity', unit: 'number', value: '-1.76' },
          ],
          computed: 'mark_down',
          chart: {
            ...{ kind: 'stock', grain: 'week' },
            series: [
              { key: 'as_is', values: [40, 38, 36, 34, 32, 30, 28, 26, 24] },
              { key: 'proposed', values: [40, 36, 32, 28, 24, 20, 16, 12, 8] },
            ],
          },
        },
        predicted: {
          ...{
            valueMinor,
            lowMinor: valueMinor / 3n,
            highMinor: valueMinor * 2n,
            confidence: 0.8,
            currency: EUR,
          },
          ...{ horizonDays: 56, counterfactual: 'price_stays' },
        },
        basis: {
          ...{
            netBefore: 2_000,
            kept: 600,
            mean: 4.2,
            variance: 6,
            stock: available,
            taxRateMillionths: 190_000,
          },
          ...{ elasticity: -1.76, deviation: 0.9 },
        },
        ...{ waitCostMinorPerDay: valueMinor / 56n, risk: { key: 'shoppers_wait' }, fingerprint: 'journey' },
        expiresAt: now.add({ hours: 24 * 14 }),
      };
    });
}
