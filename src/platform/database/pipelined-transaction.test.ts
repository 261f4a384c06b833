import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type Refusal, refuse } from '../../kernel/index.ts';
import { transact, transactOrRefuse } from './index.ts';

const { db, pool } = await testDatabase(2);
await sql`create table step (number int primary key)`.execute(db);

const steps = async () => {
  const { rows } = await sql<{ number: number }>`select number from step order by number`.execute(db);
  return rows.map(({ number }) => number);
};

test('what is asked together runs in its order, and sees what was written before it', async () => {
  const seen = await transact(db, async (tx) => {
    const [, { rows }] = await Promise.all([
      sql`insert into step values (${1})`.execute(tx),
      sql<{ count: number }>`select count(*)::int as count from step`.execute(tx),
      sql`insert into step values (${2})`.execute(tx),
    ]);
    return rows[0]?.count;
  });
  assert.deepEqual([seen, await steps()], [1, [1, 2]]);
});

test('one of them that fails takes all of them back, and the connection goes on', async () => {
  const failed = transact(db, async (tx) => {
    await Promise.all([
      sql`insert into step values (${3})`.execute(tx),
      sql`insert into step values (${1})`.execute(tx),
      sql`insert into step values (${4})`.execute(tx),
    ]);
  });
  await assert.rejects(failed, /duplicate key/);
  await transact(db, (tx) => sql`insert into step values (${5})`.execute(tx));
  assert.deepEqual([await steps(), pool.idleCount === pool.totalCount], [[1, 2, 5], true]);
});

test('a connection that is lost inside is thrown away, and the next transaction has another', async () => {
  await assert.rejects(transact(db, (tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)));
  await transact(db, (tx) => sql`insert into step values (${6})`.execute(tx));
  assert.ok((await steps()).includes(6));
});

test('whoever goes on after another has failed is refused, and writes nothing anywhere', async () => {
  const goesOn = Promise.withResolvers<unknown>();
  const failed = transact(db, async (tx) => {
    const slow = async () => {
      await sql`select 1`.execute(tx);
      await failure.promise;
      await sql`insert into step values (${7})`.execute(tx);
    };
    const failure = Promise.withResolvers<void>();
    const both = slow().catch(goesOn.resolve);
    await sql`insert into step values (${1})`.execute(tx).catch((error) => {
      setImmediate(failure.resolve);
      throw error;
    });
    await both;
  });
  await assert.rejects(failed, /duplicate key/);
  await transact(db, async (tx) => {
    await sql`insert into step values (${8})`.execute(tx);
    assert.match(String(await goesOn.promise), /transaction that is over/);
  });
  assert.deepEqual((await steps()).slice(-2), [6, 8]);
});

test('what is asked last goes out with the commit, and takes everything back when it fails', async () => {
  await transact(db, async (tx, lastly) => {
    await sql`insert into step values (${10})`.execute(tx);
    lastly(
      sql`insert into step values (${11})`.execute(tx),
      sql`insert into step values (${12})`.execute(tx),
    );
  });
  assert.deepEqual((await steps()).slice(-3), [10, 11, 12]);
  const failed = transact(db, async (tx, lastly) => {
    await sql`insert into step values (${13})`.execute(tx);
    lastly(
      sql`insert into step values (${10})`.execute(tx),
      sql`insert into step values (${14})`.execute(tx),
    );
  });
  await assert.rejects(failed, /duplicate key/);
  assert.deepEqual([(await steps()).at(-1), pool.idleCount === pool.totalCount], [12, true]);
});

test('whoever asks after what was asked last is refused, and it is said', async () => {
  const follows = transact(db, async (tx, lastly) => {
    const first = sql`insert into step values (${20})`.execute(tx);
    lastly(first.then(() => sql`insert into step values (${21})`.execute(tx)));
  });
  await assert.rejects(follows, /transaction that is over/);
  assert.ok(!(await steps()).includes(21));
});

test('work that is refused leaves nothing of what it asked last', async () => {
  const refused = await transactOrRefuse<undefined, Refusal<'no'>>(db, async (tx, lastly) => {
    lastly(sql`insert into step values (${30})`.execute(tx));
    return refuse('no', 'not this time');
  });
  assert.ok(!refused.ok);
  assert.ok(!(await steps()).includes(30));
});
