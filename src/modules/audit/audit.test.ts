import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type Connection, limitRights, SHOP_ROLE, transact } from '../../platform/database/index.ts';
import { exportEntries, keepEntry, type NewEntry, readEntries, sealEntries, verifyAudit } from './index.ts';

const connection: Connection = await testDatabase();
const { db, pool } = connection;
const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');

const anEntry = (change: Partial<NewEntry> = {}): NewEntry => ({
  ...{ at: NOW, attemptId: '0198f5b2-7c1d-7aaa-8bbb-0123456789ab', actor: 'staff:ada', actorName: 'Ada' },
  ...{ sessionId: 's1', operation: 'changeDeliveryMethod', summary: 'Change a delivery method' },
  ...{ kind: 'delivery_method', subjectId: 'm1', outcome: 'done', code: '', ip: '192.0.2.1' },
  ...{ userAgent: 'Firefox', differences: [{ field: 'name', before: 'Post', after: 'Parcel' }], ...change },
});
const keep = (change: Partial<NewEntry> = {}) => keepEntry(db, anEntry(change));

/** As somebody who owns the database might: past the trigger. */
async function tamper(statement: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(
      `set session_replication_role = replica; ${statement}; reset session_replication_role`,
    );
  } finally {
    client.release();
  }
}

beforeEach(() => tamper('truncate audit.entry, audit.seal, audit.unsealed'));

async function aChain(length = 6) {
  const entries = [];
  for (let count = 0; count < length; count += 1) entries.push(await keep({ subjectId: `m${count}` }));
  assert.equal(await sealEntries(db), length);
  return entries;
}

test('a chain that nobody touched holds, whatever was sealed when', async () => {
  await aChain();
  const half = await verifyAudit(db);
  await keep();
  const { breach, entries, waiting } = await verifyAudit(db);
  assert.deepEqual([breach, entries, waiting], [undefined, 6n, 1]);
  await sealEntries(db);
  const whole = await verifyAudit(db, { noted: half.head });
  assert.deepEqual([whole.breach, whole.entries, whole.waiting], [undefined, 7n, 0]);
});

test('what was changed, taken away, put elsewhere or put in is named', async () => {
  const table: [what: string, statement: string, breach: string, position: bigint | undefined][] = [
    ['a word', `update audit.entry set actor_name = 'Eve' where subject_id = 'm2'`, 'changed', 3n],
    [
      'a value',
      `update audit.entry set differences = '[{"field":"name","before":"Post","after":"Gift"}]' where subject_id = 'm0'`,
      ...(['changed', 1n] as const),
    ],
    [
      'a moment',
      `update audit.entry set happened_at = happened_at + '1 s' where subject_id = 'm5'`,
      'changed',
      6n,
    ],
    ['an entry taken away', `delete from audit.entry where subject_id = 'm3'`, 'entry_missing', 4n],
    [
      'an entry and its seal taken away',
      `with gone as (delete from audit.entry where subject_id = 'm3' returning id)
        delete from audit.seal using gone where entry_id = gone.id`,
      ...(['seal_missing', 4n] as const),
    ],
    [
      'two entries that changed places',
      `update audit.seal set entry_id = case position
          when 2 then (select entry_id from audit.seal where position = 3)
          else (select entry_id from audit.seal where position = 2) end
        where position in (2, 3)`,
      ...(['changed', 2n] as const),
    ],
    [
      'an entry that went around the sealer',
      `insert into audit.entry select '0198f5b2-7c1d-7aaa-8bbb-0123456789ab', happened_at, attempt_id, actor,
        actor_name, session_id, operation, summary, kind, 'm9', outcome, code, ip, user_agent, differences
        from audit.entry limit 1`,
      ...(['not_sealed', undefined] as const),
    ],
  ];
  for (const [what, statement, breach, position] of table) {
    await tamper('truncate audit.entry, audit.seal, audit.unsealed');
    await aChain();
    await tamper('alter table audit.seal drop constraint if exists sealed_once');
    await tamper(statement);
    const found = (await verifyAudit(db)).breach;
    assert.deepEqual([found?.what, found?.position], [breach, position], what);
  }
});

test('an end that was cut off is missed by who noted the last seal', async () => {
  await aChain();
  const { head } = await verifyAudit(db);
  await tamper(`delete from audit.seal where position > 4`);
  await tamper(`delete from audit.entry where subject_id in ('m4', 'm5')`);
  assert.equal((await verifyAudit(db)).breach, undefined, 'the chain alone cannot know');
  assert.equal((await verifyAudit(db, { noted: head })).breach?.what, 'head_missing');
});

test('the shop itself may add and nothing else', async () => {
  assert.ok(await limitRights(connection));
  await aChain(1);
  const client = await pool.connect();
  try {
    await client.query(`set role ${SHOP_ROLE}`);
    for (const table of ['entry', 'seal']) {
      for (const statement of [
        `update audit.${table} set ${table === 'entry' ? 'ip' : 'hash'} = null`,
        `delete from audit.${table}`,
      ]) {
        await assert.rejects(client.query(statement), /permission denied/, statement);
      }
    }
  } finally {
    await client.query('reset role');
    client.release();
  }
  await assert.rejects(sql`delete from audit.entry`.execute(db), /append-only/);
});

test('many write at once and wait for nobody; sealers work one after the other', async () => {
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let count = 0; count < 10; count += 1) {
      await transact(db, (tx) => keepEntry(tx, anEntry({ subjectId: `${writer}.${count}` })));
    }
  });
  const sealers = Array.from({ length: 3 }, () => sealEntries(db));
  await Promise.all([...writers, ...sealers]);
  await sealEntries(db);
  const { breach, entries } = await verifyAudit(db);
  assert.deepEqual([breach, entries], [undefined, 60n]);
});

test('entries are found by who, what, on what, when and by words, the latest first', async () => {
  const at = (hours: number) => NOW.add({ hours });
  await keep({ subjectId: 'a' });
  await keep({ subjectId: 'b', at: at(1), actor: 'cli', actorName: 'cli', operation: 'api-key create' });
  await keep({ subjectId: 'c', at: at(2), kind: 'order', outcome: 'refused', code: 'over_limit' });
  await keep({ subjectId: 'd', at: at(3), differences: [{ field: 'note', after: 'Fragile porcelain' }] });
  const table: [asked: object, found: string][] = [
    [{}, 'dcba'],
    [{ actor: 'cli' }, 'b'],
    [{ kind: 'order' }, 'c'],
    [{ kind: 'delivery_method', subjectId: 'd' }, 'd'],
    [{ operation: 'changeDeliveryMethod' }, 'dca'],
    [{ outcome: 'refused' }, 'c'],
    [{ from: at(1), to: at(3) }, 'cb'],
    [{ text: 'porcel' }, 'd'],
    [{ text: 'ADA parc' }, 'ca'],
    [{ text: "'; drop" }, ''],
    [{ text: '&|!' }, ''],
  ];
  for (const [asked, found] of table) {
    const ids = (await readEntries(db, { ...asked, limit: 10 })).map(({ subjectId }) => subjectId).join('');
    assert.equal(ids, found, JSON.stringify(asked));
  }
  const [first] = await readEntries(db, { limit: 1 });
  assert.ok(first);
  const rest = await readEntries(db, { limit: 10, before: first.id });
  assert.equal(rest.length, 3);
  const all = await Array.fromAsync(exportEntries(db, { kind: 'delivery_method' }));
  assert.equal(all.length, 3);
});

test('what is kept in a transaction that is taken back was never kept', async () => {
  const failed = transact(db, async (tx) => {
    await keepEntry(tx, anEntry());
    throw new RangeError('taken back');
  });
  await assert.rejects(failed, /taken back/);
  assert.deepEqual(await readEntries(db, { limit: 10 }), []);
});
