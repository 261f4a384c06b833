import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, localeOf } from '../../kernel/index.ts';
import { enqueue, runDueJobs } from '../../platform/jobs/index.ts';
import { readProductIdsOfVariants, removeProducts } from '../catalog/index.ts';
import { eraseCustomer, findOrCreateByEmail } from '../customers/index.ts';
import { setPolicies } from '../inventory/index.ts';
import { readMail, readMailbox } from '../mails/index.ts';
import { leaveWaitlists } from './index.ts';
import { mayBeTold } from './serve.ts';
import { aWaitlist, NOW } from './testing/a-waitlist.ts';

const connection = await testDatabase();
const { db, work, soldOut, madeSoFar, put, join, serve, told, waiting } = await aWaitlist(connection);
beforeEach(async () => {
  await sql`truncate waitlist.wait, waitlist.turn`.execute(db);
  await sql`truncate mails.mail cascade`.execute(db);
});

test('who asked first is told first, no more than there are pieces, and the next after 12 hours', async () => {
  const shirt = await soldOut();
  for (const name of ['ada', 'ben', 'cleo', 'dora']) expectOk(await join(shirt, name));
  assert.equal(await serve(shirt), 0, 'sold out: nobody is told');
  await put(shirt, 2);
  assert.equal(await serve(shirt), 2);
  assert.deepEqual(await told(), ['ada', 'ben']);
  assert.equal(await serve(shirt, NOW.add({ hours: 11 })), 0, 'both pieces are still theirs to buy');
  assert.equal(await serve(shirt, NOW.add({ hours: 12 })), 2, 'nobody bought them');
  assert.deepEqual(await told(), ['ada', 'ben', 'cleo', 'dora']);
  assert.deepEqual(await waiting(), [], 'no address is kept of who was told');
});

test('a piece that comes in is for the next, while those of before are still counted', async () => {
  const shirt = await soldOut();
  for (const name of ['ada', 'ben', 'cleo']) expectOk(await join(shirt, name));
  await put(shirt, 1);
  assert.equal(await serve(shirt), 1);
  await put(shirt, 2);
  assert.equal(await serve(shirt, NOW.add({ hours: 1 })), 1);
  assert.deepEqual([await told(), await waiting()], [['ada', 'ben'], ['cleo']]);
});

test('an address waits once for a variant, in whatever case it is written, and gets one mail', async () => {
  const shirt = await soldOut();
  for (const email of ['Ada@example.org', 'ada@example.org', ' ada@EXAMPLE.org ']) {
    assert.deepEqual(await join(shirt, email), { ok: true, value: undefined }, 'the same answer each time');
  }
  assert.equal((await waiting()).length, 1);
  await put(shirt, 5);
  assert.equal(await serve(shirt), 1);
  assert.equal(await serve(shirt, NOW.add({ hours: 48 })), 0);
});

test('two workers at once tell nobody twice and no more than there are pieces', async () => {
  const shirt = await soldOut();
  for (let each = 0; each < 20; each++) expectOk(await join(shirt, `p${each}`));
  await put(shirt, 7);
  const counts = await Promise.all(Array.from({ length: 4 }, () => serve(shirt)));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    7,
  );
  const names = await told();
  assert.deepEqual(names, ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
  assert.equal((await waiting()).length, 13);
});

test('stock that comes in reaches who waits by itself, in the language and at the address of their page', async () => {
  const shirt = await soldOut();
  expectOk(await join(shirt, 'ada', { locale: 'de' }));
  expectOk(await join(shirt, 'luc', { locale: 'fr' }));
  await put(shirt, 2);
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(db, { limit: 10 }));
  const [luc, ada] = await Promise.all(mails.map(({ id }) => readMail(db, id)));
  assert.ok(ada && luc);
  assert.equal(ada.subject, `Hemd ${madeSoFar()} ist wieder da`);
  assert.match(
    ada.text,
    new RegExp(`https://shop\\.example/de/products/shirt-${madeSoFar()}\\?variant=${shirt}`),
  );
  assert.match(ada.text, /https:\/\/shop\.example\/de\/back-in-stock\/leave\?key=[\w-]{43}/);
  assert.equal(luc.subject, `Shirt ${madeSoFar()} est de nouveau disponible`);
  assert.match(luc.text, /https:\/\/shop\.example\/fr\/products/);
  assert.match(luc.unsubscribeUrl, /\/fr\/back-in-stock\/leave\?key=/);
});

test('the link of the mail takes the address off every other list', async () => {
  const [shirt, coat] = [await soldOut(), await soldOut()];
  for (const variantId of [shirt, coat]) {
    for (const name of ['ada', 'ben']) expectOk(await join(variantId, name));
  }
  await put(shirt, 1);
  await serve(shirt);
  const [mail] = expectOk(await readMailbox(db, { limit: 1 })).mails;
  const { unsubscribeUrl = '' } = (mail && (await readMail(db, mail.id))) ?? {};
  const key = new URL(unsubscribeUrl).searchParams.get('key') ?? '';
  await db.transaction().execute((tx) => leaveWaitlists(tx, 'not a key'));
  assert.deepEqual(await waiting(), ['ben', 'ada', 'ben']);
  await db.transaction().execute((tx) => leaveWaitlists(tx, key));
  assert.deepEqual(await waiting(), ['ben', 'ben']);
});

test('nobody waits for what can be bought, is not there, or is not sold in the market; a wrong address is named', async () => {
  const shirt = await soldOut();
  const codeOf = async (joined: ReturnType<typeof join>) => {
    const answer = await joined;
    return answer.ok ? 'ok' : `${answer.refusal.code} ${answer.refusal.field}`;
  };
  assert.equal(await codeOf(join(shirt, 'ada@nowhere')), 'invalid_email email');
  assert.equal(await codeOf(join(shirt, 'ada', { market: 'us' })), 'unknown_variant variantId');
  await put(shirt, 1);
  assert.equal(await codeOf(join(shirt, 'ada')), 'in_stock variantId');
  await put(shirt, 0);
  await db.transaction().execute((tx) => {
    const policy = { variantId: shirt, isTracked: true, mayBackorder: true, lowStockAt: undefined };
    return setPolicies(tx, [policy]);
  });
  assert.equal(await codeOf(join(shirt, 'ada')), 'in_stock variantId', 'it may be ordered beyond stock');
  assert.deepEqual(await waiting(), []);
});

test('what is not counted is there for everybody', () => {
  const stock = {
    isTracked: true,
    mayBackorder: false,
    available: 3,
    isBuyable: true,
    lowStockAt: undefined,
  };
  assert.equal(mayBeTold(undefined, 0), 0);
  assert.equal(mayBeTold({ ...stock, isBuyable: false }, 0), 0);
  assert.equal(mayBeTold(stock, 1), 2);
  assert.equal(mayBeTold(stock, 5), 0);
  assert.equal(mayBeTold({ ...stock, isTracked: false }, 5), 100);
  assert.equal(mayBeTold({ ...stock, available: 0, mayBackorder: true }, 5), 100);
});

test('an erased customer waits for nothing, also when they had no account when they asked; their mail is blank', async () => {
  const [shirt, coat] = [await soldOut(), await soldOut()];
  expectOk(await join(shirt, 'ada'));
  expectOk(await join(shirt, 'ben'));
  const email = 'Ada@example.org';
  const customer = await db
    .transaction()
    .execute((tx) => findOrCreateByEmail(tx, { email, name: 'Ada', locale: localeOf('en'), now: NOW }));
  await runDueJobs(work);
  expectOk(await join(coat, 'ada'));
  await put(coat, 1);
  await serve(coat);
  expectOk(await db.transaction().execute((tx) => eraseCustomer(tx, { id: customer.id, now: NOW })));
  await runDueJobs(work);
  assert.deepEqual(await waiting(), ['ben']);
  const { rows } = await sql<{ isTheirs: boolean }>`
    select customer_id = ${customer.id} as "isTheirs" from mails.mail`.execute(db);
  assert.deepEqual(rows, [{ isTheirs: true }], 'mails blanks what is theirs');
});

test('who waits for what is taken out of the catalogue is forgotten', async () => {
  const [shirt, coat] = [await soldOut(), await soldOut()];
  expectOk(await join(shirt, 'ada'));
  expectOk(await join(coat, 'ben'));
  const productId = (await readProductIdsOfVariants(db, [shirt])).get(shirt);
  assert.ok(productId);
  expectOk(await db.transaction().execute((tx) => removeProducts(tx, [productId])));
  await db.transaction().execute((tx) => enqueue(tx, 'waitlist.serve_next', {}));
  await runDueJobs(work);
  assert.deepEqual(await waiting(), ['ben']);
});

test('an address is forgotten after 180 days, and a turn after 12 hours', async () => {
  const shirt = await soldOut();
  expectOk(await join(shirt, 'ada'));
  expectOk(await join(shirt, 'ben'));
  await sql`update waitlist.wait set asked_at = now() - interval '181 days' where email like 'ada%'`.execute(
    db,
  );
  await sql`update waitlist.wait set asked_at = now() where email like 'ben%'`.execute(db);
  await sql`insert into waitlist.turn (id, variant_id, told_at)
    values (gen_random_uuid(), ${shirt}, now() - interval '13 hours')`.execute(db);
  await db.transaction().execute((tx) => enqueue(tx, 'waitlist.serve_next', {}));
  await runDueJobs(work);
  assert.deepEqual(await waiting(), ['ben']);
  const { rows } = await sql`select 1 from waitlist.turn`.execute(db);
  assert.equal(rows.length, 0);
});
