import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { span } from '../testing/a-warehouse.ts';
import { readAddress } from './address.ts';
import { analyticsClient } from './client.ts';
import { keepOwner } from './keep-owner.ts';
import { isPass, makePass } from './pass.ts';

const PROGRAM = join(import.meta.dirname, '../testing/owner-program.ts');
const secrets = withKeys([Buffer.alloc(32, 7)]);
const folder = await mkdtemp(join(tmpdir(), 'institor-owner-'));
const warnings: object[] = [];
const owner = keepOwner({
  program: [PROGRAM, folder],
  environment: process.env,
  log: { warn: (about) => warnings.push(about) },
  firstPauseMs: 10,
});
after(async () => {
  await owner.close();
  await rm(folder, { recursive: true, force: true });
});
const client = analyticsClient({ folder, secrets });
const asked = { span: span('2026-11-20', '2026-11-20') };

/** Asks until the owner is there and has fed. */
async function reportWhenThere() {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answer = await client.runReport('sales_over_time', asked);
    if (answer.ok && answer.value.asOf !== undefined) return answer.value;
    assert.ok(answer.ok || answer.refusal.code === 'analytics_away');
    assert.ok(performance.now() < deadline, 'nobody answers');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('before anybody has the warehouse, it is away', async () => {
  const nobody = analyticsClient({ folder: join(folder, 'nobody'), secrets });
  const answer = await nobody.readStanding();
  assert.equal(answer.ok || answer.refusal.code, 'analytics_away');
});

test('a report comes over as it was made, money exact, and so do refusals', async () => {
  const answer = await reportWhenThere();
  assert.equal(answer.rows[0]?.values['gross_sales'], 9_007_199_254_740_993n);
  assert.equal(answer.rows[0]?.currency, currencyOf('EUR'));
  assert.equal(String(answer.span.from), '2026-11-20');
  const unknown = await client.runReport('weather', asked);
  assert.equal(unknown.ok || unknown.refusal.code, 'unknown_report');
  const orders = await client.drillReport('sales_over_time', { ...asked, row: { of: {} }, limit: 5 });
  assert.deepEqual(orders, { ok: true, value: ['a'] });
  const ask = { ...asked, measures: ['gross_sales'], by: ['product'], where: [], grain: 'week' } as const;
  const found = await client.runAsk({ ...ask, sort: { by: 'gross_sales', descending: true } });
  assert.equal(found.ok && found.value.rows[0]?.values['gross_sales'], 9_007_199_254_740_993n);
  const behind = await client.drillAsk(ask, { row: { of: { product: 'cup' } }, limit: 5 });
  assert.deepEqual(behind, { ok: true, value: ['a'] });
  const apart = await client.runAsk({ ...ask, measures: ['sessions'] });
  assert.equal(apart.ok || apart.refusal.code, 'not_together');
});

test('killed in the middle of everything it is away, and is there again with what it had', async () => {
  await reportWhenThere();
  const before = owner.pid();
  assert.ok(before);
  const questions = Array.from({ length: 20 }, () => client.runReport('sales_over_time', asked));
  process.kill(before, 'SIGKILL');
  for (const answer of await Promise.all(questions)) {
    assert.ok(answer.ok || answer.refusal.code === 'analytics_away');
  }
  const again = await reportWhenThere();
  assert.equal(again.totals[0]?.values['gross_sales'], 9_007_199_254_740_993n);
  assert.notEqual(owner.pid(), before);
  assert.equal(warnings.length, 1);
});

test('only who has the shop’s keys is answered, and a pass ends after a minute', async () => {
  await reportWhenThere();
  const address = await readAddress(folder);
  assert.ok(address);
  const post = (headers: Record<string, string>) =>
    fetch(address, { method: 'POST', body: '{"ask":"standing"}', headers }).then(({ status }) => status);
  const now = Temporal.Now.instant();
  assert.equal(await post({}), 401);
  assert.equal(await post({ authorization: makePass(withKeys([Buffer.alloc(32, 8)]), now) }), 401);
  assert.equal(await post({ authorization: makePass(secrets, now.subtract({ minutes: 2 })) }), 401);
  assert.equal(await post({ authorization: `Bearer ${secrets.seal('something else')}` }), 401);
  assert.equal(await post({ authorization: makePass(secrets, now) }), 200);
  assert.equal(isPass(secrets, makePass(secrets, now), now.add({ seconds: 61 })), false);
});
