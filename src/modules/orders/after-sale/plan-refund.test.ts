import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../../kernel/index.ts';
import { planRefund } from './plan-refund.ts';
import type { Refunded, RefundPlan, RefundRequest } from './refund.ts';
import { aLine, anOrder, ask, NOTHING, type PlannedOrder, plus } from './testing/an-order-to-refund.ts';

describe('what a refund comes to', () => {
  test('a piece of a discounted line is worth its own share; the pieces that stay keep theirs (Vendure #4811)', () => {
    const line = aLine({ quantity: 3, totalMinor: 5000n, taxMinor: 798n });
    const order = anOrder({ lines: [line], captured: 5490n, delivery: 490n });
    const first = expectOk(planRefund(order, NOTHING, ask({ lines: [[line, 1]] })));
    assert.deepEqual([first.amountMinor, first.taxMinor, first.paymentMinor], [1667n, 266n, 1667n]);
    const after = { ...order, lines: [{ ...line, refundedQuantity: 1 }] };
    const rest = expectOk(
      planRefund(after, plus(NOTHING, first), ask({ lines: [[line, 2]], delivery: 'rest' })),
    );
    assert.equal(first.amountMinor + rest.amountMinor, 5490n);
    assert.equal(first.taxMinor + rest.taxMinor, 798n + 490n / 6n);
  });

  const line = aLine({ quantity: 2, totalMinor: 4000n, taxMinor: 639n });
  const order = anOrder({
    lines: [line],
    captured: 2500n,
    delivery: 500n,
    giftCard: 1500n,
    storeCredit: 500n,
  });
  const refusals: readonly [
    title: string,
    request: RefundRequest,
    refunded: Refunded,
    code: string,
    field?: string,
  ][] = [
    ['nothing', ask({}), NOTHING, 'nothing_to_refund'],
    [
      'more pieces than bought',
      ask({ lines: [[line, 3]] }),
      NOTHING,
      'more_than_bought',
      'lines[0].quantity',
    ],
    ['half a piece', ask({ lines: [[line, 0.5]] }), NOTHING, 'not_a_quantity', 'lines[0].quantity'],
    [
      'a line twice',
      ask({
        lines: [
          [line, 1],
          [line, 1],
        ],
      }),
      NOTHING,
      'unknown_line',
      'lines[1].lineId',
    ],
    ['another order’s line', ask({ lines: [[aLine({}), 1]] }), NOTHING, 'unknown_line', 'lines[0].lineId'],
    ['more than delivery cost', ask({ delivery: 501n }), NOTHING, 'more_than_delivery', 'delivery'],
    ['delivery below zero', ask({ delivery: -1n }), NOTHING, 'not_an_amount', 'delivery'],
    ['goodwill below zero', ask({ goodwillMinor: -1n }), NOTHING, 'not_an_amount', 'goodwillMinor'],
    ['goodwill beyond what was paid', ask({ goodwillMinor: 4501n }), NOTHING, 'more_than_paid'],
    [
      'what is on its way already',
      ask({ goodwillMinor: 1n }),
      { ...NOTHING, amountMinor: 4500n },
      'more_than_paid',
    ],
    [
      'store credit of a guest',
      ask({ delivery: 'rest', means: 'store_credit' }),
      NOTHING,
      'no_customer',
      'means',
    ],
  ];
  for (const [title, request, refunded, code, field] of refusals) {
    test(`is refused: ${title}`, () => {
      const planned = planRefund(order, refunded, request);
      assert.deepEqual(planned.ok ? [] : [planned.refusal.code, planned.refusal.field], [code, field]);
    });
  }

  test('goes back over payments first, then gift cards, then store credit', () => {
    const all = expectOk(planRefund(order, NOTHING, ask({ lines: [[line, 2]], delivery: 'rest' })));
    assert.deepEqual([all.paymentMinor, all.giftCardMinor, all.storeCreditMinor], [2500n, 1500n, 500n]);
    const some = expectOk(planRefund(order, NOTHING, ask({ goodwillMinor: 3000n })));
    assert.deepEqual([some.paymentMinor, some.giftCardMinor, some.storeCreditMinor], [2500n, 500n, 0n]);
  });

  test('keeps a deduction with its part of the tax, and asks why', () => {
    const lines = [{ lineId: line.id, quantity: 1, deductionMinor: 500n }];
    const silent = planRefund(order, NOTHING, { ...ask({}), lines });
    assert.equal(silent.ok ? '' : silent.refusal.code, 'reason_needed');
    const kept = expectOk(planRefund(order, NOTHING, { ...ask({}), lines, deductionReason: 'worn' }));
    // A piece is 20.00 with 3.20 of tax; 15.00 of it go back with 15/20 of the tax.
    assert.deepEqual([kept.amountMinor, kept.taxMinor, kept.deductionMinor], [1500n, 240n, 500n]);
    const tooMuch = [{ lineId: line.id, quantity: 1, deductionMinor: 2001n }];
    const refused = planRefund(order, NOTHING, { ...ask({}), lines: tooMuch, deductionReason: 'worn' });
    assert.deepEqual(refused.ok ? [] : [refused.refusal.code, refused.refusal.field], [
      'more_than_worth',
      'lines[0].deductionMinor',
    ]);
  });

  test('gives back what came in beyond what is due, and no more of it', () => {
    const over = { ...order, facts: { capturedMinor: 2500n, dueMinor: 2400n } };
    const back = expectOk(planRefund(over, NOTHING, { ...ask({}), overpaidMinor: 100n }));
    assert.deepEqual([back.amountMinor, back.taxMinor, back.paymentMinor], [100n, 0n, 100n]);
    const again = planRefund(over, plus(NOTHING, back), { ...ask({}), overpaidMinor: 1n });
    assert.equal(again.ok ? '' : again.refusal.code, 'more_than_overpaid');
  });

  test('of an edit comes off what is still to be paid before anything goes back, and every penny is somewhere', () => {
    const amounts = { total: fc.bigInt(1n, 99_999n), owed: fc.nat(60_000), exchanged: fc.nat(60_000) };
    fc.assert(
      fc.property(
        fc.record(amounts),
        fc.integer({ min: 1, max: 9 }),
        ({ total, owed, exchanged }, quantity) => {
          const bought = aLine({ quantity, totalMinor: total, taxMinor: total / 6n });
          const owedMinor = BigInt(owed) < total ? BigInt(owed) : total;
          const paid = anOrder({ lines: [bought], captured: total - owedMinor, delivery: 0n });
          const request = { ...ask({ lines: [[bought, quantity]] }), exchangedMinor: BigInt(exchanged) };
          const plan = expectOk(planRefund(paid, NOTHING, request, owedMinor));
          assert.equal(plan.reducedMinor, owedMinor);
          const { reducedMinor, exchangedMinor, paymentMinor, giftCardMinor, storeCreditMinor } = plan;
          const parts = [reducedMinor, exchangedMinor, paymentMinor, giftCardMinor, storeCreditMinor];
          assert.ok(parts.every((part) => part >= 0n));
          assert.equal(
            parts.reduce((sum, part) => sum + part, 0n),
            total,
          );
        },
      ),
    );
  });

  test('in any portions gives back every penny that was paid, and every penny of tax, once', () => {
    const quantities = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 7 }), total: fc.bigInt(0n, 99_999n) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(
        quantities,
        fc.bigInt(0n, 999n),
        fc.array(fc.nat(10), { minLength: 30, maxLength: 30 }),
        (lines, delivery, cuts) => {
          const bought = lines.map(({ quantity, total }) =>
            aLine({ quantity, totalMinor: total, taxMinor: total / 6n }),
          );
          const total = bought.reduce((sum, { totalMinor }) => sum + totalMinor, delivery);
          const tax = bought.reduce((sum, { taxMinor }) => sum + taxMinor, delivery / 6n);
          const plans = refundAll(anOrder({ lines: bought, captured: total, delivery }), cuts);
          assert.equal(
            plans.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
            total,
          );
          assert.equal(
            plans.reduce((sum, { taxMinor }) => sum + taxMinor, 0n),
            tax,
          );
          assert.ok(plans.every((plan) => plan.taxes.every(({ taxMinor }) => taxMinor >= 0n)));
        },
      ),
    );
  });
});

/** Refunds piece after piece in portions that `cuts` choose, then what is left of delivery. */
function refundAll(order: PlannedOrder, cuts: readonly number[]): RefundPlan[] {
  const plans: RefundPlan[] = [];
  let refunded = NOTHING;
  let lines = order.lines;
  const give = (request: RefundRequest) => {
    const planned = planRefund({ ...order, lines }, refunded, request);
    if (!planned.ok) return assert.equal(planned.refusal.code, 'nothing_to_refund');
    plans.push(planned.value);
    refunded = plus(refunded, planned.value);
  };
  for (const cut of cuts) {
    const open = lines.filter((line) => line.refundedQuantity < line.quantity);
    const line = open[cut % Math.max(open.length, 1)];
    if (!line) break;
    const quantity = 1 + (cut % (line.quantity - line.refundedQuantity));
    give(ask({ lines: [[line, quantity]] }));
    lines = lines.map((one) =>
      one === line ? { ...one, refundedQuantity: one.refundedQuantity + quantity } : one,
    );
  }
  for (const line of lines) {
    const quantity = line.quantity - line.refundedQuantity;
    if (quantity > 0) give(ask({ lines: [[line, quantity]] }));
    lines = lines.map((one) => (one.id === line.id ? { ...one, refundedQuantity: one.quantity } : one));
  }
  give(ask({ delivery: 'rest' }));
  return plans;
}
