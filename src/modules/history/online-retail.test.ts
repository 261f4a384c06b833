import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk, toDecimal } from '../../kernel/index.ts';
import { openWarehouse, type Warehouse } from '../../platform/warehouse/index.ts';
import {
  exactText,
  type HistoryLine,
  type ImportReport,
  importOrders,
  netSales,
  readHistoryLines,
  roundedMoney,
} from './index.ts';

const PATH = join(import.meta.dirname, '../../../../shared/data/uci-online-retail.parquet');
const skip = existsSync(PATH) ? false : `${PATH} is not there`;
const GBP = currencyOf('GBP');
const input = {
  ...{ path: PATH, fileName: 'uci-online-retail.parquet', currency: GBP, zone: 'Europe/London' },
  ...{ isDryRun: false, now: Temporal.Instant.from('2026-11-27T12:00:00Z') },
  mapping: {
    ...{ date: 'InvoiceDate', order: 'InvoiceNo', customer: 'CustomerID', sku: 'StockCode' },
    ...{ title: 'Description', quantity: 'Quantity', price: 'UnitPrice', country: 'Country' },
  },
};

describe('the Online Retail file (UCI), imported once', { skip }, async () => {
  const connection = skip ? undefined : await testDatabase();
  let report: ImportReport;
  let file: Warehouse;

  before(async () => {
    if (connection === undefined) return;
    report = expectOk(await importOrders(connection, input));
    file = await openWarehouse({ memoryMb: 512, threads: 2 });
    await file.change((session) =>
      session.run(`create table source as select * from read_parquet('${PATH}')`),
    );
  });
  after(() => file?.close());

  /** One row of text, computed by DuckDB straight from the file. */
  async function inFile(selected: string): Promise<string[]> {
    const [row = {}] = await file.rows(`select ${selected} from source limit 1`);
    return Object.values(row).map(String);
  }

  test('every row is a line, and every total is the file’s, to the last of three decimals', async () => {
    const { summary, errors, rows } = report;
    const expected = await inFile(`count(*), count(distinct InvoiceNo), count(distinct StockCode),
      count(distinct CustomerID), count(distinct Country), count(*) filter (InvoiceNo like 'C%'),
      sum(cast(Quantity as decimal(18, 0)) * cast(UnitPrice as decimal(18, 3)))`);
    const net = netSales(summary.sums).get(GBP) ?? 0n;
    assert.deepEqual(
      [
        ...[summary.lines, summary.documents, summary.skus, summary.customers, summary.countries],
        ...[summary.refunds, exactText(net)],
      ].map(String),
      expected,
    );
    assert.deepEqual(expected, ['541909', '25900', '4070', '4372', '38', '9288', '9747747.934']);
    assert.equal(toDecimal(roundedMoney(net, GBP)), '9747747.93');
    assert.deepEqual([rows, errors], [541_909, 0]);
  });

  test('what is no goods is classified by the rules, to the penny of each code', async () => {
    const codes = {
      delivery: ['POST', 'DOT', 'C2'],
      fee: ['BANK CHARGES', 'AMAZONFEE', 'CRUK'],
      discount: ['D'],
    };
    for (const [name, skus] of Object.entries(codes)) {
      const [expected = ''] =
        await inFile(`sum(cast(Quantity as decimal(18, 0)) * cast(UnitPrice as decimal(18, 6)))
        filter (StockCode in (${skus.map((sku) => `'${sku}'`).join(', ')}))`);
      const sum = report.summary.sums.find((one) => one.class === name);
      assert.equal(exactText(sum?.amountMillionths ?? 0n), expected.replace(/\.?0+$/, ''), name);
    }
    const [counts] = await inFile(`count(*) filter (StockCode in ('M', 'm', 'B', 'S')
      or UnitPrice = 0 and (CustomerID is null or Quantity < 0)
        and StockCode not in ('POST', 'DOT', 'C2', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'D'))`);
    assert.equal(report.summary.sums.find((one) => one.class === 'adjustment')?.lines, Number(counts));
  });

  test('each linked refund takes back pieces that one earlier sale of the same customer had', async () => {
    assert.ok(connection);
    const { rows } = await sql<{ linked: number; wrong: number; sales: number; over: number }>`
      with pair as (
        select back.*, sale.quantity as sold, sale.id as sale_id, sale.document = back.cancels
          and sale.happened_at < back.happened_at and (sale.customer, sale.sku, sale.unit_price, sale.kind)
            = (back.customer, back.sku, back.unit_price, 'sale') as is_right
        from history.line back join history.line sale on sale.id = back.refund_of
      ), sale as (
        select sale_id, sum(-quantity) > min(sold) as is_over from pair group by sale_id
      )
      select count(*)::int as linked, count(*) filter (where not is_right)::int as wrong,
        (select count(*)::int from sale) as sales, (select count(*)::int from sale where is_over) as over
      from pair`.execute(connection.db);
    const [found] = rows;
    // Those that could have a sale at all: the upper bound, by a join in the file.
    const [possible] = await inFile(`(select count(*) from source back where InvoiceNo like 'C%' and exists (
      select 1 from source sale where sale.CustomerID = back.CustomerID and sale.StockCode = back.StockCode
        and sale.UnitPrice = back.UnitPrice and sale.InvoiceDate < back.InvoiceDate
        and sale.Quantity >= -back.Quantity))`);
    const linked = report.summary.linkedRefunds;
    assert.deepEqual([found?.linked, found?.wrong, found?.over], [linked, 0, 0]);
    assert.ok(linked > 0.9 * Number(possible) && linked <= Number(possible), `${linked} of ${possible}`);
  });

  test('its lines are read in pages, with London’s clock and the file’s days', async () => {
    assert.ok(connection);
    let [count, last, sum] = [0, 0n, 0n];
    let first: HistoryLine | undefined;
    for await (const page of readHistoryLines(connection.db, { after: 500_000n })) {
      for (const line of page) {
        assert.ok(line.id > last);
        [count, last, sum] = [count + 1, line.id, sum + line.amountMillionths];
      }
      first ??= page[0];
    }
    const [rows, expected = '', moment = ''] = await inFile(`count(*) filter (rowid >= 500000),
      sum(cast(Quantity as decimal(18, 0)) * cast(UnitPrice as decimal(18, 3))) filter (rowid >= 500000),
      min(InvoiceDate) filter (rowid = 500000)`);
    assert.deepEqual([String(count), exactText(sum)], [rows, expected.replace(/\.?0+$/, '')]);
    const local = Temporal.PlainDateTime.from(moment.replace(' ', 'T'));
    assert.equal(`${first?.happenedAt}`, `${local.toZonedDateTime('Europe/London').toInstant()}`);
    assert.equal(`${first?.day}`, `${local.toPlainDate()}`);
  });

  test('the file again writes nothing', async () => {
    assert.ok(connection);
    const again = await importOrders(connection, { ...input, fileName: 'renamed.parquet' });
    assert.deepEqual(!again.ok && again.refusal.code, 'already_imported');
  });
});
