import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { templateNames } from '../../src/apps/storefront/view/index.ts';
import { parseId } from '../../src/kernel/index.ts';
import { readConsentProof } from '../../src/modules/collector/index.ts';
import { saveAnalyticsMode } from '../../src/modules/markets/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type DemoShop, startDemoShop } from './demo-shop.ts';
import { openTill, stockOf } from './demo-till.ts';
import { lookAt } from './look-at.ts';
import { layoutShift, openAuditedIn, sidewaysOverflow } from './page-audit.ts';
import { addToCart, fillIn, orderNow, payWith } from './shopper.ts';

const connection = await demoDatabase();
const { db } = connection;
const MUG = '/products/manha-morning-mug';
const BANNER = '[data-consent]';
// Of the whole browser: what a page sends as its last does not have what is set for a page.
const AS_A_PERSON = [
  '--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
];
let browser: Browser;
let shop: DemoShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(AS_A_PERSON), startDemoShop(connection)]);
  await openTill(db, Temporal.Now.instant());
  await stockOf(db, 'manha-morning-mug', 50);
  await db.transaction().execute((tx) => saveAnalyticsMode(tx, 'ask'));
  await shop.wear('depot');
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** A browser as people have: says that it is one, and not that a program drives it. */
async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'en-GB',
    ...options,
    extraHTTPHeaders: { 'sec-ch-ua': '"Chromium";v="150"', ...options.extraHTTPHeaders },
  });
  await context.addInitScript(
    "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })",
  );
  return context;
}

async function visit(context: BrowserContext, path: string): Promise<Page> {
  const { page, complaints } = await openAuditedIn(context);
  page.once('close', () => assert.deepEqual(complaints, []));
  // Not by a route of Playwright's: what is sent while a page goes away would not get through it.
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setBlockedURLs', { urls: ['*/media/*'] });
  await page.goto(shop.address + path);
  return page;
}

async function left(context: BrowserContext, page: Page): Promise<string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const keys: string[] = await page.evaluate('Object.keys(localStorage)');
  return [...cookies, ...keys];
}

type Line = Readonly<Record<string, unknown>>;

/** What has arrived, with what was put aside because in its last words a browser without a screen says that it is one. */
async function inbox(): Promise<readonly Line[]> {
  const { rows } = await sql<{ event: string }>`
    select event from collector.inbox union all
    select event from collector.quarantine where reason = 'headless'`.execute(db);
  const lines: Line[] = rows.map(({ event }) => JSON.parse(event));
  return lines.toSorted((a, b) => Number(a['happened_at']) - Number(b['happened_at']));
}

/** Events that have arrived, once they are so many of this kind. */
async function arrived(kind: Line, count = 1): Promise<readonly Line[]> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = (await inbox()).filter((line) =>
      Object.entries(kind).every(([key, value]) => line[key] === value),
    );
    if (found.length >= count) return found;
    assert.ok(performance.now() < end, `not ${count} of ${JSON.stringify(kind)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('before a choice and after "Reject" nothing is on the device but the choice, and nobody else is asked anything', async () => {
  const context = await open();
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(new URL(request.url()).origin));
  const page = await visit(context, '/');
  await page.locator(BANNER).waitFor();
  assert.deepEqual(await left(context, page), []);
  await page.goto(shop.address + MUG);
  await page.locator(BANNER).waitFor();
  assert.deepEqual(await left(context, page), []);
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.locator(BANNER).waitFor({ state: 'hidden' });
  for (const path of ['/', '/collections/kitchen-and-table', MUG]) {
    await page.goto(shop.address + path);
    await page.waitForLoadState('load');
    assert.equal(await page.locator(BANNER).isVisible(), false, 'nobody is asked twice');
    assert.deepEqual(await left(context, page), ['cookie privacy']);
  }
  const [choice] = await context.cookies();
  assert.equal(choice?.value, 'rejected');
  assert.equal(daysLeft(choice?.expires), 182, 'asked again after six months');
  assert.deepEqual([...asked], [shop.address]);
  await page.close();
  await context.close();
});

const daysLeft = (expires = 0) => Math.round((expires - Date.now() / 1000) / 86_400);

test('the two buttons are alike in every template, and the banner is accessible and hides nothing for good', async () => {
  for (const template of templateNames) {
    await shop.wear(template);
    const context = await open({ viewport: { width: 1280, height: 900 } });
    const page = await visit(context, '/');
    await page.locator(BANNER).waitFor();
    await lookAt(page, `consent-${template}`);
    for (const [width, colorScheme] of WAYS) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const [no, yes] = await page.locator(`${BANNER} button`).evaluateAll(describe);
      assert.deepEqual(no, yes, `${template} ${width} ${colorScheme}`);
      assert.equal(await sidewaysOverflow(page), 0);
    }
    assert.equal(await layoutShift(page), 0);
    await page.close();
    await context.close();
  }
});

const WAYS = [
  [1280, 'light'],
  [390, 'dark'],
  [320, 'light'],
] as const;

/** What makes a button weigh more or less than another. */
function describe(buttons: Element[]) {
  return buttons.map((button) => {
    const { width, height, y } = button.getBoundingClientRect();
    const { color, backgroundColor, borderColor, fontSize, fontWeight, opacity } = getComputedStyle(button);
    return { width, height, y, color, backgroundColor, borderColor, fontSize, fontWeight, opacity };
  });
}

test('accepting sets the id and leaves a proof; taking it back is as easy and removes it', async () => {
  await shop.wear('atelier');
  const context = await open();
  const page = await visit(context, MUG);
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.locator(BANNER).waitFor({ state: 'hidden' });
  const names = (await left(context, page)).sort();
  assert.deepEqual(names, ['cookie consent', 'cookie privacy', 'cookie visitor']);
  const cookies = new Map((await context.cookies()).map((cookie) => [cookie.name, cookie]));
  const [visitor, id] = [cookies.get('visitor'), parseId<'consent'>(cookies.get('consent')?.value ?? '')];
  assert.deepEqual([visitor?.httpOnly, daysLeft(visitor?.expires)], [true, 182]);
  assert.ok(id);
  const given = await readConsentProof(db, id);
  assert.deepEqual([given.records.length, given.isWhole], [1, true]);
  assert.equal(given.records[0]?.choices.statistics, true);
  await page.goto(`${shop.address}/collections/kitchen-and-table`);
  await page.goto(shop.address);
  const known = await arrived({ name: 'page_view', mode: 'consented' });
  assert.ok(known.every((line) => line['visitor'] === visitor?.value));
  await page.getByRole('link', { name: 'Privacy choices' }).click();
  await page.getByText(`under ${id}`).waitFor();
  await lookAt(page, 'privacy-accepted');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Your choice is saved.').waitFor();
  assert.deepEqual(await left(context, page), ['cookie privacy']);
  assert.equal((await readConsentProof(db, id)).records.at(-1)?.method, 'withdrawal');
  await page.close();
  await context.close();
});

test('without scripts nothing is sent and nobody is asked, and the page of choices works', async () => {
  const context = await open({ javaScriptEnabled: false });
  const sent: string[] = [];
  context.on('request', (request) => sent.push(new URL(request.url()).pathname));
  const page = await visit(context, MUG);
  assert.equal(await page.locator(BANNER).isVisible(), false);
  await page.getByRole('link', { name: 'Privacy choices' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText(/^You accepted on/).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('You have rejected this.').waitFor();
  assert.deepEqual(
    (await context.cookies()).map(({ name }) => name),
    ['privacy'],
  );
  assert.ok(!sent.includes('/collect'));
  await context.close();
});

test('Global Privacy Control is honoured and said to be, and only then', async () => {
  const context = await open({ extraHTTPHeaders: { 'sec-gpc': '1' } });
  await context.addInitScript('navigator.globalPrivacyControl = true');
  const page = await visit(context, '/');
  await page.waitForLoadState('load');
  assert.equal(await page.locator(BANNER).isVisible(), false);
  await page.getByRole('link', { name: 'Privacy choices' }).click();
  await page.getByText('Opt-out request honoured').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Accept' }).count(), 0);
  await lookAt(page, 'privacy-signal');
  assert.deepEqual(await left(context, page), []);
  await page.close();
  await context.close();
  const other = await open();
  const plain = await visit(other, '/privacy-choices');
  assert.equal(await plain.getByText('Opt-out request honoured').count(), 0);
  await lookAt(plain, 'privacy-choices');
  await plain.close();
  await other.close();
});

test('a visit arrives as one visitor’s, each event once though the collector was away, and the order finds it', async () => {
  await sql`truncate collector.inbox, collector.quarantine`.execute(db);
  const context = await open();
  const bodies: string[] = [];
  await context.route('**/collect', (route) => {
    bodies.push(route.request().postData() ?? '');
    return bodies.length === 1 ? route.fulfill({ status: 503, body: '{}' }) : route.fallback();
  });
  const page = await visit(
    context,
    '/collections/kitchen-and-table?utm_source=news&utm_medium=email&private=x',
  );
  await arrived({ name: 'view_item_list' });
  const [before, again] = bodies.map(idsIn);
  assert.deepEqual(again?.slice(0, before?.length), before, 'sent again under the same ids');
  await context.unroute('**/collect');
  await page.goto(`${shop.address}/search?q=mug`);
  await page.locator(`a[href="${MUG}"]`).first().click();
  await page.waitForURL(`**${MUG}`);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await fillIn(page);
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  await page.close();
  await arrived({ name: 'user_engagement' }, 4);
  const events = await inbox();
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length, 'each once');
  assert.equal(new Set(events.map(({ visitor }) => visitor)).size, 1, 'of one visitor');
  assert.ok(events.every(({ mode }) => mode === 'cookieless'));
  const names = new Set(events.map(({ name }) => name));
  for (const name of EXPECTED) assert.ok(names.has(name), `${name} is missing of ${[...names].join(', ')}`);
  const of = (name: string) => events.filter((event) => event['name'] === name);
  // What the page of the test before says as it closes may come only now.
  const landing = of('page_view').find((one) => one['path'] !== '/privacy-choices');
  assert.deepEqual(
    [landing?.['path'], landing?.['source'], landing?.['medium']],
    ['/collections/kitchen-and-table', 'news', 'email'],
  );
  assert.doesNotMatch(JSON.stringify(events), /private=x|Lovelace|ada@example/);
  const [search] = of('search');
  assert.ok(search?.['search_term'] === 'mug' && Number(search['results']) > 0);
  const [added] = of('add_to_cart');
  assert.match(String(added?.['items']), /"item_name":"Manh/);
  assert.ok(Number(added?.['value_minor']) > 0);
  const { rows } = await sql<{ id: string }>`select id from orders."order" order by id desc limit 1`.execute(
    db,
  );
  assert.deepEqual(
    of('purchase').map((event) => event['order_id']),
    rows.map(({ id }) => id),
  );
  const vitals = new Set(of('web_vital').map(({ metric }) => metric));
  for (const metric of ['TTFB', 'FCP', 'LCP', 'CLS']) assert.ok(vitals.has(metric), `${metric} is missing`);
  await context.close();
});

const idsIn = (body: string): string[] => JSON.parse(body).events.map(({ id }: { id: string }) => id);

const EXPECTED = [
  ...['page_view', 'view_item_list', 'search', 'select_item', 'view_item', 'add_to_cart', 'view_cart'],
  ...['begin_checkout', 'add_shipping_info', 'add_payment_info', 'purchase', 'web_vital', 'user_engagement'],
];
