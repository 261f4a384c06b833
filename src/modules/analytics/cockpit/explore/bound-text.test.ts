import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../../language/parse-query.ts';
import { typedValue, valueTyped } from './bound-text.ts';

test('a share is typed in per cent, everything else as it is', () => {
  const typed = ['25', '2.5', '2,5', '0.05', '120', '-3', '', 'x', '1.'];
  assert.deepEqual(
    typed.map((text) => valueTyped(text, 'share')),
    ['0.25', '0.025', '0.025', '0.0005', '1.2', '-0.03', undefined, undefined, undefined],
  );
  assert.deepEqual(
    typed.map((text) => valueTyped(text, 'money')),
    ['25', '2.5', '2.5', '0.05', '120', '-3', undefined, undefined, undefined],
  );
});

test('what was typed stands there again, and the language can read it', () => {
  const parts = fc.tuple(fc.constantFrom('', '-'), fc.nat(999_999), fc.nat(9_999));
  fc.assert(
    fc.property(parts, fc.constantFrom('share', 'count'), ([sign, whole, part], kind) => {
      const typed = `${sign}${whole}.${String(part).padStart(4, '0')}`;
      const value = valueTyped(typed, kind) ?? '';
      assert.equal(Number(typedValue(value, kind)), Number(typed));
      assert.ok(parseQuery(`SHOW orders GROUP BY country HAVING orders > ${value}`).ok, value);
    }),
  );
});
