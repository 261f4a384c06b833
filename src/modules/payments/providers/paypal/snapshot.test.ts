import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Order } from '@paypal/paypal-server-sdk';
import { declineKindOf } from './declines.ts';
import { kindOf } from './event-codes.ts';
import { snapshotOf } from './snapshot.ts';

type Part = { readonly status: string; readonly value?: string; readonly isFinal?: boolean };

/** An order as the SDK hands it over. Its lists of states are open: PayPal adds to them. */
function anOrder(given: {
  readonly status: string;
  readonly customId?: string;
  readonly authorizations?: readonly string[];
  readonly captures?: readonly Part[];
  readonly refunds?: readonly Part[];
}): Order {
  const { status, customId = 'payment', authorizations = [], captures = [], refunds = [] } = given;
  const amount = (value = '100.00') => ({ currencyCode: 'EUR', value });
  const payments = {
    authorizations: authorizations.map((one) => ({ status: one, amount: amount() })),
    captures: captures.map((one) => {
      return { status: one.status, amount: amount(one.value), finalCapture: one.isFinal ?? false };
    }),
    refunds: refunds.map((one) => ({ status: one.status, amount: amount(one.value) })),
  };
  const order = {
    id: '5O190127TN364715T',
    status,
    purchaseUnits: [{ customId, amount: amount(), payments }],
  };
  return JSON.parse(JSON.stringify(order));
}

const TABLE: readonly (readonly [order: Parameters<typeof anOrder>[0], state: string, captured: bigint])[] = [
  [{ status: 'CREATED' }, 'requires_action', 0n],
  [{ status: 'PAYER_ACTION_REQUIRED' }, 'requires_action', 0n],
  [{ status: 'SAVED' }, 'requires_action', 0n],
  [{ status: 'APPROVED' }, 'processing', 0n],
  [{ status: 'VOIDED' }, 'voided', 0n],
  [{ status: 'PAYER_ACTION_REQUIRED', customId: 'void:payment' }, 'voided', 0n],
  [{ status: 'COMPLETED', authorizations: ['CREATED'] }, 'authorized', 0n],
  [{ status: 'COMPLETED', authorizations: ['PENDING'] }, 'processing', 0n],
  [{ status: 'COMPLETED', authorizations: ['DENIED'] }, 'failed', 0n],
  [{ status: 'COMPLETED', authorizations: ['VOIDED'] }, 'voided', 0n],
  [{ status: 'COMPLETED', authorizations: ['EXPIRED'] }, 'voided', 0n],
  [{ status: 'COMPLETED', authorizations: ['VOIDED', 'CREATED'] }, 'authorized', 0n],
  [{ status: 'COMPLETED', captures: [{ status: 'PENDING' }] }, 'processing', 0n],
  [{ status: 'COMPLETED', captures: [{ status: 'DECLINED' }] }, 'failed', 0n],
  [{ status: 'COMPLETED', captures: [{ status: 'FAILED' }] }, 'failed', 0n],
  [{ status: 'COMPLETED', captures: [{ status: 'COMPLETED' }] }, 'captured', 10_000n],
  [{ status: 'COMPLETED', captures: [{ status: 'PARTIALLY_REFUNDED' }] }, 'captured', 10_000n],
  [{ status: 'COMPLETED', captures: [{ status: 'REFUNDED' }] }, 'captured', 10_000n],
  [part('PARTIALLY_CAPTURED', { status: 'COMPLETED', value: '30.00' }), 'partly_captured', 3_000n],
  [part('PARTIALLY_CAPTURED', { status: 'COMPLETED', value: '30.00', isFinal: true }), 'captured', 3_000n],
  [part('VOIDED', { status: 'COMPLETED', value: '30.00' }), 'captured', 3_000n],
  [part('CAPTURED', { status: 'PENDING', value: '30.00' }), 'processing', 0n],
];

function part(authorization: string, capture: Part): Parameters<typeof anOrder>[0] {
  return { status: 'COMPLETED', authorizations: [authorization], captures: [capture] };
}

for (const [order, state, captured] of TABLE) {
  test(`an order like ${JSON.stringify(order)} is ${state}`, () => {
    const snapshot = snapshotOf(anOrder(order), { disputes: [] });
    assert.deepEqual([snapshot.state, snapshot.capturedMinor], [state, captured]);
  });
}

test('refunds that wait count, those that came to nothing do not, and never more than was taken', () => {
  const captures = [{ status: 'COMPLETED' }];
  const refunded = (...refunds: readonly Part[]) =>
    snapshotOf(anOrder({ status: 'COMPLETED', captures, refunds }), { disputes: [] }).refundedMinor;
  assert.equal(refunded({ status: 'COMPLETED', value: '1.00' }, { status: 'PENDING', value: '2.50' }), 350n);
  assert.equal(refunded({ status: 'FAILED', value: '1.00' }, { status: 'CANCELLED', value: '2.00' }), 0n);
  assert.equal(refunded({ status: 'COMPLETED' }, { status: 'COMPLETED' }), 10_000n);
});

test('every decline has a word of ours', () => {
  const table: readonly (readonly [code: string, kind: string | undefined])[] = [
    ['INSTRUMENT_DECLINED', 'card_declined'],
    ['PAYER_CANNOT_PAY', 'card_declined'],
    ['TRANSACTION_REFUSED', 'card_declined'],
    ['5120', 'insufficient_funds'],
    ['5400', 'expired_card'],
    ['REFERENCED_CARD_EXPIRED', 'expired_card'],
    ['5110', 'incorrect_details'],
    ['PAYER_ACTION_REQUIRED', 'authentication_failed'],
    ['5650', 'authentication_failed'],
    ['COMPLIANCE_VIOLATION', 'suspected_fraud'],
    ['9500', 'suspected_fraud'],
    ['TRANSACTION_LIMIT_EXCEEDED', 'limit_exceeded'],
    ['MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED', 'limit_exceeded'],
    ['PAYEE_ACCOUNT_RESTRICTED', 'provider_error'],
    ['A_CODE_OF_NEXT_YEAR', undefined],
  ];
  for (const [code, kind] of table) assert.equal(declineKindOf(code), kind, code);
});

test('lines of PayPal’s book are told by their event codes', () => {
  const table: readonly (readonly [code: string, amount: bigint, kind: string | undefined])[] = [
    ['T0006', 100n, 'capture'],
    ['T0000', -100n, 'adjustment'],
    ['T1107', -100n, 'refund'],
    ['T1106', -100n, 'dispute'],
    ['T1201', -100n, 'dispute'],
    ['T1202', 100n, 'dispute_reversal'],
    ['T0106', -2_000n, 'fee'],
    ['T0400', -100n, 'payout'],
    ['T0401', -100n, 'payout'],
    ['T0400', 100n, 'adjustment'],
    ['T0200', -100n, 'adjustment'],
    ['T1300', 100n, undefined],
    ['T1110', -100n, undefined],
    ['T1501', -100n, undefined],
    ['T2101', -100n, undefined],
  ];
  for (const [code, amount, kind] of table) assert.equal(kindOf(code, amount), kind, code);
});
