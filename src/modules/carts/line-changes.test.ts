import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectOk, idFrom } from '../../kernel/index.ts';
import type { CartLine } from './index.ts';
import { withAdded, withMerged, withQuantity } from './line-changes.ts';

const id = <Name extends string>(number: number) => idFrom<Name>(number, new Uint8Array(10));
const line = (variant: number, quantity: number, giftMessage = ''): CartLine => ({
  id: id(variant + (giftMessage === '' ? 0 : 1_000)),
  variantId: id(variant),
  productId: id(variant),
  quantity,
  giftMessage,
  addedUnitMinor: 100n,
});
const short = (lines: readonly CartLine[]) => lines.map(({ quantity }) => quantity);
const codeOf = (result: ReturnType<typeof withAdded>) => (result.ok ? 'ok' : result.refusal.code);

test('the same variant is one line, with another message it is another', () => {
  const lines = expectOk(withAdded([line(1, 2)], line(1, 3)));
  assert.deepEqual(short(lines), [5]);
  assert.deepEqual(short(expectOk(withAdded(lines, line(1, 1, 'for Ada')))), [5, 1]);
});

test('what a quantity may be', () => {
  const table: [number, string][] = [
    [1, 'ok'],
    [9_999, 'ok'],
    [10_000, 'not_a_quantity'],
    [0, 'not_a_quantity'],
    [-1, 'not_a_quantity'],
    [1.5, 'not_a_quantity'],
    [Number.NaN, 'not_a_quantity'],
    [1e308, 'not_a_quantity'],
    [Number.POSITIVE_INFINITY, 'not_a_quantity'],
  ];
  for (const [quantity, expected] of table) assert.equal(codeOf(withAdded([], line(1, quantity))), expected);
  assert.equal(codeOf(withAdded([line(1, 9_000)], line(1, 1_000))), 'not_a_quantity');
  assert.equal(codeOf(withQuantity([line(1, 1)], id(1), -0.5)), 'not_a_quantity');
  assert.deepEqual(short(expectOk(withQuantity([line(1, 1), line(2, 1)], id(1), 0))), [1]);
  assert.equal(codeOf(withQuantity([line(1, 1)], id(9), 1)), 'unknown_line');
});

test('a cart has at most 500 lines', () => {
  const full = Array.from({ length: 500 }, (_, index) => line(index, 1));
  assert.equal(codeOf(withAdded(full, line(500, 1))), 'too_many_lines');
  assert.equal(codeOf(withAdded(full, line(499, 1))), 'ok');
});

test('two carts of one shopper join: the larger quantity, within stock, and nothing twice', () => {
  const merged = withMerged([line(1, 2), line(2, 1)], [line(1, 5), line(3, 4)], () => undefined);
  assert.deepEqual(short(merged), [5, 1, 4]);
  assert.deepEqual(short(withMerged([line(1, 2)], [line(1, 5)], () => 3)), [3]);
  assert.deepEqual(short(withMerged([line(1, 2)], [], () => 0)), [2]);
  const lines = fc
    .uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 10 })
    .chain((variants) =>
      fc.tuple(
        ...variants.map((variant) =>
          fc.integer({ min: 1, max: 9 }).map((quantity) => line(variant, quantity)),
        ),
      ),
    );
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const one = withMerged(a, b, () => undefined);
      assert.equal(new Set(one.map(({ variantId }) => variantId)).size, one.length);
      assert.deepEqual(
        withMerged(one, b, () => undefined),
        one,
      );
      for (const mine of [...a, ...b]) {
        const joined = one.find(({ variantId }) => variantId === mine.variantId);
        assert.ok((joined?.quantity ?? 0) >= mine.quantity);
      }
    }),
  );
});
