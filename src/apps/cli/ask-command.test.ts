import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { dealingsIn, openJournalWorld } from '../../../test/selling/dealings.ts';
import { settled } from '../../../test/settled.ts';
import { openOwner, shopSources } from '../../modules/analytics/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { askCommand } from './ask-command.ts';

const connection = await testDatabase();
const { shop, cup } = await openJournalWorld(connection);
await dealingsIn(shop).placed([{ variantId: cup, quantity: 2 }]);
await settled(shop.deps.db);
const data = await mkdtemp(join(tmpdir(), 'institor-ask-'));
const folder = join(data, 'warehouse');
await mkdir(folder, { recursive: true });
const secrets = withKeys([Buffer.alloc(32, 7)]);
const failures: object[] = [];
const owner = await openOwner({
  ...{ folder, readLedger: async function* () {}, readZone: async () => 'UTC', secrets, memoryMb: 128 },
  sources: shopSources({ db: shop.deps.db, files: folderStore(join(data, 'files')), folder }),
  ...{ host: '127.0.0.1', port: 0, feedEveryMs: 20, log: { error: (about) => failures.push(about) } },
});
after(async () => {
  await owner.close();
  await rm(data, { recursive: true, force: true });
});

async function asked(...args: readonly string[]): Promise<readonly [code: number, text: string]> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const open = async () => ({ connection, secrets });
  const config = { INSTITOR_DATA: data, ANALYTICS_URL: undefined };
  const code = await askCommand({ out, open, config }, args);
  return [code, text];
}

const QUERY = 'SHOW gross_sales, orders GROUP BY currency DURING last_365_days';

test('a query is answered on the terminal, or as a file whose name says which', async () => {
  let [code, text] = await asked(QUERY);
  while (code === 0 && !text.includes('EUR')) [code, text] = await asked(QUERY);
  assert.deepEqual([code, text], [0, 'currency,gross_sales,orders\r\nEUR,20.17,1\r\n']);
  const file = join(data, 'answer.xlsx');
  assert.equal((await asked(QUERY, '--out', file))[0], 0);
  assert.equal((await readFile(file)).subarray(0, 2).toString(), 'PK');
  assert.deepEqual(failures, []);
});

test('what is wrong is pointed at', async () => {
  const [code, text] = await asked('SHOW net_slaes');
  assert.equal(code, 1);
  assert.equal(
    text,
    'SHOW net_slaes\n     ^ "net_slaes" stands where a measure is expected; did you mean net_sales?\n',
  );
});

test('words that are none show how it is used', async () => {
  for (const args of [[], [QUERY, 'more'], [QUERY, '--format', 'doc'], [QUERY, '--format', 'pdf']]) {
    const [code, text] = await asked(...args);
    assert.equal(code, 2);
    assert.match(text, /^usage: institor ask/);
  }
});
