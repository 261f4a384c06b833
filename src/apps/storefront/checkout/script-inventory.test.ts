import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProviderName } from '../../../modules/payments/index.ts';
import { scriptFiles } from './script-files.ts';
import { SCRIPT_INVENTORY } from './script-inventory.ts';

const OURS = { checkout: '/assets/checkout-AAAAAAAA.js', pay: '/assets/pay-BBBBBBBB.js' };

test('each script has an owner, a written reason, how it is kept whole, who approved it and when', () => {
  for (const { name, owner, reason, integrity, approvedBy, approvedOn, source } of SCRIPT_INVENTORY) {
    for (const text of [name, owner, approvedBy]) assert.match(text, /^\S.{3,}\S$/, name);
    for (const text of [reason, integrity]) assert.ok(text.split(' ').length > 5, `${name}: ${text}`);
    assert.ok(Temporal.PlainDate.compare(Temporal.PlainDate.from(approvedOn), '2026-01-01') > 0);
    // A vendor's script is on a host of the vendor's, in the open; ours carries its content's hash in its name.
    if ('url' in source) assert.match(source.url, /^https:\/\/[a-z.]+\//);
  }
});

test('each page has its scripts and no others: nothing of a vendor’s where the address and the order are', () => {
  const at = (place: Parameters<typeof scriptFiles>[0]) => scriptFiles(place, OURS).map(({ src }) => src);
  const pages: readonly [ProviderName, readonly string[]][] = [
    ['stripe', ['https://js.stripe.com/v3/', OURS.pay]],
    ['worldpay', ['https://access.worldpay.com/access-checkout/v2/checkout.js', OURS.pay]],
    ['paypal', [OURS.pay]],
  ];
  assert.deepEqual(at('checkout'), [OURS.checkout]);
  for (const [provider, scripts] of pages) assert.deepEqual(at({ provider }), scripts, provider);
});
