// Takes the pictures of docs/screenshots: the real shop with the demo world, on a throw-away database.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { templateNames } from '../src/apps/storefront/view/index.ts';
import { connect, prepareDatabase } from '../src/platform/database/index.ts';
import { launchBrowser } from '../test/browser.ts';
import { type DemoShop, startDemoShop } from '../test/journeys/demo-shop.ts';
import { openTill, stockOf } from '../test/journeys/demo-till.ts';
import { startScratchServer } from '../test/scratch-database.ts';
import { pictureBuying } from './picture-buying.ts';
import { pictureCockpit } from './picture-cockpit.ts';
import { picturePast } from './picture-past.ts';

const FOLDER = join(import.meta.dirname, '../docs/screenshots');
const MOST_BYTES = 150_000;

const PAGES = {
  home: '/',
  collection: '/collections/kitchen-and-table',
  product: '/products/manha-morning-mug',
  search: '/search?q=linen',
  category: '/categories/living/lighting',
  brand: '/brands/tidewater-pottery',
  collections: '/collections',
  content: '/pages/about',
  'not-found': '/nowhere',
} as const;

/**
 * `npm run screenshots -- buying [atelier …]` takes the pages of buying alone, in these templates;
 * `npm run screenshots -- cockpit [FOLDER]` every screen of the cockpit;
 * `npm run screenshots -- past [FOLDER]` what eighteen months look like in it: reports, forecasts, decisions.
 */
const [subject, ...chosen] = process.argv.slice(2);
if (subject === 'cockpit') {
  await pictureCockpit(chosen[0] ?? FOLDER);
  process.exit(0);
}
if (subject === 'past') {
  await picturePast(chosen[0] ?? FOLDER);
  process.exit(0);
}
const isOnlyBuying = subject === 'buying';
const templates = chosen.length === 0 ? templateNames : templateNames.filter((name) => chosen.includes(name));

const SCREENS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const began = performance.now();
const server = await startScratchServer();
const connection = connect(server.address, 8);
let shop: DemoShop | undefined;
let browser: Browser | undefined;
try {
  await prepareDatabase(connection);
  await mkdir(FOLDER, { recursive: true });
  shop = await startDemoShop(connection);
  await openTill(connection.db, Temporal.Now.instant());
  browser = await launchBrowser();
  for (const handle of ['manha-morning-mug', 'farol-tall-vase']) await stockOf(connection.db, handle, 50);
  for (const template of templates) {
    await shop.wear(template);
    for (const scheme of ['light', 'dark'] as const) await takeAll(browser, shop.address, template, scheme);
    console.log(`${template}: taken after ${Math.round((performance.now() - began) / 1000)} s`);
  }
} finally {
  await browser?.close();
  await shop?.close();
  await connection.close();
  await server.stop();
}

async function takeAll(
  from: Browser,
  address: string,
  template: string,
  scheme: 'light' | 'dark',
): Promise<void> {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const context = await from.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const take = async (name: string, path?: string): Promise<void> => {
      if (path !== undefined) await page.goto(address + path, { waitUntil: 'networkidle', timeout: 120_000 });
      await page.evaluate('document.fonts.ready');
      const taken = await page.screenshot({ timeout: 120_000 });
      await keep(taken, join(FOLDER, `${template}-${name}-${screen}-${scheme}.webp`));
    };
    if (!isOnlyBuying) for (const [name, path] of Object.entries(PAGES)) await take(name, path);
    // What is bought is the same in the dark, and takes its time.
    if (scheme === 'light') await pictureBuying(page, { address, db: connection.db, take });
    await context.close();
  }
}

/** As sharp as 150 kB allow. */
async function keep(taken: Buffer, file: string): Promise<void> {
  for (const quality of [86, 74, 60, 45]) {
    await sharp(taken).webp({ quality, effort: 5 }).toFile(file);
    if ((await stat(file)).size <= MOST_BYTES) return;
  }
  throw new Error(`${file} does not fit into ${MOST_BYTES} bytes`);
}
