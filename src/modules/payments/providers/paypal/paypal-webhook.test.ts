import assert from 'node:assert/strict';
import { createSign, createVerify, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, describe, test } from 'node:test';
import { Certificates, isPaypals } from './certificates.ts';
import { makeSigner, type Signer } from './fake/certificate.ts';
import { signedText, transmissionOf, verifyTransmission } from './transmission.ts';

const now = Temporal.Instant.from('2026-11-27T02:30:00Z');
const hour = { hours: 1 };
const signer = makeSigner({ from: now.subtract(hour), until: now.add({ hours: 24 * 30 }) });
const gone = makeSigner({ from: now.subtract({ hours: 3 }), until: now.subtract(hour) });
const { publicKey: ellipticKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const answers = new Map<string, { readonly status: number; readonly body: string }>([
  ['CERT-good', { status: 200, body: signer.pem }],
  ['CERT-over', { status: 200, body: gone.pem }],
  ['CERT-none', { status: 200, body: `${ellipticKey.export({ type: 'spki', format: 'pem' })}` }],
  ['CERT-huge', { status: 200, body: signer.pem + '\n'.repeat(20_000) }],
  ['CERT-moved', { status: 302, body: signer.pem }],
  ['CERT-broken', { status: 500, body: '' }],
]);
const asked: string[] = [];
const server = createServer((request, response) => {
  const name = request.url?.split('/').at(-1) ?? '';
  asked.push(name);
  const { status, body } = answers.get(name) ?? { status: 404, body: '' };
  response.writeHead(status, { location: '/v1/notifications/certs/CERT-good' }).end(body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const address = server.address();
const apiBase = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
const webhookIds = ['5GP028458E2496506', '1JE4291016473214C'];
const rawBody = Buffer.from('{"id":"WH-1"}');

type Change = {
  readonly time?: string;
  readonly cert?: string;
  readonly algorithm?: string;
  readonly webhookId?: string;
  readonly body?: Buffer;
  readonly signature?: string;
  readonly by?: Signer;
};

async function verdictOn(change: Change, certificates = new Certificates({ environment: 'live', apiBase })) {
  const { time = '2026-11-27T02:29:00Z', webhookId = '5GP028458E2496506' } = change;
  const { cert = `${apiBase}/v1/notifications/certs/CERT-good`, algorithm = 'SHA256withRSA' } = change;
  const text = signedText({ id: '69cd13f0-d67a-11e5-baa3-778b53f4ae55', time }, webhookId, rawBody);
  const signature = createSign('RSA-SHA256')
    .update(text)
    .sign((change.by ?? signer).privateKey, 'base64');
  const transmission = transmissionOf({
    'paypal-transmission-id': '69cd13f0-d67a-11e5-baa3-778b53f4ae55',
    'paypal-transmission-time': time,
    'paypal-transmission-sig': change.signature ?? signature,
    'paypal-cert-url': cert,
    'paypal-auth-algo': algorithm,
  });
  const given = { transmission, rawBody: change.body ?? rawBody, now };
  const verified = await verifyTransmission({ certificates, webhookIds }, given);
  return verified.ok ? 'ok' : verified.refusal.code;
}

const at = (change: Temporal.DurationLike) => now.add(change).toString();
const certAt = (name: string) => `${apiBase}/v1/notifications/certs/${name}`;
const CASES: readonly (readonly [what: string, change: Change, verdict: string])[] = [
  ['as PayPal sends it', {}, 'ok'],
  ['for the other live webhook', { webhookId: '1JE4291016473214C' }, 'ok'],
  ['for a webhook of somebody else', { webhookId: '8PT597110X687430L' }, 'bad_signature'],
  ['a body with a space more', { body: Buffer.from('{"id":"WH-1"} ') }, 'bad_signature'],
  ['another algorithm', { algorithm: 'SHA1withRSA' }, 'bad_signature'],
  ['no algorithm', { algorithm: '' }, 'bad_signature'],
  ['a signature of nothing', { signature: 'AAAA' }, 'bad_signature'],
  ['a signature that is not base64', { signature: '\u2603' }, 'bad_signature'],
  ['tried again for three days', { time: at({ hours: -72 }) }, 'ok'],
  ['older than PayPal tries', { time: at({ hours: -97 }) }, 'too_old'],
  ['a clock that is a little ahead', { time: at({ minutes: 4 }) }, 'ok'],
  ['of tomorrow', { time: at({ hours: 24 }) }, 'too_old'],
  ['a time that is none', { time: 'yesterday' }, 'bad_signature'],
  [
    'a certificate on another host',
    { cert: 'https://evil.example/v1/notifications/certs/CERT-good' },
    'bad_signature',
  ],
  ['a certificate elsewhere on the host', { cert: `${apiBase}/uploads/CERT-good` }, 'bad_signature'],
  ['a certificate that is over', { cert: certAt('CERT-over'), by: gone }, 'bad_signature'],
  ['a key without a certificate', { cert: certAt('CERT-none') }, 'bad_signature'],
  ['a certificate that is not there', { cert: certAt('CERT-missing') }, 'bad_signature'],
  ['a certificate of any length', { cert: certAt('CERT-huge') }, 'bad_signature'],
  ['a certificate that has moved', { cert: certAt('CERT-moved') }, 'bad_signature'],
];

describe('a delivery of PayPal’s', () => {
  for (const [what, change, verdict] of CASES) {
    test(`${what}: ${verdict}`, async () => assert.equal(await verdictOn(change), verdict));
  }

  test('without one of its headers is refused, and so is one that is longer than any', () => {
    const names = ['transmission-id', 'transmission-time', 'transmission-sig'].map(
      (name) => `paypal-${name}`,
    );
    const headers = Object.fromEntries(
      [...names, 'paypal-cert-url', 'paypal-auth-algo'].map((name) => [name, 'x']),
    );
    assert.ok(transmissionOf(headers));
    for (const name of Object.keys(headers)) {
      assert.equal(transmissionOf({ ...headers, [name]: undefined }), undefined, name);
      assert.equal(transmissionOf({ ...headers, [name]: 'x'.repeat(1_001) }), undefined, name);
    }
  });

  test('is signed over id, time, webhook id and the CRC-32 of the bytes in decimal', () => {
    // The check value of CRC-32 over "123456789" is 0xCBF43926 (ISO 3309), unsigned.
    const text = signedText({ id: 'a', time: '2026-11-27T02:29:00Z' }, 'WEBHOOK', Buffer.from('123456789'));
    assert.equal(text, 'a|2026-11-27T02:29:00Z|WEBHOOK|3421780262');
  });

  test('is verified with a certificate that is fetched once and kept, and no more than eight are', async () => {
    const certificates = new Certificates({ environment: 'live', apiBase });
    asked.length = 0;
    for (let time = 0; time < 3; time += 1) assert.equal(await verdictOn({}, certificates), 'ok');
    assert.deepEqual(asked, ['CERT-good']);
    for (let number = 1; number <= 8; number += 1) {
      answers.set(`CERT-${number}`, { status: 200, body: signer.pem });
      assert.equal(await verdictOn({ cert: certAt(`CERT-${number}`) }, certificates), 'ok');
    }
    assert.equal(await verdictOn({}, certificates), 'ok');
    assert.equal(asked.filter((name) => name === 'CERT-good').length, 2);
  });

  test('whose certificate cannot be had now is not refused: it comes again', async () => {
    await assert.rejects(() => verdictOn({ cert: certAt('CERT-broken') }), /paypal: its certificate/);
  });
});

test('certificates come from PayPal’s own hosts of the environment, over https, and from nowhere else', () => {
  const path = '/v1/notifications/certs/CERT-360caa42-fca2a594-5edc0ebc';
  const table: readonly (readonly [address: string, environment: 'live' | 'sandbox', isGood: boolean])[] = [
    [`https://api.paypal.com${path}`, 'live', true],
    [`https://api-m.paypal.com${path}`, 'live', true],
    [`https://api.sandbox.paypal.com${path}`, 'sandbox', true],
    [`https://api.sandbox.paypal.com${path}`, 'live', false],
    [`https://api.paypal.com${path}`, 'sandbox', false],
    [`http://api.paypal.com${path}`, 'live', false],
    [`https://api.paypal.com:8443${path}`, 'live', false],
    [`https://user@api.paypal.com${path}`, 'live', false],
    [`https://api.paypal.com.evil.example${path}`, 'live', false],
    [`https://evil.example/?https://api.paypal.com${path}`, 'live', false],
    [`https://api.paypal.com${path}/../../../../evil`, 'live', false],
    [`https://api.paypal.com${path}?next=evil`, 'live', false],
    [`${apiBase}${path}`, 'live', false],
    ['not an address', 'live', false],
  ];
  for (const [url, environment, isGood] of table) {
    assert.equal(isPaypals(url, { environment, apiBase: undefined }), isGood, url);
  }
});

test('the fake’s certificate is one that anybody can read, over the key that signs', () => {
  const certificate = new X509Certificate(signer.pem);
  assert.ok(certificate.verify(certificate.publicKey), 'signed by itself');
  assert.equal(Date.parse(certificate.validFrom), now.subtract(hour).epochMilliseconds);
  const signature = createSign('RSA-SHA256').update('text').sign(signer.privateKey);
  assert.ok(createVerify('RSA-SHA256').update('text').verify(certificate.publicKey, signature));
});
