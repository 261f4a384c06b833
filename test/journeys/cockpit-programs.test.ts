import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { deliverJob } from '../../src/modules/webhooks/deliver.ts';
import { webhookReactions } from '../../src/modules/webhooks/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { tell } from '../../src/platform/outbox/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { startCockpitShop } from './cockpit-shop.ts';
import { pictureOf } from './picture.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const shop = await startCockpitShop(connection);
const browser = await launchBrowser();
const context = await shop.owner(browser, { viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
after(async () => {
  await browser.close();
  await shop.close();
});

const look = (name: string) => pictureOf(page, `programs-${name}`);

/** As if the owner had come long ago: what is sensitive is confirmed first. */
async function forgetProof(): Promise<void> {
  await sql`update staff.session set stepped_up_at = null`.execute(db);
}

async function confirm(at: Page): Promise<void> {
  const { password, code } = shop.confirmation();
  const dialog = at.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByLabel(/^Password/).fill(password);
  await dialog.getByLabel(/^Code/).fill(code);
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What the admin API answers a program with this key. */
async function ask(key: string, path: string): Promise<number> {
  const answer = await fetch(`${shop.address}/api/admin/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}

test('a key is made by who confirms that it is they, opens what it may, and nothing once it is revoked', async () => {
  await forgetProof();
  await page.goto(`${shop.address}/cockpit/api-keys`);
  await page.getByRole('button', { name: 'Make a key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Make a key' });
  await dialog.getByLabel('Name').fill('Warehouse scanner');
  await dialog.getByLabel(/^Read orders/).check();
  await look('key');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await confirm(page);
  const shown = page.getByRole('dialog', { name: 'Your new key' });
  const key = await shown.getByLabel('API key').inputValue();
  await look('key-shown');
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  assert.deepEqual([await ask(key, '/orders'), await ask(key, '/customers')], [200, 403]);

  const row = page.getByRole('row').filter({ hasText: 'Warehouse scanner' });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('revoked').waitFor();
  await look('key-revoked');
  assert.equal(await ask(key, '/orders'), 401);
});

test('an endpoint is told, its failure stands in the log, and the message is sent again', async () => {
  const calls: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  let status = 500;
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    calls.push({ body: Buffer.concat(chunks).toString('utf8'), headers });
    response.writeHead(status).end(status === 500 ? 'out of order' : '');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  after(() => {
    receiver.closeAllConnections();
    receiver.close();
  });
  const address = receiver.address();
  assert.ok(address !== null && typeof address === 'object');
  const allowPrivate = (host: string) => host === '127.0.0.1';
  const jobs = [deliverJob({ secrets: shop.secrets, allowPrivate })];
  const deliver = () => runDueJobs({ connection, jobs, reactions: webhookReactions });

  await page.goto(`${shop.address}/cockpit/webhooks`);
  await page.getByRole('button', { name: 'Add an endpoint' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add an endpoint' });
  await dialog.getByLabel('Address').fill('http://127.0.0.1/hooks');
  await dialog.getByLabel('Topics').click();
  await page.getByRole('option', { name: 'customers.erased' }).click();
  await dialog.getByLabel('What it is for').fill('The ERP');
  await dialog.getByRole('button', { name: 'Add an endpoint' }).click();
  // No program of the shop's own network is reached from outside: refused at the field.
  await dialog
    .getByText(/https|address/i)
    .last()
    .waitFor();
  await look('endpoint-refused');
  await dialog.getByLabel('Address').fill('https://erp.example/hooks');
  await dialog.getByRole('button', { name: 'Add an endpoint' }).click();
  const shown = page.getByRole('dialog', { name: 'The signing secret' });
  const secret = await shown.getByLabel('Signing secret').inputValue();
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  // The receiver of this journey is on this machine, which the shop itself would never call.
  await sql`update webhooks.endpoint set url = ${`http://127.0.0.1:${address.port}/hooks`}`.execute(db);
  await db.transaction().execute((tx) => tell(tx, 'customers.erased', { customerId: crypto.randomUUID() }));
  await deliver();
  assert.equal(calls.length, 1);

  await page.reload();
  await page.getByRole('row').filter({ hasText: 'The ERP' }).getByRole('link').first().click();
  await page.getByText('HTTP 500').first().waitFor();
  await look('log');
  await page.getByRole('button', { name: 'customers.erased' }).click();
  const delivery = page.getByRole('dialog', { name: 'customers.erased' });
  await delivery.getByText('out of order').waitFor();
  await look('delivery');
  status = 204;
  await delivery.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('In line to be sent again').waitFor();
  const ids = sql`array(select id from graphile_worker.jobs)`;
  await sql`select graphile_worker.reschedule_jobs(${ids}, run_at => now())`.execute(db);
  await deliver();
  await page.reload();
  await page.getByText('HTTP 204').first().waitFor();
  await page.getByText('delivered').first().waitFor();
  const [, last, ...more] = calls;
  assert.ok(last && more.length === 0);
  new Webhook(secret).verify(last.body, last.headers);
  assert.equal(new Set(calls.map(({ headers }) => headers['webhook-id'])).size, 1);
});
