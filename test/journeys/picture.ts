import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const FOLDER = process.env['PICTURES'];

/** Pictures of what is on the screen, in light and dark, on a desk and a telephone, for who wants to look: PICTURES=folder. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  await mkdir(FOLDER, { recursive: true });
  const size = page.viewportSize();
  for (const [way, width, colorScheme] of WAYS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${FOLDER}/${name}-${way}.png`, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (size) await page.setViewportSize(size);
}

const WAYS = [
  ['desk', 1280, 'light'],
  ['phone-dark', 390, 'dark'],
] as const;
