import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf } from '../../kernel/index.ts';
import { postAll, trialBalance } from './index.ts';
import { RandomTrade } from './testing/random-trade.ts';

// `LEDGER=full npm test -- src/modules/ledger/million.test.ts` posts the million to the database too.
const IS_FULL = process.env['LEDGER'] === 'full';
const SEED = 7_312;
const EUR = currencyOf('EUR');
const AT_ONCE = 500;

test('a million random operations sum to zero in each currency after every one', () => {
  const trade = new RandomTrade(SEED);
  const books = new Map([...trade.known.keys()].map((currency) => [currency, new Map<string, bigint>()]));
  for (let count = 0; count < 1_000_000; count += 1) {
    const { kind, postings } = trade.next();
    const book = books.get(postings[0]?.currency ?? EUR) ?? assert.fail('another currency');
    let sum = 0n;
    for (const { account, amountMinor } of postings) {
      book.set(account, (book.get(account) ?? 0n) + amountMinor);
      sum += amountMinor;
    }
    if (sum !== 0n) assert.fail(`${kind}, operation ${count}: off by ${sum}`);
  }
  for (const [currency, { giftCards, storeCredit, stock }] of trade.known) {
    const book = books.get(currency) ?? assert.fail(currency);
    assert.equal(book.get('gift_cards'), -giftCards);
    assert.equal(book.get('store_credit'), -storeCredit);
    assert.equal(book.get('inventory'), stock.valueMinor);
    assert.equal(
      [...book.values()].reduce((sum, balance) => sum + balance, 0n),
      0n,
    );
  }
});

test('posted to the database they do too, and the balances are those of the postings', async () => {
  const { db } = await testDatabase(2);
  const trade = new RandomTrade(SEED);
  const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  const expected = new Map<string, bigint>();
  const count = IS_FULL ? 1_000_000 : 5_000;
  for (let start = 0; start < count; start += AT_ONCE) {
    const transactions = Array.from({ length: AT_ONCE }, (_, number) => {
      return { ...trade.next(), reference: `operation ${start + number}`, now };
    });
    for (const { account, currency, amountMinor } of transactions.flatMap((one) => one.postings)) {
      const name = `${currency} ${account}`;
      expected.set(name, (expected.get(name) ?? 0n) + amountMinor);
    }
    await db.transaction().execute((tx) => postAll(tx, transactions));
    if ((start / AT_ONCE) % 10 !== 0 && start + AT_ONCE < count) continue;
    const balances = await trialBalance(db);
    for (const [currency, some] of Map.groupBy(balances, (one) => one.currency)) {
      assert.equal(
        some.reduce((sum, one) => sum + one.balanceMinor, 0n),
        0n,
        currency,
      );
    }
    const found = balances.map((one) => [`${one.currency} ${one.account}`, one.balanceMinor] as const);
    assert.deepEqual(new Map(found), expected);
  }
});
