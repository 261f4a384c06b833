// Takes a picture of every screen of the cockpit: desktop and phone, light and dark, in the demo shop with some sales.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { connect, prepareDatabase } from '../src/platform/database/index.ts';
import { runDueJobs } from '../src/platform/jobs/index.ts';
import { WORKLOAD } from '../src/workload.ts';
import { launchBrowser } from '../test/browser.ts';
import { startCockpitShop } from '../test/journeys/cockpit-shop.ts';
import { walkCockpit } from '../test/journeys/cockpit-walk.ts';
import { openSeller } from '../test/journeys/sell-some.ts';
import { startScratchServer } from '../test/scratch-database.ts';

const SCREENS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
const SALES = 14;

/** Writes them into the folder, as sharp as WebP at 80 is. */
export async function pictureCockpit(folder: string): Promise<void> {
  const server = await startScratchServer();
  const connection = connect(server.address, 16);
  await prepareDatabase(connection);
  await mkdir(folder, { recursive: true });
  const shop = await startCockpitShop(connection);
  const browser = await launchBrowser();
  try {
    const { sell } = await openSeller(connection);
    for (let number = 0; number < SALES; number += 1) {
      await sell(number, number % 5 === 4 ? { isHeld: true } : {});
    }
    // Customers, mails and figures follow from orders by the worker's hand.
    const jobs = WORKLOAD.jobs.filter(({ name }) => !name.startsWith('media.'));
    await runDueJobs({ connection, files: shop.files, jobs, reactions: WORKLOAD.reactions });
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [screen, viewport] of Object.entries(SCREENS)) {
        const context = await shop.owner(browser, { viewport, colorScheme, reducedMotion: 'reduce' });
        const page = await context.newPage();
        await walkCockpit(page, shop.address, async ({ name }) => {
          await picturesShown(page);
          const file = join(folder, `cockpit-${name}-${screen}-${colorScheme}.webp`);
          await sharp(await page.screenshot())
            .webp({ quality: 80, effort: 5 })
            .toFile(file);
        });
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await shop.close();
    await connection.close();
    await server.stop();
  }
}

/** Those in the window are drawn: a rendition is made when the first page asks for it. */
async function picturesShown(page: Page): Promise<void> {
  for (let tries = 0; (await page.locator('main img').evaluateAll(unfinished)) > 0; tries += 1) {
    if (tries > 200) throw new Error(`${page.url()} is still without its pictures`);
    await page.waitForTimeout(50);
  }
}

function unfinished(images: readonly Element[]): number {
  return images.filter((image) => {
    if (!(image instanceof HTMLImageElement) || image.getBoundingClientRect().top > innerHeight) return false;
    return !image.complete;
  }).length;
}
