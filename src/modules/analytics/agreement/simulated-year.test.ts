import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { aYear } from '../../../../test/selling/a-year.ts';
import { settled } from '../../../../test/settled.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { exportJournal, trialBalance } from '../../ledger/index.ts';
import { shopSources } from '../facts/shop-sources.ts';
import { openAnalytics } from '../warehouse/open-analytics.ts';
import { agrees } from './agreement.ts';
import { checkAgreement } from './check-agreement.ts';
import { checkSettlement } from './check-settlement.ts';
import { isSettled, type NamedDifference, SETTLED_PARTS } from './settlement.ts';

const connection = await testDatabase();
const { db } = connection;
const { from, to } = await aYear(connection);
await settled(db);
const NOW = Temporal.Instant.from('2027-12-31T00:00:00Z');
const folder = await mkdtemp(join(tmpdir(), 'institor-year-'));
after(() => rm(folder, { recursive: true, force: true }));

async function warehouseIn(zone: string) {
  const own = join(folder, zone.replaceAll('/', '-'));
  const sources = shopSources({ db, files: folderStore(join(folder, 'files')), folder });
  const analytics = await openAnalytics({ folder: own, sources, zone, memoryMb: 256 });
  after(() => analytics.close());
  await analytics.feed(NOW);
  return analytics;
}

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

async function check(
  read: Db,
  analytics: Awaited<ReturnType<typeof warehouseIn>>,
  days: Days = { from, to },
) {
  const agreed = await checkAgreement(analytics, (span) => exportJournal(read, span), days);
  const settled = await checkSettlement(read, { zone: analytics.zone, ...days, ...agreed, now: NOW });
  return { ...agreed, ...settled };
}

const berlin = warehouseIn('Europe/Berlin');

describe('a year in which nothing went wrong agrees on every day, market and currency', () => {
  for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/St_Johns']) {
    test(`in ${zone}`, async () => {
      const analytics = await (zone === 'Europe/Berlin' ? berlin : warehouseIn(zone));
      const { rows, orders, settlements, differences, openItems } = await check(db, analytics);
      assert.deepEqual([rows.filter((row) => !agrees(row)), orders, differences], [[], [], []]);
      assert.deepEqual(
        settlements.filter((one) => !isSettled(one)),
        [],
      );
      // Not for want of anything: all three markets and currencies, each part moved, and much of it.
      assert.deepEqual([...new Set(settlements.map((one) => `${one.market} ${one.currency}`))].toSorted(), [
        ...['bh BHD', 'eu EUR', 'us USD'],
      ]);
      assert.ok(new Set(settlements.map(({ day }) => day.toString())).size > 200);
      for (const part of SETTLED_PARTS)
        assert.ok(
          settlements.some(({ parts }) => parts[part] !== 0n),
          part,
        );
      assert.ok(
        settlements.some(({ day, soldMinor }) => day.toString() === '2027-03-28' && soldMinor !== 0n),
      );
      const kinds = new Set(openItems.map(({ kind }) => kind));
      assert.deepEqual([...kinds].toSorted(), ['at_provider', 'disputed', 'owed']);
    });
  }
});

test('what is open is, to the penny, what the ledger has as open; each item has its order', async () => {
  const { openItems } = await check(db, await berlin);
  const balances = await trialBalance(db);
  for (const currency of ['EUR', 'USD', 'BHD']) {
    const sum = (...kinds: string[]) =>
      openItems
        .filter((item) => item.currency === currency && kinds.includes(item.kind))
        .reduce((total, { amountMinor }) => total + amountMinor, 0n);
    const of = (account: (name: string) => boolean) =>
      balances
        .filter((one) => one.currency === currency && account(one.account))
        .reduce((total, { balanceMinor }) => total + balanceMinor, 0n);
    const open = [sum('owed', 'to_refund'), sum('disputed'), sum('at_provider', 'unconfirmed')];
    const books = ['receivable', 'disputes', 'provider:'].map((begin) =>
      of((name) => name.startsWith(begin)),
    );
    assert.deepEqual(open, books, currency);
  }
  assert.ok(openItems.every(({ orderId }) => orderId !== undefined));
});

test('a night that looks at five weeks finds what the whole year has of them', async () => {
  const analytics = await berlin;
  const whole = await check(db, analytics);
  for (const end of ['2026-12-31', '2027-04-02', '2027-11-01']) {
    const days = {
      from: Temporal.PlainDate.from(end).subtract({ days: 34 }),
      to: Temporal.PlainDate.from(end),
    };
    const night = await check(db, analytics, days);
    assert.deepEqual(night.differences, []);
    const { compare } = Temporal.PlainDate;
    const same = whole.settlements.filter(
      ({ day }) => compare(day, days.from) >= 0 && compare(day, days.to) <= 0,
    );
    assert.deepEqual(night.settlements, same);
  }
});

/** What is done behind the shop's back, and of which kinds what is found is. It gives the name of what it is about. */
const TAMPERED: readonly (readonly [
  what: string,
  does: (tx: Tx) => Promise<string>,
  kinds: readonly string[],
])[] = [
  ['a sale that the ledger left out', (tx) => leaveOut(tx, 'sale'), ['sale']],
  ['a capture that the ledger left out', (tx) => leaveOut(tx, 'capture'), ['fee', 'movement']],
  ['a refund that the ledger left out', (tx) => leaveOut(tx, 'refund_paid'), ['movement']],
  ['a lost dispute that the ledger left out', (tx) => leaveOut(tx, 'dispute_lost'), ['dispute']],
  ['a payout that the ledger left out', (tx) => leaveOut(tx, 'payout'), ['payout_missing']],
  ['a payout that the ledger has twice', (tx) => payTwice(tx), ['payout_unknown']],
  ['a payout that both have twice', (tx) => payTwice(tx, { isInBook: true }), ['payout_lines']],
  ['a refund that the ledger has twice', (tx) => postAgain(tx, 'refund_paid', 'again'), ['movement']],
  ['a payout off by one', (tx) => shift(tx, 'payout', ['bank', 'provider:test']), ['payout_amount']],
  ['a fee off by one in the ledger', (tx) => shift(tx, 'capture', ['fees', 'provider:test']), ['fee']],
  ['a fee off by one at the provider', (tx) => line(tx, 'fee_minor + 1'), ['book_fee', 'payout_lines']],
  ['a capture off by one at the provider', (tx) => line(tx, 'fee_minor', 1), ['movement', 'payout_lines']],
  ['a capture that only we have', forget, ['payout_lines', 'unconfirmed']],
  ['a capture that only the provider has', invent, ['unknown']],
];

describe('what is tampered with is found and named', () => {
  for (const [what, does, kinds] of TAMPERED) {
    test(what, async () => {
      const analytics = await berlin;
      const { name, found } = await undone(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        return { name: await does(tx), found: await check(tx, analytics) };
      });
      assert.deepEqual([...new Set(found.differences.map(({ kind }) => kind))].toSorted(), kinds);
      const isNamed = ({ orderId, reference }: NamedDifference) => [orderId, reference].includes(name);
      assert.ok(found.differences.some(isNamed), `${name} is not named`);
      // A day that does not add up says so by itself, whoever is to blame.
      const wrong = found.settlements.filter((one) => !isSettled(one));
      const moves = kinds.includes('sale') || kinds.includes('movement');
      assert.equal(wrong.length > 0, moves, JSON.stringify(wrong.map(String)));
    });
  }
});

class Undone extends Error {}

/** What comes of it, and everything as it was. */
async function undone<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  let value: readonly [Value] | undefined;
  await db
    .transaction()
    .execute(async (tx) => {
      value = [await work(tx)];
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (value === undefined) throw new TypeError('nothing was done');
  return value[0];
}

type Entry = { readonly id: bigint; readonly name: string };

/** The fifth entry of a kind, or the last, and its order or payout. */
async function entryOf(tx: Tx, kind: string): Promise<Entry> {
  const { rows } = await sql<Entry>`
    select id, coalesce(order_id::text, split_part(reference, ':', 2)) as name from (
      select * from ledger.transaction made where kind = ${kind} and (kind <> 'capture' or exists (
        select from ledger.posting where transaction_id = made.id and account = 'fees')) order by id limit 5) made
    order by id desc limit 1`.execute(tx);
  const [entry] = rows;
  assert.ok(entry);
  return entry;
}

async function leaveOut(tx: Tx, kind: string): Promise<string> {
  const { id, name } = await entryOf(tx, kind);
  await sql`delete from ledger.posting where transaction_id = ${id}`.execute(tx);
  await sql`delete from ledger.transaction where id = ${id}`.execute(tx);
  return name;
}

async function postAgain(tx: Tx, kind: string, reference: string): Promise<string> {
  const { id, name } = await entryOf(tx, kind);
  await sql`
    with again as (
      insert into ledger.transaction (kind, reference, order_id, memo, posted_at)
      select kind, ${reference}, order_id, memo, posted_at from ledger.transaction where id = ${id} returning id
    )
    insert into ledger.posting (transaction_id, position, account, currency, amount_minor)
    select again.id, position, account, currency, amount_minor from ledger.posting, again
    where transaction_id = ${id}`.execute(tx);
  return name;
}

async function payTwice(tx: Tx, { isInBook = false } = {}): Promise<string> {
  const reference = await postAgain(tx, 'payout', 'test:po_again');
  if (!isInBook) return 'po_again';
  await sql`
    insert into payments.payout (provider, reference, currency, amount_minor, paid_at)
    select provider, 'po_again', currency, amount_minor, paid_at from payments.payout
    where reference = ${reference}`.execute(tx);
  return 'po_again';
}

async function shift(tx: Tx, kind: string, [up = '', down = '']: readonly string[]): Promise<string> {
  const { id, name } = await entryOf(tx, kind);
  await sql`
    update ledger.posting set amount_minor = amount_minor + case when account = ${up} then 1 else -1 end
    where transaction_id = ${id} and account in (${up}, ${down})`.execute(tx);
  return name;
}

const LINE = sql`(provider, id) = (select provider, id from payments.provider_line
  where kind = 'capture' and fee_minor > 0 order by at offset 5 limit 1)`;

async function orderOfLine(tx: Tx): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select order_id as name from payments.provider_line join payments.payment on payment.id = payment_id
    where (provider_line.provider, provider_line.id) = (select provider, id from payments.provider_line
      where kind = 'capture' and fee_minor > 0 order by at offset 5 limit 1)`.execute(tx);
  return rows[0]?.name ?? '';
}

async function line(tx: Tx, fee: string, more = 0): Promise<string> {
  const name = await orderOfLine(tx);
  await sql`update payments.provider_line set fee_minor = ${sql.raw(fee)}, amount_minor = amount_minor + ${more}
    where ${LINE}`.execute(tx);
  return name;
}

async function forget(tx: Tx): Promise<string> {
  const name = await orderOfLine(tx);
  await sql`delete from payments.provider_line where ${LINE}`.execute(tx);
  return name;
}

async function invent(tx: Tx): Promise<string> {
  await sql`
    insert into payments.provider_line (provider, id, kind, currency, amount_minor, fee_minor, at)
    values ('test', 'invented', 'capture', 'EUR', 500, 0, '2027-05-05T12:00:00Z')`.execute(tx);
  return 'invented';
}
