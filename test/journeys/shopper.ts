import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openAudited } from './page-audit.ts';

export type ShopperOptions = { readonly javaScriptEnabled?: boolean; readonly width?: number };

/** Everything that browsers sent to the shop in this test file. */
export const sent: string[] = [];

/** A shopper's page that complains of nothing until it is closed. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1280, ...options }: ShopperOptions = {},
): Promise<Page> {
  const { page, complaints } = await openAudited(browser, { viewport: { width, height: 900 }, ...options });
  // Their room is kept anyway, and making hundreds of them takes a minute.
  await page.route('**/media/**', (route) => route.abort());
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  page.once('close', () => assert.deepEqual(complaints, []));
  await page.goto(address);
  return page;
}

/** The fields of an address as a person fills them in: by their labels. */
export async function fillIn(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const fields = {
    'E-mail': 'ada@example.org',
    'Full name': 'Ada Lovelace',
    'Street and number': 'Hauptstraße 5',
    'Postal code': '10115',
    'Town or city': 'Berlin',
    ...more,
  };
  await page.getByLabel('Country', { exact: true }).first().selectOption('DE');
  const update = page.getByRole('button', { name: 'Show the fields of this country' }).first();
  if (await update.isVisible()) await update.click();
  for (const [label, text] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: true }).first();
    // Who is signed in is not asked for an e-mail address.
    if (label !== 'E-mail' || (await field.count()) > 0) await field.fill(text);
  }
  const card = page.getByLabel('Test card');
  if ((await card.count()) > 0) await card.check();
  await page.getByLabel('I accept the terms.').check();
}

export async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to cart' }).click();
}

export async function orderNow(page: Page): Promise<void> {
  await page.locator('[data-checkout]:not([aria-busy])').waitFor();
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click();
}

export async function payWith(page: Page, card: string): Promise<void> {
  await page.waitForURL(/\/test-payments\//);
  await page.getByLabel(card).check();
  await page.getByRole('button', { name: /^Pay €/ }).click();
}
