import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf } from '../../kernel/index.ts';
import { capturePostings, goodwillPostings, payoutPostings, postAll } from '../../modules/ledger/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { newId } from '../../platform/id.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import type { CommandContext } from './command.ts';
import { ledgerBalanceCommand, ledgerJournalCommand } from './ledger-command.ts';

const folder = await mkdtemp(join(tmpdir(), 'institor-ledger-'));
after(() => rm(folder, { recursive: true, force: true }));
const connection = await testDatabase();
const [EUR, JPY] = [currencyOf('EUR'), currencyOf('JPY')];
const day = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`);
await connection.db.transaction().execute((tx) =>
  postAll(tx, [
    {
      ...{ kind: 'capture', reference: '=cmd()', memo: 'a, "b"', now: day('2026-01-31') },
      postings: capturePostings({ currency: EUR, provider: 'stripe', amountMinor: 2_737n, feeMinor: 64n }),
    },
    {
      ...{ kind: 'payout', reference: 'po_1', now: day('2026-02-01') },
      postings: payoutPostings({ currency: JPY, provider: 'stripe', amountMinor: 500n }),
    },
  ]),
);

async function run(command: typeof ledgerBalanceCommand, args: readonly string[]) {
  const out = new PassThrough();
  const files = folderStore(folder);
  const backstage = {
    ...{ connection, files, secrets: withKeys([Buffer.alloc(32)]), about: '', migrated: [] },
    close: async () => undefined,
  };
  const context: CommandContext = {
    ...{ config: readConfig({}), environment: {}, open: async () => backstage, out, isTerminal: false },
    signal: new AbortController().signal,
  };
  const said = text(out);
  const code = await command(context, args);
  out.end();
  return { code, said: await said };
}

test('the trial balance lists every account, and each currency sums to zero', async () => {
  const { code, said } = await run(ledgerBalanceCommand, []);
  assert.equal(code, 0);
  const [balances = '', agreement] = said.split('\n\n');
  assert.equal(agreement, 'The sales journal agrees with the ledger.\n');
  const rows = balances
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/));
  assert.deepEqual(rows, [
    ['receivable', 'EUR', '0.00', '27.37', '-27.37'],
    ['provider:stripe', 'EUR', '26.73', '0.00', '26.73'],
    ['fees', 'EUR', '0.64', '0.00', '0.64'],
    ['provider:stripe', 'JPY', '0', '500', '-500'],
    ['bank', 'JPY', '500', '0', '500'],
  ]);
  const january = await run(ledgerBalanceCommand, ['--at', '2026-01-31']);
  assert.equal(january.said.includes('JPY'), false);
  assert.equal(january.said.includes('EUR'), true);
});

test('a sale that the sales journal does not have is named', async () => {
  const postings = goodwillPostings(EUR, 250n);
  const about = { reference: 'sorry', orderId: newId(), now: day('2026-03-01') };
  await connection.db.transaction().execute((tx) => postAll(tx, [{ ...about, kind: 'goodwill', postings }]));
  const { code, said } = await run(ledgerBalanceCommand, []);
  assert.equal(code, 1);
  assert.match(said, /^goodwill sorry: goodwill is 2\.50 EUR in the ledger, 0\.00 in the journal$/m);
});

test('the journal is one line a posting, no cell of it a formula, and a file is there whole', async () => {
  const file = join(folder, 'journal.csv');
  const done = await run(ledgerJournalCommand, ['--from', '2026-01-01', '--to', '2026-02-01', '--out', file]);
  assert.deepEqual([done.code, done.said], [0, `5 postings written to ${file}\n`]);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.endsWith('.part')),
    [],
  );
  const rows: Record<string, string>[] = parse(await readFile(file, 'utf8'), { columns: true, bom: true });
  assert.deepEqual(
    rows.map((row) => [row['reference'], row['memo'], row['account'], row['debit'], row['credit']]),
    [
      ["'=cmd()", 'a, "b"', 'provider:stripe', '26.73', ''],
      ["'=cmd()", 'a, "b"', 'fees', '0.64', ''],
      ["'=cmd()", 'a, "b"', 'receivable', '', '27.37'],
      ['po_1', '', 'bank', '500', ''],
      ['po_1', '', 'provider:stripe', '', '500'],
    ],
  );
  const printed = await run(ledgerJournalCommand, ['--to', '2026-01-31']);
  assert.equal(printed.said.trim().split('\r\n').length, 4);
});

test('what is no day is wrong usage, with what is right', async () => {
  for (const args of [['--at', 'January'], ['--to', '2026-02-30x'], ['--nonsense'], ['extra']]) {
    const { code, said } = await run(ledgerBalanceCommand, args);
    assert.equal(code, 2);
    assert.match(said, /institor ledger balance \[--at DATE\]/);
  }
});
