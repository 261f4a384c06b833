import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfOf } from './pattern-pdf.ts';

test('every object of the file stands where its table says, and a stream is as long as it says', () => {
  const text = pdfOf('Apron (size M)', [['Schürze', 'Cut \\ fold'], ['Page two']]).toString('latin1');
  const table = /xref\n0 (\d+)\n([\s\S]*)trailer/.exec(text);
  const offsets = [...(table?.[2] ?? '').matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
  assert.equal(offsets.length + 1, Number(table?.[1]));
  for (const [index, offset] of offsets.entries()) {
    assert.ok(text.startsWith(`${index + 1} 0 obj\n`, offset));
  }
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  assert.ok(text.startsWith('xref\n', start));
  const streams = [...text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)];
  assert.equal(streams.length, 2);
  for (const [, length, stream = ''] of streams) assert.equal(stream.length, Number(length));
  assert.ok(text.includes('(Apron \\(size M\\))') && text.includes('(Cut \\\\ fold)'));
  assert.ok(text.includes('/Kids [5 0 R 7 0 R] /Count 2'));
});
