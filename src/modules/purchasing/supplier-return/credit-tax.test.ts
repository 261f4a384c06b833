import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { invoicedByLine } from '../invoice/invoiced.ts';
import { creditTax } from './credit-tax.ts';

const [cups, pots] = [newId<'purchase_order_line'>(), newId<'purchase_order_line'>()];
const about = (of: Partial<Parameters<typeof creditTax>[0]>) =>
  creditTax({
    invoiced: new Map([[cups, { pieces: 10, valueMinor: 10_000n, bookedMinor: 9_200n, taxMinor: 1_900n }]]),
    credited: { lines: new Map(), taxMinor: 0n, taxBookedMinor: 0n },
    back: new Map([[cups, 3]]),
    claimed: { taxMinor: 1_900n, taxBookedMinor: 1_748n },
    ...of,
  });

test('what goes back turns its part of the tax, and all of it once all went back', () => {
  assert.deepEqual(expectOk(about({})), { taxMinor: 570n, taxBookedMinor: 524n });
  const one = { pieces: 3, valueMinor: 3_000n, bookedMinor: 2_760n };
  const credited = { lines: new Map([[cups, one]]), taxMinor: 570n, taxBookedMinor: 524n };
  const rest = about({ credited, back: new Map([[cups, 7]]) });
  assert.deepEqual(expectOk(rest), { taxMinor: 1_330n, taxBookedMinor: 1_224n });
});

test('goods that nobody invoiced have no tax, and a credit note turns no more than was claimed', () => {
  const none = new Map([[cups, 0]]);
  assert.deepEqual(expectOk(about({ back: none })), { taxMinor: 0n, taxBookedMinor: 0n });
  const codeOf = (result: ReturnType<typeof about>) => (result.ok ? 'ok' : result.refusal.field);
  assert.equal(codeOf(about({ back: none, givenMinor: 1n })), 'tax');
  assert.equal(codeOf(about({ givenMinor: 1_901n })), 'tax');
  assert.deepEqual(expectOk(about({ givenMinor: 600n })), { taxMinor: 600n, taxBookedMinor: 552n });
});

test('the tax of an invoice is of its goods and of its freight, by value, and of invoices that stand', () => {
  const id = newId<'supplier_invoice'>();
  const head = {
    ...{ id, orderId: newId<'purchase_order'>(), number: 'R-1', rateE10: 10_000_000_000n, by: 'staff:a' },
    ...{ goodsMinor: 10_000n, chargesMinor: 2_000n, taxMinor: 2_280n, undone: undefined },
    ...{ invoicedOn: Temporal.PlainDate.from('2026-12-01'), dueOn: Temporal.PlainDate.from('2026-12-31') },
    at: Temporal.Instant.from('2026-12-01T09:00:00Z'),
  };
  const line = { invoiceId: id, lineId: cups, quantity: 10, valueMinor: 10_000n };
  const same = (minor: bigint) => minor;
  const found = invoicedByLine([head], [line], same).get(cups);
  assert.deepEqual(found, { pieces: 10, valueMinor: 10_000n, bookedMinor: 10_000n, taxMinor: 1_900n });
  const undone = { at: head.at, by: 'staff:a' };
  assert.equal(invoicedByLine([{ ...head, undone }], [line], same).size, 0);
});

test('returned in any parts, the tax that is turned back sums to that of the goods, to the unit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 20 }),
      fc.bigInt({ min: 0n, max: 99_999n }),
      fc.bigInt({ min: 0n, max: 99_999n }),
      (parts, cupTax, potTax) => {
        const sums = parts.reduce(([a, b], [c, p]) => [a + c, b + p] as const, [1, 1] as const);
        const line = (pieces: number, taxMinor: bigint) => {
          return { pieces, valueMinor: 500n, bookedMinor: 500n, taxMinor };
        };
        const invoiced = new Map([
          [cups, line(sums[0], cupTax)],
          [pots, line(sums[1], potTax)],
        ]);
        const claimed = { taxMinor: cupTax + potTax, taxBookedMinor: (cupTax + potTax) * 3n };
        let credited = { lines: new Map(), taxMinor: 0n, taxBookedMinor: 0n };
        let gone = [0, 0] as readonly [number, number];
        for (const [c, p] of [...parts, [1, 1] as const]) {
          const back = new Map([
            [cups, c],
            [pots, p],
          ]);
          const tax = expectOk(creditTax({ invoiced, credited, back, claimed }));
          assert.ok(tax.taxMinor >= 0n && tax.taxBookedMinor >= 0n);
          gone = [gone[0] + c, gone[1] + p];
          credited = {
            lines: new Map([
              [cups, line(gone[0], 0n)],
              [pots, line(gone[1], 0n)],
            ]),
            taxMinor: credited.taxMinor + tax.taxMinor,
            taxBookedMinor: credited.taxBookedMinor + tax.taxBookedMinor,
          };
        }
        assert.deepEqual(
          [credited.taxMinor, credited.taxBookedMinor],
          [claimed.taxMinor, claimed.taxBookedMinor],
        );
      },
    ),
  );
});
