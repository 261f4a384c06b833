import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { enqueue, type Job, runDueJobs } from '../jobs/index.ts';
import { type Reaction, tell } from '../outbox/index.ts';
import { type Address, connect, hasLimitedRights, limitRights, SHOP_ROLE } from './index.ts';

declare module '../outbox/events.ts' {
  interface Events {
    'platform.test_limited': { word: string };
  }
}

const owner = await testDatabase();
const { host = '', database = '' } = owner.pool.options;
const address: Address = { socketFolder: host, database };

/** Every table whose migration says that it is append-only. */
async function histories(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tgrelid::regclass::text as name from pg_trigger
    where tgname like '%\\_append\\_only' order by 1`.execute(owner.db);
  return rows.map((row) => row.name);
}

describe('the shop’s own role', () => {
  test('adds to the ledger and to histories, and changes nothing there', async () => {
    assert.equal(await limitRights(owner), true);
    const shop = connect(address, 2, SHOP_ROLE);
    try {
      const tables = await histories();
      assert.ok(tables.includes('inventory.movement') && tables.length >= 4);
      for (const name of tables) {
        const table = sql.raw(name);
        await sql`select from ${table} limit 1`.execute(shop.db);
        for (const verb of [sql`delete from`, sql`truncate`]) {
          await assert.rejects(sql`${verb} ${table}`.execute(shop.db), /permission denied/, name);
        }
        const { rows } = await sql<{ may: boolean }>`
          select has_table_privilege(${name}, 'insert') and not has_any_column_privilege(${name}, 'update') as may
        `.execute(shop.db);
        assert.deepEqual(rows, [{ may: true }], name);
      }
      await assert.rejects(sql`drop table inventory.movement`.execute(shop.db), /must be owner/);
      await assert.rejects(
        sql`alter table inventory.movement disable trigger all`.execute(shop.db),
        /must be owner/,
      );
      await assert.rejects(sql`create table inventory.mine (n int)`.execute(shop.db), /permission denied/);
    } finally {
      await shop.close();
    }
  });

  test('loses at the next start what somebody gave it too much', async () => {
    await sql`grant update, truncate on inventory.movement to institor_app`.execute(owner.db);
    await limitRights(owner);
    const { rows } = await sql<{ may: boolean }>`
      select has_table_privilege(${SHOP_ROLE}, 'inventory.movement', 'update, truncate') as may`.execute(
      owner.db,
    );
    assert.deepEqual(rows, [{ may: false }]);
  });

  test('is made once, however many start, and a second start has nothing to do', async () => {
    await sql`drop owned by institor_app`.execute(owner.db);
    const starts = await Promise.all(Array.from({ length: 5 }, () => limitRights(owner)));
    assert.deepEqual(new Set(starts), new Set([true]));
    const rights = sql<{ xmin: string }>`select max(xmin::text::bigint)::text as xmin from pg_class`;
    const before = await rights.execute(owner.db);
    assert.equal(await limitRights(owner), true);
    assert.deepEqual((await rights.execute(owner.db)).rows, before.rows);
  });

  test('works: writes, reads, tells, and does jobs and reactions', async () => {
    const shop = connect(address, 4, SHOP_ROLE);
    try {
      assert.deepEqual([await hasLimitedRights(shop.db), await hasLimitedRights(shop.reads)], [true, true]);
      assert.equal(await hasLimitedRights(owner.db), false);
      const words: string[] = [];
      const job: Job = {
        name: 'test.limited_job',
        parse: (it) => it,
        run: async () => void words.push('job'),
      };
      const reaction: Extract<Reaction, { topic: 'platform.test_limited' }> = {
        name: 'test.limited',
        topic: 'platform.test_limited',
        run: async (_tx, { payload }) => void words.push(payload.word),
      };
      await shop.db.transaction().execute(async (tx) => {
        await tell(tx, 'platform.test_limited', { word: 'told' });
        await enqueue(tx, 'test.limited_job', {}, { queue: 'limited', key: 'one' });
      });
      await runDueJobs({ connection: shop, jobs: [job], reactions: [reaction] });
      assert.deepEqual(words.toSorted(), ['job', 'told']);
    } finally {
      await shop.close();
    }
  });

  test('reaches tables that come later', async () => {
    await sql`create table inventory.later (n int)`.execute(owner.db);
    await limitRights(owner);
    const shop = connect(address, 1, SHOP_ROLE);
    await sql`insert into inventory.later values (1)`.execute(shop.db).finally(shop.close);
  });
});

test('where no roles can be made, the shop works without', async () => {
  const name = `poor_${randomBytes(4).toString('hex')}`;
  await sql`create role ${sql.ref(name)} login`.execute(owner.db);
  const url = `postgres://${name}@/${database}?host=${encodeURIComponent(host)}`;
  const poor = connect({ url }, 1);
  try {
    assert.equal(await limitRights(poor), false);
  } finally {
    await poor.close();
    await sql`drop role ${sql.ref(name)}`.execute(owner.db);
  }
});
