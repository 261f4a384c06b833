import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, NO_EXTRAS, openJournalWorld, STAFF } from '../../../../test/selling/dealings.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { settled } from '../../../../test/settled.ts';
import { expectOk } from '../../../kernel/index.ts';
import { type Db, limitRights, SHOP_ROLE, transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readPostings } from '../../ledger/index.ts';
import {
  cancelOrder,
  fulfilOrder,
  journalDifferences,
  type OrderId,
  readOrder,
  readOrderFacts,
  readSalesEntries,
  refundOrder,
  SALES_PROOF,
} from '../index.ts';
import { insertEntries } from './store/write-entries.ts';

const connection = await testDatabase();
const { db } = connection;
const { shop, cup, pot, giftCard } = await openJournalWorld(connection);
const { placed, pieces, theOrder } = dealingsIn(shop);

/** Everything after a position, page by page. */
async function all<Row extends { readonly xid: bigint; readonly id: bigint }>(
  read: (db: Db, page: { readonly after?: Row | undefined; readonly limit: number }) => Promise<Row[]>,
  { after, limit = 2 }: { readonly after?: Row | undefined; readonly limit?: number } = {},
): Promise<Row[]> {
  const page = await read(db, { after, limit });
  return page.length < limit ? page : [...page, ...(await all(read, { after: page.at(-1), limit }))];
}

const written = (reference: string, orderId: OrderId = newId()) => [
  {
    of: { kind: 'goodwill', reference } as const,
    ...{ orderId, currency: shop.currency, now: NOW },
    entries: [{ kind: 'goodwill', goodwillMinor: 1n } as const],
  },
];

describe('the journal is read forward', () => {
  test('page by page, each row once, as are the postings that they are of', async () => {
    const orderId = await placed([
      { variantId: cup, quantity: 2 },
      { variantId: pot, quantity: 1 },
    ]);
    expectOk(await cancelOrder(shop.deps, { orderId, reason: 'merchant', ...STAFF }));
    await settled(db);
    const rows = await all(readSalesEntries);
    const ofOrder = rows.filter((row) => row.orderId === orderId);
    assert.deepEqual(
      ofOrder.map(({ kind, quantity }) => [kind, quantity]),
      [
        ...[2, 1, 0].map((quantity) => ['sale', quantity]),
        ...[-2, -1, 0].map((quantity) => ['credit', quantity]),
      ],
    );
    assert.deepEqual(await all(readSalesEntries, { limit: 1_000 }), rows);
    const { rows: count } = await sql<{ entries: number; postings: number }>`
      select (select count(*)::int from orders.sales_entry) as entries,
        (select count(*)::int from ledger.posting) as postings`.execute(db);
    const postings = await all(readPostings);
    assert.deepEqual([rows.length, postings.length], [count[0]?.entries, count[0]?.postings]);
    assert.deepEqual(await all(readPostings, { limit: 1_000 }), postings);
    assert.equal(new Set(postings.map(({ id }) => id)).size, postings.length);
    const net = ofOrder.reduce((sum, row) => sum + row.grossMinor - row.returnsMinor + row.shippingMinor, 0n);
    const owed = postings.filter((one) => one.orderId === orderId && one.account === 'receivable');
    const owedMinor = owed.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    assert.deepEqual([net, owedMinor], [0n, 0n]);
  });

  test('without what commits late: it has a lower number, and is read once it is there', async () => {
    await settled(db);
    const before = { entry: (await all(readSalesEntries)).at(-1), posting: (await all(readPostings)).at(-1) };
    const slow = await connection.pool.connect();
    try {
      await slow.query('begin');
      await slow.query(`
        insert into orders.sales_entry (posted_at, kind, ledger_kind, ledger_reference, position, order_id, quantity,
          gross_minor, discount_minor, returns_minor, shipping_minor, gift_cards_minor, tax_minor, cost_minor,
          goodwill_minor, currency)
        values (now(), 'goodwill', 'goodwill', 'late', 0, gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0, 0, 1, 'EUR')`);
      await slow.query(`
        with made as (
          insert into ledger.transaction (kind, reference, order_id, posted_at)
          values ('goodwill', 'late', gen_random_uuid(), now()) returning id)
        insert into ledger.posting (transaction_id, position, account, currency, amount_minor)
        select made.id, part.* from made, (values (0, 'goodwill', 'EUR', 1), (1, 'receivable', 'EUR', -1)) as part`);
      const orderId = await placed([{ variantId: cup, quantity: 1 }]);
      // It is there for everybody, and stands behind one that is not.
      assert.equal((await readOrder(db, orderId))?.state, 'paid');
      assert.deepEqual(await all(readSalesEntries, { after: before.entry }), []);
      assert.deepEqual(await all(readPostings, { after: before.posting }), []);
      await slow.query('commit');
      await settled(db);
      const rows = await all(readSalesEntries, { after: before.entry });
      assert.deepEqual(
        rows.map((row) => [row.ledgerReference === 'late', row.orderId === orderId]),
        [
          [true, false],
          [false, true],
          [false, true],
        ],
      );
      const kinds = (await all(readPostings, { after: before.posting })).map(({ reference }) => reference);
      assert.deepEqual(
        [kinds[0], kinds[1], kinds.filter((one) => one === 'late').length],
        ['late', 'late', 2],
      );
    } finally {
      slow.release();
    }
  });
});

describe('the journal', () => {
  test('has what is written twice once, and refuses it where it cannot be there', async () => {
    const twice = () => transact(db, (tx) => insertEntries(tx, written('once')));
    await Promise.all([twice(), twice(), twice()]);
    const count = sql<{ count: number }>`
      select count(*)::int as count from orders.sales_entry where ledger_reference = 'once'`;
    assert.equal((await count.execute(db)).rows[0]?.count, 1);
    const isNew = true;
    await assert.rejects(
      transact(db, (tx) => insertEntries(tx, written('once'), { isNew })),
      /sales_entry_once/,
    );
  });

  test('is changed and emptied by nobody, neither by its owner nor by the shop', async () => {
    const statements = [
      'update orders.sales_entry set quantity = 0',
      'delete from orders.sales_entry',
      'truncate orders.sales_entry',
    ];
    for (const statement of statements) await assert.rejects(connection.pool.query(statement), /append-only/);
    assert.equal(await limitRights(connection), true);
    const client = await connection.pool.connect();
    try {
      await client.query(`set role ${SHOP_ROLE}`);
      for (const statement of statements) await assert.rejects(client.query(statement), /permission denied/);
    } finally {
      await client.query('reset role');
      client.release();
    }
  });

  test('says so where it does not agree with the ledger, and its proof is another then', async () => {
    const proof = async () => {
      const { rows } = await connection.pool.query<{ proof: string }>(`select (${SALES_PROOF.sql}) as proof`);
      return rows[0]?.proof ?? '';
    };
    const [count = '', , differences] = (await proof()).split(':');
    const known = await journalDifferences(db);
    // What this file wrote without posting it.
    assert.deepEqual(
      known.map(({ kind, reference, account, keptMinor, postedMinor }) => {
        return [kind, reference, account, keptMinor, postedMinor];
      }),
      [['goodwill', 'once', 'goodwill', 1n, 0n]],
    );
    assert.equal(differences, '1');
    await transact(db, (tx) => insertEntries(tx, written('never posted')));
    const [more, , wrong] = (await proof()).split(':');
    assert.deepEqual([more, wrong], [String(Number(count) + 1), '2']);
    assert.equal((await journalDifferences(db, { limit: 1 })).length, 1);
  });
});

test('an order is reported under what it is by now', async () => {
  const wishes = [
    { variantId: cup, quantity: 2 },
    { variantId: giftCard, quantity: 1 },
  ];
  const orderId = await placed(wishes, { code: 'tenth' });
  const unpaid = await placed([{ variantId: cup, quantity: 1 }], { methodId: shop.transfer });
  const facts = await readOrderFacts(db, [orderId, unpaid, newId()]);
  assert.equal(facts.length, 2);
  const found = facts.find((one) => one.orderId === orderId);
  const { number, lines } = await theOrder(orderId);
  assert.deepEqual(
    [found?.number, found?.market, found?.country, found?.region, String(found?.stoodAt)],
    [number, 'eu', 'DE', '', String(NOW)],
  );
  // A guest is known by a hash of the address, the same in every order.
  assert.match(found?.customerKey ?? '', /^guest:[0-9a-f]{64}$/);
  const waiting = facts.find((one) => one.orderId === unpaid);
  assert.deepEqual([waiting?.stoodAt, waiting?.customerKey], [undefined, found?.customerKey]);
  assert.deepEqual(
    found?.lines.map(({ lineId, sku, title, discounts }) => [lineId, sku, title, discounts[0]?.name]),
    lines.map(({ id, sku, title }) => [id, sku, title, title === 'Cup' ? 'TENTH' : undefined]),
  );
});

test('what was posted before there was a journal is in it, a row a transaction', async () => {
  const orderId = await placed([{ variantId: pot, quantity: 2 }], { code: 'tenth' });
  const one = { lines: [await pieces(orderId, pot, 1)], goodwillMinor: 50n };
  expectOk(await refundOrder(shop.deps, { ...NO_EXTRAS, ...STAFF, orderId, ...one }));
  expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
  await connection.pool.query('drop table orders.sales_entry; drop function orders.refuse_sales_change');
  const root = `${import.meta.dirname}/../../../..`;
  await connection.pool.query(await readFile(`${root}/migrations/0321_orders_sales_entry.sql`, 'utf8'));
  assert.deepEqual(await journalDifferences(db), []);
  await settled(db);
  const rows = (await all(readSalesEntries)).filter((row) => row.orderId === orderId);
  assert.deepEqual(
    rows.map(({ kind, lineId, grossMinor, returnsMinor, costMinor, goodwillMinor }) => {
      return [kind, lineId, grossMinor, returnsMinor, costMinor, goodwillMinor];
    }),
    [
      ['sale', undefined, 5042n, 0n, 0n, 0n],
      ['goodwill', undefined, 0n, 0n, 0n, 50n],
      ['credit', undefined, 0n, 2269n, 0n, 0n],
      ['cost', undefined, 0n, 0n, 2002n, 0n],
    ],
  );
});
