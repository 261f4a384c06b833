import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import type { AnalyticsClient } from '../../src/modules/analytics/index.ts';
import { readProductByHandle, type VariantId } from '../../src/modules/catalog/index.ts';
import { builtInKinds, decisionsJobs, lookFor, readDecisions } from '../../src/modules/decisions/index.ts';
import { fillItems, readIncoming, readLevels } from '../../src/modules/inventory/index.ts';
import { accountBalance, readCostLevels, trialBalance } from '../../src/modules/ledger/index.ts';
import { mailsJobs, mailsReactions } from '../../src/modules/mails/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';
import { openMailTransport } from '../../src/platform/mail/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startMailServer } from '../mail-server.ts';
import { keepForecast } from '../supply/forecast-of.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { stockOf } from './demo-till.ts';

// Two things that one supplier makes, and that sell three a day.
const HANDLES = ['manha-morning-mug', 'vapor-belly-mug'] as const;
const PER_DAY = 3;

const connection = await demoDatabase();
const { db } = connection;
const goods: VariantId[] = [];
let browser: Browser;
let shop: CockpitShop;

/** Three were sold on each day that is asked for: a warehouse that knows these goods. */
const analytics: Pick<AnalyticsClient, 'runAsk'> = {
  runAsk: async ({ span }) => {
    const length = span.from.until(span.to, { largestUnit: 'days' }).days + 1;
    const rows = Array.from({ length }, (_, day) => ({
      of: { time: span.from.add({ days: day }).toString() },
      values: { units: BigInt(PER_DAY) },
    }));
    const report = { id: 'explore', titleKey: '', about: '' };
    return {
      ok: true,
      value: { report, span, zone: 'UTC', dimensions: [], measures: [], rows, totals: [], isCut: false },
    };
  },
};
const kinds = builtInKinds(analytics);

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  const monday = Temporal.Now.plainDateISO('UTC');
  const firstDay = monday.subtract({ days: monday.dayOfWeek - 1 }).toString();
  for (const handle of HANDLES) {
    assert.ok(await readProductByHandle(db, handle), `the demo has no ${handle}`);
    const variantId = await stockOf(db, handle, 4);
    await keepForecast(db, { variantId, perWeek: 7 * PER_DAY, firstDay });
    goods.push(variantId);
  }
  await fillItems(db, { signal: new AbortController().signal });
  await reviewAllNeeds(db, { now: Temporal.Now.instant(), signal: new AbortController().signal });
  const reorder = kinds.get('reorder');
  assert.ok(reorder);
  await lookFor(db, reorder, Temporal.Now.instant());
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const open = async (path: string): Promise<Page> => {
  const page = await (await shop.owner(browser, { viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
};
const balance = async (account: 'inventory' | 'goods_received') =>
  accountBalance(db, account, { currency: (await readShop(db)).defaultCurrency });

test('the morning: two reorders are approved, the order is mailed, comes short, and is scored', async () => {
  const page = await open('/decisions');
  const rows = page.locator('main li').filter({ has: page.getByRole('checkbox') });
  await rows.nth(1).waitFor();
  assert.equal(await rows.count(), 2);
  for (const left of [1, 0]) {
    // Its reasons stand beside the one that keys are about.
    await page.getByText('How it is worked out').waitFor();
    const chosen = await rows.nth(0).getByRole('checkbox').getAttribute('aria-label');
    await page.keyboard.press('a');
    await rows.nth(left).waitFor({ state: 'detached' });
    // It leaves the list at once; that it is done is said when it is.
    await page.getByText(`${chosen?.replace('Choose ', '')}: done`).waitFor();
  }
  const decided = await readDecisions(db, { kind: 'reorder', states: ['applied'], limit: 9 });
  assert.equal(decided.length, 2);

  await page.goto(`${shop.address}/cockpit/purchasing`);
  await page.getByText(/^PO-/).first().click();
  await page.waitForURL(/\/purchasing\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Send to supplier' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send to supplier' }).click();
  await page.getByRole('button', { name: 'Receive' }).waitFor();
  const letters = (await mailsThatGoOut()).filter(({ to }) =>
    to.some((one) => /tidewater\.example$/.test(one)),
  );
  assert.equal(letters.length, 1, 'the supplier got one mail');
  assert.match(letters[0]?.raw ?? '', /Content-Type: application\/pdf; name="?PO-/, 'with the order as PDF');

  const [stockBefore, costBefore] = [await stockOnHand(), await costOfGoods()];
  const before = { inventory: await balance('inventory'), owed: await balance('goods_received') };
  await page.getByRole('button', { name: 'Receive' }).click();
  await page.getByLabel('Delivery note number').fill('LS-1');
  await page.getByRole('button', { name: 'All of it came' }).click();
  await page
    .getByRole('button', { name: /^One less/ })
    .first()
    .click();
  await page.getByText('1 short').waitFor();
  await page.getByRole('button', { name: /^Receive \d+ pieces/ }).click();
  await page.getByText('Partly received').first().waitFor();
  const { rows: lines } = await sql<{ quantity: number; received: number; worth: bigint }>`
    select quantity, received, round(received * price_minor::numeric / per_quantity)::bigint as worth
    from purchasing.purchase_order_line`.execute(db);
  const came = lines.reduce((sum, { received }) => sum + received, 0);
  assert.equal(came, lines.reduce((sum, { quantity }) => sum + quantity, 0) - 1);
  assert.equal(await stockOnHand(), stockBefore + came);
  const worth = (await balance('inventory')) - before.inventory;
  assert.equal(
    worth,
    lines.reduce((sum, line) => sum + line.worth, 0n),
    'each piece at the price of the order',
  );
  assert.equal((await balance('goods_received')) - before.owed, -worth, 'stock against what is owed for it');
  const cost = await costOfGoods();
  assert.deepEqual(
    [cost.pieces - costBefore.pieces, cost.valueMinor - costBefore.valueMinor],
    [BigInt(came), worth],
    'what goods cost on average has them in it',
  );
  const books = await trialBalance(db);
  assert.equal(
    books.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n),
    0n,
  );
  const coming = [...(await readIncoming(db, goods)).values()].flat();
  assert.equal(
    coming.reduce((sum, { quantity }) => sum + quantity, 0),
    1,
    'the shop promises the one that is missing',
  );

  await letDaysPass(400);
  await db.transaction().execute((tx) => enqueue(tx, 'decisions.score', {}));
  await runDueJobs({
    connection,
    jobs: decisionsJobs({ kinds, reached: { baseUrl: shop.address, isBaseUrlSet: true } }),
  });
  const scored = await readDecisions(db, { kind: 'reorder', states: ['applied'], limit: 9 });
  for (const { outcome } of scored) {
    assert.ok(outcome?.isEnough, 'what came of it is known');
    // Days without these pieces would have sold nothing: ordering them earned something.
    assert.ok(outcome.valueMinor > 0n, `${outcome.valueMinor}`);
  }
  await page.goto(`${shop.address}/cockpit/decisions/score`);
  await page.getByText('Reorder').first().waitFor();
  const brought = scored.reduce(
    (sum, { outcome }) => sum + (outcome?.isEnough ? outcome.valueMinor : 0n),
    0n,
  );
  const { defaultCurrency: currency } = await readShop(db);
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  await page
    .getByText(format.format(Number(brought) / 100))
    .first()
    .waitFor();
  await page.context().close();
});

/** What the worker sends, as the other end gets it. */
async function mailsThatGoOut() {
  const server = await startMailServer();
  const transport = openMailTransport(server.url);
  const mails = { transport, from: undefined, baseUrl: shop.address };
  await runDueJobs({ connection, jobs: mailsJobs(mails), reactions: mailsReactions(mails) });
  transport.close();
  await server.close();
  return server.received;
}

async function costOfGoods() {
  const { defaultCurrency } = await readShop(db);
  const levels = [...(await readCostLevels(db, goods, defaultCurrency)).values()];
  return {
    pieces: levels.reduce((sum, { quantity }) => sum + quantity, 0n),
    valueMinor: levels.reduce((sum, { valueMinor }) => sum + valueMinor, 0n),
  };
}

async function stockOnHand(): Promise<number> {
  const levels = await readLevels(db, goods);
  return [...levels.values()].flat().reduce((sum, { onHand }) => sum + onHand, 0);
}

/** As if all of this had been so many days ago. */
async function letDaysPass(days: number): Promise<void> {
  const by = sql`make_interval(days => ${days}::int)`;
  await sql`update decisions.decision set applied_at = applied_at - ${by}, proposed_at = proposed_at - ${by}`.execute(
    db,
  );
  await sql`update purchasing.receipt set received_at = received_at - ${by} + interval '7 days'`.execute(db);
}
