import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildCockpitIfNeeded } from '../../scripts/build-cockpit.ts';
import { firstOwnerLink } from '../../src/modules/staff/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { authenticatorCode } from '../totp.ts';
import { startDemoShop } from './demo-shop.ts';
import { accessibilityBreaches, openAudited } from './page-audit.ts';

const connection = await demoDatabase(16);
await buildCockpitIfNeeded();
const shop = await startDemoShop(connection);
// A passkey belongs to a name, and an address is none.
const home = shop.address.replace('127.0.0.1', 'localhost');
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await shop.close();
});

const PASSWORD = 'brave otter moves house';
const PICTURES = process.env['PICTURES'];
const breaches: string[] = [];
const secretOf = new Map<Page, string>();

async function open(options: object = {}): Promise<Page> {
  return (await openAudited(browser, { locale: 'en-GB', viewport: { width: 1280, height: 860 }, ...options }))
    .page;
}

/** Looks at what is on the screen in light and dark, on a desk and a telephone. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const breach of await accessibilityBreaches(page))
      breaches.push(`${name} ${colorScheme}: ${breach}`);
    if (PICTURES === undefined) continue;
    await mkdir(PICTURES, { recursive: true });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 860 });
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${width}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Comes by a link with password and authenticator, and keeps the recovery codes. */
async function join(page: Page, link: string, person: { name: string; email?: string }): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(person.name);
  if (person.email !== undefined) await page.getByLabel('Your e-mail').fill(person.email);
  await look(page, `welcome-${person.name}`);
  await page.getByRole('radio', { name: 'Password and authenticator' }).check();
  await page.locator('input[autocomplete=new-password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up the authenticator' }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  secretOf.set(page, secret);
  await look(page, `authenticator-${person.name}`);
  await page.getByLabel('The code that it shows now').fill(authenticatorCode(secret, Temporal.Now.instant()));
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
  await look(page, `codes-${person.name}`);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

test('the first owner comes by the link, invites, and who is removed is out at once', async () => {
  const path = await transact(connection.db, (tx) => firstOwnerLink(tx, { now: Temporal.Now.instant() }));
  const owner = await open();
  await join(owner, `${home}${path}`, { name: 'Ada', email: 'ada@halden.example' });

  await owner.goto(`${home}/cockpit/team`);
  await owner.getByRole('heading', { name: 'Members' }).waitFor();
  await look(owner, 'team');
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  await owner.getByLabel('E-mail').fill('nora@halden.example');
  await owner.getByRole('checkbox', { name: 'Support' }).check();
  await look(owner, 'invite');
  await owner.getByRole('button', { name: 'Send invitation' }).click();
  const link = await owner.locator('code').innerText();
  await owner.getByRole('button', { name: 'Close' }).last().click();

  const nora = await open();
  await join(nora, link, { name: 'Nora' });
  const ask = (address: string) => nora.evaluate(async (url) => (await fetch(url)).status, address);
  assert.equal(await ask('/api/admin/v1/session'), 200);
  assert.equal(await ask('/api/admin/v1/markets'), 403);
  await nora.goto(`${home}/cockpit/team`);
  await nora.getByText('Not part of your role').waitFor();

  await owner.goto(`${home}/cockpit/team/roles`);
  await owner.getByText('up to €100.00').waitFor();
  await look(owner, 'roles');
  await owner.goto(`${home}/cockpit/profile`);
  await owner.getByText('10 recovery codes left').waitFor();
  await look(owner, 'profile');

  await owner.goto(`${home}/cockpit/team`);
  await owner.getByRole('button', { name: 'Change: Nora' }).click();
  await owner.getByRole('button', { name: 'Remove from the team' }).click();
  const confirm = owner.getByRole('dialog', { name: 'Remove Nora from the team?' });
  await confirm.getByRole('button', { name: 'Remove from the team' }).click();
  await owner.getByText('Nora is no longer of the team.').waitFor();
  assert.equal(await ask('/api/admin/v1/session'), 401);
  await nora.reload();
  await nora.getByRole('heading', { name: 'Sign in' }).waitFor();
  await look(nora, 'sign-in');
});

test('a passkey is added in the profile and signs in', async () => {
  const [page] = [...secretOf.keys()];
  assert.ok(page);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(`${home}/cockpit/profile`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of this passkey').fill('Test device');
  await page.getByRole('button', { name: 'Add a passkey' }).last().click();
  await page.getByText('Test device').waitFor();
  await page.evaluate(() => fetch('/api/admin/v1/session', { method: 'DELETE' }));
  await page.goto(`${home}/cockpit/profile`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('Test device').waitFor();
});

test('every screen on the way is accessible, in light and dark', () => {
  assert.ok(secretOf.size > 0);
  assert.deepEqual(breaches, []);
});
