import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { readProductIdsOfVariants, removeProducts } from '../catalog/index.ts';
import { readMail, readMailbox } from '../mails/index.ts';
import { leaveWaitlists } from './index.ts';
import { aWaitlist } from './testing/a-waitlist.ts';
import { WAITLIST_LIMITS } from './wait.ts';

const connection = await testDatabase();
const { db, soldOut, put, join, serve, told, waiting } = await aWaitlist(connection);
beforeEach(async () => {
  await sql`truncate waitlist.wait, waitlist.turn`.execute(db);
  await sql`truncate mails.mail cascade`.execute(db);
});

/** What waits for a lock in this database: the work of a test has come to where it is held up. */
async function isHeldUp(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(db);
    if (rows.length > 0) return;
  }
}

test('who cannot be told, because the goods went in that moment, keeps the place and costs no turn', async () => {
  const shirt = await soldOut();
  for (const name of ['ada', 'ben']) expectOk(await join(shirt, name));
  await put(shirt, 1);
  const productId = (await readProductIdsOfVariants(db, [shirt])).get(shirt);
  assert.ok(productId);
  const held = Promise.withResolvers<void>();
  const mayGo = Promise.withResolvers<void>();
  const holding = db.transaction().execute(async (tx) => {
    await sql`select 1 from waitlist.wait for update`.execute(tx);
    held.resolve();
    await mayGo.promise;
  });
  await held.promise;
  // It has seen the goods on sale, and waits for the rows of those whose turn it is.
  const serving = serve(shirt);
  await isHeldUp();
  expectOk(await db.transaction().execute((tx) => removeProducts(tx, [productId])));
  mayGo.resolve();
  await holding;
  assert.equal(await serving, 0, 'nobody was told');
  assert.deepEqual([await told(), await waiting()], [[], ['ada', 'ben']]);
  const turns = await sql`select 1 from waitlist.turn`.execute(db);
  assert.equal(turns.rows.length, 0, 'no piece counts as theirs');
});

test('the link of an old mail takes its reader off a list that they joined after it', async () => {
  const [shirt, coat] = [await soldOut(), await soldOut()];
  expectOk(await join(shirt, 'Ada@example.org'));
  await put(shirt, 1);
  await serve(shirt);
  assert.deepEqual(await waiting(), [], 'told of everything');
  const [mail] = expectOk(await readMailbox(db, { limit: 1 })).mails;
  const { unsubscribeUrl = '' } = (mail && (await readMail(db, mail.id))) ?? {};
  for (const name of ['ada', 'ben']) expectOk(await join(coat, name));
  const key = new URL(unsubscribeUrl).searchParams.get('key') ?? '';
  await db.transaction().execute((tx) => leaveWaitlists(tx, key));
  assert.deepEqual(await waiting(), ['ben']);
});

test('an address that joins several lists at once has one key to leave them all', async () => {
  const goods = [await soldOut(), await soldOut(), await soldOut(), await soldOut()];
  const joins = goods.map((variantId) => join(variantId, 'ada'));
  for (const joined of await Promise.all(joins)) expectOk(joined);
  const { rows } = await sql`select distinct leave_key from waitlist.wait`.execute(db);
  assert.deepEqual([(await waiting()).length, rows.length], [4, 1]);
});

test('an address waits for no more than the limit, also when they are asked for at once', async () => {
  const shirts = [await soldOut(), await soldOut(), await soldOut(), await soldOut()];
  await sql`
    insert into waitlist.wait (id, variant_id, email, market, locale, leave_key, asked_at)
    select gen_random_uuid(), gen_random_uuid(), 'ADA@example.org', 'eu', 'en', 'k', now()
    from generate_series(2, ${WAITLIST_LIMITS.ofAddress})`.execute(db);
  const joins = shirts.map((variantId) => join(variantId, 'ada'));
  for (const joined of await Promise.all(joins)) expectOk(joined);
  assert.equal((await waiting()).length, WAITLIST_LIMITS.ofAddress);
  expectOk(await join(shirts[0] ?? assert.fail(), 'ben'));
  assert.ok((await waiting()).includes('ben'), 'others still may');
});
