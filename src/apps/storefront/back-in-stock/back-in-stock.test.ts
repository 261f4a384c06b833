import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import type { BackInStockPage } from '../model/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView, viewAt } from '../testing/a-server.ts';
import { aShop, idIn } from '../testing/a-shop.ts';
import { aVisitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
const { variants } = await aShop(connection.db, Temporal.Now.instant());
const RED = idIn(variants, 'SHIRT-S-RED');
const server = await aServer(connection, aSearch([]));
after(() => server.close());

function pageOf(body: string): BackInStockPage {
  const { page } = drawnView(body);
  assert.ok(page.kind === 'back_in_stock', page.kind);
  return page;
}

async function waiting(): Promise<string[]> {
  const { rows } = await sql<{ wait: string }>`
    select concat_ws(' ', email, market, locale) as wait from waitlist.wait order by place`.execute(
    connection.db,
  );
  return rows.map(({ wait }) => wait);
}

async function keyOf(email: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select leave_key as key from waitlist.wait where email = ${email}`.execute(connection.db);
  return rows[0]?.key ?? '';
}

test('a shopper without scripts leaves an address for what is sold out, once, with the same answer each time', async () => {
  const { view } = await viewAt(server, '/de/products/linen-shirt?Size=S&Farbe=Red');
  assert.ok(view.page.kind === 'product');
  const visitor = aVisitor(server);
  const answers: string[] = [];
  for (const email of ['ada@example.org', 'ada@example.org', 'Ada@example.org']) {
    const answer = await visitor.post('/de/back-in-stock', { variant: RED, email });
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['cache-control']), /no-store/);
    answers.push(answer.body.replaceAll(/r-[\w-]+/g, ''));
  }
  assert.equal(new Set(answers).size, 1, 'nobody learns whether the address waits already');
  const page = pageOf(answers[0] ?? '');
  assert.deepEqual([page.step, page.goods?.title], ['done', 'Leinenhemd, S, Red']);
  assert.deepEqual(await waiting(), ['ada@example.org eu de']);
});

test('what is wrong is said at the field with what was typed, and a card number is not shown again', async () => {
  const visitor = aVisitor(server);
  const wrong = await visitor.post('/back-in-stock', { variant: RED, email: 'ada' });
  const page = pageOf(wrong.body);
  assert.deepEqual([wrong.statusCode, page.step, page.field?.value], [422, 'ask', 'ada']);
  assert.deepEqual(
    page.problems.map(({ href }) => href),
    ['#email'],
  );
  const card = await visitor.post('/back-in-stock', { variant: RED, email: '4242424242424242' });
  assert.deepEqual([card.statusCode, pageOf(card.body).field?.value], [422, '']);
  assert.equal(pageOf((await visitor.get(`/back-in-stock?variant=${RED}`)).body).step, 'ask');
});

test('what can be bought says so; what is not there, a draft or a field too many is no page; other sites post nothing', async () => {
  const visitor = aVisitor(server);
  const email = 'ben@example.org';
  const mug = await visitor.post('/back-in-stock', { variant: idIn(variants, 'MUG'), email });
  assert.equal(pageOf(mug.body).step, 'buyable');
  for (const fields of [
    { variant: 'x', email },
    { variant: idIn(variants, 'DRAFT'), email },
    { variant: RED, email, more: '1' },
  ]) {
    assert.equal((await visitor.post('/back-in-stock', fields)).statusCode, 404);
  }
  const from = { 'sec-fetch-site': 'cross-site' };
  assert.equal((await visitor.post('/back-in-stock', { variant: RED, email }, from)).statusCode, 403);
  assert.deepEqual(await waiting(), ['ada@example.org eu de']);
});

test('one network may ask so often', async () => {
  const visitor = aVisitor(server);
  const codes: number[] = [];
  for (let each = 0; each < 21; each++) {
    codes.push(
      (await visitor.post('/back-in-stock', { variant: RED, email: `p${each}@example.org` })).statusCode,
    );
  }
  assert.deepEqual([codes[0], codes[19], codes[20]], [200, 200, 422]);
  await sql`delete from waitlist.wait where email like 'p%'`.execute(connection.db);
});

test('looking at the way out changes nothing; pressing it leaves, for a mailbox too; a wrong key is told the same', async () => {
  const visitor = aVisitor(server);
  const key = await keyOf('ada@example.org');
  const asked = pageOf((await visitor.get(`/de/back-in-stock/leave?key=${key}`)).body);
  assert.deepEqual([asked.step, asked.action], ['leave', `/de/back-in-stock/leave?key=${key}`]);
  const nobody = await visitor.post('/de/back-in-stock/leave?key=nobody', {});
  assert.equal(pageOf(nobody.body).step, 'left');
  assert.equal((await waiting()).length, 1);
  // RFC 8058, section 3.2: no cookies, no origin, one field.
  const pressed = await visitor.post(asked.action, { 'List-Unsubscribe': 'One-Click' }, {});
  assert.deepEqual([pressed.statusCode, pageOf(pressed.body).step], [200, 'left']);
  assert.deepEqual(await waiting(), []);
});
