import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { openWarehouse } from '../../../platform/warehouse/index.ts';
import { readZipEntries } from '../../media/index.ts';
import type { Spoken } from '../language/names/names-of.ts';
import type { ReportAnswer, ReportRow } from '../reports/answer.ts';
import { span } from '../testing/a-warehouse.ts';
import { exportAnswer, type FileFormat } from './export-answer.ts';

const folder = await mkdtemp(join(tmpdir(), 'institor-export-'));
const duck = await openWarehouse({ memoryMb: 128, threads: 1, readers: 1 });
after(async () => {
  await duck.close();
  await rm(folder, { recursive: true, force: true });
});

const QUERY =
  "FROM sales SHOW net_sales, orders, margin_rate WHERE title != 'x' GROUP BY title TIMESERIES day";
const [EUR, JPY] = [currencyOf('EUR'), currencyOf('JPY')];

function row(
  time: string,
  title: string,
  currency: typeof EUR,
  net: bigint,
  orders: bigint,
  rate: number | null,
): ReportRow {
  return {
    ...{ of: { time, title }, currency },
    values: { net_sales: net, orders, margin_rate: rate },
    before: { net_sales: 0n, orders: 0n, margin_rate: null },
  };
}

const answer: ReportAnswer = {
  report: { id: 'explore', titleKey: 'reports.explore', about: '' },
  ...{ span: span('2026-11-26', '2026-11-27'), comparedWith: span('2026-11-24', '2026-11-25') },
  ...{ zone: 'Europe/Berlin', asOf: Temporal.Instant.from('2026-11-27T11:00:00Z'), isCut: false },
  dimensions: [
    { id: 'time', about: 'Day of the shop.' },
    { id: 'title', about: 'What it is called.' },
  ],
  measures: [
    { id: 'net_sales', kind: 'money', about: 'Gross − discounts − returns.', timeRule: 'By day.' },
    { id: 'orders', kind: 'count', about: 'Orders.', timeRule: 'By day.' },
    { id: 'margin_rate', kind: 'share', about: 'Margin ÷ net sales.', timeRule: 'By day.' },
  ],
  rows: [
    row('2026-11-26', '=1+1', EUR, 9_007_199_254_740_993n, 3n, 0.25),
    row('2026-11-27', '=1+1', EUR, -150n, 1n, null),
    row('2026-11-26', 'Cup “Ærø”, "blue"\n<&>', JPY, 1_234n, 2n, 0.5),
    row('2026-11-27', 'Cup “Ærø”, "blue"\n<&>', JPY, 0n, 0n, null),
  ],
  totals: [
    { of: {}, currency: EUR, values: { net_sales: 9_007_199_254_740_843n, orders: 4n, margin_rate: 0.25 } },
    { of: {}, currency: JPY, values: { net_sales: 1_234n, orders: 2n, margin_rate: 0.5 } },
  ],
};

async function written(format: FileFormat, language: Spoken = 'en'): Promise<{ file: Buffer; path: string }> {
  const file = await exportAnswer(answer, { format, query: QUERY, language });
  const path = join(folder, `answer.${format}`);
  await writeFile(path, file);
  return { file, path };
}

test('CSV: another reader reads what was written, and no spreadsheet runs it', async () => {
  const { file, path } = await written('csv');
  const lines = file.toString().split('\r\n');
  assert.equal(
    lines[0],
    'time,title,currency,net_sales,orders,margin_rate,net_sales_before,orders_before,margin_rate_before',
  );
  assert.equal(lines[1], "2026-11-26,'=1+1,EUR,90071992547409.93,3,0.25,0.00,0,");
  const read = await duck.rows(
    `select title, cast(net_sales as decimal(38, 2)) as net from read_csv('${path}', all_varchar = true, strict_mode = true) order by all`,
  );
  assert.deepEqual(
    read.map(({ title }) => title),
    ["'=1+1", "'=1+1", 'Cup “Ærø”, "blue"\n<&>', 'Cup “Ærø”, "blue"\n<&>'],
  );
  assert.deepEqual(
    read.map(({ net }) => net),
    ['-1.50', '90071992547409.93', '0.00', '1234.00'],
  );
});

test('Parquet: types as they are, money exact, the query and the definitions beside it', async () => {
  const { path } = await written('parquet');
  const types = await duck.rows(
    `select column_name as name, column_type as type from (describe select * from '${path}')`,
  );
  assert.deepEqual(
    types.slice(0, 6).map(({ name, type }) => `${name} ${type}`),
    [
      ...['time DATE', 'title VARCHAR', 'currency VARCHAR'],
      ...['net_sales DECIMAL(38,2)', 'orders BIGINT', 'margin_rate DOUBLE'],
    ],
  );
  const rows = await duck.rows(`select time, title, net_sales, orders, margin_rate from '${path}'`);
  assert.deepEqual(Object.values(rows[0] ?? {}), [
    ...[Temporal.PlainDate.from('2026-11-26'), '=1+1', '90071992547409.93', 3n, 0.25],
  ]);
  assert.deepEqual([rows.length, rows[1]?.['margin_rate']], [4, null]);
  const kept = await duck.rows(
    `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`,
  );
  assert.ok(kept.some(({ key, value }) => key === 'query' && value === QUERY));
  assert.ok(kept.some(({ key, value }) => key === 'net_sales' && String(value).startsWith('Gross −')));
});

test('XLSX: numbers are numbers with the digits of their currency, days are dates, definitions on the second sheet', async () => {
  const { file } = await written('xlsx');
  const parts = await unzipped(file);
  assert.equal(parts.size, 7);
  const cells = cellsOf(parts.get('xl/worksheets/sheet1.xml') ?? '');
  const formats = formatsOf(parts.get('xl/styles.xml') ?? '');
  const shown = (at: string) => {
    const cell = cells.get(at);
    return [cell?.type, cell?.value, formats[cell?.style ?? 0]];
  };
  assert.deepEqual(shown('D1'), ['inlineStr', 'Net sales', undefined]);
  assert.deepEqual(shown('A2'), [undefined, '46352', 'yyyy\\-mm\\-dd']);
  assert.deepEqual(shown('B2'), ['inlineStr', '=1+1', undefined]);
  assert.deepEqual(shown('B4'), ['inlineStr', 'Cup “Ærø”, "blue"\n<&>', undefined]);
  assert.deepEqual(shown('D2'), [undefined, '90071992547409.93', '#,##0.00']);
  assert.deepEqual(shown('D4'), [undefined, '1234', '#,##0']);
  assert.deepEqual(shown('F2'), [undefined, '0.25', '0.0%']);
  assert.equal(cells.has('F3'), false);
  assert.deepEqual([shown('D6')[1], shown('D7')[1]], ['90071992547408.43', '1234']);
  const meanings = [...cellsOf(parts.get('xl/worksheets/sheet2.xml') ?? '').values()].map(
    ({ value }) => value,
  );
  assert.ok(meanings.includes(QUERY) && meanings.includes('Gross − discounts − returns. By day.'));
  const wide = { ...answer, rows: answer.rows.slice(0, 1) };
  assert.deepEqual(
    await exportAnswer(wide, { format: 'xlsx', query: QUERY, language: 'en' }),
    await exportAnswer(wide, { format: 'xlsx', query: QUERY, language: 'en' }),
  );
});

test('PDF: title, days, picture, table and definitions can be read', async () => {
  const { file } = await written('pdf');
  const text = textOf(file);
  for (const part of [
    'Net sales, Orders, Gross margin by time, product',
    '2026-11-26 to 2026-11-27, compared with 2026-11-24 to 2026-11-25',
    ...[
      '90,071,992,547,409.93',
      '25.0 %',
      'Cup “Ærø”',
      'Gross − discounts − returns. By day.',
      QUERY.slice(0, 50),
    ],
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.match(contentOf(file).join('\n'), /\d l\n/, 'no line is drawn');
});

test('PDF and XLSX: names, definitions and numbers as the language has them; columns of programs stay', async () => {
  const about = 'Hour, day, week from Monday, or month, in the shop’s zone.';
  const told = { ...answer, dimensions: [{ id: 'time', about }, ...answer.dimensions.slice(1)] };
  const pdf = await exportAnswer(told, { format: 'pdf', query: QUERY, language: 'de' });
  const text = textOf(pdf);
  for (const part of [
    ...['Nettoumsatz, Bestellungen, ', ' nach Zeit, ', '2026-11-26 bis 2026-11-27, verglichen mit'],
    ...['90.071.992.547.409,93', '25,0 %', 'Definitionen', 'Stunde, Tag, Woche ab Montag'],
  ]) {
    assert.ok(text.includes(part), part);
  }
  const book = await unzipped(await exportAnswer(told, { format: 'xlsx', query: QUERY, language: 'fr' }));
  assert.match(book.get('xl/workbook.xml') ?? '', /name="Chiffres".*name="Définitions"/s);
  const english = await exportAnswer(told, { format: 'csv', query: QUERY, language: 'en' });
  assert.deepEqual(await exportAnswer(told, { format: 'csv', query: QUERY, language: 'es' }), english);
});

async function unzipped(file: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for await (const entry of readZipEntries(file)) {
    const { path, data } = expectOk(entry);
    parts.set(path, data.toString());
  }
  return parts;
}

type SheetCell = { readonly type: string | undefined; readonly style: number; readonly value: string };

function cellsOf(xml: string): Map<string, SheetCell> {
  const cells = new Map<string, SheetCell>();
  const parser = new SaxesParser();
  let at: Omit<SheetCell, 'value'> & { readonly name: string } = { name: '', type: undefined, style: 0 };
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'c')
      at = { name: `${attributes['r']}`, type: attributes['t'], style: Number(attributes['s']) };
  });
  parser.on('text', (text) => {
    if (at.name !== '' && text.trim() !== '')
      cells.set(at.name, { type: at.type, style: at.style, value: text });
  });
  parser.write(xml).close();
  return cells;
}

/** The format of numbers of each style, by its place. */
function formatsOf(xml: string): (string | undefined)[] {
  const [codes, styles] = [new Map<string, string>(), [] as (string | undefined)[]];
  const parser = new SaxesParser();
  let isCell = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'numFmt') codes.set(`${attributes['numFmtId']}`, `${attributes['formatCode']}`);
    if (name === 'cellXfs') isCell = true;
    if (name === 'xf' && isCell) styles.push(codes.get(`${attributes['numFmtId']}`));
  });
  parser.write(xml).close();
  return styles;
}

function contentOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const begin = match.index + match[0].length;
    const end = text.indexOf('endstream', begin);
    try {
      return [inflateSync(pdf.subarray(begin, end)).toString('latin1')];
    } catch {
      // Another stream: a font's file, for example.
      return [];
    }
  });
}

/** What the pages say: glyphs through the maps to Unicode of their fonts, which both have the same here or their own. */
function textOf(pdf: Buffer): string {
  const streams = contentOf(pdf);
  const maps = streams.filter((one) => one.includes('beginbfrange')).map(mapOf);
  const pages = streams.filter((one) => one.includes(' TJ'));
  const said = (glyphs: ReadonlyMap<string, string>) =>
    pages
      .flatMap((page) => page.split('\n').filter((line) => line.endsWith(' TJ')))
      .map((line) =>
        [...line.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((glyph) => glyphs.get(glyph) ?? '')
          .join(''),
      )
      .join('\n');
  return maps.map(said).join('\n');
}

function mapOf(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '0', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0');
      glyphs.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return glyphs;
}
