import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { sniffDelimiter } from './delimiter.ts';
import { openFile } from './open.ts';

async function read(bytes: Uint8Array) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5);
  }
  const file = await openFile(chunks());
  const rows = (await Array.fromAsync(file.rows)).flat();
  return {
    encoding: file.encoding,
    delimiter: file.delimiter,
    names: file.names,
    cells: rows.map((row) => row.cells),
  };
}

const TEXT = 'Name;Preis\nTürgriff „Größe M“ €;33,61\n';

for (const [encoding, bytes] of [
  ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
  ['utf-8', Buffer.from(TEXT)],
  ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
  ['utf-16le', iconv.encode(TEXT, 'utf-16le')],
  ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
  ['windows-1252', iconv.encode(TEXT, 'windows-1252')],
] as const) {
  const mark = bytes[0] === 0x4e || bytes[0] === 0 ? 'without' : 'with';
  test(`${encoding} ${mark} a byte order mark reads with its umlauts and euro sign`, async () => {
    const file = await read(bytes);
    assert.equal(file.encoding, encoding);
    assert.equal(file.delimiter, ';');
    assert.deepEqual(file.names, ['Name', 'Preis']);
    assert.deepEqual(file.cells, [['Türgriff „Größe M“ €', '33,61']]);
  });
}

test('the delimiter is found though quoted texts are full of other ones', () => {
  assert.equal(sniffDelimiter('a;b\n"1,2,3,4";x\n"5,6,7,8";y\n'), ';');
  assert.equal(sniffDelimiter('a\tb\n1,5\t2\n'), '\t');
  assert.equal(sniffDelimiter('a|b|c\n1|2|3\n'), '|');
  assert.equal(sniffDelimiter('sep=;\na,b;c\n'), ';');
  assert.equal(sniffDelimiter('only\none\n'), ',');
});

test('a workbook, an archive, zero bytes and nothing at all are refused by name', async () => {
  await assert.rejects(read(Buffer.from('PK\x03\x04rest')), { code: 'not_text' });
  await assert.rejects(read(Buffer.from('a,b\n1,\0\n')), { code: 'not_text' });
  await assert.rejects(read(Buffer.from('  \n')), { code: 'empty' });
  await assert.rejects(read(Buffer.alloc(0)), { code: 'empty' });
});

test('an XML feed gives one row an item, and a document type is refused', async () => {
  const feed =
    '<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>' +
    '<item><g:id>1</g:id><title>A &amp; B</title><g:additional_image_link>x</g:additional_image_link>' +
    '<g:additional_image_link>y</g:additional_image_link><g:shipping><g:country>DE</g:country>' +
    '<g:price>3 EUR</g:price></g:shipping></item>' +
    '<item><g:id>2</g:id><g:price>5.00 EUR</g:price></item></channel></rss>';
  const { names, cells } = await read(Buffer.from(feed));
  assert.deepEqual(names, ['id', 'title', 'additional_image_link', 'shipping', 'price']);
  assert.deepEqual(cells, [
    ['1', 'A & B', 'x,y', 'DE:3 EUR'],
    ['2', '', '', '', '5.00 EUR'],
  ]);
  const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss><item><id>&a;</id></item></rss>';
  await assert.rejects(read(Buffer.from(bomb)), { code: 'doctype_refused' });
});
