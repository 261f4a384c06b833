import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formName } from './account-fields.ts';
import { sentCredentials } from './sent-credentials.ts';

const fresh = { isSetUp: false, shown: {}, keepsOld: true };
const kept = { isSetUp: true, shown: { publishableKey: 'pk_test_1' }, keepsOld: true };

test('at first everything that was typed is sent', () => {
  const typed = { secretKey: ' sk_test_1 ', publishableKey: 'pk_test_1', webhookSecret: 'whsec_1' };
  assert.deepEqual(sentCredentials('stripe', typed, fresh), {
    credentials: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecrets: ['whsec_1'] },
    amendment: 'all',
  });
});

test('later what nobody touched is left out, and a secret that nobody typed stays', () => {
  const typed = { secretKey: '', publishableKey: 'pk_test_1', webhookSecret: '' };
  assert.deepEqual(sentCredentials('stripe', typed, kept), { credentials: {}, amendment: 'rest_stays' });
  const emptied = sentCredentials('bank_transfer', { bic: '' }, { ...kept, shown: { bic: 'BYLADEM1001' } });
  assert.deepEqual(emptied, { credentials: { bic: '' }, amendment: 'rest_stays' });
});

test('a new webhook secret goes before the old one, which is let go only when it is said', () => {
  const typed = { keyId: '3', webhookSecret: 'shared-secret' };
  const secrets = { webhookSecrets: [{ keyId: '3', secret: 'shared-secret' }] };
  assert.deepEqual(sentCredentials('worldpay', typed, kept), {
    ...{ credentials: secrets, amendment: 'old_webhook_stays' },
  });
  const alone = sentCredentials('worldpay', typed, { ...kept, keepsOld: false });
  assert.equal(alone.amendment, 'rest_stays');
  const paypal = { ...kept, shown: { webhookId: 'WEBHOOK-1' } };
  assert.equal(sentCredentials('paypal', { webhookId: 'WEBHOOK-2' }, paypal).amendment, 'old_webhook_stays');
});

test('what the API says of a field is said at the field that was typed into', () => {
  const table = {
    'credentials.secretKey': 'secretKey',
    'credentials.webhookSecrets': 'webhookSecret',
    'credentials.webhookSecrets.0': 'webhookSecret',
    'credentials.webhookSecrets.0.secret': 'webhookSecret',
    'credentials.webhookSecrets.0.keyId': 'keyId',
    credentials: '',
  };
  for (const [path, name] of Object.entries(table)) assert.equal(formName(path), name, path);
});
