import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, openJournalWorld, STAFF } from '../../../../test/selling/dealings.ts';
import { settled } from '../../../../test/settled.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import { analyticsClient, analyticsJobs, openOwner, shopSources } from '../../../modules/analytics/index.ts';
import { exportJournal } from '../../../modules/ledger/index.ts';
import { cancelOrder } from '../../../modules/orders/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase();
const { shop, cup, pot } = await openJournalWorld(connection);
const { db } = shop.deps;
const folder = await mkdtemp(join(tmpdir(), 'institor-agreement-'));
const secrets = withKeys([Buffer.alloc(32, 7)]);
const files = folderStore(join(folder, 'files'));
const analytics = analyticsClient({ folder, secrets });
const app = await anApi(connection, aSearch([]), { system: { ...A_SYSTEM, analytics } });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const failures: object[] = [];
const owner = await openOwner({
  ...{ folder, readZone: async () => 'UTC', secrets, memoryMb: 128, host: '127.0.0.1', port: 0 },
  readLedger: (span) => exportJournal(db, span),
  sources: shopSources({ db, files, folder }),
  ...{ feedEveryMs: 1_000, log: { error: (about) => failures.push(about) } },
});
after(async () => {
  await app.close();
  await owner.close();
  await rm(folder, { recursive: true, force: true });
});
const clientOf = async (...scopes: string[]) => {
  const asked = { name: 'test', scopes, now: Temporal.Now.instant() };
  const key = await transact(db, (tx) => createKey(tx, asked));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
const analyst = await clientOf('reports:read');
const SPAN = { from: '2026-11-25', to: '2026-11-27' };

/** The nightly check, as the worker does it in the second night after the world's day. */
async function night() {
  const now = Temporal.Instant.from('2026-11-28T04:20:00Z');
  const nightly = analyticsJobs(analytics).find(({ name }) => name === 'analytics.check_agreement');
  const { signal } = new AbortController();
  const attempt = { attempt: 1, isLastAttempt: false, signal };
  await nightly?.run({ db, files, now, log: pino({ enabled: false }), ...attempt }, undefined);
}

test('before the first night nothing is said', async () => {
  const said = await got(analyst.readSettlement({ query: SPAN }));
  assert.deepEqual(said, { days: [], differences: [], open: [] });
  const backwards = { from: SPAN.to, to: SPAN.from };
  assert.equal(await refusedAs(analyst.readSettlement({ query: backwards })), 'invalid_span');
  const nobody = await clientOf('orders:read');
  assert.equal(await refusedAs(nobody.readSettlement({ query: SPAN })), 'forbidden');
});

test('what was sold is at the provider or owed, and each amount has its order', async () => {
  const { placed } = dealingsIn(shop);
  const paid = await placed([{ variantId: cup, quantity: 2 }]);
  const held = await placed([{ variantId: pot, quantity: 1 }], { methodId: shop.heldCard });
  const gone = await placed([{ variantId: cup, quantity: 1 }]);
  expectOk(await cancelOrder(shop.deps, { orderId: gone, reason: 'merchant', ...STAFF }));
  await settled(db);
  await night();
  const { days, differences, open } = await got(analyst.readSettlement({ query: SPAN }));
  assert.deepEqual(differences, []);
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  // Two cups at 12.00 and a pot at 30.00, 4.90 for the delivery of each. 1.4 % and 0.25 of each capture are kept.
  const [day] = days;
  assert.deepEqual([days.length, day?.day, day?.sold, day?.isSettled], [1, '2026-11-26', eur('63.80'), true]);
  const { fees, at_provider: atProvider, owed, paid_out: paidOut } = day?.parts ?? {};
  assert.deepEqual([paidOut, fees, atProvider, owed], [eur('0.00'), eur('1.14'), eur('27.76'), eur('34.90')]);
  assert.deepEqual(
    open.map(({ kind, provider, count, amount }) => [kind, provider, count, amount.amount]),
    [
      ['owed', '', 1, '34.90'],
      ['unconfirmed', 'test', 2, '27.76'],
    ],
  );
  const owedItems = await got(analyst.listOpenItems({ query: { kind: 'owed' } }));
  assert.deepEqual(
    owedItems.items.map(({ orderId, amount }) => [orderId, amount.amount]),
    [[held, '34.90']],
  );
  assert.match(owedItems.items[0]?.orderNumber ?? '', /^\d+$/);
  const asked = { kind: 'unconfirmed', limit: '1' } as const;
  const first = await got(analyst.listOpenItems({ query: asked }));
  const cursor = first.nextCursor;
  assert.ok(cursor);
  const second = await got(analyst.listOpenItems({ query: { ...asked, cursor } }));
  const ids = [...first.items, ...second.items].map(({ orderId }) => orderId);
  assert.deepEqual([ids.toSorted(), second.nextCursor], [[paid, gone].toSorted(), undefined]);
});

test('what the ledger left out is named with its order the next night', async () => {
  const { rows } = await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    const found = await sql<{ id: bigint; orderId: string }>`
      select id, order_id as "orderId" from ledger.transaction where kind = 'capture' order by id limit 1`.execute(
      tx,
    );
    for (const { id } of found.rows) {
      await sql`delete from ledger.posting where transaction_id = ${id}`.execute(tx);
      await sql`delete from ledger.transaction where id = ${id}`.execute(tx);
    }
    return found;
  });
  await night();
  const { days, differences } = await got(analyst.readSettlement({ query: SPAN }));
  assert.equal(days[0]?.isSettled, false);
  const [orderId] = rows.map((row) => row.orderId);
  assert.deepEqual(
    differences.map((one) => [one.kind, one.orderId, one.ours.amount, one.theirs.amount]),
    [
      ['movement', orderId, '0.00', '28.90'],
      ['fee', orderId, '0.00', '0.65'],
    ],
  );
  assert.deepEqual(failures, []);
});
