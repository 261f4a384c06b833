import type { Browser, Page } from 'playwright-core';
import { buildCockpitIfNeeded } from '../../../scripts/build-cockpit.ts';
import type { Db } from '../../../src/platform/database/index.ts';
import { launchBrowser } from '../../browser.ts';
import { becomeOwner } from '../../journeys/become-owner.ts';
import type { Figures } from '../harness/scenario.ts';
import { quantile } from '../harness/summary.ts';
import { framesOfTwoSeconds } from './frames.ts';
import { measureSheet } from './sheet-frames.ts';

const TIMES = 7;
const MOMENT_MS = 5_000;
const LISTS = ['orders', 'products', 'customers', 'stock'] as const;

/**
 * What a person waits for: the cockpit with nothing kept in the browser until its first screen is drawn and takes the
 * first key; a list of a million rows from the click until its rows are drawn; frames while it is scrolled.
 */
export async function measureInBrowser(db: Db, address: string): Promise<Figures> {
  await buildCockpitIfNeeded();
  const { cookie } = await becomeOwner(db, address);
  const browser = await launchBrowser();
  try {
    const open = () => openedBy(browser, address, cookie);
    const cold = await medianOf(async () => {
      const { page, ms } = await open();
      await page.context().close();
      return ms;
    });
    const lists: Record<string, number> = {};
    for (const list of LISTS) {
      lists[`${list}OpenMs`] = await medianOf(async () => {
        // In a browser of its own: who comes again sees the rows that are kept at once.
        const { page: fresh } = await open();
        // Whoever signs in looks at Today for a moment; meanwhile the code of the desks is fetched.
        await fresh.waitForTimeout(MOMENT_MS);
        const ms = await openList(fresh, list);
        await fresh.context().close();
        return ms;
      });
    }
    const { page } = await open();
    const frames = await scrollFrames(page, address);
    return { interactiveMs: cold, ...lists, ...frames, ...(await measureSheet(page, address)) };
  } finally {
    await browser.close();
  }
}

async function openedBy(browser: Browser, address: string, [name, value]: readonly [string, string]) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`${address}/cockpit/today`, { waitUntil: 'commit' });
  await page.locator('main h1').first().waitFor();
  // Interactive is what answers: the palette opens by its key.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  const ms = performance.now() - began;
  await page.keyboard.press('Escape');
  return { page, ms };
}

/** From the click until rows are drawn that were never loaded before. */
async function openList(page: Page, list: string): Promise<number> {
  const began = performance.now();
  await page.locator(`nav a[href="/cockpit/${list}"]`).first().click();
  await page.locator('main tbody tr').nth(3).waitFor();
  return performance.now() - began;
}

/** Frames of the orders' list while it is scrolled for two seconds. */
async function scrollFrames(page: Page, address: string): Promise<Figures> {
  await page.goto(`${address}/cockpit/orders`);
  await page.locator('main tbody tr').nth(3).waitFor();
  await page.locator('main tbody tr').nth(3).hover();
  const measured = page.evaluate(framesOfTwoSeconds);
  // The table scrolls in itself, where the pointer is.
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 240);
  const frames = await measured;
  const sorted = frames.toSorted((a, b) => a - b);
  return { scrollFrameP50Ms: quantile(sorted, 0.5), scrollFrameP95Ms: quantile(sorted, 0.95) };
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < TIMES; count += 1) times.push(await measure());
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}
