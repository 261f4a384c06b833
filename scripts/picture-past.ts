// Takes pictures of what the demo shop's eighteen months look like in the cockpit: a shop as `npm start` opens it, when its past
// is written and read, what will be wanted is forecast, and there is something to decide.
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { REPORTS } from '../src/modules/analytics/index.ts';
import { readConfig } from '../src/platform/config/index.ts';
import { openBackstage } from '../src/platform/open.ts';
import { launchBrowser } from '../test/browser.ts';
import { becomeOwner } from '../test/journeys/become-owner.ts';
import { removeDataFolder, scratchFolder } from '../test/scratch-database.ts';
import { endAll, endShop, startShop } from '../test/start/started-shop.ts';

const MOST_BYTES = 120_000;
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const PAST_MINUTES = 60;
const LOOKED_EVERY_MS = 5_000;

const QUESTION =
  'FROM sales, sessions SHOW net_sales, conversion_rate, orders GROUP BY channel DURING last_90_days COMPARE TO previous';

type Take = {
  readonly name: string;
  /** Below /cockpit. */
  readonly path: string;
  /** The first link of the page that begins so is followed. */
  readonly first?: string;
  readonly screen: keyof typeof SCREENS;
  readonly light: 'light' | 'dark';
};

const take = (
  name: string,
  path: string,
  screen: Take['screen'] = 'desktop',
  light: Take['light'] = 'light',
) => {
  return { name, path, screen, light };
};

const TAKES: readonly Take[] = [
  take('analytics-overview', '/analytics'),
  take('analytics-overview', '/analytics', 'desktop', 'dark'),
  take('analytics-overview', '/analytics', 'phone'),
  take('analytics-why', '/analytics/why'),
  take('analytics-explore', `/analytics/explore?${new URLSearchParams({ q: QUESTION })}`),
  take('analytics-behaviour', '/analytics/behaviour'),
  take('analytics-customers', '/analytics/customers?span=year', 'desktop', 'dark'),
  take('analytics-products', '/analytics/products'),
  take('analytics-agreement', '/analytics/agreement'),
  take('decisions', '/decisions'),
  take('decisions', '/decisions', 'phone', 'dark'),
  { ...take('decision', '/decisions'), first: '/cockpit/decisions/' },
  take('decisions-mandate', '/decisions/mandate'),
  take('decisions-score', '/decisions/score'),
  take('forecast', '/forecast'),
  { ...take('forecast-item', '/forecast'), first: '/cockpit/forecast/' },
  take('forecast-accuracy', '/forecast/accuracy', 'desktop', 'dark'),
  take('forecast-accuracy', '/forecast/accuracy', 'phone'),
  take('purchasing-needs', '/purchasing/needs'),
  take('purchasing-needs', '/purchasing/needs', 'phone'),
  take('purchasing-suppliers', '/purchasing/suppliers'),
  { ...take('purchasing-supplier', '/purchasing/suppliers'), first: '/cockpit/purchasing/suppliers/' },
  {
    ...take('purchasing-supplier', '/purchasing/suppliers', 'phone'),
    first: '/cockpit/purchasing/suppliers/',
  },
  take('purchasing-backtest', '/purchasing/backtest'),
  take('stock-health', '/stock/health'),
  ...REPORTS.map(({ id }) => take(`report-${id.replaceAll('_', '-')}`, `/analytics/reports/${id}?span=year`)),
];

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

/** Starts a shop, waits for its past, and writes the pictures into the folder. */
export async function picturePast(folder: string): Promise<void> {
  const scratch = await scratchFolder('past');
  const browser = await launchBrowser();
  try {
    const shop = await startShop(scratch);
    await takeOfShop(browser, { address: shop.address, data: join(scratch, 'data'), folder });
    await endShop(shop, 'SIGTERM');
  } finally {
    await browser.close();
    await endAll();
    await removeDataFolder(join(scratch, 'data'));
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Of a shop that is open already, on a database that has no owner yet. */
export async function takeOfShop(
  browser: Browser,
  { address, data, folder }: { readonly address: string; readonly data: string; readonly folder: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const backstage = await openBackstage(readConfig({ INSTITOR_DATA: data }));
  const { cookie } = await becomeOwner(backstage.connection.db, address).finally(backstage.close);
  await untilThereIsSomethingToDecide(address, cookie.join('='));
  await backtest(address, cookie.join('='));
  await takeAll(browser, { address, cookie, folder });
}

type Signed = {
  readonly address: string;
  readonly cookie: readonly [string, string];
  readonly folder: string;
};

/** By whoever is signed in; those alone whose name begins so. */
export async function takeAll(
  browser: Browser,
  { address, cookie, folder }: Signed,
  beginning = '',
): Promise<void> {
  const contextOf = async (options: Options) => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const [name, value] = cookie;
    await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Strict' }]);
    return context;
  };
  for (const one of TAKES) {
    if (one.name.startsWith(beginning)) await keepOne(contextOf, { address, folder }, one);
  }
}

/** Decisions come last: of needs, which come of forecasts, which come of the past. */
async function untilThereIsSomethingToDecide(address: string, cookie: string): Promise<void> {
  const end = performance.now() + PAST_MINUTES * 60_000;
  for (;;) {
    const answer = await fetch(`${address}/api/admin/v1/decisions?limit=1`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`decisions: ${answer.status} ${await answer.text()}`);
    const { items } = (await answer.json()) as { readonly items: readonly unknown[] };
    if (items.length > 0) return;
    if (performance.now() > end) throw new Error(`nothing to decide after ${PAST_MINUTES} minutes`);
    await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY_MS));
  }
}

/** What a year under the policy in use would have come to, for the picture of it. */
async function backtest(address: string, cookie: string): Promise<void> {
  const path = `${address}/api/admin/v1/replenishment/backtests`;
  const asked = await fetch(path, {
    method: 'POST',
    headers: {
      cookie,
      origin: address,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ policy: {} }),
  });
  if (!asked.ok) throw new Error(`backtest: ${asked.status} ${await asked.text()}`);
  const { backtestId } = (await asked.json()) as { readonly backtestId: string };
  const end = performance.now() + PAST_MINUTES * 60_000;
  while (!(await fetch(`${path}/${backtestId}`, { headers: { cookie } })).ok) {
    if (performance.now() > end) throw new Error(`no backtest after ${PAST_MINUTES} minutes`);
    await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY_MS));
  }
}

async function keepOne(
  contextOf: (options: Options) => Promise<BrowserContext>,
  { address, folder }: { readonly address: string; readonly folder: string },
  { name, path, first, screen, light }: Take,
): Promise<void> {
  const viewport = SCREENS[screen];
  const context = await contextOf({ viewport, colorScheme: light, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/cockpit${path}`, { timeout: 120_000 });
    await isThere(page);
    if (first !== undefined) {
      const heading = page.locator('main h1');
      const here = await heading.innerText();
      await page.locator(`main a[href^="${first}"]`).first().click();
      // What was there stays until what comes is loaded.
      await heading.filter({ hasNotText: here }).waitFor();
      await isThere(page);
    }
    await keep(await page.screenshot({ timeout: 120_000 }), join(folder, `${name}-${screen}-${light}.webp`));
  } finally {
    await context.close();
  }
}

/** Numbers are read and drawn, and none is being prepared. */
async function isThere(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 300_000 });
  const waits = page
    .locator('main [role=status][aria-label], main .mantine-Skeleton-root')
    .or(page.getByText('being prepared'));
  await waits.first().waitFor({ state: 'detached', timeout: 600_000 });
  await page.evaluate('document.fonts.ready');
}

async function keep(taken: Buffer, file: string): Promise<void> {
  for (const quality of [86, 74, 60, 45]) {
    await sharp(taken).webp({ quality, effort: 5 }).toFile(file);
    if ((await stat(file)).size <= MOST_BYTES) return;
  }
  throw new Error(`${file} does not fit into ${MOST_BYTES} bytes`);
}
