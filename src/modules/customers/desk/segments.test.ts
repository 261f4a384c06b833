import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, localeOf } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import {
  type CustomerId,
  countCustomers,
  customerJobs,
  findOrCreateByEmail,
  listCustomers,
  markCustomers,
  previewSegment,
  readCustomer,
  readSegments,
  removeSegment,
  saveBuying,
  saveSegment,
  segmentRule,
} from '../index.ts';

const connection = await testDatabase();
const { db } = connection;
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const ago = (days: number) => now.subtract({ hours: 24 * days });
const EUR = currencyOf('EUR');
const names = new Map<CustomerId, string>();

async function aCustomer(
  name: string,
  bought: {
    readonly orders: number;
    readonly spent?: bigint;
    readonly days?: number;
    readonly country?: string;
  },
): Promise<CustomerId> {
  const { orders, spent = 0n, days, country = '' } = bought;
  const id = await transact(db, async (tx) => {
    const made = await findOrCreateByEmail(tx, {
      email: `${name}@a.example`,
      name,
      locale: localeOf('en'),
      now,
    });
    const at = days === undefined ? undefined : ago(days);
    const currency = orders > 0 ? EUR : undefined;
    const about = { orders, spentMinor: spent, currency, country, market: orders > 0 ? 'eu' : '' };
    await saveBuying(tx, made.id, { ...about, firstOrderAt: at, lastOrderAt: at });
    return made.id;
  });
  names.set(id, name);
  return id;
}

const ada = await aCustomer('ada', { orders: 5, spent: 50_000n, days: 10, country: 'DE' });
const bea = await aCustomer('bea', { orders: 1, spent: 4_999n, days: 200, country: 'FR' });
const cid = await aCustomer('cid', { orders: 0 });
await transact(db, async (tx) => {
  const given = { customerIds: [ada, cid], what: 'tags', add: ['vip'], remove: [], now } as const;
  expectOk(await markCustomers(tx, given));
});
await sql`update customers.customer set accepts_marketing = true, email_proven_at = ${now.toString()}
  where id = ${bea}`.execute(db);

const who = async (conditions: readonly unknown[], match: 'all' | 'any' = 'all') => {
  const rule = segmentRule.parse({ match, conditions });
  const { count, first } = await previewSegment(db, { rule, now, shown: 10 });
  assert.equal(count, first.length);
  return first.map((id) => names.get(id)).toSorted();
};

test('a rule takes those of whom every condition is so, or any of them', async () => {
  const table: readonly (readonly [object, readonly string[]])[] = [
    [{ field: 'orders', is: 'at_least', count: 1 }, ['ada', 'bea']],
    [{ field: 'orders', is: 'at_most', count: 1 }, ['bea', 'cid']],
    [{ field: 'spent', is: 'at_least', minor: '5000', currency: 'EUR' }, ['ada']],
    [{ field: 'spent', is: 'at_most', minor: '5000', currency: 'EUR' }, ['bea', 'cid']],
    [{ field: 'spent', is: 'at_least', minor: '1', currency: 'USD' }, []],
    [{ field: 'last_order', is: 'within', days: 30 }, ['ada']],
    [{ field: 'last_order', is: 'longer_ago', days: 30 }, ['bea']],
    [{ field: 'first_order', is: 'longer_ago', days: 5 }, ['ada', 'bea']],
    [{ field: 'market', is: 'is', value: 'eu' }, ['ada', 'bea']],
    [{ field: 'country', is: 'is_not', value: 'DE' }, ['bea', 'cid']],
    [{ field: 'tag', is: 'is', value: 'vip' }, ['ada', 'cid']],
    [{ field: 'tag', is: 'is_not', value: 'vip' }, ['bea']],
    [{ field: 'marketing', is: 'given' }, ['bea']],
    [{ field: 'account', is: 'has_not' }, ['ada', 'cid']],
  ];
  for (const [condition, expected] of table) {
    assert.deepEqual(await who([condition]), expected, JSON.stringify(condition));
  }
  const two = [
    { field: 'tag', is: 'is', value: 'vip' },
    { field: 'orders', is: 'at_least', count: 1 },
  ];
  assert.deepEqual(await who(two), ['ada']);
  assert.deepEqual(await who(two, 'any'), ['ada', 'bea', 'cid']);
  assert.ok(!segmentRule.safeParse({ match: 'all', conditions: [] }).success);
  assert.ok(!segmentRule.safeParse({ match: 'all', conditions: [{ field: 'email' }] }).success);
});

test('whoever fits is in a segment at once, and out of it when they do not fit any more', async () => {
  const rule = segmentRule.parse({
    match: 'all',
    conditions: [{ field: 'orders', is: 'at_least', count: 2 }],
  });
  const about = { code: 'loyal', name: 'Loyal', rule, now };
  const id = expectOk(await transact(db, (tx) => saveSegment(tx, about)));
  const segmentsOf = async (customer: CustomerId) => (await readCustomer(db, customer))?.segments;
  assert.deepEqual([await segmentsOf(ada), await segmentsOf(bea)], [['loyal'], []]);
  assert.equal((await readSegments(db))[0]?.members, 1);
  await transact(db, (tx) =>
    saveBuying(tx, bea, {
      ...{ orders: 2, spentMinor: 9_000n, currency: EUR, firstOrderAt: ago(200), lastOrderAt: now },
      ...{ country: 'FR', market: 'eu' },
    }),
  );
  await sql`select graphile_worker.add_job('customers.refresh_segments')`.execute(db);
  await runDueJobs({ connection, jobs: customerJobs, reactions: [] });
  assert.deepEqual(await segmentsOf(bea), ['loyal']);
  const taken = await transact(db, (tx) => saveSegment(tx, about));
  assert.equal(taken.ok ? '' : taken.refusal.code, 'code_taken');
  expectOk(await transact(db, (tx) => removeSegment(tx, id)));
  assert.deepEqual([await segmentsOf(ada), await segmentsOf(bea)], [[], []]);
});

test('a segment by hand has whom somebody put in', async () => {
  const about = { code: 'press', name: 'Press', rule: undefined, now };
  expectOk(await transact(db, (tx) => saveSegment(tx, about)));
  const given = { customerIds: [cid], what: 'segments', add: ['press'], remove: [], now } as const;
  expectOk(await transact(db, (tx) => markCustomers(tx, given)));
  const found = await listCustomers(db, { segment: 'press', sort: '-created', limit: 9 });
  assert.deepEqual(
    found.map(({ id }) => id),
    [cid],
  );
});

test('customers are listed by what they bought, page by page, and counted', async () => {
  const ids = async (more: Partial<Parameters<typeof listCustomers>[1]>) =>
    (await listCustomers(db, { sort: '-spent', limit: 9, ...more })).map(({ id }) => names.get(id));
  assert.deepEqual(await ids({}), ['ada', 'bea', 'cid']);
  assert.deepEqual(await ids({ sort: '-last_order' }), ['bea', 'ada', 'cid']);
  assert.deepEqual(await ids({ country: 'FR' }), ['bea']);
  assert.deepEqual(await ids({ ordersFrom: 1, ordersTo: 4 }), ['bea']);
  assert.deepEqual(await ids({ spentFromMinor: 10_000n, currency: EUR }), ['ada']);
  assert.deepEqual(await ids({ lastOrderBefore: ago(5) }), ['ada']);
  assert.deepEqual(await ids({ hasAccount: true, acceptsMarketing: true }), ['bea']);
  assert.equal(await countCustomers(db, { tag: 'vip' }, 100), 2);
  for (const sort of ['-created', '-last_order', '-spent', '-orders'] as const) {
    const whole = await listCustomers(db, { sort, limit: 9 });
    const [first, second] = [whole[0], whole[1]];
    assert.ok(first && second);
    const rest = await listCustomers(db, { sort, limit: 9, after: first.position });
    assert.deepEqual(rest[0]?.id, second.id, sort);
    assert.equal(rest.length, whole.length - 1);
  }
});
