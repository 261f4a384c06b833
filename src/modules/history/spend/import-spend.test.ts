import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import {
  exactText,
  importSpend,
  listSpendImports,
  readSpend,
  readSpendRevision,
  removeImport,
} from '../index.ts';
import { aFolder } from '../testing/a-file.ts';

const { db } = await testDatabase();
const { fileOf } = await aFolder();

type Change = Partial<Omit<Parameters<typeof importSpend>[1], 'path' | 'fileName' | 'now'>>;

async function bring(text: string, change: Change = {}) {
  const { path, fileName, now } = await fileOf(text);
  return importSpend(db, { path, fileName, now, isDryRun: false, ...change });
}

async function rowsOf(origin: string): Promise<string[]> {
  return (await readSpend(db))
    .filter((row) => row.origin === origin)
    .map(({ day, source, medium, campaign, currency, amountMillionths, clicks, impressions }) =>
      [day, source, medium, campaign, currency, exactText(amountMillionths), clicks, impressions].join(','),
    );
}

test('a report of Google Ads comes in below its title, without its totals', async () => {
  const report = expectOk(
    await bring(`Campaign report
"1 January 2026 - 2 January 2026"
Day,Campaign,Currency code,Cost,Impr.,Clicks
2026-01-01,"Brand, search",EUR,"1,204.50","10,400",310
2026-01-02,"Brand, search",EUR,0.333333,12,1
2026-01-02,Sale,EUR,,0,0
Total: Account, --,EUR,"1,204.83","10,412",311
`),
  );
  assert.deepEqual([report.tool, report.rows, report.errors], ['google_ads', 4, 0]);
  assert.deepEqual(await rowsOf('google_ads'), [
    '2026-01-01,google,cpc,Brand, search,EUR,1204.5,310,10400',
    '2026-01-02,google,cpc,Brand, search,EUR,0.333333,1,12',
    '2026-01-02,google,cpc,Sale,EUR,0,0,0',
  ]);
  assert.deepEqual(
    report.sums.map(({ amountMillionths }) => exactText(amountMillionths)),
    ['1204.833333'],
  );
});

test('Meta’s currency stands in a column’s name, Microsoft’s in a column; rows of a day and campaign are one', async () => {
  const meta = expectOk(
    await bring(`Reporting starts,Campaign name,Ad set name,Amount spent (USD),Impressions,Link clicks
2026-02-01,Spring,Young,10.10,1000,20
2026-02-01,Spring,Old,5.05,500,10
`),
  );
  const microsoft = expectOk(
    await bring(
      'Gregorian date,Campaign,Spend,Currency code,Impressions,Clicks\n2/1/2026,Brand,7.5,GBP,90,3\n',
      {
        dates: 'mdy',
      },
    ),
  );
  assert.deepEqual([meta.tool, microsoft.tool], ['meta', 'microsoft_ads']);
  assert.deepEqual(await rowsOf('meta'), ['2026-02-01,facebook,paid_social,Spring,USD,15.15,30,1500']);
  assert.deepEqual(await rowsOf('microsoft_ads'), ['2026-02-01,bing,cpc,Brand,GBP,7.5,3,90']);
});

test('any table comes in by a mapping; what is wrong is named and left out', async () => {
  const text = 'When;What;Paid\n1.3.2026;Podcast;99,90\n2.3.2026;Podcast;much\n;Podcast;1\n';
  const mapping = { date: 'When', campaign: 'What', amount: 'Paid' };
  const refused = await bring(text);
  assert.match(
    refused.ok ? '' : refused.refusal.message,
    /Nothing says date and amount; the columns are When, What/,
  );
  const unknown = await bring(text, { mapping: { ...mapping, clicks: 'Hits' } });
  assert.match(unknown.ok ? '' : unknown.refusal.message, /no column "Hits", which clicks is mapped to/);
  const given = { mapping, source: 'radio', medium: 'audio', origin: 'podcasts' };
  const tried = expectOk(await bring(text, { ...given, isDryRun: true }));
  assert.deepEqual([tried.importId, await rowsOf('podcasts')], [undefined, []]);
  const report = expectOk(await bring(text, given));
  assert.deepEqual(report.issues, tried.issues);
  assert.deepEqual(
    report.issues.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ['3 Paid not_a_number', '4 When missing'],
  );
  assert.deepEqual(await rowsOf('podcasts'), ['2026-03-01,radio,audio,Podcast,EUR,99.9,0,0']);
});

test('a campaign’s day comes in once, and goes out with its import', async () => {
  const first = 'Date,Campaign,Amount\n2026-04-01,A,1\n';
  const { importId: id = 0 } = expectOk(await bring(first, { origin: 'agency' }));
  const again = await bring(first, { origin: 'agency' });
  assert.equal(again.ok ? '' : again.refusal.code, 'already_imported');
  const longer = `${first}2026-04-01,B,2\n2026-04-02,A,3\n`;
  const report = expectOk(await bring(longer, { origin: 'agency' }));
  assert.equal(report.knownRows, 1);
  assert.deepEqual(await rowsOf('agency'), [
    '2026-04-01,,,A,EUR,1,0,0',
    '2026-04-01,,,B,EUR,2,0,0',
    '2026-04-02,,,A,EUR,3,0,0',
  ]);
  const before = await readSpendRevision(db);
  expectOk(await db.transaction().execute((tx) => removeImport(tx, { id })));
  assert.deepEqual(await rowsOf('agency'), ['2026-04-01,,,B,EUR,2,0,0', '2026-04-02,,,A,EUR,3,0,0']);
  assert.notDeepEqual(await readSpendRevision(db), before);
  assert.equal((await listSpendImports(db)).filter(({ origin }) => origin === 'agency').length, 1);
});
