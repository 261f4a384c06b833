import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deviceName } from '../account/device-name.ts';
import { pathAfter } from '../account/sign-in.ts';
import { keyCookie, readKeys } from '../order/order-keys.ts';
import { findRoute } from './find-route.ts';
import { fieldsWithCardNumbers, parseForm } from './form-fields.ts';
import { isFromOurPages } from './same-origin.ts';

test('a route is found by its parts, and names them', () => {
  const routes = [{ pattern: '/orders/:number' }, { pattern: '/orders/:number/pay' }, { pattern: '/cart' }];
  assert.equal(findRoute(routes, '/orders/1042')?.params['number'], '1042');
  assert.equal(findRoute(routes, '/orders/1042/pay')?.route.pattern, '/orders/:number/pay');
  for (const path of ['/', '/orders', '/orders/1/2/3', '/carts', '/Cart']) {
    assert.equal(findRoute(routes, path), undefined, path);
  }
});

test('after signing in one goes on to a page of the shop and never elsewhere', () => {
  const rows: readonly [string, string][] = [
    ['checkout', '/checkout'],
    ['orders/1042', '/orders/1042'],
    ['', '/account'],
    ['//evil.example', '/account'],
    ['/\\evil.example', '/account'],
    ['https://evil.example', '/account'],
    ['javascript:alert(1)', '/account'],
    ['a?b=c', '/account'],
  ];
  for (const [next, expected] of rows) assert.equal(pathAfter(next), expected, next);
});

test('a card number is found in any field but a phone number that says it is one', () => {
  assert.deepEqual(fieldsWithCardNumbers({ note: 'card 4242424242424242', name: 'Ada' }), ['note']);
  assert.deepEqual(fieldsWithCardNumbers({ shipping_phone: '+4915123456789' }), []);
  assert.deepEqual(fieldsWithCardNumbers({ shipping_phone: '4242 4242 4242 4242' }), ['shipping_phone']);
});

test('the key cookie keeps the newest eight orders and reads back what it wrote, whatever else is in it', () => {
  const order = fc.record(
    { number: fc.stringMatching(/^\d{1,6}$/), token: fc.stringMatching(/^[\w-]{16,40}$/) },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 12 }), fc.string(), (orders, noise) => {
      let cookie: string | undefined = noise;
      for (const { number, token } of orders) cookie = keyCookie(cookie, number, token).value;
      const keys = readKeys(cookie);
      assert.ok(keys.length <= 8);
      assert.deepEqual(keys[0], orders.at(-1));
      assert.equal(new Set(keys.map(({ number }) => number)).size, keys.length);
    }),
  );
});

test('a form is texts by name, within limits', () => {
  assert.deepEqual(parseForm({ a: '1' }), { a: '1' });
  assert.deepEqual(parseForm(undefined), {});
  for (const wrong of [{ a: ['1', '2'] }, { a: { b: '1' } }, { 'a[b]': '1' }, { a: 'x'.repeat(5_001) }]) {
    assert.equal(parseForm(wrong), undefined);
  }
});

test('fetch metadata decides, else the origin, else nobody', () => {
  assert.equal(
    isFromOurPages({ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 'a'),
    true,
  );
  assert.equal(isFromOurPages({ origin: 'https://shop.example' }, 'Shop.Example'), true);
  assert.equal(isFromOurPages({ origin: 'null' }, 'shop.example'), false);
  assert.equal(isFromOurPages({}, 'shop.example'), false);
});

test('a device is called what a person calls it', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  assert.equal(deviceName(FIREFOX), 'Firefox, Linux');
  assert.equal(deviceName('curl/8'), undefined);
});
