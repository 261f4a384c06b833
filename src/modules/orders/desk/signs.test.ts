import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SignFacts, signsOf } from './signs.ts';

const ADA = { name: 'Ada Byron', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' };
const TOTALS = { subtotalMinor: 0n, discountMinor: 0n, deliveryMinor: 0n, taxMinor: 0n, creditMinor: 0n };
const card = (last4: string, state = 'captured', decline?: string): SignFacts['payments'][number] => ({
  ...{ state, decline: decline === undefined ? undefined : { kind: decline } },
  ...{ means: { kind: 'card', last4 }, disputedMinor: 0n },
});

function signs(
  change: {
    readonly email?: string;
    readonly shipping?: Partial<typeof ADA> | null;
    readonly totalMinor?: bigint;
  },
  facts: Partial<SignFacts> = {},
) {
  const { email = 'ada@work.example', shipping = {}, totalMinor = 1_000n } = change;
  const order = {
    ...{ email, billingAddress: ADA },
    shippingAddress: shipping === null ? undefined : { ...ADA, ...shipping },
    totals: { ...TOTALS, totalMinor, reducedMinor: 0n, dueMinor: totalMinor },
  };
  const usual = { payments: [card('4242')], earlierOrders: 0, usualMinor: 5_000n };
  return signsOf({ order, ...usual, ...facts }).map(({ kind }) => kind);
}

test('what is unusual is told, each for its own reason, and nothing of what is not', () => {
  const table: readonly (readonly [ReturnType<typeof signs>, readonly string[]])[] = [
    [signs({}), []],
    [signs({ shipping: null }), []],
    [signs({ shipping: { country: 'FR' } }), ['countries_differ']],
    [signs({ shipping: { name: 'Charles' } }), ['names_differ']],
    [signs({ shipping: { name: ' ada byron' } }), []],
    [signs({ totalMinor: 5_000n }), []],
    [signs({ totalMinor: 5_001n }), ['first_order_high_value']],
    [signs({ totalMinor: 5_001n }, { earlierOrders: 1 }), ['high_value']],
    [
      signs({ totalMinor: 5_001n, email: 'ada@GMail.com' }),
      ['first_order_high_value', 'free_mail_high_value'],
    ],
    [signs({ email: 'ada@gmail.com' }), []],
    [signs({ totalMinor: 5_001n }, { usualMinor: undefined }), []],
    [signs({}, { payments: [card('1', 'failed'), card('1')] }), []],
    [signs({}, { payments: [card('1', 'failed'), card('1', 'failed'), card('1')] }), ['declined_before']],
    [
      signs({}, { payments: [card('1', 'failed', 'suspected_fraud'), card('2')] }),
      ['suspected_by_issuer', 'several_cards'],
    ],
    [signs({}, { payments: [{ ...card('1'), disputedMinor: 1n }] }), ['disputed']],
  ];
  for (const [told, expected] of table) assert.deepEqual(told, expected);
});
