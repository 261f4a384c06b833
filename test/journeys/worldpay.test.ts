import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { buildIfNeeded } from '../../scripts/build.ts';
import { ADA, checkoutOf, filled, viewOf } from '../../src/apps/storefront/testing/a-checkout.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { aServer, drawnView } from '../../src/apps/storefront/testing/a-server.ts';
import { aShop, idIn } from '../../src/apps/storefront/testing/a-shop.ts';
import { aTill } from '../../src/apps/storefront/testing/a-till.ts';
import { aVisitor } from '../../src/apps/storefront/testing/a-visitor.ts';
import { type AWorldpay, aWorldpay, withWorldpay } from '../../src/apps/storefront/testing/a-worldpay.ts';
import { addAssetRoute } from '../../src/apps/storefront/view/index.ts';
import { viewRenderer } from '../../src/apps/storefront/view-renderer.ts';
import { launchBrowser } from '../browser.ts';
import { testDatabase } from '../database.ts';

const connection = await testDatabase();
let browser: Browser;
let worldpay: AWorldpay;
let shown: FastifyInstance;
let plain: FastifyInstance;
let address: string;
let order: () => Promise<readonly { readonly name: string; readonly value: string }[]>;

before(async () => {
  await buildIfNeeded();
  [browser, worldpay] = await Promise.all([launchBrowser(), aWorldpay()]);
  const shop = await aShop(connection.db, Temporal.Now.instant());
  await aTill(connection.db);
  const { shopping, inPage } = await withWorldpay(connection, worldpay);
  const changes = { baseUrl: undefined, shopping };
  shown = await aServer(connection, aSearch([]), { ...changes, renderer: viewRenderer() });
  await addAssetRoute(shown);
  address = await shown.listen({ host: '127.0.0.1', port: 0 });
  plain = await aServer(connection, aSearch([]), { ...changes, baseUrl: address });
  order = async () => {
    const shopper = aVisitor(plain);
    await shopper.post('/cart', { do: 'add', variant: idIn(shop.variants, 'MUG'), quantity: '1' });
    const first = checkoutOf(await viewOf(shopper));
    const updated = await shopper.post('/checkout', filled(first, { ...ADA, do: 'update' }));
    const page = checkoutOf(drawnView(updated.body));
    await shopper.post(
      '/checkout',
      filled(page, { terms: page.terms.version, payment: inPage.id, do: 'order' }),
    );
    return [...shopper.cookies].map(([name, value]) => ({ name, value }));
  };
});

after(async () => {
  await Promise.all([browser?.close(), shown?.close(), plain?.close(), worldpay?.close()]);
});

for (const [card, answer, place] of [
  ['visa', undefined, /\/orders\/\d+/],
  ['visa_challenge', 'Complete', /\/orders\/\d+/],
  ['visa_challenge', 'Fail', /\/checkout$/],
] as const) {
  test(`a shopper pays in the page with ${card}, ${answer ?? 'not asked by the bank'}, under the page's policy`, async () => {
    const context = await browser.newContext();
    await context.addCookies((await order()).map((cookie) => ({ ...cookie, url: address })));
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${address}/checkout/pay`);
    await page.getByLabel('Card', { exact: true }).selectOption(card);
    await page.getByRole('button', { name: /Pay/ }).click();
    if (answer !== undefined) await page.getByRole('button', { name: answer }).click();
    if (answer !== undefined) await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(place);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}
