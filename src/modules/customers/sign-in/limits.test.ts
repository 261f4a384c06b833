import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newToken } from '../../../platform/auth/index.ts';
import { parseEmail } from '../index.ts';
import { mayAsk } from './limits.ts';
import { codeHash, newCode } from './token.ts';

test('what is an e-mail address', () => {
  const table: [text: string, expected: string | undefined][] = [
    [' Ada@Example.COM ', 'Ada@example.com'],
    ["o'brien+shop@mail.example.org", "o'brien+shop@mail.example.org"],
    ['käthe@bücher.example', 'käthe@xn--bcher-kva.example'],
    ['a@b.co', 'a@b.co'],
    [`${'x'.repeat(64)}@example.com`, `${'x'.repeat(64)}@example.com`],
    [`${'x'.repeat(65)}@example.com`, undefined],
    [`a@${'x'.repeat(300)}.com`, undefined],
    ['', undefined],
    ['ada', undefined],
    ['@example.com', undefined],
    ['ada@', undefined],
    ['ada@localhost', undefined],
    ['ada@-x.com', undefined],
    ['ada@x..com', undefined],
    ['a..b@example.com', undefined],
    ['ada lovelace@example.com', undefined],
    ['ada@example.com, bob@example.com', undefined],
    ['ada@example.com\r\nBcc: all@example.com', undefined],
    ['"ada"@example.com', undefined],
    ['<ada@example.com>', undefined],
    ['ada\u0000@example.com', undefined],
    ['ada\u202e@example.com', undefined],
  ];
  for (const [text, expected] of table) assert.equal(parseEmail(text), expected, JSON.stringify(text));
});

test('who may ask for another code', () => {
  const none = { byPair: 0, byEmail: 0, byNetwork: 0, isKnownNetwork: false };
  const table: [change: Partial<typeof none>, expected: boolean][] = [
    [{}, true],
    [{ byPair: 4 }, true],
    [{ byPair: 5 }, false],
    [{ byPair: 5, isKnownNetwork: true }, false],
    [{ byEmail: 9 }, true],
    [{ byEmail: 10 }, false],
    [{ byEmail: 10_000, isKnownNetwork: true }, true],
    [{ byNetwork: 29 }, true],
    [{ byNetwork: 30, isKnownNetwork: true }, false],
  ];
  for (const [change, expected] of table) assert.equal(mayAsk({ ...none, ...change }), expected);
});

test('codes have their form, and a hash is of challenge, purpose and code', () => {
  for (let made = 0; made < 1_000; made += 1) assert.match(newCode(), /^\d{8}$/);
  const token = newToken();
  const hashes = [
    codeHash(token, 'sign_in', '12345678'),
    codeHash(token, 'change_email', '12345678'),
    codeHash(token, 'sign_in', '12345679'),
    codeHash(newToken(), 'sign_in', '12345678'),
  ].map((hash) => hash.toString('hex'));
  assert.equal(new Set(hashes).size, 4);
});
