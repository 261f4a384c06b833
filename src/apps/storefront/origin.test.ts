import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originOf } from './origin.ts';

test('absolute addresses begin with the shop’s own address, else with a well-formed host', () => {
  const rows: readonly [string | undefined, string, string | undefined, string][] = [
    ['https://shop.example/', 'http', 'other.example', 'https://shop.example'],
    [undefined, 'https', 'Shop.Example:8443', 'https://shop.example:8443'],
    ['', 'http', '[::1]:3000', 'http://[::1]:3000'],
    ['not an address', 'http', 'shop.example', 'http://shop.example'],
    [undefined, 'https', 'shop.example:443', 'https://shop.example'],
    [undefined, 'http', 'shop.example:99999', 'http://localhost'],
    [undefined, 'http', 'shop.example/evil', 'http://localhost'],
    [undefined, 'http', 'a"><script>', 'http://localhost'],
    [undefined, 'http', undefined, 'http://localhost'],
    [undefined, 'javascript', 'shop.example', 'http://shop.example'],
  ];
  for (const [baseUrl, protocol, host, expected] of rows) {
    assert.equal(originOf(baseUrl, { protocol, host }), expected, String(host));
  }
});
