import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BarcodeFormat, BitArray, Code128Reader } from '@zxing/library';
import fc from 'fast-check';
import { code128, QUIET_MODULES } from './code-128.ts';

/** The bars as a scanner's line sees them, three dots a module, read by another's reader. */
function read(widths: readonly number[]): string {
  const dots = 3;
  const modules = widths.reduce((sum, width) => sum + width, 2 * QUIET_MODULES);
  const row = new BitArray(modules * dots);
  let at = QUIET_MODULES * dots;
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) row.setRange(at, at + width * dots);
    at += width * dots;
  }
  const found = new Code128Reader().decodeRow(0, row);
  assert.equal(found.getBarcodeFormat(), BarcodeFormat.CODE_128);
  return found.getText();
}

const written = (text: string): readonly number[] => {
  const widths = code128(text);
  assert.ok(widths, text);
  return widths;
};

test('any printable text of ASCII is read again as it was', () => {
  const printable = fc.string({ unit: fc.constantFrom(...ASCII), minLength: 1, maxLength: 40 });
  const grouped = fc.stringMatching(/^[A-Z]{0,3}\d{1,12}[A-Z]{0,2}\d{0,7}$/).filter((text) => text !== '');
  fc.assert(fc.property(fc.oneof(printable, grouped), (text) => read(written(text)) === text));
});

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32));

test('every symbol of both sets is read again', () => {
  for (const letter of ASCII) assert.equal(read(written(`-${letter}-`)), `-${letter}-`);
  for (let pair = 0; pair < 100; pair += 1) {
    const text = `${String(pair).padStart(2, '0')}00`;
    assert.equal(read(written(text)), text);
  }
});

test('digits are set in pairs where that is shorter', () => {
  const table: readonly (readonly [text: string, symbols: number])[] = [
    // start, symbols, check
    ['1042', 4],
    ['10', 3],
    ['104', 5],
    ['10423', 6],
    ['AB', 4],
    ['A1042', 6],
    ['A10423', 7],
    ['A1042B', 8],
    ['A104233B', 9],
    // start B, 1, Z, to C, 99 90 00, to B, A, A, to C, five pairs, check
    ['1Z999000AA1012345678', 17],
  ];
  for (const [text, symbols] of table) {
    // Each symbol has three bars and three spaces, the stop pattern a bar more.
    assert.equal((written(text).length - 7) / 6, symbols, text);
    assert.equal(read(written(text)), text);
  }
});

test('what Code 128 has no letter for has no bars', () => {
  for (const text of ['', 'Größe', 'a\tb', '１０４２']) assert.equal(code128(text), undefined, text);
});
