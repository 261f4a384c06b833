import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { aCheckout } from '../testing/a-checkout.ts';

// Our own ids, whose digits have a right Luhn sum in groups of four.
const CARD = '01a22490-3910-7741-8477-923ec5c44bb4';
const DELIVERY = '01a22490-3910-7744-baec-9ac8230dffb3';

const connection = await testDatabase();
let till: Awaited<ReturnType<typeof aCheckout>>;
before(async () => {
  till = await aCheckout(connection);
  await sql`update payments.method set id = ${CARD} where id = ${till.card}`.execute(connection.db);
  await connection.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    const { rows } = await sql<{
      id: string;
    }>`select id from shipping.method where code = 'standard'`.execute(tx);
    for (const [table, column] of [
      ['method', 'id'],
      ['rate', 'method_id'],
      ['rate_step', 'method_id'],
    ] as const) {
      await sql`
        update ${sql.table(`shipping.${table}`)} set ${sql.ref(column)} = ${DELIVERY}
        where ${sql.ref(column)} = ${rows[0]?.id}`.execute(tx);
    }
  });
});
after(() => till.server.close());

test('a way to pay or to deliver is chosen, whatever the digits of its id look like', async () => {
  const visitor = await till.withMug();
  const { page, answer } = await till.orderedWith({ payment: CARD }, visitor);
  assert.equal(answer.statusCode, 303);
  assert.ok(page.delivery.choices.some(({ value, isChosen }) => value === DELIVERY && isChosen));
});
