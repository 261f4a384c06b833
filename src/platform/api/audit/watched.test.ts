import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { aShelf, effectsOf, makeEffects, shelfHandlers } from '../testing/a-shelf-api.ts';
import type { Attempt, Audit } from './audit.ts';

const { db } = await testDatabase();
await makeEffects(db);
await sql`create table kept (text text not null)`.execute(db);

/** Keeps in a table, so that what is taken back with a transaction is seen to be. */
const audit: Audit = {
  keep: async (at, { operation, outcome, code, subjectId, before, after }: Attempt) => {
    const text = [operation, outcome, code, subjectId, titleOf(before), titleOf(after)].join(' ');
    await sql`insert into kept (text) values (${text.trim()})`.execute(at);
  },
  readsIn: (at) => shelfHandlers(at, {}),
};
const app = await aShelf(db, { audit });
const kept = async () =>
  (await sql<{ text: string }>`select text from kept`.execute(db)).rows.map(({ text }) => text);
beforeEach(() => sql`truncate kept, effect`.execute(db));

function titleOf(value: unknown): string {
  return String(Object(value).title ?? '');
}

const ID = '0198f5b2-7c1d-7aaa-8bbb-0123456789ab';
const post = (path: string, title: string, key: string = randomUUID(), authorization = 'Bearer writer') =>
  app.inject({
    ...{ method: 'POST', url: `/api/shelf/v1${path}` },
    payload: { title, price: { amount: '1.00', currency: 'EUR' }, pages: 3 },
    headers: { authorization, 'idempotency-key': key },
  });

test('what one transaction does is kept in it, with what the API shows of it afterwards', async () => {
  assert.equal((await post('/books', 'Kim')).statusCode, 201);
  assert.deepEqual(await kept(), [`addBook done  ${ID}  Kim`]);
});

test('what a transaction refused, or failed in, leaves its trace and nothing else', async () => {
  await post('/books', 'taken');
  await post('/books', 'broken');
  assert.deepEqual(await kept(), ['addBook refused title_taken', 'addBook failed']);
  assert.equal(await effectsOf(db, 'taken'), 0);
});

test('what is not done in one transaction is asked first', async () => {
  await post('/orders', 'Emma');
  await post('/orders', 'out of print');
  await post('/orders', 'broken');
  assert.deepEqual(await kept(), [
    ...['orderBook asked', `orderBook done  ${ID}`, 'orderBook asked', 'orderBook refused out_of_print'],
    ...['orderBook asked', 'orderBook failed'],
  ]);
});

test('a repetition is no second deed, and what is wrong in itself is none', async () => {
  const key = randomUUID();
  for (const _ of [1, 2]) await post('/books', 'Kim', key);
  for (const _ of [1, 2]) await post('/books', 'taken', `refused-${key}`);
  await post('/books', '');
  assert.deepEqual(await kept(), [`addBook done  ${ID}  Kim`, 'addBook refused title_taken']);
});

test('who is known and may not is kept; strangers are not', async () => {
  await post('/books', 'Kim', undefined, 'Bearer reader');
  await post('/books', 'Kim', undefined, 'Bearer stranger');
  assert.deepEqual(await kept(), ['addBook refused forbidden']);
});
