// Takes the pictures of docs/screenshots: the real shop with the demo world, on a throw-away database.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { templateNames } from '../src/apps/storefront/view/index.ts';
import { connect, prepareDatabase } from '../src/platform/database/index.ts';
import { launchBrowser } from '../test/browser.ts';
import { type DemoShop, startDemoShop } from '../test/journeys/demo-shop.ts';
import { openTill } from '../test/journeys/demo-till.ts';
import { addToCart, fillIn, orderNow, payWith } from '../test/journeys/shopper.ts';
import { startScratchServer } from '../test/scratch-database.ts';

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

const BOUGHT = ['/products/manha-morning-mug', '/products/farol-tall-vase'] as const;

/** `npm run screenshots -- buying` takes the pages of buying alone. */
const isOnlyBuying = process.argv[2] === 'buying';

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
  for (const template of templateNames) {
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
    await takeBuying(page, address, take);
    await context.close();
  }
}

/** The way of one purchase: what it looks like depends on what was done before. */
async function takeBuying(
  page: Page,
  address: string,
  take: (name: string, path?: string) => Promise<void>,
): Promise<void> {
  for (const path of BOUGHT) {
    await page.goto(address + path);
    await addToCart(page);
    await page.getByText('is in your cart.').waitFor();
  }
  await take('cart', '/cart');
  await take('checkout', '/checkout');
  await fillIn(page);
  await orderNow(page);
  await page.waitForURL(/\/test-payments\//);
  await take('test-payment');
  await payWith(page, 'Card that works');
  await page.waitForURL(/\/orders\//);
  await page.waitForLoadState('networkidle');
  await take('order');
  await take('sign-in', '/account/sign-in');
}

/** As sharp as 150 kB allow. */
async function keep(taken: Buffer, file: string): Promise<void> {
  for (const quality of [86, 74, 60, 45]) {
    await sharp(taken).webp({ quality, effort: 5 }).toFile(file);
    if ((await stat(file)).size <= MOST_BYTES) return;
  }
  throw new Error(`${file} does not fit into ${MOST_BYTES} bytes`);
}
