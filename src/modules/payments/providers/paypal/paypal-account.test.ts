import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk, type Locale, localeOf, type Result } from '../../../../kernel/index.ts';
import { withKeys } from '../../../../platform/secrets/index.ts';
import { saveAccount } from '../../accounts.ts';
import { aBegin } from '../../contract/world.ts';
import { saveMethod } from '../../methods.ts';
import { openProviders } from '../../open-providers.ts';
import type { PaymentMode } from '../../provider.ts';
import { TEST_ACCOUNT } from './fake/paypal-world.ts';
import { startFakePaypal } from './fake/server.ts';

const { db } = await testDatabase();
const fake = await startFakePaypal(TEST_ACCOUNT);
after(() => fake.close());
const secrets = withKeys([Buffer.alloc(32, 7)]);
const now = Temporal.Now.instant();
const refusedField = (result: Result<unknown>) => (result.ok ? 'none' : result.refusal.field);
const save = (credentials: unknown) =>
  db.transaction().execute((tx) => saveAccount(tx, secrets, { provider: 'paypal', credentials, now }));

test('PayPal’s credentials are refused by the field that is wrong', async () => {
  const wrong: readonly (readonly [change: object, field: string])[] = [
    [{ clientId: undefined }, 'clientId'],
    [{ clientSecret: 'short' }, 'clientSecret'],
    [{ webhookId: 7 }, 'webhookId'],
    [{ previousWebhookId: '' }, 'previousWebhookId'],
    [{ environment: 'production' }, 'environment'],
  ];
  for (const [change, field] of wrong) {
    assert.equal(refusedField(await save({ ...TEST_ACCOUNT, ...change })), field);
  }
});

test('with an account PayPal is there, and a payment begins at the address that was set', async () => {
  const providers = openProviders({ db, secrets, apiBases: { paypal: fake.origin } });
  assert.equal(await openProviders({ db, secrets }).get('paypal'), undefined);
  const { previousWebhookId: _, ...withoutPrevious } = TEST_ACCOUNT;
  expectOk(await save(withoutPrevious));
  const paypal = await providers.get('paypal');
  assert.deepEqual(paypal?.features.pageOrigins.scripts, []);
  const begun = await paypal?.begin(aBegin({ mode: 'redirect', token: undefined }));
  assert.ok(begun?.ok && begun.value.next.kind === 'redirect');
  assert.ok(begun.value.next.url.startsWith(fake.origin));
});

test('PayPal is paid on its own page, and a method that says otherwise is refused', async () => {
  const method = (mode: PaymentMode) => ({
    ...{ provider: 'paypal' as const, mode, isCapturedAtOnce: true, marketCodes: [], position: 1 },
    ...{ titles: new Map<Locale, string>([[localeOf('en'), 'PayPal']]), limits: new Map(), isActive: true },
  });
  const saved = (mode: PaymentMode) => db.transaction().execute((tx) => saveMethod(tx, method(mode)));
  assert.equal(refusedField(await saved('redirect')), 'none');
  assert.equal(refusedField(await saved('in_page')), 'mode');
  assert.equal(refusedField(await saved('by_hand')), 'mode');
});
