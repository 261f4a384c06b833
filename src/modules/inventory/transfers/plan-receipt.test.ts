import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idFrom } from '../../../kernel/index.ts';
import { planReceipt } from './plan-receipt.ts';
import type { Missing, Transfer } from './transfer.ts';

const idOf = <Name extends string>(n: number) => idFrom<Name>(n, new Uint8Array(10));
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const [from, to] = [idOf<'location'>(1), idOf<'location'>(2)];
const variants = [idOf<'variant'>(11), idOf<'variant'>(12), idOf<'variant'>(13)] as const;

function aTransfer(quantities: readonly number[], received: readonly number[] = []): Transfer {
  return {
    ...{ id: idOf<'transfer'>(3), number: 'T-1', fromId: from, toId: to, state: 'sent', note: '' },
    ...{ expectedOn: undefined, missing: undefined, closed: undefined },
    ...{ made: { at: now, by: 'a' }, sent: { at: now, by: 'a' } },
    lines: quantities.map((quantity, index) => ({
      ...{ variantId: variants[index % 3] ?? variants[0], quantity, received: received[index] ?? 0 },
    })),
  };
}

const stepsOf = (quantity: number, come: number, missing: Missing | undefined) =>
  planReceipt(aTransfer([quantity]), {
    lines: [{ variantId: variants[0], received: come }],
    missing,
  }).steps.map(({ reason, moves }) => [
    reason,
    ...moves.map((move) => [move.locationId === to ? 'to' : 'from', move.quantity]),
  ]);

test('what has come, what has not, and what is too much are movements of their own', () => {
  const rows: readonly (readonly [
    sent: number,
    come: number,
    missing: Missing | undefined,
    steps: unknown,
  ])[] = [
    [10, 10, undefined, [['transfer', ['to', 10]]]],
    [10, 8, undefined, [['transfer', ['to', 8]]]],
    [
      10,
      8,
      'lost',
      [
        ['transfer', ['to', 10]],
        ['correction', ['to', -2]],
      ],
    ],
    [
      10,
      8,
      'back',
      [
        ['transfer', ['to', 8]],
        ['transfer', ['from', 2]],
      ],
    ],
    [
      10,
      12,
      undefined,
      [
        ['transfer', ['to', 10]],
        ['correction', ['to', 2]],
      ],
    ],
    [10, 0, 'back', [['transfer', ['from', 10]]]],
  ];
  for (const [sent, come, missing, steps] of rows) {
    assert.deepEqual(stepsOf(sent, come, missing), steps, `${sent} sent, ${come} come, ${missing}`);
  }
});

test('it stays open while something is on its way and nobody says what became of it', () => {
  const plan = planReceipt(aTransfer([5, 5], [5, 2]), {
    lines: [{ variantId: variants[1], received: 2 }],
    missing: undefined,
  });
  assert.deepEqual([plan.isClosed, plan.received.get(variants[1])], [false, 4]);
});

test('once closed, transfers have brought in what went out, and the destination has what came', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 50 }),
    come: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.constantFrom<Missing>('lost', 'back'),
      (lines, missing) => {
        const transfer = aTransfer(lines.map(({ quantity }) => quantity));
        const come = lines.map(({ come: received }, index) => ({
          variantId: variants[index] ?? variants[0],
          received,
        }));
        const { steps } = planReceipt(transfer, { lines: come, missing });
        for (const [index, { quantity, come: received }] of lines.entries()) {
          const moves = steps.flatMap(({ reason, moves: some }) =>
            some
              .filter(({ variantId }) => variantId === variants[index])
              .map((move) => ({ reason, ...move })),
          );
          const sum = (keep: (move: (typeof moves)[number]) => boolean) =>
            moves.filter(keep).reduce((all, move) => all + move.quantity, 0);
          assert.equal(
            sum(({ reason }) => reason === 'transfer'),
            quantity,
          );
          assert.equal(
            sum(({ locationId }) => locationId === to),
            received,
          );
        }
      },
    ),
  );
});
