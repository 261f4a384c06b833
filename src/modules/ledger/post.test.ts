import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { settled } from '../../../test/settled.ts';
import { currencyOf } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import {
  accountBalance,
  exportJournal,
  type Posting,
  post,
  postAll,
  readJournal,
  readPostings,
  reversed,
  type Transaction,
  trialBalance,
} from './index.ts';

const EUR = currencyOf('EUR');
const JPY = currencyOf('JPY');
const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase(24);
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const paid = (amountMinor: bigint, currency = EUR): Posting[] => [
  { account: 'bank', currency, amountMinor },
  { account: 'receivable', currency, amountMinor: -amountMinor },
];
const capture = (reference: string, amountMinor: bigint, change: Partial<Transaction> = {}): Transaction => ({
  ...{ kind: 'capture', reference, postings: paid(amountMinor), now },
  ...change,
});
const balance = (account: Posting['account']) => accountBalance(db, account, { currency: EUR });

describe('posting', () => {
  test('the same again is once, also from many at the same moment', async () => {
    const before = await balance('bank');
    const posts = Array.from({ length: 20 }, () => write((tx) => post(tx, capture('once', 500n))));
    const posted = await Promise.all(posts);
    assert.equal(posted.filter(Boolean).length, 1);
    assert.equal((await balance('bank')) - before, 500n);
    assert.equal(await write((tx) => postAll(tx, [capture('once', 500n), capture('twice', 1n)])), 1);
  });

  test('a reference that stands for something else already is a mistake, and nothing is posted', async () => {
    await write((tx) => post(tx, capture('taken', 700n)));
    await assert.rejects(
      write((tx) => postAll(tx, [capture('new', 1n), capture('taken', 701n)])),
      /posted before with other postings/,
    );
    assert.equal(await write((tx) => post(tx, capture('new', 1n))), true);
  });

  test('zero moves nothing, and what does not balance or has no account is refused', async () => {
    assert.equal(await write((tx) => post(tx, capture('free', 0n))), true);
    assert.equal(await write((tx) => post(tx, capture('free', 0n))), false);
    const half: Posting[] = [{ account: 'bank', currency: EUR, amountMinor: 1n }];
    await assert.rejects(
      write((tx) => post(tx, capture('half', 0n, { postings: half }))),
      RangeError,
    );
    const mixed: Posting[] = [...half, { account: 'receivable', currency: JPY, amountMinor: -1n }];
    await assert.rejects(
      write((tx) => post(tx, capture('mixed', 0n, { postings: mixed }))),
      RangeError,
    );
    const parts = paid(1n).map((one) => ({ ...one, account: 'tax:' as const }));
    await assert.rejects(
      write((tx) => post(tx, capture('where', 0n, { postings: parts }))),
      /no account tax:/,
    );
  });
});

describe('the database itself', () => {
  const insert = (values: string) =>
    sql`with made as (
          insert into ledger.transaction (kind, reference, posted_at)
          values ('correction', gen_random_uuid()::text, now()) returning id)
        insert into ledger.posting (transaction_id, position, account, currency, amount_minor)
        select made.id, part.* from made, (values ${sql.raw(values)}) as part`.execute(db);

  test('takes balanced postings and refuses others, in each currency', async () => {
    await insert("(0, 'bank', 'EUR', 5), (1, 'sales', 'EUR', -5)");
    await assert.rejects(insert("(0, 'bank', 'EUR', 5), (1, 'sales', 'EUR', -4)"), /sum to zero/);
    await assert.rejects(insert("(0, 'bank', 'EUR', 5), (1, 'sales', 'USD', -5)"), /sum to zero/);
    await assert.rejects(insert("(0, 'bank', 'EUR', 5)"), /sum to zero/);
  });

  test('adds nothing to what is posted', async () => {
    await assert.rejects(
      sql`insert into ledger.posting select transaction_id, 90 + position, account, currency, amount_minor
          from ledger.posting where transaction_id = (select min(transaction_id) from ledger.posting)`.execute(
        db,
      ),
      /posted as a whole/,
    );
  });

  test('takes no postings of a transaction that is not there', async () => {
    const orphan = sql`insert into ledger.posting (transaction_id, position, account, currency, amount_minor)
      values (9000000, 0, 'bank', 'EUR', 5), (9000000, 1, 'sales', 'EUR', -5)`;
    await assert.rejects(orphan.execute(db), /belongs to a transaction/);
  });

  test('lets nobody change, remove or empty what is posted, not even its owner', async () => {
    for (const table of ['transaction', 'posting'].map((name) => sql.table(`ledger.${name}`))) {
      await assert.rejects(sql`delete from ${table}`.execute(db), /append-only/);
      await assert.rejects(sql`truncate ${table} cascade`.execute(db), /append-only/);
    }
    await assert.rejects(sql`update ledger.posting set amount_minor = 1`.execute(db), /append-only/);
    await assert.rejects(sql`update ledger.transaction set memo = 'x'`.execute(db), /append-only/);
  });
});

describe('reading the ledger', () => {
  test('the balances of a currency sum to zero, now and at any time before', async () => {
    const later = now.add({ hours: 1 });
    await write((tx) => post(tx, capture('later', 40n, { now: later })));
    await write((tx) => post(tx, capture('yen', 3n, { postings: paid(3n, JPY) })));
    for (const at of [undefined, now, now.subtract({ hours: 1 })]) {
      const balances = await trialBalance(db, at === undefined ? {} : { at });
      for (const [, some] of Map.groupBy(balances, (one) => one.currency)) {
        assert.equal(
          some.reduce((sum, one) => sum + one.balanceMinor, 0n),
          0n,
        );
      }
    }
    const bank = async (at?: Temporal.Instant) =>
      (await trialBalance(db, at === undefined ? {} : { at })).find(
        (one) => one.account === 'bank' && one.currency === EUR,
      )?.balanceMinor;
    assert.equal((await bank(later)) ?? 0n, ((await bank(now)) ?? 0n) + 40n);
  });

  test('an order has its own balances, and a reversal takes them back', async () => {
    const orderId = newId();
    const open = () => accountBalance(db, 'receivable', { currency: EUR, orderId });
    await write((tx) => post(tx, capture('of order', 60n, { orderId })));
    assert.equal(await open(), -60n);
    const back = capture('reversal', 0n, { orderId, kind: 'correction', postings: reversed(paid(60n)) });
    await write((tx) => post(tx, back));
    assert.equal(await open(), 0n);
  });

  test('the journal is read page by page, each entry once, and in a span of time', async () => {
    const start = now.add({ hours: 24 });
    const days = Array.from({ length: 25 }, (_, hour) =>
      capture(`page ${hour}`, 1n, { now: start.add({ hours: hour - (hour % 2) }), memo: 'paged' }),
    );
    await write((tx) => postAll(tx, days));
    const span = { from: start, to: start.add({ hours: 20 }) };
    const seen: string[] = [];
    let page = await readJournal(db, { ...span, limit: 7 });
    seen.push(...page.entries.map((entry) => entry.reference));
    while (page.next !== undefined) {
      page = await readJournal(db, { ...span, limit: 7, cursor: page.next });
      seen.push(...page.entries.map((entry) => entry.reference));
    }
    const expected = days.slice(0, 20).map((one) => one.reference);
    assert.deepEqual(new Set(seen), new Set(expected));
    assert.equal(seen.length, 20);
    const exported = await Array.fromAsync(exportJournal(db, span));
    assert.deepEqual(
      exported.map((entry) => entry.reference),
      seen,
    );
    assert.deepEqual(exported[0]?.postings, paid(1n));
  });

  test('postings are read forward, each once, wherever a page ends', async () => {
    const several = ['a', 'b', 'c'].map((name) => capture(`forward ${name}`, 1n, { memo: 'forward' }));
    await write((tx) => postAll(tx, [...several, capture('forward, of nothing', 0n)]));
    await write((tx) => post(tx, capture('forward, later', 2n)));
    await settled(db);
    const whole = await readPostings(db, { limit: 10_000 });
    for (const limit of [1, 2, 3, 7]) {
      const read: typeof whole = [];
      for (;;) {
        const page = await readPostings(db, { after: read.at(-1), limit });
        read.push(...page);
        if (page.length < limit) break;
      }
      assert.deepEqual(read, whole, `pages of ${limit}`);
    }
    const [last, before] = [whole.at(-1), whole.at(-3)];
    assert.deepEqual([last?.reference, last?.amountMinor], ['forward, later', -2n]);
    assert.equal(before?.reference, 'forward c');
    assert.equal(new Set(whole.map(({ id }) => id)).size, whole.length);
  });
});
