import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { expectOk } from '../../src/kernel/index.ts';
import { defaultLocation } from '../../src/modules/inventory/index.ts';
import { invoicesReactions } from '../../src/modules/invoices/index.ts';
import { type AccountCode, accountBalance } from '../../src/modules/ledger/index.ts';
import { mailsJobs, mailsReactions } from '../../src/modules/mails/index.ts';
import {
  addToOrder,
  decideReturn,
  deliverFulfilment,
  fulfilOrder,
  listOrders,
  type Order,
  openOrders,
  readOrder,
  readReturns,
  receiveReturn,
  refundOrder,
} from '../../src/modules/orders/index.ts';
import { openProviders, readAllMethods } from '../../src/modules/payments/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { type DemoShop, startDemoShop } from './demo-shop.ts';
import { openTill, stockOf } from './demo-till.ts';
import { accessibilityBreaches } from './page-audit.ts';
import { addToCart, fillIn, openPage, orderNow, payWith, type ShopperOptions } from './shopper.ts';

const connection = await demoDatabase();
const { db } = connection;
const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
const orders = openOrders(connection, { providers: openProviders({ db, secrets }) });
let browser: Browser;
let shop: DemoShop;

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startDemoShop(connection)]);
  await openTill(db, Temporal.Now.instant());
  await stockOf(db, 'manha-morning-mug', 50);
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** What the worker does beside the shop: mails and documents. */
async function work(): Promise<void> {
  const mails = { transport: undefined, from: undefined, baseUrl: shop.address };
  const reactions = [...mailsReactions(mails), ...invoicesReactions];
  await runDueJobs({ connection, jobs: mailsJobs(mails), reactions });
}

/** Buys a mug as a guest; the page is the order's own then. */
async function buy(options: ShopperOptions = {}): Promise<{ readonly page: Page; readonly order: Order }> {
  const page = await openPage(browser, `${shop.address}/products/manha-morning-mug`, options);
  await addToCart(page);
  await page.getByText('is in your cart.').waitFor();
  await page.goto(`${shop.address}/checkout`);
  await fillIn(page);
  await orderNow(page);
  await payWith(page, 'Card that works');
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  const [, number = ''] = /\/orders\/(\d+)/.exec(page.url()) ?? [];
  await page.goto(`${shop.address}/orders/${number}`);
  return { page, order: await orderOf(number) };
}

async function orderOf(number: string): Promise<Order> {
  const [row] = (await listOrders(db, { number, limit: 1 })).orders;
  const order = row && (await readOrder(db, row.id));
  assert.ok(order, `there is no order ${number}`);
  return order;
}

/** The newest mail in the demo's mailbox, as plain text. */
async function newestMail(page: Page): Promise<string> {
  await work();
  await page.goto(`${shop.address}/demo/mailbox`);
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByText('As plain text').click();
  return `${await page.locator('#mail-title').innerText()}\n${await page.locator('.mail pre').innerText()}`;
}

async function deliver({ id: orderId }: Order): Promise<void> {
  const staff = { orderId, actor: 'staff', now: Temporal.Now.instant() };
  await transact(db, async (tx) => {
    const sent = { ...staff, carrier: 'DHL', trackingNumber: '00340434161094042557' };
    const { id: fulfilmentId } = expectOk(await fulfilOrder(tx, sent));
    expectOk(await deliverFulfilment(tx, { ...staff, fulfilmentId }));
  });
}

/** Staff take the return in as it was announced, and give everything back. */
async function takeBack({ id: orderId }: Order): Promise<void> {
  const [asked] = await readReturns(db, orderId);
  assert.ok(asked);
  const staff = { orderId, returnId: asked.id, actor: 'staff', now: Temporal.Now.instant() };
  const { id: locationId } = await defaultLocation(db);
  await transact(db, async (tx) => {
    expectOk(
      await decideReturn(tx, { ...staff, decision: 'approved', note: 'We are sorry about the chip.' }),
    );
    const lines = asked.lines.map(({ lineId }) => ({ lineId, sellableQuantity: 0, damagedQuantity: 1 }));
    expectOk(await receiveReturn(tx, { ...staff, lines, locationId }));
  });
  const lines = asked.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const whole = { delivery: 'rest', goodwillMinor: 0n, means: 'original', reason: 'damaged' } as const;
  expectOk(await refundOrder(orders, { ...staff, ...whole, lines }));
}

for (const javaScriptEnabled of [true, false]) {
  test(`a guest sends a mug back ${javaScriptEnabled ? 'by phone' : 'without scripts'}: page, mailbox and ledger agree`, async () => {
    await shop.wear(javaScriptEnabled ? 'atelier' : 'depot');
    const { page, order } = await buy({ javaScriptEnabled, width: javaScriptEnabled ? 390 : 1280 });
    assert.equal(await page.getByRole('link', { name: 'Send something back' }).count(), 0);
    await deliver(order);
    await page.reload();
    await page.getByRole('link', { name: 'Send something back' }).click();
    await page.getByRole('button', { name: 'Ask for the return' }).click();
    await page.getByRole('link', { name: 'Choose at least one thing to send back.' }).waitFor();
    if (javaScriptEnabled) assert.deepEqual(await accessibilityBreaches(page), []);
    await page.getByLabel('How many').selectOption('1');
    await page.getByLabel('Reason').selectOption({ label: 'It arrived damaged' });
    await page.getByLabel(/Anything we should know/).fill('The rim is chipped.');
    await page.getByRole('button', { name: 'Ask for the return' }).click();
    await page.getByText('We have your request and answer to ada@example.org.').waitFor();
    await page.getByText('We are looking at it').waitFor();
    if (javaScriptEnabled) assert.deepEqual(await accessibilityBreaches(page), []);
    const own = page.url();
    if (javaScriptEnabled) assert.match(await newestMail(page), /we have your return request/);
    await takeBack(order);
    const total = order.totals.totalMinor;
    const text = new Intl.NumberFormat('en', { style: 'currency', currency: order.currency }).format(
      Number(total) / 100,
    );
    if (javaScriptEnabled) {
      const mail = await newestMail(page);
      assert.ok(mail.includes(`Order ${order.number}: ${text} are on their way back to you`), mail);
    } else await work();
    await page.goto(own);
    await page.getByText('Arrived and checked').waitFor();
    await page.getByText('We are sorry about the chip.').waitFor();
    assert.equal(await page.locator('[data-refund] .refund-amount').innerText(), text);
    assert.match(await page.locator('[data-order-state]').innerText(), /^Refunded/);
    const credit = page.locator('[data-refund]').getByRole('link', { name: /^Credit note CN-/ });
    const file = await page.request.get(new URL((await credit.getAttribute('href')) ?? '', own).href);
    assert.equal(file.headers()['content-type'], 'application/pdf');
    const about = { orderId: order.id, currency: order.currency };
    const balanceOf = (account: AccountCode) => accountBalance(db, account, about);
    assert.equal(await balanceOf('receivable'), 0n);
    // All that is missing at the provider is what it keeps for itself.
    assert.equal((await balanceOf('provider:test')) + (await balanceOf('fees')), 0n);
    assert.equal((await balanceOf('sales')) + (await balanceOf('returns')), 0n);
    assert.equal((await orderOf(order.number)).facts.refundedMinor, total);
    await page.close();
  });
}

test('a guest withdraws in two steps by the number of their order, and the receipt is in the mailbox at once', async () => {
  await shop.wear('nocturne');
  const { page, order } = await buy({ width: 390 });
  await page.locator('main').getByRole('link', { name: 'Withdraw from contract here' }).click();
  assert.equal(await page.getByLabel('Order number').inputValue(), order.number);
  // Their own order says who they are; a stranger's browser fills in nothing.
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada Lovelace');
  assert.equal(await page.getByLabel('E-mail for the receipt').inputValue(), 'ada@example.org');
  const stranger = await openPage(browser, page.url());
  assert.equal(await stranger.getByLabel('E-mail for the receipt').inputValue(), '');
  await stranger.close();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.deepEqual(await accessibilityBreaches(page), []);
  const before = Temporal.Now.instant();
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await page.getByRole('heading', { name: 'We have received your withdrawal' }).waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  const mail = await newestMail(page);
  const stated = `I withdraw from the contract of order ${order.number}.`;
  for (const part of [
    `Receipt of your withdrawal, order ${order.number}`,
    stated,
    'Ada Lovelace',
    'Received:',
  ]) {
    assert.ok(mail.includes(part), `${part} in\n${mail}`);
  }
  const [, when = ''] = /Received:\s*(.+)/.exec(mail) ?? [];
  // To the second, in the shop's zone: `November 27, 2026 at 4:19:32 AM GMT+1`.
  const secondsLater = (Date.parse(when.replace(' at ', ' ')) - before.epochMilliseconds) / 1_000;
  assert.ok(secondsLater > -1 && secondsLater < 30, when);
  await page.close();
});

test('every way to pay that the demo offers leads to an order', async () => {
  await shop.wear('depot');
  const ways = (await readAllMethods(db)).filter(({ isActive }) => isActive).length;
  const paid: string[] = [];
  for (let way = 0; way < ways; way += 1) {
    const page = await openPage(browser, `${shop.address}/products/manha-morning-mug`);
    await addToCart(page);
    await page.getByText('is in your cart.').waitFor();
    await page.goto(`${shop.address}/checkout`);
    await fillIn(page);
    const choice = page.locator('input[name=payment]').nth(way);
    if ((await choice.count()) > 0) {
      await choice.check();
      await orderNow(page);
      await page.waitForURL(/test-payments|orders/);
      if (page.url().includes('/test-payments/')) await payWith(page, 'Card that works');
      await page.waitForURL(/\/orders\/\d+/);
      assert.deepEqual(await accessibilityBreaches(page), []);
      paid.push(await page.locator('h1').innerText());
    }
    await page.close();
  }
  assert.ok(paid.length >= 3, `${paid.length} of ${ways} ways to pay`);
  for (const headline of paid) assert.match(headline, /^(Thank you, Ada|Order \d+)$/);
});

test('who signed in by a code adds a passkey, and signs in with it the next time', async () => {
  await shop.wear('atelier');
  // A passkey belongs to a name, and an address is none.
  const home = shop.address.replace('127.0.0.1', 'localhost');
  const page = await openPage(browser, `${home}/account`);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', { options: AUTHENTICATOR });
  await page.getByLabel('E-mail').fill('hedy@example.org');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await work();
  const mailbox = await openPage(browser, `${shop.address}/demo/mailbox`);
  const [code = ''] = /^\d{8}/.exec(await mailbox.locator('#mail-title').innerText()) ?? [];
  await mailbox.close();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Sign-in and privacy' }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText(/^Added on/).waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto(`${home}/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('hedy@example.org').first().waitFor();
  await page.close();
});

const AUTHENTICATOR = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

test('what was added to an order is paid by the link in its mail, after a decline too, without scripts', async () => {
  const { page, order } = await buy();
  const [line] = order.lines;
  assert.ok(line);
  const lines = [{ variantId: line.variantId, quantity: 1 }];
  const now = Temporal.Now.instant();
  expectOk(await addToOrder(orders, { orderId: order.id, lines, actor: 'staff', now }));
  const [link = ''] = /http\S+\/pay\?key=\S+/.exec(await newestMail(page)) ?? [];
  await page.close();
  const visitor = await openPage(browser, link, { javaScriptEnabled: false, width: 390 });
  await visitor.getByText(`Added to order ${order.number}`).waitFor();
  for (const card of ['Card that is declined', 'Card that works']) {
    await visitor.getByLabel('Test card').check();
    await visitor.getByRole('button', { name: 'Order with obligation to pay' }).click();
    await payWith(visitor, card);
    if (card !== 'Card that works') await visitor.getByRole('alert').waitFor();
  }
  await visitor.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  await visitor.close();
});
