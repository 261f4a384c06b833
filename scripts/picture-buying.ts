import type { Page } from 'playwright-core';
import { deliverNewest } from '../src/apps/storefront/testing/a-delivery.ts';
import { expectOk } from '../src/kernel/index.ts';
import { decideReturn, readReturns } from '../src/modules/orders/index.ts';
import { type Db, transact } from '../src/platform/database/index.ts';
import { addToCart, fillIn, orderNow, payWith } from '../test/journeys/shopper.ts';

export type Take = (name: string, path?: string) => Promise<void>;

const CUSTOMERS = ['ada', 'grace', 'hedy', 'mary', 'joan', 'radia'];

const BOUGHT = ['/products/manha-morning-mug', '/products/farol-tall-vase'] as const;

/** The way of one purchase, to the thanks and on to what was sent back: each page depends on what was done before. */
export async function pictureBuying(
  page: Page,
  about: { address: string; db: Db; take: Take },
): Promise<void> {
  const { address, take } = about;
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
  await take('thanks');
  await pictureSendingBack(page, about);
  await pictureAccount(page, about);
}

async function pictureSendingBack(page: Page, { db, take }: { db: Db; take: Take }): Promise<void> {
  const { orderId, number } = await deliverNewest(db);
  await take('return', `/orders/${number}/return`);
  await page.getByLabel('How many').first().selectOption('1');
  await page.getByLabel('Reason').first().selectOption({ label: 'It arrived damaged' });
  await page.getByRole('button', { name: 'Ask for the return' }).click();
  await page.getByText('We are looking at it').waitFor();
  const [asked] = await readReturns(db, orderId);
  if (!asked) throw new Error('the return that was asked for is not there');
  const decision = { decision: 'approved', note: 'We are sorry about the chip.', actor: 'staff' } as const;
  const about = { orderId, returnId: asked.id, ...decision, now: Temporal.Now.instant() };
  await transact(db, async (tx) => expectOk(await decideReturn(tx, about)));
  await take('order', `/orders/${number}`);
  await take('withdraw', `/withdraw?order=${number}`);
}

/** A customer who has ordered something. */
async function pictureAccount(
  page: Page,
  { address, db, take }: { address: string; db: Db; take: Take },
): Promise<void> {
  await take('sign-in', '/account/sign-in');
  // A code is sent to one address only so often.
  await page.getByLabel('E-mail').fill(`${CUSTOMERS.shift() ?? 'ada'}@example.org`);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code').waitFor();
  const { payload } = await db
    .selectFrom('platform.outbox')
    .select('payload')
    .where('topic', '=', 'customers.code_requested')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const [code = ''] = /"code":\s*"(\d{8})"/.exec(JSON.stringify(payload))?.slice(1) ?? [];
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Addresses' }).waitFor();
  await page.goto(address + BOUGHT[0]);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${address}/checkout`);
  await fillIn(page);
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.waitForURL(/\/orders\//);
  await take('account', '/account');
}
