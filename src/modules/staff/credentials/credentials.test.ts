import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withKeys } from '../../../platform/secrets/index.ts';
import { offerAuthenticator, takeAuthenticator } from './enrolment.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { base32, stepOfCode, totpAddress, totpCode } from './totp.ts';

// RFC 6238, appendix B; the last six digits of its eight.
const SECRET = Buffer.from('12345678901234567890');
const VECTORS: [unixSeconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

test('codes are those of RFC 6238', () => {
  for (const [seconds, code] of VECTORS) {
    const step = Math.floor(seconds / 30);
    assert.equal(totpCode(SECRET, step), code);
    assert.equal(stepOfCode({ secret: SECRET, typed: code, after: -1, now: at(seconds) }), step);
  }
});

test('a code is taken half a minute early or late, not longer, and never a second time', () => {
  const typed = '287082';
  const table: [now: number, after: number, expected: number | undefined][] = [
    [59, -1, 1],
    [30, -1, 1],
    [89, -1, 1],
    [90, -1, undefined],
    [59, 0, 1],
    [59, 1, undefined],
    [59, 2, undefined],
  ];
  for (const [now, after, expected] of table) {
    assert.equal(stepOfCode({ secret: SECRET, typed, after, now: at(now) }), expected, `${now} ${after}`);
  }
  for (const wrong of ['', '28708', '2870822', '287083', 'abcdef', '２８７０８２']) {
    assert.equal(stepOfCode({ secret: SECRET, typed: wrong, after: -1, now: at(59) }), undefined, wrong);
  }
  assert.equal(stepOfCode({ secret: SECRET, typed: '287 082', after: -1, now: at(59) }), 1);
});

test('what an app reads names the shop and the person; base 32 is that of RFC 4648', () => {
  const vectors = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)));
  assert.deepEqual(vectors, ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
  assert.equal(
    totpAddress({ secret: SECRET, shop: 'Mill: & Sons', email: 'ada@example.com' }),
    'otpauth://totp/Mill%20%20%26%20Sons:ada%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mill%20%20%26%20Sons',
  );
});

test('an authenticator is set up by its first code, by whom it was offered to, within half an hour', () => {
  const secrets = withKeys([Buffer.alloc(32, 1)]);
  const now = at(1_800_000_000);
  const offer = offerAuthenticator(secrets, { shop: 'Mill', email: 'ada@example.com', for: 'ada', now });
  const secret = takeSecret(offer.secret);
  const take = (change: object = {}, then = now) =>
    takeAuthenticator(secrets, {
      ...{ enrolment: offer.enrolment, code: codeAt(secret, then), for: 'ada', now: then },
      ...change,
    });
  assert.deepEqual(take()?.secret, secret);
  assert.equal(take({ code: '000000' }), undefined);
  assert.equal(take({ for: 'eve' }), undefined);
  assert.equal(take({ enrolment: 'x' }), undefined);
  assert.equal(take({ enrolment: secrets.seal('{}') }), undefined);
  assert.equal(take({ enrolment: withKeys([Buffer.alloc(32, 2)]).seal('{}') }), undefined);
  assert.equal(take({}, now.add({ minutes: 30 })), undefined);
  assert.ok(!offer.enrolment.includes(secret.toString('base64url')));
});

test('a password is hashed with argon2id, each time anew, and only it opens', async () => {
  const kept = await hashPassword('brave otter moves house');
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(await hashPassword('brave otter moves house'), kept);
  assert.equal(await isPassword('brave otter moves house', kept), true);
  assert.equal(await isPassword('brave otter moves houses', kept), false);
  assert.equal(await isPassword('brave otter moves house', undefined), false);
  assert.equal(isOutdated(kept), false);
  assert.equal(isOutdated(kept.replace('t=2', 't=1')), true);
  const written = await hashPassword('Zoë wohnt am Fluss');
  assert.equal(await isPassword('Zoë wohnt am Fluss'.normalize('NFD'), written), true);
});

test('which passwords may be chosen', () => {
  const about = ['Ada Byron', 'ada.byron@mill.example', 'Mill & Sons'];
  const table: [password: string, expected: string][] = [
    ['brave otter moves house', 'ok'],
    ['x7#kQ!2mzP0v', 'ok'],
    ['öäüßéèàçñøåæ', 'ok'],
    ['correct horse battery', 'ok'],
    ['short', 'password_too_short'],
    ['elevenchars', 'password_too_short'],
    ['x'.repeat(201), 'password_too_long'],
    ['Password-1234', 'password_too_common'],
    ['P@ssword 1234', 'password_too_common'],
    ['passwordpassword', 'password_too_common'],
    ['Qwertzuiop123', 'password_too_common'],
    ['aaaaaaaaaaaa', 'password_too_common'],
    ['abcabcabcabc', 'password_too_common'],
    ['123456789012', 'password_too_common'],
    ['210987654321', 'password_too_common'],
    ['abcdefghijklm', 'password_too_common'],
    ['correct-horse-battery-staple', 'password_too_common'],
    ['ada.byron@mill.example', 'password_too_common'],
    ['AdaByron2026', 'password_too_common'],
    ['Mill and Sons 1', 'ok'],
    ['mill & sons 12', 'password_too_common'],
    ['the mill of ada stands', 'ok'],
  ];
  for (const [password, expected] of table) {
    const checked = checkPassword(password, about);
    assert.equal(checked.ok ? 'ok' : checked.refusal.code, expected, password);
  }
});

test('recovery codes are ten, different, and read as people type them', () => {
  const codes = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    assert.match(code, /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`;
    assert.deepEqual(recoveryHash(typed), recoveryHash(code));
  }
  fc.assert(fc.property(fc.stringMatching(/^\d{0,8}$/), (text) => recoveryHash(text) === undefined));
});

function codeAt(secret: Buffer, now: Temporal.Instant): string {
  return totpCode(secret, Math.floor(now.epochMilliseconds / 30_000));
}

function takeSecret(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
