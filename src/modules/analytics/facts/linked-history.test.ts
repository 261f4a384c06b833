import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, localeOf } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { eraseCustomer, findOrCreateByEmail } from '../../customers/index.ts';
import { importOrders } from '../../history/index.ts';
import { linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder, plantedSources } from '../testing/planted.ts';
import { openAnalytics } from '../warehouse/open-analytics.ts';
import { linkedHistory } from './linked-history.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-linked-'));
const planted = plantedSources(folder);
const path = join(folder, 'orders.csv');
await writeFile(
  path,
  'Date,Order,Customer,Quantity,Price\n2025-03-01,1,Ada@Example.org ,1,10.00\n2025-03-02,2,17850,1,20.00\n',
);
const mapping = { date: 'Date', order: 'Order', customer: 'Customer', quantity: 'Quantity', price: 'Price' };
const input = { path, fileName: 'orders.csv', mapping, currency: currencyOf('EUR'), zone: 'UTC' };
expectOk(await importOrders(connection, { ...input, isDryRun: false, now: NOW }));

// Ada buys here in 2026, signed in.
const about = { email: 'ada@example.org', locale: localeOf('en'), now: NOW };
const { id } = await transact(db, (tx) => findOrCreateByEmail(tx, about));
planted.orders.set('own', anOrder({ orderId: 'own', customerKey: id }));
planted.entries.push(
  anEntry({ orderId: 'own', at: '2026-02-01T10:00:00Z', quantity: 1, grossMinor: 1_100n }),
);

const history = { ...planted.sources.history, ...linkedHistory(db) };
const analytics = await openAnalytics({
  ...{ folder: join(folder, 'warehouse'), zone: 'UTC', memoryMb: 256 },
  sources: { ...planted.sources, history },
});
after(async () => {
  await analytics.close();
  await rm(folder, { recursive: true, force: true });
});

/** Orders of new and of returning customers. */
async function counted(): Promise<readonly string[]> {
  await analytics.feed(NOW);
  const year = { span: span('2026-01-01', '2026-12-31') };
  return (await linesOf(analytics, 'new_and_returning', year, ['orders'])).rows;
}

test('who bought elsewhere counts as the account with that address, from its proof until it is erased', async () => {
  const before = await history.revision();
  const soon = NOW.add({ hours: 1 }).toString();
  assert.deepEqual(await counted(), ['new EUR 1'], 'whoever typed the address may be another');
  await sql`update customers.customer set email_proven_at = ${soon}, updated_at = ${soon} where id = ${id}`.execute(
    db,
  );
  assert.notEqual(await history.revision(), before);
  assert.deepEqual(await counted(), ['returning EUR 1']);
  const linked = await history.revision();
  await transact(db, (tx) =>
    findOrCreateByEmail(tx, { ...about, email: 'bo@example.org', now: NOW.add({ hours: 999 }) }),
  );
  assert.equal(await history.revision(), linked, 'of no interest to the past');
  const later = NOW.add({ hours: 9_999 });
  expectOk(await transact(db, (tx) => eraseCustomer(tx, { id, now: later })));
  assert.equal(await history.revision(), before);
  assert.deepEqual(await counted(), ['new EUR 1']);
});
