import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf, newToken, tokenHash } from './index.ts';

test('an address on the internet counts with its household', () => {
  const table: [ip: string, network: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
  ];
  for (const [ip, network] of table) assert.equal(networkOf(ip), network);
});

test('a token has its form, and only what has it is hashed', () => {
  const token = newToken();
  assert.match(token, /^[\w-]{43}$/);
  assert.equal(tokenHash(token)?.length, 32);
  for (const text of ['', 'x', `${token}x`, token.slice(1), 'é'.repeat(43)])
    assert.equal(tokenHash(text), undefined);
});
