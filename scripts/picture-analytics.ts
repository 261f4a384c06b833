// Takes pictures of what the demo shop's eighteen months look like in the cockpit.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { openOwner, shopSources } from '../src/modules/analytics/index.ts';
import { exportJournal } from '../src/modules/ledger/index.ts';
import { readShop } from '../src/modules/markets/index.ts';
import { connect, prepareDatabase } from '../src/platform/database/index.ts';
import { writePast } from '../src/simulator/trade/write/write-past.ts';
import { launchBrowser } from '../test/browser.ts';
import { startCockpitShop } from '../test/journeys/cockpit-shop.ts';
import { startScratchServer } from '../test/scratch-database.ts';

const MOST_BYTES = 120_000;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const QUESTION =
  'FROM sales, sessions SHOW net_sales, conversion_rate, orders GROUP BY channel DURING last_90_days COMPARE TO previous';

/** Each by its name: where it is, on what, and in which light. */
const PICTURES = [
  ['overview', '', 'desktop', 'light'],
  ['overview', '', 'desktop', 'dark'],
  ['overview', '', 'phone', 'light'],
  ['why', '/why', 'desktop', 'light'],
  ['explore', `/explore?${new URLSearchParams({ q: QUESTION })}`, 'desktop', 'light'],
  ['behaviour', '/behaviour', 'desktop', 'light'],
  ['customers', '/customers?span=year', 'desktop', 'dark'],
] as const;

type Picture = (typeof PICTURES)[number];
type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

/** Makes a shop with its past, and writes the pictures into the folder. */
export async function pictureAnalytics(folder: string): Promise<void> {
  const server = await startScratchServer();
  const connection = connect(server.address, 16);
  const { db } = connection;
  await prepareDatabase(connection);
  const shop = await startCockpitShop(connection);
  const browser = await launchBrowser();
  const now = Temporal.Now.instant();
  const { timeZone } = await readShop(db);
  const lastDay = now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  await writePast(
    { connection, files: shop.files },
    {
      ...{ past: { seed: 1, lastDay }, now },
      report: async () => true,
    },
  );
  const warehouse = join(shop.folder, 'warehouse');
  await mkdir(warehouse, { recursive: true });
  const owner = await openOwner({
    ...{ folder: warehouse, secrets: shop.secrets, memoryMb: 1_024, feedEveryMs: 500 },
    sources: shopSources({ db, files: shop.files, folder: warehouse }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => timeZone,
    ...{ host: '127.0.0.1', port: 0, log: console },
  });
  try {
    await takeAnalytics((options) => shop.owner(browser, options), shop.address, folder);
  } finally {
    await browser.close();
    await owner.close();
    await shop.close();
    await connection.close();
    await server.stop();
  }
}

/** Of any shop that is open, by whoever is signed in to it. */
export async function takeAnalytics(
  contextOf: (options: Options) => Promise<BrowserContext>,
  address: string,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const picture of PICTURES) await take(contextOf, address, folder, picture);
}

async function take(
  contextOf: (options: Options) => Promise<BrowserContext>,
  address: string,
  folder: string,
  [name, path, screen, colorScheme]: Picture,
): Promise<void> {
  const viewport = screen === 'phone' ? PHONE : DESKTOP;
  const context = await contextOf({ viewport, colorScheme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/cockpit/analytics${path}`, { timeout: 120_000 });
    await isThere(page);
    const file = join(folder, `analytics-${name}-${screen}-${colorScheme}.webp`);
    await keep(await page.screenshot({ timeout: 120_000 }), file);
  } finally {
    await context.close();
  }
}

/** Numbers are read and drawn, and none is being prepared. */
async function isThere(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 300_000 });
  const waits = page
    .locator('main [role=status], main .mantine-Skeleton-root')
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
