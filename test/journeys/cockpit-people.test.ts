import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { BrowserContext, Page } from 'playwright-core';
import { listOrders, type OrderId, readOrder } from '../../src/modules/orders/index.ts';
import { listMembers } from '../../src/modules/staff/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { invitationFor, joinByPasskey } from '../staff.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { pictureOf } from './picture.ts';
import { openSeller } from './sell-some.ts';
import { fillIn, orderNow, payWith } from './shopper.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const shop = await startCockpitShop(connection);
const seller = await openSeller(connection);
const browser = await launchBrowser();
const owner = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
after(async () => {
  await browser.close();
  await shop.close();
});

const now = () => Temporal.Now.instant();
const react = () => runDueJobs({ connection, jobs: [], reactions: WORKLOAD.reactions });

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${shop.address}/cockpit${path}`);
  return page;
}

/** A colleague with these roles, signed in, in a browser of their own. */
async function colleague(name: string, roles: readonly string[]): Promise<BrowserContext> {
  const by = (await listMembers(db)).find((member) => member.roles.includes('owner'))?.id;
  assert.ok(by);
  const email = `${name.toLowerCase()}@halden.example`;
  const path = await invitationFor(db, { email, roles, by, now: now() });
  const { token } = await joinByPasskey(db, { path, email, name, now: now() });
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const cookie = { name: 'institor_staff', value: token, url: shop.address };
  await context.addCookies([{ ...cookie, httpOnly: true, sameSite: 'Strict' }]);
  return context;
}

async function sold(number: number) {
  const id = await seller.sell(number);
  await react();
  return (await readOrder(db, id)) ?? assert.fail('what was sold is gone');
}

/** An order above so much: what is sold follows the demo's catalogue. */
async function soldAbove(minor: bigint) {
  for (let number = 1; number <= 8; number += 1) {
    const order = await sold(number);
    if (order.totals.totalMinor > minor) return order;
  }
  return assert.fail(`eight orders, and none above ${minor}`);
}

test('a draft by phone: its link is sent, paid in another browser, and what is shipped is seen there', async () => {
  const { lines } = await sold(0);
  const staff = await open(owner, '/drafts/new');
  await staff.getByLabel('Add an item').fill(lines[0]?.sku ?? '');
  await staff.getByRole('option').first().click();
  await staff.getByLabel(/^E-mail of the shopper/).fill('ada@example.org');
  await staff.getByLabel('Note for your team').fill('Called on Friday');
  await pictureOf(staff, 'people-draft');
  await staff.getByRole('button', { name: 'Make and mail pay link' }).click();
  const link = await staff.getByLabel('The draft is made').inputValue();
  await pictureOf(staff, 'people-draft-made');

  const shopper = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await shopper.goto(link);
  await shopper.getByRole('heading', { name: 'Your order is ready to pay' }).waitFor();
  await shopper.getByRole('main').getByRole('button').first().click();
  await shopper.waitForURL(/\/checkout/);
  await fillIn(shopper);
  await orderNow(shopper);
  await payWith(shopper, 'Card that works');
  await shopper.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  await react();

  await staff.goto(`${shop.address}/cockpit/drafts`);
  await staff.getByText('ordered').first().waitFor();
  await pictureOf(staff, 'people-drafts');
  await staff.getByText('ada@example.org').first().click();
  await staff.getByRole('button', { name: 'Ship items' }).click();
  const ship = staff.getByRole('dialog');
  await ship.getByLabel('Carrier').fill('DHL');
  await ship.getByLabel('Tracking number').fill('JD014600777');
  await pictureOf(staff, 'people-ship');
  await ship.getByRole('button', { name: 'Mark as shipped' }).click();
  await ship.waitFor({ state: 'detached' });
  await staff.getByText('JD014600777').first().waitFor();
  await react();
  await shopper.reload();
  // The parcel is followed on the carrier's page.
  await shopper.locator('a[href*=JD014600777]').first().waitFor();
  await Promise.all([staff.close(), shopper.context().close()]);
});

test('support refunds up to their limit, and is told above it who may', async () => {
  const nora = await colleague('Nora', ['support']);
  const order = await soldAbove(15_000n);
  const page = await open(nora, `/orders/${order.id}`);
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Goodwill').fill('150.00');
  await dialog.getByLabel(/^Reason/).fill('an apology');
  await dialog.getByText(/Your role may refund up to €100.00/).waitFor();
  await dialog.getByText(/Ask Grace Hopper/).waitFor();
  await pictureOf(page, 'people-refused');
  assert.ok(await dialog.getByRole('button', { name: /^Refund €150/ }).isDisabled());
  await dialog.getByLabel('Goodwill').fill('50.00');
  await dialog.getByRole('button', { name: 'Refund €50.00' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await readOrder(db, order.id))?.facts.refundedMinor, 5_000n);

  // Cancelling another order would pay more than that back: it says so before it is tried.
  const other = await soldAbove(10_000n);
  await page.goto(`${shop.address}/cockpit/orders/${other.id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cancel order' }).click();
  await page
    .getByRole('dialog')
    .getByText(/Ask Grace Hopper/)
    .waitFor();
  assert.ok(await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).isDisabled());
  await page.goto(`${shop.address}/cockpit/team`);
  await page.getByText('Not part of your role').waitFor();
  await nora.close();
});

test('the owner says above which amount it is confirmed, and is asked for it then', async () => {
  const page = await open(owner, '/team/roles');
  await page.getByLabel('Confirm above').fill('20.00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved').waitFor();
  await pictureOf(page, 'people-roles');
  const order = await sold(2);
  await sql`update staff.session set stepped_up_at = null`.execute(db);
  await page.goto(`${shop.address}/cockpit/orders/${order.id}`);
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const refund = page.getByRole('dialog', { name: 'Refund' });
  await refund.getByLabel('Goodwill').fill('20.01');
  await refund.getByLabel(/^Reason/).fill('late');
  await refund.getByRole('button', { name: 'Refund €20.01' }).click();
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  const { password, code } = shop.confirmation();
  await proof.getByLabel(/^Password/).fill(password);
  await proof.getByLabel(/^Code/).fill(code);
  await pictureOf(page, 'people-proof');
  await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
  await refund.waitFor({ state: 'detached' });
  assert.equal((await readOrder(db, order.id))?.facts.refundedMinor, 2_001n);
  await page.close();
});

test('the warehouse sees what it packs and where it goes, and no costs, and may give nothing back', async () => {
  const order = await sold(2);
  const walt = await colleague('Walt', ['warehouse']);
  const page = await open(walt, `/orders/${order.id}`);
  await page.getByRole('button', { name: 'Ship items' }).waitFor();
  assert.equal(await page.getByText('Margin').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Refund', exact: true }).count(), 0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cancel order' }).click();
  await page.getByText('This gives money back, which your role does not allow.').waitFor();
  await pictureOf(page, 'people-warehouse');
  await page.goto(`${shop.address}/cockpit/disputes`);
  await page.getByText('Not part of your role').waitFor();
  const ana = await colleague('Ana', ['analyst']);
  const seen = await open(ana, `/orders/${order.id}`);
  await seen.getByRole('heading', { name: `#${order.number}` }).waitFor();
  await seen.getByText('Margin').first().waitFor();
  const text = await seen.getByRole('main').innerText();
  for (const secret of [order.email, order.shippingAddress?.line1 ?? 'none']) {
    assert.ok(!text.includes(secret), secret);
  }
  await pictureOf(seen, 'people-analyst');
  await Promise.all([walt.close(), ana.close()]);
});

test('who did it stands in the timeline by name, also for others', async () => {
  const [row] = (await listOrders(db, { limit: 1 })).orders;
  const id: OrderId = row?.id ?? assert.fail('no orders');
  const page = await open(owner, `/orders/${id}`);
  await page.getByLabel('Add note').fill('From the owner');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText('From the owner').first().waitFor();
  const walt = await colleague('Wilma', ['warehouse']);
  const seen = await open(walt, `/orders/${id}`);
  await seen.getByText('From the owner').waitFor();
  await seen
    .getByText(/Grace Hopper/)
    .first()
    .waitFor();
  await Promise.all([page.close(), walt.close()]);
});
