import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Stripe from 'stripe';
import { signTimestamped, verifyTimestamped } from './signature.ts';

const now = Temporal.Instant.from('2026-11-26T10:00:00Z');
const rawBody = Buffer.from('{"id":"evt_1","amount":1999}\n');
const secrets = ['whsec_new', 'whsec_old'];
const code = (result: ReturnType<typeof verifyTimestamped>) => (result.ok ? 'ok' : result.refusal.code);
const verify = (change: Partial<Parameters<typeof verifyTimestamped>[0]>) =>
  code(verifyTimestamped({ header: sign('whsec_new'), rawBody, secrets, now, ...change }));
const sign = (...keys: string[]) => signTimestamped({ rawBody, secrets: keys, now });

describe('a timestamped signature', () => {
  test('holds under either live secret, and with several signatures in the header', () => {
    assert.equal(verify({}), 'ok');
    assert.equal(verify({ header: sign('whsec_old') }), 'ok');
    assert.equal(verify({ header: sign('whsec_other', 'whsec_old') }), 'ok');
  });

  test('does not hold under another secret, for another body, or when it is missing or malformed', () => {
    assert.equal(verify({ header: sign('whsec_other') }), 'bad_signature');
    assert.equal(verify({ rawBody: Buffer.from('{"id":"evt_1","amount":1}\n') }), 'bad_signature');
    assert.equal(verify({ secrets: [] }), 'bad_signature');
    const malformed = [
      '',
      't=,v1=',
      't=1',
      'v1=00',
      `t=x,v1=${'0'.repeat(64)}`,
      `t=1,${'v1=00,'.repeat(20)}`,
    ];
    for (const header of [undefined, ...malformed])
      assert.equal(verify({ header }), 'bad_signature', `${header}`);
  });

  test('holds for five minutes, in both directions, and not a second more', () => {
    const later = (seconds: number) => verify({ now: now.add({ seconds }) });
    assert.deepEqual([later(300), later(-300), later(301), later(-301)], ['ok', 'ok', 'too_old', 'too_old']);
  });

  test('is the one that Stripe makes: what its own library signs is accepted, and what we sign it accepts', () => {
    const payload = rawBody.toString();
    const timestamp = now.epochMilliseconds / 1000;
    const webhooks = Stripe.webhooks;
    const header = webhooks.generateTestHeaderString({ payload, secret: 'whsec_old', timestamp });
    assert.equal(verify({ header }), 'ok');
    const isOurs = webhooks.signature?.verifyHeader(payload, sign('whsec_new'), 'whsec_new', 0);
    assert.equal(isOurs, true);
  });
});
