import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { newId } from '../../platform/id.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { replenishmentReactions } from './tasks.ts';

const connection = await testDatabase();
const { db } = connection;
const made = Temporal.Instant.from('2026-11-28T03:10:00Z');

/** Whether health is looked at once needs were worked out from a moment on. */
async function asks(begunAt: Temporal.Instant): Promise<boolean> {
  let isAsked = false;
  const health = {
    name: 'replenishment.review_health',
    parse: z.object({}).parse,
    run: async () => {
      isAsked = true;
    },
  };
  const payload = { needed: 3, begunAt: begunAt.toString() };
  await db.transaction().execute((tx) => tell(tx, 'replenishment.needs_reviewed', payload));
  const reactions = replenishmentReactions.filter(
    ({ name }) => name === 'replenishment.health_follows_needs',
  );
  await runDueJobs({ connection, jobs: [health], reactions });
  return isAsked;
}

test('health is looked at once after the night’s forecasts, by needs of these', async () => {
  assert.equal(await asks(made), false, 'nothing was forecast');
  await sql`
    insert into forecasting.run (began_at, ended_at, first_day, items, made, started_by, effects)
    values (${made.subtract({ minutes: 5 }).toString()}, ${made.toString()}, '2026-11-28', 1, 1, 'test', '[]')`.execute(
    db,
  );
  assert.equal(await asks(made.subtract({ minutes: 1 })), false, 'its needs are of the night before');
  assert.equal(await asks(made.add({ minutes: 1 })), true);
  const id = newId();
  const lookedAt = async (at: Temporal.Instant) => {
    await sql`
      insert into replenishment.stock_health (variant_id, product_id, state, on_hand, abc, xyz, sold_90, over_pieces, over_minor,
        expiring_pieces, days_out, lost_pieces, lost_minor, lost_low_minor, lost_high_minor, reviewed_at)
      values (${id}, ${id}, 'healthy', 1, 'A', 'X', 0, 0, 0, 0, 0, 0, 0, 0, 0, ${at.toString()})
      on conflict (variant_id) do update set reviewed_at = excluded.reviewed_at`.execute(db);
  };
  await lookedAt(made.subtract({ hours: 23 }));
  assert.equal(await asks(made.add({ minutes: 1 })), true, 'it is of yesterday');
  await lookedAt(made.add({ minutes: 2 }));
  assert.equal(await asks(made.add({ hours: 1 })), false, 'it is of this night');
});
