import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, localeOf } from '../../../../kernel/index.ts';
import { type Chargeback, disputesOf } from './chargebacks.ts';
import { pathOf } from './client.ts';
import { declineKindOf } from './declines.ts';
import { narrativeOf } from './narrative.ts';
import { pageLocaleOf } from './page-locale.ts';
import { type PaymentEvent, totalsOf } from './payment-events.ts';

type Row = readonly [what: string, events: readonly string[], comesTo: string];

const EUR = (amount: number) => ({ amount, currency: 'EUR' });

/** `settlementRequested:a=300` is an event of command a about 300. */
function eventOf(text: string): PaymentEvent {
  const [, eventName = '', commandId = '', amount = ''] = /^(\w+)(?::(\w+))?(?:=(\d+))?$/.exec(text) ?? [];
  return {
    eventName,
    ...(commandId && { commandId }),
    ...(amount && { value: EUR(Number(amount)) }),
    ...(eventName.endsWith('Refused') && { code: '51' }),
  };
}

function summary(events: readonly PaymentEvent[]): string {
  const { authorized, captured, refunded, isVoided, isClosed, isPending, refusalCode } = totalsOf(
    events,
    1_000,
  );
  const words = [isPending && 'pending', isVoided && 'voided', isClosed && 'closed', refusalCode];
  return [authorized, captured, refunded, ...words.filter(Boolean)].join(' ');
}

const APPROVED = ['authorizationRequested:a', 'authorizationSucceeded:a'];
const SETTLED = [...APPROVED, 'settlementRequested:s=1000', 'settlementRequestSubmitted:s'];

const HISTORIES: readonly Row[] = [
  ['nothing', [], '0 0 0'],
  ['asked', ['authorizationRequested:a'], '0 0 0 pending'],
  ['authorised', APPROVED, '1000 0 0'],
  ['refused', ['authorizationRequested:a', 'authorizationRefused:a'], '0 0 0 51'],
  ['failed', ['authorizationRequested:a', 'authorizationFailed:a'], '0 0 0 failed'],
  ['timed out', ['authorizationRequested:a', 'authorizationTimedOut:a'], '0 0 0 timedOut'],
  ['settlement asked for', [...APPROVED, 'settlementRequested:s=1000'], '1000 1000 0'],
  ['settled', SETTLED, '1000 1000 0'],
  ['settled without amounts', [...APPROVED, 'settlementRequested:s'], '1000 1000 0'],
  ['two parts', [...APPROVED, 'settlementRequested:s=300', 'settlementRequested:t=200'], '1000 500 0'],
  ['a part failed', [...APPROVED, 'settlementRequested:s=300', 'settlementFailed:s'], '1000 0 0'],
  [
    'a part, the rest given up',
    [...APPROVED, 'settlementRequested:s=300', 'cancellationRequested:c'],
    '1000 300 0 closed',
  ],
  ['sold in one', ['saleRequested:a', 'saleSucceeded:a'], '1000 1000 0'],
  ['cancelled', [...APPROVED, 'cancellationRequested:c'], '1000 0 0 voided closed'],
  ['cancelling failed', [...APPROVED, 'cancellationRequested:c', 'cancellationFailed:c'], '1000 0 0'],
  ['reversed before it was settled', [...APPROVED, 'reversalRequested:r'], '1000 0 0 voided closed'],
  ['reversed after', [...SETTLED, 'reversalRequested:r=1000'], '1000 1000 1000'],
  ['refunded in two', [...SETTLED, 'refundRequested:r=400', 'refundRequested:q=100'], '1000 1000 500'],
  ['a refund failed', [...SETTLED, 'refundRequested:r=400', 'refundFailed:r'], '1000 1000 0'],
  ['an event that nobody knows', [...SETTLED, 'moonRose:m=7'], '1000 1000 0'],
];

for (const [what, texts, comesTo] of HISTORIES) {
  test(`a history of what is ${what} comes to ${comesTo}, in whatever order it is told`, () => {
    const events = texts.map(eventOf);
    assert.equal(summary(events), comesTo);
    const shuffled = fc.shuffledSubarray(events, { minLength: events.length });
    fc.assert(
      fc.property(shuffled, (other) => assert.equal(summary(other), comesTo)),
      { numRuns: 30 },
    );
  });
}

test('every refusal has a word of ours', () => {
  const table: readonly (readonly [code: string, kind: string])[] = [
    ['5', 'card_declined'],
    ['05', 'card_declined'],
    ['51', 'insufficient_funds'],
    ['33', 'expired_card'],
    ['54', 'expired_card'],
    ['14', 'incorrect_details'],
    ['sentForCancellation', 'incorrect_details'],
    ['65', 'authentication_failed'],
    ['3dsAuthenticationFailed', 'authentication_failed'],
    ['43', 'suspected_fraud'],
    ['fraudHighRisk', 'suspected_fraud'],
    ['61', 'limit_exceeded'],
    ['91', 'provider_error'],
    ['', 'card_declined'],
  ];
  for (const [code, kind] of table) assert.equal(declineKindOf(code), kind, code);
});

test('chargeback events come to one dispute', () => {
  const event = (kind: string, index: number, currency = 'EUR'): Chargeback => ({
    ...{ eventId: `e${index}`, kind, amountMinor: 700n, currency },
    at: Temporal.Instant.fromEpochMilliseconds(index),
  });
  const table: readonly (readonly [kinds: readonly string[], state: string | undefined])[] = [
    [[], undefined],
    [['informationRequested'], 'open'],
    [['disputeFundsHeld'], 'open'],
    [['chargedBack'], 'open'],
    [['informationRequested', 'chargedBack'], 'lost'],
    [['chargedBack', 'disputeExpired'], 'lost'],
    [['informationRequested', 'chargedBack', 'chargebackReversed'], 'won'],
    [['disputeFundsHeld', 'disputeFundsReleased'], 'won'],
  ];
  const EURO = currencyOf('EUR');
  for (const [kinds, state] of table) {
    const events = kinds.map((kind, index) => event(kind, index));
    assert.equal(disputesOf('p', events, EURO)[0]?.state, state, kinds.join());
    assert.equal(disputesOf('p', events.toReversed(), EURO)[0]?.state, state, kinds.join());
  }
  assert.deepEqual(disputesOf('p', [event('chargedBack', 1, 'USD')], EURO), []);
});

test('the page speaks the shopper’s language, or one that is near, or English', () => {
  for (const [own, page] of [
    ['de', 'de'],
    ['de-CH', 'de'],
    ['pt-BR', 'pt-BR'],
    ['nb', 'no'],
    ['uk', 'ua'],
    ['eo', 'en'],
  ] as const) {
    assert.equal(pageLocaleOf(localeOf(own)), page);
  }
});

test('a statement names the shop by its address, in letters that banks print', () => {
  assert.equal(narrativeOf('https://shop.example/checkout/return'), 'shop.example');
  assert.match(narrativeOf('https://a-very-long-name-of-a-shop.example/x'), /^[a-z.-]{24}$/);
});

test('a link is followed at the API’s own address, wherever it leads', () => {
  assert.equal(pathOf('https://evil.example/api/payments/x?y=1'), '/api/payments/x?y=1');
  assert.equal(pathOf('/paymentQueries/payments/x'), '/paymentQueries/payments/x');
});
