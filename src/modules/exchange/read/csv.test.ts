import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { BrokenFile } from '../issue.ts';
import { type BadRow, isBadRow, type Row, readCsv } from './csv.ts';

async function rowsOf(text: string, size = 7): Promise<(Row | BadRow)[]> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  return (await Array.fromAsync(readCsv(chunks(), ','))).flat();
}

test('rows know the line on which they begin, whatever line ends their cells contain', async () => {
  const rows = await rowsOf('a,b\r\n"x\r\ny\nz",2\r\n\r\n3,4\n5,"6\r7"\r8,9');
  assert.deepEqual(
    rows.map((row) => [row.line, ...row.cells]),
    [
      [1, 'a', 'b'],
      [2, 'x\r\ny\nz', '2'],
      [6, '3', '4'],
      [7, '5', '6\r7'],
      [9, '8', '9'],
    ],
  );
});

test('a misplaced quotation mark costs its own row only, also when it swallowed the next ones', async () => {
  const rows = await rowsOf('a,b\n1,x"y\n2,"z"w\n3,"open,4\n5,6\n7,"q, r"\n');
  assert.deepEqual(
    rows.filter(isBadRow).map((row) => [row.line, row.code, ...row.cells]),
    [
      [2, 'misplaced_quote', '1'],
      [3, 'misplaced_quote', '2'],
      [4, 'misplaced_quote', '3'],
    ],
  );
  assert.deepEqual(
    rows.filter((row) => !isBadRow(row)).map((row) => row.cells[0]),
    ['a', '5', '7'],
  );
});

test('a quotation mark that is never closed breaks the file and names its line', async () => {
  await assert.rejects(rowsOf('a,b\n1,2\n3,"4\n5,6\n'), (error) => {
    assert.ok(error instanceof BrokenFile);
    assert.equal(error.code, 'quote_never_closed');
    assert.equal(error.line, 3);
    return true;
  });
});

test('a row of more than a megabyte and one of more than a thousand columns break the file', async () => {
  await assert.rejects(rowsOf(`a\n"${'x'.repeat(1_100_000)}"\n`, 65_536), { code: 'row_too_long' });
  await assert.rejects(rowsOf(`a\n${','.repeat(1_001)}\n`), { code: 'too_many_columns' });
});

test('what is well formed reads as csv-parse reads it, in chunks of any size', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', "'"), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (records, size) => {
      const text = records
        .map((record) => record.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      const theirs = parse(text, { relax_column_count: true });
      assert.deepEqual(
        (await rowsOf(text, size)).map((row) => row.cells),
        theirs,
      );
    }),
    { numRuns: 300 },
  );
});
