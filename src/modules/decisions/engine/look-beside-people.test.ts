import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { readDecision, rejectDecision } from '../index.ts';
import { aDecisionShop, NOW } from '../testing/a-decision-shop.ts';

const shop = await aDecisionShop(await testDatabase(6));
const { db, world } = shop;

/** Until somebody waits for a row that another holds. */
async function isHeldUp(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(db);
    if (rows.length > 0) return;
  }
}

test('a no that is said while facts are looked at anew stays a no', async () => {
  world.facts = [{ id: 'v0', priceMinor: 1_990n }];
  await shop.look();
  const { id } = await shop.of('v0');
  const [held, mayGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const saying = db.transaction().execute(async (tx) => {
    expectOk(await rejectDecision(tx, { id, by: 'staff:ada', now: NOW, reason: 'not now' }));
    held.resolve();
    await mayGo.promise;
  });
  await held.promise;
  world.facts = [];
  const looking = shop.look();
  await isHeldUp();
  mayGo.resolve();
  await saying;
  await looking;
  assert.equal((await readDecision(db, id))?.state, 'rejected');
});
