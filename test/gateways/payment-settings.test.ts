import assert from 'node:assert/strict';
import { once as happens } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { ADMIN_API } from '../../src/apps/api/admin/api.ts';
import { anApi, OPEN_SECRETS, shoppingWith } from '../../src/apps/api/testing/an-api.ts';
import { got, once, refusedAs } from '../../src/apps/api/testing/got.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { expectOk } from '../../src/kernel/index.ts';
import { createKey, SCOPES } from '../../src/modules/access/index.ts';
import { keepWebhook, openProviders } from '../../src/modules/payments/index.ts';
import { startFakeStripe } from '../../src/modules/payments/providers/stripe/fake/server.ts';
import { makeClient } from '../../src/platform/api/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { testDatabase } from '../database.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const fake = await startFakeStripe({ secretKey: 'sk_test_right', publishableKey: 'pk_test_right' });
const paymentApis = { stripe: fake.origin };
// The shop's bank account was sealed with nothing.
const secrets = {
  ...OPEN_SECRETS,
  open: (text: string) => (text.startsWith('sealed ') ? OPEN_SECRETS.open(text) : text),
};
const shopping = { ...shoppingWith(selling.deps), paymentApis };
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping, secrets });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => Promise.all([app.close(), fake.close()]));
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const params = { provider: 'stripe' as const };
const right = {
  ...{ secretKey: 'sk_test_right', publishableKey: 'pk_test_right' },
  webhookSecrets: ['whsec_first'],
};
type Amendment = 'all' | 'rest_stays' | 'old_webhook_stays' | 'old_webhook_goes';
const save = (credentials: object, amendment: Amendment = 'all') =>
  admin.savePaymentAccount({ params, body: { credentials, amendment } });
const tried = (credentials?: object) =>
  got(admin.testPaymentAccount({ params, body: { credentials, amendment: 'rest_stays' } }));
const account = async () =>
  (await got(admin.listPaymentAccounts({}))).items.find(({ provider }) => provider === 'stripe');

test('what is typed can be tried before it is saved, and what came of it is said', async () => {
  const unsaved = admin.testPaymentAccount({ params, body: {} });
  assert.equal(await refusedAs(unsaved), 'not_set_up');
  const { outcome, environment, milliseconds } = await tried(right);
  assert.deepEqual([outcome, environment], ['reached', 'test']);
  assert.ok(milliseconds >= 0 && milliseconds < 10_000);
  const wrong = await tried({ ...right, secretKey: 'sk_test_of_nobody' });
  assert.deepEqual([wrong.outcome, wrong.field], ['wrong_credentials', 'secretKey']);
  const mixed = await tried({ ...right, publishableKey: 'pk_live_other' });
  assert.deepEqual([mixed.outcome, mixed.field], ['wrong_credentials', 'publishableKey']);
  for (const fault of ['busy', 'server_error'] as const) {
    fake.failNext(fault);
    assert.equal((await tried(right)).outcome, 'unreachable', fault);
  }
  assert.equal((await account())?.isSetUp, false, 'nothing of it was kept');
});

test('a secret key in the place of the public one is refused before anybody is asked', async () => {
  const swapped = await save({ ...right, publishableKey: right.secretKey });
  assert.ok(!swapped.ok);
  assert.deepEqual([swapped.status, swapped.problem.field], [422, 'credentials.publishableKey']);
});

test('what is left out stays, two webhook secrets are live while they change, and none is told', async () => {
  await got(save(right));
  assert.equal((await tried()).outcome, 'reached');
  await got(save({ publishableKey: 'pk_test_other' }, 'rest_stays'));
  assert.equal((await tried()).outcome, 'reached', 'the secret key stayed');
  await got(save({ webhookSecrets: ['whsec_second'] }, 'old_webhook_stays'));
  const known = await account();
  assert.deepEqual(
    [known?.webhookSecretCount, known?.environment, known?.shown],
    [2, 'test', { publishableKey: 'pk_test_other' }],
  );
  assert.equal(known?.webhookUrl, 'https://shop.example/webhooks/payments/stripe');
  await got(save({}, 'old_webhook_goes'));
  assert.equal((await account())?.webhookSecretCount, 1);
  const told = JSON.stringify(await got(admin.listPaymentAccounts({})));
  assert.ok(!/sk_test|whsec/.test(told));
});

test('a bank account with a wrong digit is none', async () => {
  const bank = { params: { provider: 'bank_transfer' as const } };
  const wrong = { holder: 'Halden GmbH', iban: 'DE02 1203 0000 0000 2020 52' };
  const refused = await admin.savePaymentAccount({ ...bank, body: { credentials: wrong } });
  assert.equal(refused.ok ? '' : refused.problem.field, 'credentials.iban');
  const credentials = { ...wrong, iban: 'de02 1203 0000 0000 2020 51' };
  await got(admin.savePaymentAccount({ ...bank, body: { credentials } }));
});

test('a provider that does not answer is given up after a while', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await happens(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { tryAccount } = await import('../../src/modules/payments/index.ts');
  const stripe = `http://127.0.0.1:${port}`;
  const options = { db, secrets, apiBases: { stripe }, limitMs: 200 };
  const trial = expectOk(
    await tryAccount(options, { provider: 'stripe', sent: { credentials: right, amendment: 'all' } }),
  );
  assert.equal(trial.outcome, 'unreachable');
  assert.match(trial.outcome === 'unreachable' ? trial.message : '', /no answer within 0.2 s/);
  silent.closeAllConnections();
  silent.close();
});

test('when a provider was last heard of is told', async () => {
  const event = { id: 'evt_9', kind: 'payment', reference: undefined, paymentId: undefined };
  const webhook = { provider: 'stripe' as const, event, rawBody: '{}', headers: {} };
  await transact(db, (tx) => keepWebhook(tx, { webhook, now: NOW }));
  assert.equal((await account())?.lastWebhookAt, NOW.toString());
});

test('a checkout is shown with what it offers, in the language, and why not the others', async () => {
  const body = {
    ...{ provider: 'paypal' as const, mode: 'redirect' as const, position: 0 },
    titles: [
      { locale: 'en', title: 'PayPal' },
      { locale: 'de', title: 'PayPal, auf Deutsch' },
    ],
    limits: [{ currency: 'EUR', max: { amount: '100.00', currency: 'EUR' } }],
  };
  const made = await got(admin.createPaymentMethod({ body, ...once() }));
  const shown = async (amount: string) => {
    const query = { market: 'eu', locale: 'de-AT', amount };
    const { items } = await got(admin.previewPaymentMethods({ query }));
    return items.find(({ id }) => id === made.id);
  };
  assert.deepEqual(
    [(await shown('50.00'))?.verdict, (await shown('50'))?.title],
    ['not_set_up', body.titles[1]?.title],
  );
  assert.equal((await shown('100.01'))?.verdict, 'too_much');
  await got(admin.changePaymentMethod({ params: { id: made.id }, body: { ...body, isActive: false } }));
  assert.equal((await shown('50'))?.verdict, 'off');
  const nowhere = { market: 'moon', locale: 'de', amount: '5' };
  assert.equal(await refusedAs(admin.previewPaymentMethods({ query: nowhere })), 'not_found');
});

test('it is said where the shop can be paid, and what is attested about cards', async () => {
  const standing = await got(admin.readPaymentStanding({}));
  assert.deepEqual([standing.pci.questionnaire, standing.pci.cardData], ['SAQ A', 'in_fields_of_provider']);
  const [market] = standing.markets;
  assert.deepEqual([market?.code, (market?.ways ?? 0) > 0], ['eu', true]);
  const { items } = await got(admin.listPaymentMethods({ query: { limit: '100' } }));
  for (const { id, ...method } of items) {
    await got(admin.changePaymentMethod({ params: { id }, body: { ...method, isActive: false } }));
  }
  const nothing = await got(admin.readPaymentStanding({}));
  assert.deepEqual([nothing.markets[0]?.ways, nothing.pci.questionnaire], [0, undefined]);
});

test('ways to pay are put in an order, all of them or none', async () => {
  const ids = async () =>
    (await got(admin.listPaymentMethods({ query: { limit: '100' } }))).items
      .toSorted((one, other) => one.position - other.position)
      .map(({ id }) => id);
  const wanted = (await ids()).toReversed();
  await got(admin.orderPaymentMethods({ body: { ids: wanted } }));
  assert.deepEqual(await ids(), wanted);
  const some = admin.orderPaymentMethods({ body: { ids: wanted.slice(1) } });
  assert.equal(await refusedAs(some), 'changed_meanwhile');
  assert.equal((await openProviders({ db, secrets }).get('test'))?.name, 'test');
});

test('an account whose key is gone is told as that, and typed anew', async () => {
  await sql`update payments.account set sealed_credentials = 'sealed nothing' where provider = 'stripe'`.execute(
    db,
  );
  const known = await account();
  assert.deepEqual([known?.isSetUp, known?.isReadable, known?.shown], [true, false, {}]);
  await got(save(right));
  assert.equal((await account())?.isReadable, true);
});
