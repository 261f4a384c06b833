import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import {
  BETWEEN_CELLS,
  exactText,
  forgetCustomer,
  type HistoryLine,
  type ImportInput,
  importOrders,
  listImports,
  netSales,
  readClassRules,
  readHistoryLines,
  readHistoryRevision,
  readHistoryTexts,
  removeImport,
  saveClassRule,
  TEXT_CELLS,
} from './index.ts';
import { aFolder } from './testing/a-file.ts';

const connection = await testDatabase();
const { db } = connection;
const { fileOf, plain } = await aFolder();

async function bring(input: ImportInput) {
  return expectOk(await importOrders(connection, input));
}

async function allLines(): Promise<HistoryLine[]> {
  return (await Array.fromAsync(readHistoryLines(db, { limit: 2 }))).flat();
}

async function removeAll(): Promise<void> {
  for (const { id } of await listImports(db)) {
    expectOk(await db.transaction().execute((tx) => removeImport(tx, { id })));
  }
}

beforeEach(removeAll);

const PLAIN_COLUMNS = { date: 'Date', order: 'Order', quantity: 'Quantity', price: 'Price' };
const SALES = [
  '2024-01-10 10:00,1001,ada,TEA,Tea,12,2.555,UK',
  '2024-01-11 10:00,1002,ada,TEA,Tea,5,2.555,UK',
  '2024-01-11 10:00,1002,ada,POST,Postage,1,4.95,UK',
];

test('a table’s rows become lines, exact; a dry run says the same and leaves nothing', async () => {
  const refund = '2024-01-12 10:00,C1003,ada,TEA,Tea,-6,2.555,UK';
  const tried = await bring(await plain([...SALES, refund], { isDryRun: true }));
  assert.deepEqual([tried.importId, await allLines(), await listImports(db)], [undefined, [], []]);
  const report = await bring(await plain([...SALES, refund]));
  assert.deepEqual(report.summary, tried.summary);
  const lines = await allLines();
  assert.deepEqual(
    lines.map((line) => [
      line.document,
      line.kind,
      line.class,
      exactText(line.amountMillionths),
      line.cancels,
    ]),
    [
      ['1001', 'sale', 'goods', '30.66', undefined],
      ['1002', 'sale', 'goods', '12.775', undefined],
      ['1002', 'sale', 'delivery', '4.95', undefined],
      ['C1003', 'refund', 'goods', '-15.33', '1001'],
    ],
  );
  assert.equal(lines[3]?.refundOf, lines[0]?.id);
  assert.deepEqual([...netSales(report.summary.sums).values()].map(exactText), ['33.055']);
  const [kept] = await listImports(db);
  assert.deepEqual([kept?.id, kept?.summary], [report.importId, report.summary]);
});

test('what a piece cost comes in by the mapping; each line says whose order it is of, also as a text', async () => {
  const mapping = { ...PLAIN_COLUMNS, customer: 'Who', sku: 'SKU', cost: 'Cost' };
  const file = `Date,Order,Who,SKU,Quantity,Price,Cost
2024-01-10,1,ada,TEA,2,5,1.333333
2024-01-11,C2,ada,TEA,-1,5,
2024-01-11,3,ada,CUP,1,5,-1
`;
  const report = await bring(await fileOf(file, { mapping, origin: 'old' }));
  assert.deepEqual(
    report.issues.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ['4 Cost negative'],
  );
  const lines = await allLines();
  assert.deepEqual(
    lines.map(({ origin, order, costMillionths }) => [origin, order, costMillionths]),
    [
      ['old', 'old:1', 1_333_333n],
      ['old', 'old:1', undefined],
    ],
  );
  const [page] = await Array.fromAsync(readHistoryTexts(db));
  const [sold, back] = page?.texts.map((text) => text.split(BETWEEN_CELLS)) ?? [];
  assert.equal(page?.lastId, lines[1]?.id);
  const at = TEXT_CELLS.indexOf('order');
  assert.deepEqual([sold?.length, sold?.[at], back?.[at]], [TEXT_CELLS.length, 'old:1', 'old:1']);
  const named = Object.fromEntries(TEXT_CELLS.map((name, place) => [name, sold?.[place]]));
  assert.deepEqual(
    [named['amount'], named['cost'], named['quantity'], named['refundOf'], named['happenedAt']],
    ['10000000', '1333333', '2', '', `${(lines[0]?.happenedAt.epochMilliseconds ?? 0) * 1_000}`],
  );
});

test('words come in as they are: tabs, line ends, backslashes and quotes among them', async () => {
  await bring(
    await plain(['2024-01-10,"A\\1\t2",ada,"T\\N","Tea ""green""\nloose\r\nleaf",1,2.50,"Côte d\'Ivoire"']),
  );
  const [line] = await allLines();
  assert.deepEqual(
    [line?.document, line?.sku, line?.title, line?.country],
    ['A\\1\t2', 'T\\N', 'Tea "green"\nloose\r\nleaf', 'CI'],
  );
});

test('what cannot be read is named by line and column, and its whole document stays out', async () => {
  const report = await bring(
    await plain([
      ...SALES,
      '2024-02-30,1003,bo,CUP,Cup,1,5,UK',
      '2024-01-12,1003,bo,TEA,Tea,1,5,UK',
      '2024-01-12,1004,bo,CUP,Cup,1.5,5.0000001,UK',
      '2024-01-12,,bo,CUP,Cup,1,,UK',
      '01/02/2024,1005,bo,CUP,Cup,x,5,UK',
      '2024-01-12,1006,bo,"CUP"s,Cup,1,5,UK',
      '2024-01-12,1006,bo,TEA,Tea,1,5,UK',
    ]),
  );
  assert.deepEqual(
    report.issues.map(({ line, column, code }) => `${line} ${column ?? ''} ${code}`),
    [
      ...['5 Date not_a_date', '7 Quantity not_whole', '7 Price too_many_digits', '8 Order missing'],
      ...['8 Price missing', '9 Date ambiguous_date', '9 Quantity not_a_number', '10  misplaced_quote'],
    ],
  );
  assert.deepEqual(new Set((await allLines()).map(({ document }) => document)), new Set(['1001', '1002']));
  assert.deepEqual([report.rows, report.errors, report.refusedDocuments], [10, 8, 4]);
});

test('the same file again is refused, and of another one what is known stays out', async () => {
  const first = await plain(SALES);
  const { importId } = await bring(first);
  const before = await allLines();
  const again = await importOrders(connection, first);
  assert.equal(again.ok ? '' : again.refusal.code, 'already_imported');
  const overlapping = await plain([...SALES, '2024-01-20,1007,bo,CUP,Cup,1,5,UK']);
  const report = await bring(overlapping);
  assert.deepEqual([report.knownDocuments, report.summary.lines], [2, 1]);
  const whole = await importOrders(connection, await plain(['2024-01-20,1007,bo,CUP,Cup,1,5,UK']));
  assert.equal(whole.ok ? '' : whole.refusal.code, 'nothing_new');
  const other = await bring(await plain([...SALES, ''], { origin: 'other shop' }));
  assert.deepEqual([other.knownDocuments, other.summary.lines], [0, 3]);
  assert.deepEqual((await allLines()).slice(0, 3), before);
  assert.deepEqual((await listImports(db)).length, 3);
  assert.ok(importId);
});

test('a refund finds its sale in an earlier import, and forgets it when that goes', async () => {
  const { importId: id = 0 } = await bring(await plain(SALES));
  await bring(
    await plain(['2024-03-01,C9,ada,TEA,Tea,-12,2.555,UK', '2024-03-02,C10,ada,TEA,Tea,-12,2.555,UK']),
  );
  const cancels = async () =>
    (await allLines()).filter(({ kind }) => kind === 'refund').map((line) => line.cancels);
  assert.deepEqual(await cancels(), ['1001', undefined], 'twelve are back, and five are not twelve');
  await bring(
    await plain(['2024-03-03,C11,ada,TEA,Tea,-12,2.555,UK', '2024-03-04,C12,ada,TEA,Tea,-5,2.555,UK']),
  );
  assert.deepEqual(
    await cancels(),
    ['1001', undefined, undefined, '1002'],
    'what an earlier import gave back is back',
  );
  const before = await readHistoryRevision(db);
  expectOk(await db.transaction().execute((tx) => removeImport(tx, { id })));
  assert.deepEqual(await cancels(), [undefined, undefined, undefined, undefined]);
  assert.ok((await readHistoryRevision(db)) > before);
  const twice = await db.transaction().execute((tx) => removeImport(tx, { id }));
  assert.equal(twice.ok ? '' : twice.refusal.code, 'not_found');
});

test('a changed rule classifies the lines that are there anew, and is taken back', async () => {
  await bring(await plain([...SALES, '2024-01-11,1008,,TEA,damaged,-3,0,UK']));
  const classes = async () => (await allLines()).map((line) => line.class);
  const save = (pattern: string, name: 'fee' | 'goods' | undefined) =>
    db.transaction().execute((tx) => saveClassRule(tx, { pattern, class: name }));
  assert.deepEqual(await classes(), ['goods', 'goods', 'delivery', 'adjustment']);
  const before = await readHistoryRevision(db);
  assert.equal(expectOk(await save('T*', 'fee')), 3);
  assert.deepEqual(await classes(), ['fee', 'fee', 'delivery', 'fee']);
  assert.ok((await readHistoryRevision(db)) > before);
  assert.ok((await readClassRules(db)).some(({ pattern }) => pattern === 't*'));
  assert.equal(expectOk(await save('t*', undefined)), 3);
  assert.deepEqual(await classes(), ['goods', 'goods', 'delivery', 'adjustment']);
  const gone = await save('t*', undefined);
  assert.equal(gone.ok ? '' : gone.refusal.code, 'not_found');
});

test('who asks for it is forgotten, by key or address, and the sale stays', async () => {
  await bring(await plain([...SALES, '2024-01-20,1007,Bo@example.com,CUP,Cup,1,5,UK']));
  const forget = (customer: string) => db.transaction().execute((tx) => forgetCustomer(tx, { customer }));
  assert.equal(
    (await allLines()).some(({ customer }) => customer?.includes('@')),
    false,
  );
  assert.deepEqual([await forget('bo@EXAMPLE.com'), await forget('bo@example.com')], [1, 0]);
  assert.deepEqual(
    (await allLines()).map(({ customer }) => customer),
    ['ada', 'ada', 'ada', undefined],
  );
});

test('an import that breaks off leaves nothing, and a file that is none says so', async () => {
  const stopped = new AbortController();
  const many = Array.from({ length: 5_000 }, (_, at) => `2024-01-10,${at},ada,TEA,Tea,1,2.50,UK`);
  const input = await plain(many, { signal: stopped.signal, onRows: () => stopped.abort() });
  await assert.rejects(importOrders(connection, input), { name: 'AbortError' });
  assert.deepEqual([await allLines(), await listImports(db)], [[], []]);
  const refusals = await Promise.all(
    [
      await fileOf('A,B\n1,2\n'),
      await fileOf('A,B\n1,2\n', { mapping: { date: 'When' } }),
      await plain([]),
      await fileOf('Order,Date,Quantity,Price\n1,2024-01-10,1,2\n2,2024-01', { mapping: PLAIN_COLUMNS }),
      await fileOf('PAR1 and nothing more'),
    ].map((file) => importOrders(connection, file)),
  );
  assert.deepEqual(
    refusals.map((one) => (one.ok ? 'ok' : `${one.refusal.code}: ${one.refusal.message.slice(0, 40)}`)),
    [
      'unreadable: line 1: The columns (A, B) are those of ',
      'unreadable: The file has no column "When", which dat',
      'nothing_to_import: of 0 rows none is a sale, 0 cannot be re',
      'unreadable: line 3: The file ends inside a row: line',
      'unreadable: The file begins as Parquet and cannot be',
    ],
  );
});
