import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { readEntries } from '../../modules/audit/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import type { CommandContext } from './command.ts';
import { findCommand } from './commands.ts';
import { runKept } from './kept-command.ts';

const connection = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'institor-history-'));
after(() => rm(folder, { recursive: true, force: true }));
const file = join(folder, 'orders.csv');
await writeFile(
  file,
  `Date;Order;Who;Code;Pieces;Price
2024-01-10 10:00;1001;ada@example.com;TEA;1200;2,555
2024-01-10 10:00;1001;ada@example.com;POST;1;4,95
2024-01-12 10:00;C1002;ada@example.com;TEA;-200;2,555
2024-01-12 10:00;1003;bo;TEA;?;2,555
`,
);
const MAP = ['--map', 'date=Date,order=Order,customer=Who', '--map', 'sku=Code,quantity=Pieces,price=Price'];

async function run(...words: string[]) {
  const out = new PassThrough();
  const secrets = withKeys([Buffer.alloc(32)]);
  const backstage = { connection, files: folderStore(folder), secrets, about: '', migrated: [] };
  const context: CommandContext = {
    ...{ config: readConfig({}), environment: {}, out, isTerminal: false },
    ...{ open: async () => ({ ...backstage, close: async () => {} }), signal: new AbortController().signal },
  };
  const found = findCommand(words);
  assert.ok(found, words.join(' '));
  const said = text(out);
  const code = await runKept(found, context);
  out.end();
  return { code, said: await said };
}

test('orders come in from a table, are listed, and go out again', async () => {
  const order = ['import', 'orders', file, ...MAP, '--currency', 'GBP', '--zone', 'Europe/London'];
  const tried = await run(...order, '--dry-run');
  const first = await run(...order);
  assert.deepEqual([tried.code, first.code], [0, 0]);
  const lines = first.said
    .replace(/in \d+\.\d s/, 'in 0.1 s')
    .replace(/ {2,}/g, ' ')
    .split('\n');
  assert.deepEqual(lines, [
    'Mapped columns: utf-8, delimiter ";", 6 columns',
    ' error line 5, Pieces: "?" is not a number. [not_a_number]',
    'Import 2: of 4 rows, in 0.1 s',
    ' days 2024-01-10 to 2024-01-12',
    ' lines 3',
    ' documents 2',
    ' refund lines 1, with what they take back: 1',
    ' SKUs 2',
    ' customers 1',
    ' countries 0',
    ' GBP delivery 4.95 (lines: 1)',
    ' GBP goods 2,555 (lines: 2)',
    ' GBP net sales 2,559.95 (exactly 2,559.95)',
    'Documents left out for an error in them: 1',
    'To take it out again: institor history remove 2',
    '',
  ]);
  assert.match(tried.said, /^Would come in: of 4 rows/m);
  const again = await run(...order);
  assert.deepEqual(
    [again.code, /^Nothing new: this file is import 2, of \d{4}/m.test(again.said)],
    [0, true],
  );
  assert.match((await run('history')).said, /^2 {2}orders\.csv \(mapped\), .*, days of Europe\/London$/m);
  assert.match((await run('history', 'remove', '2')).said, /^Out, with all its lines: orders\.csv$/m);
  assert.equal((await run('history', 'remove', '2')).code, 1);
  assert.match((await run('history', 'list')).said, /^Nothing has come in from elsewhere/);
});

test('rules are shown and changed; who is forgotten is not named in the log either', async () => {
  await run('import', 'orders', file, ...MAP, '--currency', 'GBP');
  assert.match((await run('history', 'rules')).said, /^delivery +post$/m);
  assert.match((await run('history', 'rules', 'te*', 'fee')).said, /now: 2$/m);
  assert.match((await run('history', 'rules', 'te*', 'none')).said, /now: 2$/m);
  assert.equal((await run('history', 'rules', 'te*', 'none')).code, 1);
  assert.match((await run('history', 'forget', 'Ada@example.com')).said, /now: 3$/m);
  const entries = await readEntries(connection.db, { limit: 50 });
  assert.match(JSON.stringify(entries), /cli history/);
  assert.doesNotMatch(JSON.stringify(entries), /ada@example/i);
});

test('visits come in, are listed beside the orders, and go out again', async () => {
  const visits = join(folder, 'visits.csv');
  await writeFile(
    visits,
    'Date,Session default channel group,Sessions\n20240101,Direct,1200\n20240132,Direct,1\n',
  );
  const first = await run('import', 'traffic', visits);
  assert.equal(first.code, 0);
  assert.match(first.said, /^ {2}error line 3, Date: "20240132" is no date/m);
  const [, id = ''] = /^Import (\d+): google_analytics, by channel, of 2 rows$/m.exec(first.said) ?? [];
  assert.match(
    (await run('history')).said,
    new RegExp(`^${id} {2}visits\\.csv \\(visits, google_analytics\\)`, 'm'),
  );
  assert.match((await run('import', 'traffic', visits)).said, /^Nothing new: this file is import/);
  assert.match((await run('history', 'remove', id)).said, /visits\.csv/);
  assert.equal((await run('import', 'traffic', file, '--dates', 'x')).code, 2);
  assert.equal((await run('import', 'traffic', file)).code, 1);
});

test('wrong words are answered with the right ones', async () => {
  for (const [words, why] of [
    [['import', 'orders'], /Which file\?/],
    [['import', 'orders', file, '--map', 'when=Date'], /"when" is no field/],
    [['import', 'orders', file, '--currency', 'PENNY'], /"PENNY" is no currency/],
    [['import', 'orders', file, '--zone', 'Europe/Nowhere'], /"Europe\/Nowhere" is no time zone/],
    [['import', 'orders', file, '--dates', 'ymd'], /--dates is dmy or mdy/],
    [['history', 'remove', 'all'], /institor history remove ID/],
    [['history', 'rules', 'te*', 'tax'], /goods\|delivery\|fee\|adjustment\|discount\|none/],
  ] as const) {
    const { code, said } = await run(...words);
    assert.deepEqual([code, why.test(said)], [2, true], said);
  }
  const other = join(folder, 'other.csv');
  await writeFile(other, 'Date;Order;Price\n2024-01-10;1;2\n');
  const unknown = await run('import', 'orders', other);
  assert.equal(unknown.code, 1);
  assert.match(unknown.said, /Give a mapping, such as date=Date,order=Order,price=Price/);
});

test('ad spend comes in, is listed, and goes out again', async () => {
  const path = join(folder, 'ads.csv');
  await writeFile(path, 'Day,Campaign,Currency code,Cost,Impr.,Clicks\n2026-01-01,Brand,EUR,12.50,900,31\n');
  const words = ['import', 'spend', path, '--source', 'google'];
  const tried = await run(...words, '--dry-run');
  assert.match(tried.said, /^Would come in: google_ads, of 1 rows\n {2}EUR 12\.50\n$/);
  const first = await run(...words);
  const [, id = ''] = /^Import (\d+): google_ads/.exec(first.said) ?? [];
  assert.match((await run(...words)).said, /^Nothing new: this file is import/);
  assert.match((await run('history')).said, /ads\.csv \(ad spend, google_ads\)/);
  assert.equal((await run('history', 'remove', id)).code, 0);
  assert.doesNotMatch((await run('history')).said, /ads\.csv/);
  assert.equal((await run('import', 'spend', path, '--map', 'price=Cost')).code, 2);
});
