import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, divideRounded, expectOk, toDecimal } from '../../../kernel/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { openWarehouse, type Warehouse } from '../../../platform/warehouse/index.ts';
import {
  exactText,
  type HistoryLine,
  type ImportReport,
  importOrders,
  netSales,
  readHistoryLines,
  roundedMoney,
} from '../../history/index.ts';
import { runReport } from '../reports/run-report.ts';
import { span } from '../testing/a-warehouse.ts';
import { type Analytics, openAnalytics } from '../warehouse/open-analytics.ts';
import { shopSources } from './shop-sources.ts';

const PATH = join(import.meta.dirname, '../../../../../shared/data/uci-online-retail.parquet');
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
  let analytics: Analytics;
  let folder: string;

  before(async () => {
    if (connection === undefined) return;
    report = expectOk(await importOrders(connection, input));
    file = await openWarehouse({ memoryMb: 512, threads: 2 });
    await file.change((session) =>
      session.run(`create table source as select * from read_parquet('${PATH}')`),
    );
  });
  after(async () => {
    await file?.close();
    await analytics?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

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

  test('reports of sales are the file’s: in all to the penny, each month less than a penny off', async (t) => {
    assert.ok(connection);
    folder = await mkdtemp(join(tmpdir(), 'institor-retail-'));
    const files = folderStore(join(folder, 'files'));
    const sources = shopSources({ db: connection.db, files, folder });
    analytics = await openAnalytics({ folder, sources, zone: 'Europe/London', memoryMb: 512 });
    const began = performance.now();
    await analytics.feed(input.now);
    t.diagnostic(`fed in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    await file.change((session) => session.run(LINES));
    const [all = {}] = await file.rows<Record<string, bigint>>(`select ${SUMS} from line`);
    const months = await file.rows<Record<string, bigint>>(
      `select ${SUMS} from line group by date_trunc('month', sold_at) order by date_trunc('month', sold_at)`,
    );
    const report = expectOk(await runReport(analytics, 'sales_over_time', { span: YEARS, grain: 'month' }));
    const [total] = report.totals;
    for (const measure of ['net_sales', 'total_sales'] as const) {
      assert.equal(total?.values[measure], divideRounded(all[measure] ?? 0n, MILLIONTHS), measure);
    }
    assert.equal(total?.values['total_sales'], 974_774_793n);
    assert.equal(months.length, report.rows.length);
    for (const [place, { values, of }] of report.rows.entries()) {
      for (const [measure, exact] of Object.entries(months[place] ?? {})) {
        const shown = values[measure];
        assert.ok(typeof shown === 'bigint', measure);
        const off = COUNTED.has(measure) ? shown - exact : shown * MILLIONTHS - exact;
        // Of each sum less than a penny; net and total sales are stretches of one running sum as well.
        const most = COUNTED.has(measure) ? 0n : (OF[measure] ?? 1n) * MILLIONTHS;
        assert.ok(off >= -most && off <= most, `${measure} of ${of['time']} is ${off} millionths off`);
      }
    }
  });

  test('the best-selling SKUs, the countries and who came back are the file’s', async () => {
    const rowsOf = async (report: string, dimension: string, measure: string) => {
      const { rows } = expectOk(await runReport(analytics, report, { span: YEARS, limit: 5 }));
      return rows.map(({ of, values }) => `${of[dimension]} ${values[measure]}`);
    };
    const expected = async (column: string) =>
      (
        await file.rows<{ row: string }>(`
        select ${column} || ' ' || cast(round(sum(amount) filter (is_sold) / ${MILLIONTHS}) as bigint) as row
        from line where class = 'goods' group by ${column}
        order by sum(amount) filter (is_sold) desc nulls last limit 5`)
      ).map(({ row }) => row);
    assert.deepEqual(await rowsOf('sales_by_product', 'product', 'gross_sales'), await expected('sku'));
    const codes = `case country when 'United Kingdom' then 'GB' when 'Netherlands' then 'NL' when 'EIRE' then 'IE'
      when 'Germany' then 'DE' when 'France' then 'FR' else country end`;
    assert.deepEqual(await rowsOf('sales_by_country', 'country', 'gross_sales'), await expected(codes));
    const [buyers] = await file.rows<{ n: string }>(`
      select count(distinct customer) || ' ' || count(distinct document) as n
      from line where class = 'goods' and is_sold and customer is not null`);
    const { rows } = expectOk(await runReport(analytics, 'new_and_returning', { span: YEARS }));
    const orders = (buyer: string) => Number(rows.find(({ of }) => of['buyer'] === buyer)?.values['orders']);
    assert.equal(`${orders('new')} ${orders('new') + orders('returning')}`, buyers?.n);
  });

  test('the file again writes nothing', async () => {
    assert.ok(connection);
    const again = await importOrders(connection, { ...input, fileName: 'renamed.parquet' });
    assert.deepEqual(!again.ok && again.refusal.code, 'already_imported');
  });
});

const YEARS = span('2010-12-01', '2011-12-31');
/** Of a pound a penny has so many. */
const MILLIONTHS = 10_000n;

// The rules of classes once more, in SQL and straight from the file.
const LINES = `create table line as
  select InvoiceNo as document, cast(InvoiceDate as timestamp) as sold_at, CustomerID as customer, StockCode as sku, Country as country,
    Quantity as quantity, cast(Quantity * cast(UnitPrice * 1e6 as decimal(18, 0)) as bigint) as amount,
    not (quantity < 0 and amount < 0) as is_sold,
    case when StockCode in ('POST', 'DOT', 'C2') then 'delivery'
      when StockCode in ('BANK CHARGES', 'AMAZONFEE', 'CRUK', 'M', 'm', 'B', 'S') then 'other'
      when StockCode = 'D' then 'discount'
      when UnitPrice = 0 and (CustomerID is null or Quantity < 0) then 'other' else 'goods' end as class
  from source`;

const sumOf = (condition: string) => `cast(ifnull(sum(amount) filter (${condition}), 0) as hugeint)`;
const SUMS = `${sumOf("class = 'goods' and is_sold")} as gross_sales,
  -${sumOf("class = 'goods' and not is_sold")} as returns, -${sumOf("class = 'discount'")} as discounts,
  ${sumOf("class in ('goods', 'discount')")} as net_sales, ${sumOf("class = 'delivery'")} as shipping,
  ${sumOf("class = 'other'")} as other, ${sumOf('true')} as total_sales,
  ifnull(sum(quantity) filter (class = 'goods' and is_sold), 0) as units,
  -ifnull(sum(quantity) filter (class = 'goods' and not is_sold), 0) as units_returned,
  count(distinct document) filter (class = 'goods' and is_sold) as orders`;
const COUNTED: ReadonlySet<string> = new Set(['units', 'units_returned', 'orders']);
/** How many sums, each less than a penny off in a month, these are made of. */
const OF: Readonly<Record<string, bigint>> = { net_sales: 3n, total_sales: 5n };
