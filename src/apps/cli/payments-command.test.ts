import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, localeOf } from '../../kernel/index.ts';
import { saveMethod } from '../../modules/payments/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { paymentsCommand, reconcileCommand } from './payments-command.ts';

const connection = await testDatabase();
const secrets = withKeys([Buffer.alloc(32, 7)]);
const now = Temporal.Instant.from('2026-11-27T03:00:00Z');

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  return collect((context) => reconcileCommand(context, args, now));
}

type Context = Parameters<typeof reconcileCommand>[0];

async function collect(
  command: (context: Context) => Promise<number>,
): Promise<{ code: number; text: string }> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const backstage = { connection, secrets };
  const open = () => Promise.resolve(backstage);
  const code = await command({ open, out });
  return { code, text };
}

test('a clean day of the test provider has no differences, and yesterday is the day that is meant', async () => {
  const { code, text } = await run('--provider', 'test');
  assert.deepEqual([code, text], [0, 'test 2026-11-26: 0 differences\n']);
});

test('a shop without providers says so', async () => {
  assert.match((await run()).text, /No provider/);
});

test('what is no day and no provider is answered with how it is used', async () => {
  for (const args of [['--day', 'tomorrow'], ['--day', '2026-02-31'], ['--provider', 'nobody'], ['--week']]) {
    const { code, text } = await run(...args);
    assert.equal(code, 2);
    assert.match(text, /usage/);
  }
});

test('each way to pay says where card data goes, and what is attested: of fields in the page more than of a redirect', async () => {
  assert.match((await show()).text, /No way to pay/);
  await connection.db.transaction().execute(async (tx) => {
    const rest = { marketCodes: [], limits: new Map(), isActive: true, isCapturedAtOnce: true };
    const titled = (title: string) => ({ ...rest, titles: new Map([[localeOf('en'), title]]) });
    const saved = [
      await saveMethod(tx, { ...titled('Card'), provider: 'stripe', mode: 'in_page', position: 0 }),
      await saveMethod(tx, { ...titled('Card page'), provider: 'stripe', mode: 'redirect', position: 1 }),
      await saveMethod(tx, {
        ...titled('Transfer'),
        provider: 'bank_transfer',
        mode: 'by_hand',
        position: 2,
      }),
    ];
    for (const one of saved) expectOk(one);
  });
  const { code, text } = await show();
  assert.equal(code, 0);
  const [card = '', page = '', transfer = ''] = text.split(/^(?=\S)/m);
  assert.match(card, /in fields of provider; SAQ A[\s\S]*FAQ 1588/);
  assert.match(page, /on page of provider; SAQ A[\s\S]*11\.3\.2/);
  assert.doesNotMatch(page, /FAQ 1588/);
  assert.match(transfer, /card data: none; no PCI DSS questionnaire\n$/);
});

async function show(): Promise<{ code: number; text: string }> {
  return collect((context) => paymentsCommand(context));
}
