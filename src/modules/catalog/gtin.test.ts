import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gtinCheckDigit, isGlobalGtin, isGtin } from './gtin.ts';

test('the check digits of published examples', () => {
  const examples = [
    ['6291041500213', 'GS1 General Specifications, section 7.9.1'],
    ['4006381333931', 'an EAN-13'],
    ['036000291452', 'a UPC-A'],
    ['96385074', 'an EAN-8'],
    ['10012345678902', 'a GTIN-14'],
  ] as const;
  for (const [code, what] of examples) {
    assert.equal(gtinCheckDigit(code.slice(0, -1)), Number(code.at(-1)), what);
    assert.ok(isGtin(code), what);
  }
});

test('a code of another length or with letters is no GTIN', () => {
  for (const code of ['', '629104150021', '62910415002130', '629104150021X', '000000000', ' 96385074']) {
    assert.equal(isGtin(code), false, code);
  }
  assert.throws(() => gtinCheckDigit('123'), RangeError);
});

test('every single wrong digit is noticed', () => {
  const bodies = fc
    .constantFrom(7, 11, 12, 13)
    .chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)));
  fc.assert(
    fc.property(bodies, fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
      const code = `${body}${gtinCheckDigit(body)}`;
      assert.ok(isGtin(code));
      const at = place % code.length;
      const wrong = `${code.slice(0, at)}${(Number(code[at]) + by) % 10}${code.slice(at + 1)}`;
      assert.equal(isGtin(wrong), false);
    }),
  );
});

test('with leading zeros a GTIN stays one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{11}$/), (body) => {
      const upc = `${body}${gtinCheckDigit(body)}`;
      assert.ok(isGtin(`0${upc}`) && isGtin(`00${upc}`));
    }),
  );
});

test('a number of restricted circulation or of a coupon names no product the world over', () => {
  const withDigit = (body: string) => `${body}${gtinCheckDigit(body)}`;
  const table: readonly [body: string, isGlobal: boolean][] = [
    ['629104150021', true],
    ['400638133393', true],
    ['03600029145', true],
    ['200000000001', false],
    ['299999999999', false],
    ['020000000001', false],
    ['040000000001', false],
    ['20000000001', false],
    ['50000000001', false],
    ['990000000001', false],
    ['981000000001', false],
    ['1200000000001', false],
    ['1629104150021', true],
    ['9638507', true],
    ['0638507', false],
    ['2638507', false],
  ];
  for (const [body, isGlobal] of table) assert.equal(isGlobalGtin(withDigit(body)), isGlobal, body);
  assert.equal(isGlobalGtin('6291041500214'), false, 'a wrong check digit');
});
