import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { importTraffic, listTrafficImports, readTraffic, removeImport } from '../index.ts';
import { aFolder } from '../testing/a-file.ts';

const { db } = await testDatabase();
const { fileOf } = await aFolder();
const span = { from: Temporal.PlainDate.from('2024-01-01'), to: Temporal.PlainDate.from('2024-12-31') };

async function bring(text: string) {
  return importTraffic(db, await fileOf(text));
}

async function rowsOf(breakdown: string): Promise<string[]> {
  const rows = await readTraffic(db, { ...span, breakdown });
  return rows.map(({ line, day, source, medium, channel, country, device, sessions, visitors, pageviews }) =>
    [line, day, source, medium, channel, country, device, sessions, visitors, pageviews].join(','),
  );
}

test('an exploration of Google Analytics comes in below its comments, without its grand total', async () => {
  const report = expectOk(
    await bring(`# ----------------------------------------
# Free form 1
# 20240101-20240131
# ----------------------------------------

Date,Session source / medium,Country,Device category,Sessions,Total users
20240101,google / organic,United Kingdom,Mobile,120,100
20240102,(direct) / (none),Germany,desktop,7,5
,,,,127,105,Grand total
`),
  );
  assert.deepEqual([report.tool, report.breakdown], ['google_analytics', 'source+medium+country+device']);
  // The total has a cell more than the header: such a row cannot be read, and it is none.
  assert.deepEqual(await rowsOf(report.breakdown), [
    '7,2024-01-01,google,organic,,GB,mobile,120,100,',
    '8,2024-01-02,(direct),(none),,DE,desktop,7,5,',
  ]);
  assert.deepEqual([report.errors, report.rows], [0, 3]);
});

test('files of Plausible and Matomo come in, each breakdown for itself', async () => {
  const days = expectOk(
    await bring(
      '"date","visitors","pageviews","bounces","visits","visit_duration"\n"2024-02-09",119,304,77,134,21070\n',
    ),
  );
  const sources = expectOk(
    await bring(`date,source,referrer,utm_source,utm_medium,pageviews,visitors,visits,visit_duration,bounces
2024-02-09,Google,google.com,,,70,23,25,8249,13
2024-02-09,newsletter,,newsletter,email,8,5,5,900,1
`),
  );
  const matomo = expectOk(await bring('Date,Unique visitors,Visits\n2024-03-01,80,90\n'));
  assert.deepEqual([days.tool, sources.tool, matomo.tool], ['plausible', 'plausible', 'matomo']);
  assert.deepEqual(await rowsOf(''), ['2,2024-02-09,,,,,,134,119,304', '2,2024-03-01,,,,,,90,80,']);
  assert.deepEqual(await rowsOf('source+medium'), [
    '2,2024-02-09,Google,,,,,25,23,70',
    '3,2024-02-09,newsletter,email,,,,5,5,8',
  ]);
});

test('what is wrong is named by line and column; what is known, the same, or no table of visits stays out', async () => {
  const text = `Day,Channel,Sessions
2024-04-01,Direct,10
2024-04-02,Direct,
2024-04-31,Direct,4
2024-04-03,Direct,-1
,Direct,4
`;
  const report = expectOk(await bring(text));
  assert.deepEqual(
    report.issues.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ['3 Sessions missing', '4 Day not_a_date', '5 Sessions negative', '6 Day missing'],
  );
  assert.deepEqual(await rowsOf('channel'), ['2,2024-04-01,,,Direct,,,10,,']);
  const refusal = async (file: string) => {
    const again = await bring(file);
    return again.ok ? `left out: ${again.value.knownRows}` : again.refusal.code;
  };
  assert.equal(await refusal(text), 'already_imported');
  assert.equal(await refusal('Day,Channel,Sessions\n2024-04-01,Direct,10\n'), 'nothing_new');
  assert.equal(
    await refusal('Day,Channel,Sessions\n2024-04-01,Direct,10\n2024-04-09,Direct,1\n'),
    'left out: 1',
  );
  assert.equal(await refusal('date,page,visitors\n2024-04-01,/,10\n'), 'unreadable');
  assert.equal(await refusal('date,source\n2024-04-01,a\n'), 'unreadable');
  for (const { id } of await listTrafficImports(db)) {
    expectOk(await db.transaction().execute((tx) => removeImport(tx, { id })));
  }
  assert.deepEqual([await listTrafficImports(db), await rowsOf('channel')], [[], []]);
});
