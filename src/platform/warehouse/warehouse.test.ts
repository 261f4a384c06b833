import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openWarehouse, type Warehouse } from './index.ts';

const opened: Warehouse[] = [];
const folder = await mkdtemp(join(tmpdir(), 'institor-warehouse-'));
after(async () => {
  for (const warehouse of opened) await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

async function aWarehouse(path?: string): Promise<Warehouse> {
  const warehouse = await openWarehouse({ memoryMb: 256, threads: 2, ...(path ? { path } : {}) });
  opened.push(warehouse);
  return warehouse;
}

test('what goes in comes out as what it was: moments, days, wide numbers, words, nothing', async () => {
  const { change, rows } = await aWarehouse();
  const at = Temporal.Instant.from('2026-03-29T01:30:00.123456Z');
  const day = Temporal.PlainDate.from('1969-12-31');
  const row = [2n ** 62n, 7, at, day, 'Größe 𝄞', true, 1.5, null] as const;
  await change(async (session) => {
    await session.run(`create table fact (wide bigint, narrow integer, moment timestamp, day date, word varchar,
      is_so boolean, part double, nothing varchar)`);
    assert.equal(await session.append('fact', [row]), 1);
    assert.equal(await session.run('insert into fact values ($1, $2, $3, $4, $5, $6, $7, $8)', row), 1);
  });
  const [appended, inserted] = await rows('select * from fact');
  assert.deepEqual(Object.values(appended ?? {}).map(String), row.map(String));
  assert.deepEqual(inserted, appended);
  const [sums] = await rows(`select sum(wide) wide, cast(1.50 as decimal(9, 2)) price, ['a', 'b'] list,
    {low: 1, high: 2} span from fact`);
  assert.deepEqual(sums, { wide: 2n ** 63n, price: '1.50', list: ['a', 'b'], span: { low: 1, high: 2 } });
});

test('a change that throws leaves nothing behind, neither what was appended nor a lock', async () => {
  const { change, rows } = await aWarehouse();
  await change((session) => session.run('create table fact (id bigint, name varchar)'));
  const many = function* () {
    for (let id = 0; id < 5_000; id += 1) yield [id, 'a'];
    throw new Error('the source broke off');
  };
  await assert.rejects(
    change((session) => session.append('fact', many())),
    /the source broke off/,
  );
  await assert.rejects(
    change((session) => session.append('fact', [[1, 'a', 'b']])),
    /fact has 2 columns, and a row has 3/,
  );
  await change((session) => session.append('fact', [[1, 'b']]));
  assert.deepEqual(await rows('select * from fact'), [{ id: 1n, name: 'b' }]);
});

test('reads go on beside a change and see it only when it is whole; changes come one after the other', async () => {
  const { change, rows } = await aWarehouse();
  await change((session) => session.run('create table fact (id bigint)'));
  const isIn = Promise.withResolvers<void>();
  const mayGoOn = Promise.withResolvers<void>();
  const first = change(async (session) => {
    await session.run('insert into fact values (1)');
    isIn.resolve();
    await mayGoOn.promise;
    await session.run('insert into fact values (2)');
  });
  const second = change((session) => session.run('insert into fact select count(*) from fact'));
  await isIn.promise;
  const seen = await Promise.all(Array.from({ length: 9 }, () => rows('select * from fact')));
  assert.deepEqual(seen.flat(), []);
  mayGoOn.resolve();
  await Promise.all([first, second]);
  assert.deepEqual(await rows('select id from fact order by id'), [{ id: 1n }, { id: 2n }, { id: 2n }]);
});

test('memory that was needed once is let go, and nothing else with it', async () => {
  const { change, rows, letGo } = await aWarehouse(join(folder, 'lets-go.duckdb'));
  await change(async (session) => {
    await session.run('create table fact as select range as id, hash(range) as code from range(2000000)');
    await session.run('create temp table passing as select * from fact');
  });
  await rows('select count(distinct code) from fact');
  const held = async () => {
    const [sum] = await rows<{ mb: bigint }>(
      'select cast(sum(memory_usage_bytes) // 1000000 as bigint) as mb from duckdb_memory()',
    );
    return Number(sum?.mb);
  };
  const before = await held();
  const [, seen] = await Promise.all([letGo(), rows('select count(*) as count from fact')]);
  assert.deepEqual(seen, [{ count: 2_000_000n }]);
  assert.ok(before > 40 && (await held()) < before / 2, `${before} MB before, ${await held()} after`);
  const [limit] = await rows("select current_setting('memory_limit') as of");
  assert.match(String(limit?.['of']), /^24[0-9]/);
  await change((session) => session.run('insert into fact values (0, 0)'));
});

test('a file is there again when it is opened again', async () => {
  const path = join(folder, 'kept.duckdb');
  const warehouse = await openWarehouse({ path, memoryMb: 256, threads: 1 });
  await warehouse.change((session) => session.run('create table fact as select 7 as id'));
  await warehouse.close();
  const { rows } = await aWarehouse(path);
  assert.deepEqual(await rows('select id from fact'), [{ id: 7 }]);
});
