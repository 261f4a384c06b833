import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { enqueue, runDueJobs } from '../../platform/jobs/index.ts';
import { UnreadableSecret, withKeys } from '../../platform/secrets/index.ts';
import { accountBalance, trialBalance } from '../ledger/index.ts';
import {
  type CreditSource,
  checkGiftCard,
  creditJobs,
  giftCardKeyOf,
  grantStoreCredit,
  issueGiftCard,
  listGiftCards,
  mayProbe,
  openGiftCardKey,
  readGiftCardMovements,
  readGiftCards,
  readStoreCredit,
  redeem,
  restore,
  setGiftCardDisabled,
} from './index.ts';

const EUR = currencyOf('EUR');
const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const key = giftCardKeyOf(new TextEncoder().encode('the secret of a test'));
const connection = await testDatabase(24);
const { db } = connection;
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);

const issue = (amountMinor: bigint, change: Partial<Parameters<typeof issueGiftCard>[1]> = {}) =>
  write((tx) => issueGiftCard(tx, { key, amountMinor, currency: EUR, now, ...change }));
const check = (code: string, pin: string, at = now) => checkGiftCard(db, { key, code, pin, now: at });
const pay = (source: CreditSource, amountMinor: bigint, orderId: string = newId(), at = now) =>
  write((tx) => redeem(tx, { source, amountMinor, orderId, now: at }));
const owed = (account: 'gift_cards' | 'store_credit' | 'gift_cards_sold' | 'goodwill' | 'breakage') =>
  accountBalance(db, account, { currency: EUR });
const left = async ({ id }: Awaited<ReturnType<typeof issue>>) =>
  (await readGiftCards(db, [id], now)).get(id)?.balanceMinor;

describe('gift cards', () => {
  test('a card is found by its code and PIN, however they are typed, and by nothing else', async () => {
    const card = await issue(5_000n);
    assert.match(card.code, /^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
    assert.match(card.pin, /^\d{6}$/);
    assert.ok(card.code.endsWith(card.last4));
    const found = expectOk(await check(card.code.toLowerCase().replaceAll('-', ' '), ` ${card.pin} `));
    assert.deepEqual([found.id, found.balanceMinor, found.last4], [card.id, 5_000n, card.last4]);
    const { rows } = await sql<{ text: string }>`
      select gift_card::text as text from credits.gift_card`.execute(db);
    const plain = card.code.replaceAll('-', '');
    for (const { text } of rows) assert.ok(!text.includes(plain) && !text.includes(card.code));
  });

  test('every failure has one answer', async () => {
    const expiresAt = now.add({ hours: 1 });
    const [card, short, lost] = [await issue(1n), await issue(1n, { expiresAt }), await issue(1n)];
    await write((tx) => setGiftCardDisabled(tx, { id: lost.id, isDisabled: true, now }));
    const failures = [
      await check('AAAA-BBBB-CCCC-DDDD', card.pin),
      await check(card.code, card.pin === '000000' ? '000001' : '000000'),
      await check(card.code, ''),
      await check(short.code, short.pin, expiresAt),
      await check(lost.code, lost.pin),
    ];
    assert.equal(new Set(failures.map((failure) => JSON.stringify(failure))).size, 1);
    assert.equal(failures[0]?.ok, false);
    assert.equal((await check(short.code, short.pin)).ok, true);
    await write((tx) => setGiftCardDisabled(tx, { id: lost.id, isDisabled: false, now }));
    assert.equal((await check(lost.code, lost.pin)).ok, true);
  });

  test('the codes of another shop’s key are unknown here', async () => {
    const card = await issue(1n);
    const other = giftCardKeyOf(new TextEncoder().encode('another secret'));
    const { code, pin } = card;
    assert.equal((await checkGiftCard(db, { key: other, code, pin, now })).ok, false);
  });

  test('the shop’s key is made once and outlives a change of the key that seals it', async () => {
    const [old, young] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const open = (keys: Buffer[]) => openGiftCardKey({ db, secrets: withKeys(keys) });
    const [first, ...others] = await Promise.all([open([old]), open([old]), open([old])]);
    for (const other of others) assert.deepEqual(other, first);
    assert.deepEqual(await open([young, old]), first);
    // Sealed anew at that start: the old one can be thrown away.
    assert.deepEqual(await open([young]), first);
    await assert.rejects(open([old]), UnreadableSecret);
  });

  test('one that was bought comes from what was sold, one that is given from goodwill', async () => {
    const before = [await owed('gift_cards_sold'), await owed('goodwill'), await owed('gift_cards')];
    await issue(700n, { orderLineId: newId(), orderId: newId() });
    await issue(300n);
    const after = [await owed('gift_cards_sold'), await owed('goodwill'), await owed('gift_cards')];
    assert.deepEqual(
      after.map((balance, index) => balance - (before[index] ?? 0n)),
      [700n, 300n, -1_000n],
    );
  });
});

describe('paying with credit', () => {
  test('200 who spend one card at the same moment spend what is on it, and not a penny more', async () => {
    const card = await issue(1_000n);
    const orders = Array.from({ length: 200 }, () => pay({ giftCardId: card.id }, 300n));
    const paid = (await Promise.all(orders)).filter((order) => order.ok);
    assert.equal(paid.length, 3);
    assert.equal(await left(card), 100n);
  });

  test('too much, another currency, an expired and a disabled card have one answer, and nothing is taken', async () => {
    const card = await issue(100n, { expiresAt: now.add({ hours: 1 }) });
    const source = { giftCardId: card.id };
    const refused = [
      await pay(source, 101n),
      await pay({ ...source, currency: currencyOf('USD') }, 1n),
      await pay(source, 1n, newId(), now.add({ hours: 1 })),
      await pay({ customerId: newId(), currency: EUR }, 1n),
    ];
    await write((tx) => setGiftCardDisabled(tx, { id: card.id, isDisabled: true, now }));
    refused.push(await pay(source, 1n));
    for (const one of refused) assert.equal(one.ok ? '' : one.refusal.code, 'insufficient_balance');
    await write((tx) => setGiftCardDisabled(tx, { id: card.id, isDisabled: false, now }));
    assert.equal(await left(card), 100n);
    await assert.rejects(pay(source, 0n), RangeError);
    await assert.rejects(pay(source, -5n), RangeError);
  });

  test('a cancelled order gives all back, once, and may be paid anew', async () => {
    const card = await issue(500n);
    const customerId = newId<'customer'>();
    await write((tx) =>
      grantStoreCredit(tx, {
        ...{ customerId, currency: EUR, amountMinor: 200n, reason: 'goodwill', reference: 'g1', now },
      }),
    );
    const orderId = newId();
    const credit = () => readStoreCredit(db, customerId, EUR);
    for (const _time of ['first', 'again']) {
      expectOk(await pay({ giftCardId: card.id }, 400n, orderId));
      expectOk(await pay({ customerId, currency: EUR }, 150n, orderId));
      assert.deepEqual([await left(card), await credit()], [100n, 50n]);
      const both = [1, 2, 3].map(() => write((tx) => restore(tx, { orderId, now })));
      const given = (await Promise.all(both)).flat();
      assert.deepEqual(
        given.map((one) => one.amountMinor),
        [400n, 150n],
      );
      assert.deepEqual([await left(card), await credit()], [500n, 200n]);
    }
    assert.equal(await accountBalance(db, 'receivable', { currency: EUR, orderId }), 0n);
  });

  test('a refund gives back a part once for each reference, and never more than was taken', async () => {
    const [one, two] = [await issue(300n), await issue(300n)];
    const orderId = newId();
    expectOk(await pay({ giftCardId: one.id }, 300n, orderId));
    expectOk(await pay({ giftCardId: two.id }, 200n, orderId, now.add({ seconds: 1 })));
    const give = (amountMinor: bigint, reference: string) =>
      write((tx) => restore(tx, { orderId, amountMinor, reference, now }));
    await Promise.all([give(250n, 'r1'), give(250n, 'r1')]);
    assert.deepEqual([await left(one), await left(two)], [50n, 300n]);
    await assert.rejects(give(251n, 'r2'), RangeError);
    await give(250n, 'r2');
    assert.deepEqual([await left(one), await left(two)], [300n, 300n]);
  });

  test('store credit is granted once for each reference', async () => {
    const customerId = newId<'customer'>();
    const grant = (reference: string) =>
      write((tx) =>
        grantStoreCredit(tx, {
          ...{ customerId, currency: EUR, amountMinor: 100n, reason: 'refund', reference, now },
        }),
      );
    await Promise.all([grant('x1'), grant('x1'), grant('x1'), grant('x2')]);
    assert.equal(await readStoreCredit(db, customerId, EUR), 200n);
    assert.equal(await readStoreCredit(db, customerId, currencyOf('USD')), 0n);
  });
});

test('what is left on an expired card is no longer owed', async () => {
  const expire = async () => {
    await write((tx) => enqueue(tx, 'credits.expire', {}));
    await runDueJobs({ connection, jobs: creditJobs });
  };
  // Those that other tests have let expire.
  await expire();
  const before = await owed('breakage');
  const card = await issue(900n, { expiresAt: Temporal.Instant.from('2020-01-01T00:00:00Z') });
  await expire();
  await expire();
  assert.equal((await owed('breakage')) - before, -900n);
  const { rows } = await sql<{ balance: bigint }>`
    select balance_minor as balance from credits.gift_card where id = ${card.id}`.execute(db);
  assert.deepEqual(rows, [{ balance: 0n }]);
});

test('one network tries ten codes in a quarter of an hour; others are not held up', async () => {
  const tries = (ip: string, at = now) => mayProbe(db, { ip, now: at });
  const same = await Promise.all(Array.from({ length: 30 }, () => tries('203.0.113.7')));
  assert.equal(same.filter(Boolean).length, 10);
  assert.equal(await tries('203.0.113.8'), true);
  const subscriber = Array.from({ length: 30 }, (_, host) => tries(`2001:db8:1:2::${host.toString(16)}`));
  assert.equal((await Promise.all(subscriber)).filter(Boolean).length, 10);
  assert.equal(await tries('2001:db8:1:3::1'), true);
  assert.equal(await tries('::ffff:203.0.113.7'), false);
  assert.equal(await tries('203.0.113.7', now.add({ minutes: 15 })), true);
});

test('the ledger owes what the balances say, and the database lets neither go below zero nor history change', async () => {
  const { rows } = await sql<{ cards: bigint; credit: bigint }>`
    select (select sum(balance_minor) from credits.gift_card)::bigint as cards,
      (select sum(balance_minor) from credits.store_credit)::bigint as credit`.execute(db);
  assert.deepEqual(rows, [{ cards: -(await owed('gift_cards')), credit: -(await owed('store_credit')) }]);
  const sums = (await trialBalance(db)).reduce((sum, one) => sum + one.balanceMinor, 0n);
  assert.equal(sums, 0n);
  await assert.rejects(sql`update credits.gift_card set balance_minor = -1`.execute(db), /not_below_zero/);
  await assert.rejects(sql`update credits.store_credit set balance_minor = -1`.execute(db), /not_below_zero/);
  await assert.rejects(sql`delete from credits.movement`.execute(db), /append-only/);
});

test('cards are listed with what became of them, the latest first, page by page, and so are their movements', async () => {
  const [older, newer] = [await issue(500n), await issue(700n, { recipient: 'Grace' })];
  await write((tx) => setGiftCardDisabled(tx, { id: newer.id, isDisabled: true, now }));
  const orderId = newId();
  await pay({ giftCardId: older.id }, 200n, orderId);
  const [first] = await listGiftCards(db, { limit: 1 });
  assert.deepEqual(
    [first?.id, first?.balanceMinor, first?.recipient, first?.disabledAt?.toString(), first?.isSold],
    [newer.id, 700n, 'Grace', now.toString(), false],
  );
  const [second] = await listGiftCards(db, { limit: 1, before: newer.id });
  assert.deepEqual([second?.id, second?.balanceMinor], [older.id, 300n]);
  const found = await listGiftCards(db, { limit: 100, last4: older.last4 });
  assert.ok(found.some(({ id }) => id === older.id) && found.every(({ last4 }) => last4 === older.last4));
  const [latest] = await readGiftCardMovements(db, { id: older.id, limit: 1 });
  assert.deepEqual([latest?.kind, latest?.amountMinor, latest?.orderId], ['redeemed', -200n, orderId]);
  const before = latest?.id ?? newId<'movement'>();
  const [issued, ...more] = await readGiftCardMovements(db, { id: older.id, limit: 10, before });
  assert.deepEqual([issued?.kind, issued?.amountMinor, more.length], ['issued', 500n, 0]);
  const unknown = { id: newId<'gift_card'>(), isDisabled: true, now };
  assert.equal(await write((tx) => setGiftCardDisabled(tx, unknown)), false);
});
