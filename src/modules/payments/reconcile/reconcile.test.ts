import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, idFrom } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { accountBalance } from '../../ledger/index.ts';
import { aShop } from '../contract/shop.ts';
import { testWorld } from '../contract/test-world.ts';
import {
  beginRefund,
  callProvider,
  readDifferences,
  readReconciliations,
  reconcile,
  recordBook,
} from '../index.ts';
import type { Payment } from '../payment.ts';
import { openTestDispute } from '../providers/test/disputes.ts';
import { compareBooks, type Line, type Movement } from './compare.ts';

const { db } = await testDatabase();
const world = await testWorld(db);
const shop = aShop(world);
// All at noon, so that the day does not end while the test runs.
const noon = Temporal.Now.instant().toZonedDateTimeISO('UTC').withPlainTime('12:00').toInstant();
const day = noon.toZonedDateTimeISO('UTC').toPlainDate();
const visa = { mode: 'in_page' as const, token: 'tok_visa' };

describe('two books', () => {
  const at = noon;
  const payment = idFrom<'payment'>(1, new Uint8Array(10));
  const EUR = currencyOf('EUR');
  const line = (id: string, amountMinor: bigint, change: Partial<Line> = {}): Line => ({
    ...{ id, kind: 'capture', paymentId: payment, amountMinor, feeMinor: 0n, currency: EUR, at },
    ...{ payoutReference: undefined, ...change },
  });
  const movement = (amountMinor: bigint, change: Partial<Movement> = {}): Movement => ({
    ...{ id: amountMinor, paymentId: payment, kind: 'capture', currency: EUR, amountMinor, at, ...change },
  });
  const yesterday = noon.subtract({ hours: 24 });
  const refund = { kind: 'refund' } as const;
  const TABLE: readonly (readonly [
    what: string,
    lines: readonly Line[],
    movements: readonly Movement[],
    named: readonly string[],
  ])[] = [
    ['the same', [line('a', 10n)], [movement(10n)], []],
    ['the same twice', [line('a', 10n), line('b', 10n)], [movement(10n), movement(10n)], []],
    ['twice there, once here', [line('a', 10n), line('b', 10n)], [movement(10n)], ['missing_here capture']],
    ['once there, twice here', [line('a', 10n)], [movement(10n), movement(10n)], ['missing_there capture']],
    ['a refund, below zero there', [line('a', -10n, refund)], [movement(10n, refund)], []],
    ['another amount', [line('a', 11n)], [movement(10n)], ['amount capture']],
    [
      'another currency',
      [line('a', 10n, { currency: currencyOf('USD') })],
      [movement(10n)],
      ['currency capture'],
    ],
    ['of no payment', [line('a', 10n, { paymentId: undefined })], [], ['missing_here capture']],
    ['an adjustment', [line('a', 10n, { kind: 'adjustment' })], [], ['adjustment adjustment']],
    ['heard of yesterday', [line('a', 10n)], [movement(10n, { at: yesterday })], []],
    ['of yesterday, unmatched', [line('a', 10n, { at: yesterday })], [], []],
    ['of yesterday, unheard', [], [movement(10n, { at: yesterday })], []],
    [
      'a capture is no refund',
      [line('a', -10n, refund)],
      [movement(10n)],
      ['missing_here refund', 'missing_there capture'],
    ],
  ];
  for (const [what, lines, movements, named] of TABLE) {
    test(`${what}: ${named.join(', ') || 'no difference'}`, () => {
      const isOfDay = (moment: Temporal.Instant) => moment === at;
      const { differences } = compareBooks({ lines, movements, isOfDay });
      assert.deepEqual(
        differences.map(({ kind, about }) => `${kind} ${about}`),
        named,
      );
    });
  }
});

describe('reconciliation', () => {
  const paid: Payment[] = [];
  const at = (index: number): Payment => {
    const payment = paid[index];
    if (payment === undefined) throw new RangeError(`no payment ${index}`);
    return payment;
  };
  const compare = (on = day) => reconcile(shop.deps, { provider: 'test', day: on, now: noon });

  test('finds nothing where there is nothing', async () => {
    for (let index = 0; index < 24; index += 1) paid.push((await shop.start(visa)).payment);
    for (const { id } of paid.slice(0, 6)) {
      const input = { paymentId: id, amountMinor: 1_000n, key: 'r', reason: '', now: noon };
      const call = expectOk(await db.transaction().execute((tx) => beginRefund(tx, input)));
      await shop.record(await callProvider(shop.deps, call));
    }
    const { begun, payment } = await shop.start(visa);
    await world.openDispute(begun.snapshot, 10_000n);
    await shop.settle(payment.id);
    await moveToNoon();
    assert.deepEqual(await compare(), []);
    assert.deepEqual(await compare(), []);
  });

  test('finds ten seeded differences, each by its name, and no other', async () => {
    await sql`update payments.movement set transaction_id = null`.execute(db);
    await sql`delete from payments.provider_line`.execute(db);
    await seedDifferences(at);
    const found = await compare();
    assert.deepEqual(found.map(nameOf).toSorted(), [
      `amount capture ${at(10).id}`,
      `amount refund ${at(1).id}`,
      `currency capture ${at(11).id}`,
      `fee fee ${at(12).id}`,
      `fee fee ${at(13).id}`,
      'missing_here capture undefined',
      `missing_here dispute ${at(14).id}`,
      `missing_here refund ${at(15).id}`,
      `missing_there capture ${at(16).id}`,
      `missing_there refund ${at(2).id}`,
    ]);
    const [run] = await readReconciliations(db, { limit: 1 });
    assert.deepEqual([run?.differenceCount, run?.day.toString()], [10, day.toString()]);
    assert.ok(run);
    assert.deepEqual(await readReconciliations(db, { limit: 1, before: run }), []);
    const kept = await readDifferences(db, { ...run, limit: 7 });
    const rest = await readDifferences(db, { ...run, limit: 7, after: kept.at(-1)?.id ?? 0n });
    assert.deepEqual(
      [...kept, ...rest].map(({ id: _, ...difference }) => difference),
      found,
    );
  });

  test('posts payouts once and compares them: missing here, missing there, another amount', async () => {
    const payday = day.add({ days: 2 });
    const span = { from: noon, until: noon.add({ hours: 72 }), provider: 'test', now: noon } as const;
    const count = await recordBook(shop.deps, span);
    assert.equal(count, 2);
    const { rows } = await sql<{ sum: bigint }>`
      select sum(amount_minor)::bigint as sum from payments.payout where currency = 'EUR'`.execute(db);
    const inBank = () => accountBalance(db, 'bank', { currency: currencyOf('EUR') });
    assert.equal(await inBank(), rows[0]?.sum);
    assert.equal(await recordBook(shop.deps, span), 0);
    assert.equal(await inBank(), rows[0]?.sum);
    assert.deepEqual(await compare(payday), []);
    await sql`delete from payments.payout where currency = 'USD'`.execute(db);
    await sql`update payments.payout set amount_minor = amount_minor + 1 where currency = 'EUR'`.execute(db);
    await sql`
      insert into payments.payout (provider, reference, currency, amount_minor, paid_at)
      values ('test', 'po_invented', 'EUR', 5, ${payday.toString()}::date + interval '3 hours')`.execute(db);
    assert.deepEqual((await compare(payday)).map(nameOf).toSorted(), [
      'payout_amount payout undefined',
      'payout_missing_here payout undefined',
      'payout_missing_there payout undefined',
    ]);
  });
});

function nameOf(difference: Awaited<ReturnType<typeof reconcile>>[number]): string {
  return `${difference.kind} ${difference.about} ${difference.paymentId}`;
}

async function moveToNoon(): Promise<void> {
  const to = noon.toString();
  await sql`update payments.test_charge set created_at = ${to}, captured_at = ${to}`.execute(db);
  await sql`update payments.test_operation set at = ${to}`.execute(db);
  await sql`update payments.movement set at = ${to}`.execute(db);
}

/** Ten things that go wrong between a shop and its provider, done to the provider's world behind the shop's back. */
async function seedDifferences(at: (index: number) => Payment): Promise<void> {
  const to = noon.toString();
  const run = (...statements: ReturnType<typeof sql>[]) =>
    Promise.all(statements.map((statement) => statement.execute(db)));
  const stranger = newId();
  await run(
    sql`insert into payments.test_charge (payment_id, token, state, currency, amount_minor, is_captured_at_once,
      captured_minor, order_number, return_url, cancel_url, created_at, captured_at)
      values (${stranger}, 'tok_visa', 'authorized', 'EUR', 777, true, 777, 'N0', '', '', ${to}, ${to})`,
    sql`update payments.test_charge set amount_minor = 9999 where payment_id = ${at(10).id}`,
    sql`update payments.test_charge set currency = 'USD' where payment_id = ${at(11).id}`,
    sql`update payments.test_charge set fee_minor = fee_minor + 1 where payment_id = ${at(12).id}`,
    sql`update payments.test_charge set fee_minor = 0 where payment_id = ${at(13).id}`,
    sql`insert into payments.test_operation (idempotency_key, payment_id, kind, amount_minor, at)
      values ('unheard', ${at(15).id}, 'refund', 500, ${to})`,
    sql`delete from payments.test_charge where payment_id = ${at(16).id}`,
    sql`update payments.test_operation set amount_minor = 1001 where payment_id = ${at(1).id}`,
    sql`delete from payments.test_operation where payment_id = ${at(2).id}`,
  );
  const dispute = { paymentId: at(14).id, reference: 'dp_unheard', amountMinor: 10_000n, now: noon };
  await openTestDispute(db, dispute);
}
