import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type DemoShop, startDemoShop } from './demo-shop.ts';
import { openTill, stockOf } from './demo-till.ts';
import { accessibilityBreaches, layoutShift } from './page-audit.ts';
import { addToCart, fillIn, openPage, orderNow, payWith, type ShopperOptions, sent } from './shopper.ts';

const connection = await demoDatabase();
let browser: Browser;
let shop: DemoShop;

const MUG = '/products/manha-morning-mug';

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startDemoShop(connection)]);
  await openTill(connection.db, Temporal.Now.instant());
  await stockOf(connection.db, 'manha-morning-mug', 50);
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const visit = (path: string, options?: ShopperOptions): Promise<Page> =>
  openPage(browser, shop.address + path, options);

test('a guest buys with a code and a challenge', async () => {
  await shop.wear('atelier');
  const page = await visit(MUG);
  await page.evaluate('globalThis.isSamePage = true');
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  assert.equal(await page.locator('[data-cart-count]').textContent(), '1');
  assert.equal(await page.evaluate('globalThis.isSamePage'), true);
  assert.equal(await layoutShift(page), 0);
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByText('Have a code or a gift card?').click();
  await page.getByLabel('Discount code').fill('journey-10');
  await page.getByRole('button', { name: 'Apply' }).first().click();
  await page.getByText(/JOURNEY10 saves you/).waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.waitForURL(/\/checkout$/);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await fillIn(page);
  await orderNow(page);
  await payWith(page, 'Card that asks who you are');
  await page.getByRole('heading', { name: 'Confirm it is you' }).waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('button', { name: 'Yes, that is me' }).click();
  await page.waitForURL(/\/orders\/\d+/);
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  assert.match(await page.locator('[data-order-state]').innerText(), /^Paid/);
  assert.equal(await page.locator('[data-cart-count]').isVisible(), false);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.close();
});

test('without scripts: a decline is told at the checkout with everything still filled in, then another card pays', async () => {
  await shop.wear('depot');
  const page = await visit(MUG, { javaScriptEnabled: false, width: 390 });
  await addToCart(page);
  await page.waitForURL(/\/cart\?done=added/);
  await page.getByText('is in your cart.').waitFor();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await orderNow(page);
  const summary = page.getByRole('alert');
  await summary.getByRole('link', { name: 'Please accept the terms.' }).waitFor();
  await fillIn(page);
  await orderNow(page);
  await payWith(page, 'Card that is declined');
  await page.waitForURL(/\/checkout$/);
  await page.getByText('The payment was declined. Nothing was charged.', { exact: false }).waitFor();
  assert.equal(await page.getByLabel('Full name').first().inputValue(), 'Ada Lovelace');
  await page.getByLabel('I accept the terms.').check();
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  await page.close();
});

test('two tabs and the last piece: the second is told before it pays', async () => {
  await shop.wear('nocturne');
  await stockOf(connection.db, 'manha-morning-mug', 1);
  const [first, second] = [await visit(MUG), await visit(MUG)];
  for (const page of [first, second]) {
    await addToCart(page);
    await page.getByText('is in your cart.').waitFor();
    await page.goto(`${shop.address}/checkout`);
    await fillIn(page);
  }
  await orderNow(first);
  await payWith(first, 'Card that works');
  await first.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  await orderNow(second);
  await second
    .getByText(/sold out/i)
    .first()
    .waitFor();
  assert.doesNotMatch(second.url(), /test-payments/);
  await Promise.all([first.close(), second.close()]);
  await stockOf(connection.db, 'manha-morning-mug', 50);
});

test('by keyboard alone, from the product to the thanks', async () => {
  await shop.wear('atelier');
  const page = await visit(MUG);
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 150; presses += 1) {
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${selector} is out of the keyboard's reach`);
  };
  await tabTo('[data-buy-button]');
  await page.keyboard.press('Enter');
  await page.getByText('is in your cart.').waitFor();
  await tabTo('[data-buy-link]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cart/);
  await tabTo('.summary .button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/checkout$/);
  await page.locator('#shipping_country').selectOption('DE');
  for (const [field, text] of [
    ['#email', 'ada@example.org'],
    ['#shipping_name', 'Ada Lovelace'],
    ['#shipping_line1', 'Hauptstraße 5'],
    ['#shipping_postal_code', '10115'],
    ['#shipping_city', 'Berlin'],
  ] as const) {
    await tabTo(field);
    await page.keyboard.type(text);
  }
  await tabTo('#terms');
  await page.keyboard.press('Space');
  await tabTo('[data-order]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/test-payments\//);
  await tabTo('button[value=pay]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  await page.close();
});

test('who signs in with a code finds their cart and address again, and orders from a ready summary', async () => {
  await shop.wear('depot');
  const page = await visit('/account');
  await page.getByLabel('E-mail').fill('grace@example.org');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code').fill(await lastCode('grace@example.org'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Addresses' }).click();
  await page.getByRole('link', { name: 'Add an address' }).click();
  await page.getByLabel('Country', { exact: true }).selectOption('DE');
  await page.getByLabel('Full name').fill('Grace Hopper');
  await page.getByLabel('Street and number').fill('Torstraße 1');
  await page.getByLabel('Postal code').fill('10119');
  await page.getByLabel('Town or city').fill('Berlin');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Torstraße 1').waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.goto(shop.address + MUG);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${shop.address}/checkout`);
  await page.getByText('Signed in as grace@example.org').waitFor();
  assert.equal(
    await page
      .locator('.known')
      .innerText()
      .then((text) => text.includes('Torstraße 1')),
    true,
  );
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByLabel('I accept the terms.').check();
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.getByRole('heading', { name: 'Thank you, Grace' }).waitFor();
  await page.goto(`${shop.address}/account`);
  await page
    .getByRole('link', { name: /^Order \d+/ })
    .first()
    .click();
  await page.getByText('Torstraße 1').first().waitFor();
  await page.close();
});

test('text that looks like code stands on every page as it was typed', async () => {
  await shop.wear('atelier');
  const page = await visit(MUG);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${shop.address}/checkout`);
  const evil = `"><img src=x onerror="globalThis.isHit=1"><script>globalThis.isHit=1</script>{{7*7}}`;
  await fillIn(page, {
    'Full name': evil.slice(0, 95),
    'Street and number': "<svg onload='globalThis.isHit=1'>",
  });
  await page.getByText('Code, gift card, note').click();
  await page.getByLabel(/Note about your order/).fill(evil);
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.waitForURL(/\/orders\/\d+/);
  await page.getByText("<svg onload='globalThis.isHit=1'>").first().waitFor();
  assert.equal(await page.evaluate('globalThis.isHit'), undefined);
  assert.doesNotMatch(await page.content(), />49</);
  await page.close();
});

test('the checkout runs the one script of its inventory and nothing that is put into its markup', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts: string[] = [];
  await page.goto(shop.address + MUG);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(`${shop.address}/checkout`);
  await page.locator('[data-checkout]').waitFor();
  assert.equal(scripts.length, 1);
  assert.match(scripts[0] ?? '', /^\/assets\/checkout-[\w-]+\.js$/);
  const wasHit = await page.evaluate(`new Promise((done) => {
    document.addEventListener('error', () => done(globalThis.isHit === 1), { capture: true });
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.isHit=1">');
  })`);
  assert.equal(wasHit, false);
  await context.close();
});

test('who chooses a country before the page’s script is there is asked for what that country needs', async () => {
  const page = await visit(MUG);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  const isHeld = Promise.withResolvers<void>();
  await page.route('**/assets/checkout-*.js', async (route) => {
    await isHeld.promise;
    await route.continue();
  });
  await page.goto(`${shop.address}/checkout`, { waitUntil: 'commit' });
  await page.locator('#shipping_country').selectOption('IE');
  assert.equal(await page.getByLabel('Eircode').count(), 0);
  isHeld.resolve();
  await page.getByLabel('Eircode').first().waitFor();
  await page.close();
});

test('where the network is away for a moment, the fields of a country are had by a button, and nothing typed is lost', async () => {
  const page = await visit(MUG);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${shop.address}/checkout`);
  await page.getByLabel('Full name').first().fill('Ada Lovelace');
  await page.route('**/checkout', (route) => route.abort());
  await page.locator('#shipping_country').selectOption('IE');
  const button = page.getByRole('button', { name: 'Show the fields of this country' }).first();
  await button.waitFor();
  await page.unroute('**/checkout');
  await button.click();
  await page.getByLabel('Eircode').first().waitFor();
  assert.equal(await page.getByLabel('Full name').first().inputValue(), 'Ada Lovelace');
  await page.context().close();
});

test('no digits of a card reached the shop: not in a request, not in the database', async () => {
  const digits = /(?:\d[ -]?){13,19}/g;
  const bodies = sent.join('\n').replace(/[\da-f]{8}-[\da-f-]{27}/g, '');
  for (const [found] of bodies.matchAll(digits)) assert.fail(`a request held ${found}`);
  const { rows } = await connection.pool.query(`
    select coalesce(string_agg(cart::text, ' '), '') as text from carts.cart
    union all select coalesce(string_agg(payment::text, ' '), '') from payments.payment
    union all select coalesce(string_agg(o::text, ' '), '') from orders."order" o`);
  // Without ids, whose digits are of chance.
  const text = rows.map((row) => row.text.replace(/[\da-f]{8}-[\da-f-]{27}/g, '')).join(' ');
  assert.ok(text.length > 1_000);
  assert.doesNotMatch(text, /4242.?4242|4000.?0000|5555.?5555/);
});

/** The code that would have been mailed. */
async function lastCode(email: string): Promise<string> {
  const { rows } = await connection.pool.query(
    `select payload->'mailModel'->>'code' as code from platform.outbox
     where topic = 'customers.code_requested' and payload->'mailModel'->>'email' = $1 order by id desc limit 1`,
    [email],
  );
  return rows[0]?.code ?? '';
}
