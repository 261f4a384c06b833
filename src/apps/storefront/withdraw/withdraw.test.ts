import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { withdraw } from '../../../modules/orders/index.ts';
import type { WithdrawPage } from '../model/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView } from '../testing/a-server.ts';
import { aShop } from '../testing/a-shop.ts';
import { aShopping } from '../testing/a-shopping.ts';
import { aVisitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();

function pageOf(body: string): WithdrawPage {
  const { page } = drawnView(body);
  assert.ok(page.kind === 'withdraw', page.kind);
  return page;
}

/** The numbers of the contracts that somebody withdrew from. */
async function kept(): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select order_number as number from orders.withdrawal`.execute(connection.db);
  return rows.map(({ number }) => number);
}

test('a guest withdraws in two steps, and the receipt shows when it came', async () => {
  await aShop(connection.db, Temporal.Now.instant());
  const shopping = { ...aShopping(connection), withdraw };
  const server = await aServer(connection, aSearch([]), { shopping, baseUrl: undefined });
  const visitor = aVisitor(server);
  const home = drawnView((await visitor.get('/')).body);
  assert.equal(home.frame.hasWithdrawal, true);
  const asked = pageOf((await visitor.get('/withdraw?order=1042')).body);
  assert.equal(asked.fields.find(({ name }) => name === 'number')?.value, '1042');
  const said = { name: 'Ada', number: '1042', email: 'ada@example.org' };
  const wrong = pageOf((await visitor.post('/withdraw', { ...said, email: 'ada', do: 'check' })).body);
  assert.deepEqual([wrong.step, wrong.problems.map(({ href }) => href)], ['ask', ['#email']]);
  const check = pageOf((await visitor.post('/withdraw', { ...said, do: 'check' })).body);
  assert.deepEqual([check.step, await kept()], ['confirm', []]);
  const done = pageOf((await visitor.post('/withdraw', { ...said, do: 'confirm' })).body);
  assert.deepEqual([done.step, done.rows.length, await kept()], ['done', 4, ['1042']]);
  await server.close();
});

test('a shop that cannot take withdrawals has no page and no link for them', async () => {
  const server = await aServer(connection, aSearch([]));
  assert.equal((await server.inject('/withdraw')).statusCode, 404);
  assert.equal(drawnView((await server.inject('/')).body).frame.hasWithdrawal, false);
  await server.close();
});
