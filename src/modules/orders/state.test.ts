import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayDo, ORDER_STATES, type OrderFacts, type OrderState, stateOf, verbsOf } from './index.ts';
import { ORDER_VERBS } from './state.ts';

const facts = (change: Partial<OrderFacts> = {}): OrderFacts => ({
  ...{
    isCancelled: false,
    isAccepted: false,
    dueMinor: 100n,
    totalMinor: 100n,
    authorizedMinor: 0n,
    capturedMinor: 0n,
  },
  ...{ refundedMinor: 0n, quantity: 3, fulfilledQuantity: 0, deliveredQuantity: 0, returnedQuantity: 0 },
  ...change,
});
const paid = { isAccepted: true, authorizedMinor: 100n, capturedMinor: 100n };

test('the one word for where an order stands', () => {
  const table: [string, Partial<OrderFacts>, OrderState][] = [
    ['nothing came', {}, 'pending_payment'],
    ['held', { authorizedMinor: 100n }, 'authorized'],
    ['half of it transferred', { authorizedMinor: 50n, capturedMinor: 50n }, 'pending_payment'],
    ['half of it taken', { isAccepted: true, authorizedMinor: 100n, capturedMinor: 50n }, 'authorized'],
    ['half of it taken, and no more to come', { ...paid, authorizedMinor: 50n, capturedMinor: 50n }, 'paid'],
    ['a hold that was given up', { isAccepted: true }, 'pending_payment'],
    ['taken', paid, 'paid'],
    ['taken without a hold', { capturedMinor: 100n }, 'paid'],
    ['nothing to pay', { dueMinor: 0n }, 'paid'],
    ['one of three went out', { ...paid, fulfilledQuantity: 1 }, 'partly_fulfilled'],
    ['all went out before the money was taken', { authorizedMinor: 100n, fulfilledQuantity: 3 }, 'fulfilled'],
    ['all arrived', { ...paid, fulfilledQuantity: 3, deliveredQuantity: 3 }, 'delivered'],
    ['some given back', { ...paid, refundedMinor: 1n, fulfilledQuantity: 3 }, 'partly_refunded'],
    [
      'all came back',
      { ...paid, fulfilledQuantity: 3, deliveredQuantity: 3, returnedQuantity: 3 },
      'returned',
    ],
    ['all given back', { ...paid, refundedMinor: 100n, returnedQuantity: 3 }, 'refunded'],
    ['all given back as credit', { dueMinor: 0n, refundedMinor: 100n }, 'refunded'],
    ['cancelled and given back', { ...paid, isCancelled: true, refundedMinor: 100n }, 'cancelled'],
    ['free and cancelled', { dueMinor: 0n, totalMinor: 0n, isCancelled: true }, 'cancelled'],
  ];
  for (const [what, change, state] of table) assert.equal(stateOf(facts(change)), state, what);
});

test('goods and money only ever move a paid order on', () => {
  const piece = fc.integer({ min: 0, max: 3 });
  const rank = (state: OrderState) => ['paid', 'partly_fulfilled', 'fulfilled', 'delivered'].indexOf(state);
  fc.assert(
    fc.property(piece, piece, (first, second) => {
      const [less, more] = [Math.min(first, second), Math.max(first, second)];
      const at = (fulfilledQuantity: number) => rank(stateOf(facts({ ...paid, fulfilledQuantity })));
      assert.ok(at(less) <= at(more));
    }),
  );
});

test('nothing is done to a cancelled order, and only an unpaid one is paid', () => {
  assert.deepEqual(verbsOf('cancelled'), []);
  assert.deepEqual(
    ORDER_STATES.filter((state) => mayDo(state, 'pay')),
    ['pending_payment'],
  );
  assert.ok(ORDER_STATES.every((state) => verbsOf(state).every((verb) => ORDER_VERBS.includes(verb))));
});

test('the README has the table as the code has it', async () => {
  const readme = await readFile(new URL('./README.md', import.meta.url), 'utf8');
  for (const state of ORDER_STATES) {
    const row = `| ${state} | ${verbsOf(state).join(', ') || '-'} |`;
    assert.ok(readme.includes(row), `the README lacks: ${row}`);
  }
});
