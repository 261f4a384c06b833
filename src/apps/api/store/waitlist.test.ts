import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { aShop, idIn } from '../../storefront/testing/a-shop.ts';
import { anApi } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { STORE_API } from './api.ts';

const connection = await testDatabase(16);
const { variants } = await aShop(connection.db, Temporal.Now.instant());
const app = await anApi(connection, aSearch([]));
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const anyone = makeClient(STORE_API, { origin });

test('a program asks for its shopper to be told; the same address twice is once, with the same answer', async () => {
  const variantId = idIn(variants, 'SHIRT-S-RED');
  const ask = (body: { variantId: string; email: string; storefront?: string }) =>
    anyone.joinWaitlist({ body, ...once() });
  const email = 'ada@example.org';
  const first = await got(ask({ variantId, email, storefront: 'de' }));
  assert.deepEqual(await got(ask({ variantId, email, storefront: 'de' })), first);
  assert.equal(await refusedAs(ask({ variantId, email: 'ada@nowhere' })), 'invalid_email');
  assert.equal(await refusedAs(ask({ variantId, email, storefront: 'xx' })), 'unknown_storefront');
  assert.equal(await refusedAs(ask({ variantId: idIn(variants, 'MUG'), email })), 'in_stock');
  assert.equal(await refusedAs(ask({ variantId: idIn(variants, 'DRAFT'), email })), 'unknown_variant');
  const { rows } = await sql`select email, market, locale from waitlist.wait`.execute(connection.db);
  assert.deepEqual(rows, [{ email, market: 'eu', locale: 'de' }]);
});
