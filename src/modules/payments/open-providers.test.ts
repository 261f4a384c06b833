import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, localeOf, type Result } from '../../kernel/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import type { JobContext } from '../../platform/jobs/index.ts';
import { makeLog } from '../../platform/log/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { aShop } from './contract/shop.ts';
import { testWorld } from './contract/test-world.ts';
import {
  openProviders,
  paymentsCrons,
  paymentsJobs,
  readAccountNames,
  readMethods,
  readReconciliations,
  saveAccount,
  saveMethod,
} from './index.ts';

const { db } = await testDatabase();
const secrets = withKeys([Buffer.alloc(32, 7)]);
const world = await testWorld(db);
const shop = aShop(world);
const { now } = world;
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const save = (provider: 'stripe' | 'worldpay' | 'bank_transfer', credentials: unknown) =>
  db.transaction().execute((tx) => saveAccount(tx, secrets, { provider, credentials, now: now() }));

test('a provider is there when its account is, and its credentials are nowhere to be read', async () => {
  const before = openProviders({ db, secrets });
  assert.equal(await before.get('stripe'), undefined);
  assert.equal((await before.get('test'))?.name, 'test');
  assert.equal((await before.get('cash_on_delivery'))?.features.isConfirmedByHand, true);
  const credentials = {
    ...{
      secretKey: 'sk_live_secret',
      publishableKey: 'pk_live_key',
      webhookSecrets: ['whsec_one', 'whsec_two'],
    },
  };
  assert.equal(codeOf(await save('stripe', credentials)), 'ok');
  const after = openProviders({ db, secrets });
  const stripe = await after.get('stripe');
  assert.equal(stripe?.name, 'stripe');
  assert.equal(await after.get('stripe'), stripe, 'the same one as long as its account is the same');
  assert.deepEqual(await readAccountNames(db), ['stripe']);
  const { rows } = await sql<{ row: string }>`select account::text as row from payments.account`.execute(db);
  assert.ok(!/sk_live|pk_live|whsec/.test(`${rows[0]?.row}`));
});

test('credentials that are none are refused, naming the field', async () => {
  const missing = await save('stripe', { secretKey: 'sk_live_secret', publishableKey: 'pk_live_key' });
  assert.ok(!missing.ok);
  assert.deepEqual([missing.refusal.code, missing.refusal.field], ['invalid', 'webhookSecrets']);
  assert.equal(codeOf(await save('bank_transfer', { holder: '' })), 'invalid');
});

test('Worldpay’s credentials are refused by the field that is wrong, and open it when they are right', async () => {
  const good = {
    ...{ username: 'institor-user', password: 'a-long-password', entity: 'default' },
    ...{ checkoutId: 'checkout-id-1', environment: 'try' },
    webhookSecrets: [{ keyId: '1', secret: 'shared-secret' }],
  };
  const wrong: readonly (readonly [change: object, field: string])[] = [
    [{ username: undefined }, 'username'],
    [{ password: 'short' }, 'password'],
    [{ entity: '' }, 'entity'],
    [{ checkoutId: undefined }, 'checkoutId'],
    [{ environment: 'production' }, 'environment'],
    [{ webhookSecrets: [] }, 'webhookSecrets'],
    [{ webhookSecrets: [{ keyId: '1' }] }, 'webhookSecrets.0.secret'],
  ];
  for (const [change, field] of wrong) {
    const refused = await save('worldpay', { ...good, ...change });
    assert.equal(refused.ok ? 'ok' : refused.refusal.field, field);
  }
  assert.equal(await openProviders({ db, secrets }).get('worldpay'), undefined);
  assert.equal(codeOf(await save('worldpay', good)), 'ok');
  const worldpay = await openProviders({ db, secrets }).get('worldpay');
  const { scripts, frames, forms } = worldpay?.features.pageOrigins ?? {};
  const bank = 'https://centinelapistag.cardinalcommerce.com';
  assert.deepEqual(scripts, ['https://try.access.worldpay.com']);
  assert.deepEqual([frames, forms], [['https://try.access.worldpay.com', bank], [bank]]);
});

test('every night the books of all providers that are offered are compared', async () => {
  await shop.start({ mode: 'in_page', token: 'tok_visa' });
  const jobs = paymentsJobs(shop.deps);
  for (const cron of paymentsCrons) assert.ok(jobs.some(({ name }) => name === cron.job));
  const tomorrow = now().add({ hours: 24 });
  const context: JobContext = {
    ...{ db, now: tomorrow, files: folderStore(tmpdir()), log: makeLog('silent') },
    ...{ attempt: 1, isLastAttempt: false, signal: new AbortController().signal },
  };
  for (const job of jobs) await job.run(context, job.parse({}));
  const [run] = await readReconciliations(db, { limit: 1 });
  const yesterday = now().toZonedDateTimeISO('UTC').toPlainDate();
  assert.deepEqual([run?.provider, run?.day.toString(), run?.lineCount], ['test', yesterday.toString(), 1]);
  assert.equal(run?.differenceCount, 0);
});

test('a method is offered in its market, between its limits, and where its provider takes the amount', async () => {
  await sql`update payments.method set is_active = false`.execute(db);
  const base = { mode: 'in_page' as const, isCapturedAtOnce: true, isActive: true };
  const titles = new Map([[localeOf('en'), 'Card']]);
  const limits = new Map([[currencyOf('EUR'), { minMinor: 500n, maxMinor: 50_000n }]]);
  const methods = [
    { ...base, provider: 'stripe' as const, marketCodes: ['de'], titles, limits, position: 2 },
    { ...base, provider: 'test' as const, marketCodes: [], titles, limits: new Map(), position: 1 },
  ];
  for (const method of methods) {
    assert.equal(codeOf(await db.transaction().execute((tx) => saveMethod(tx, method))), 'ok');
  }
  const offered = async (marketCode: string, currency: string, amountMinor: bigint) => {
    const found = await readMethods(db, { marketCode, currency: currencyOf(currency), amountMinor });
    return found.map(({ provider }) => provider);
  };
  assert.deepEqual(await offered('de', 'EUR', 500n), ['test', 'stripe']);
  assert.deepEqual(await offered('de', 'EUR', 499n), ['test']);
  assert.deepEqual(await offered('de', 'EUR', 50_001n), ['test']);
  assert.deepEqual(await offered('us', 'EUR', 500n), ['test']);
  assert.deepEqual(await offered('de', 'KWD', 5_124n), ['test']);
  assert.deepEqual(await offered('de', 'KWD', 5_120n), ['test', 'stripe']);
  const wrong = { ...base, provider: 'bank_transfer' as const, marketCodes: [], titles, limits, position: 3 };
  assert.equal(codeOf(await db.transaction().execute((tx) => saveMethod(tx, wrong))), 'invalid');
});
