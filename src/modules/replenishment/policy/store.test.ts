import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { policyFrom } from './policy.ts';
import { keepExperience, keyOf, readPolicies, readPolicyParts, savePolicy } from './store.ts';

const now = Temporal.Instant.from('2026-11-28T05:00:00Z');
const shop = keyOf({ kind: 'shop' });

test('what was learned of aims is the whole shop’s, and nobody’s saying', async () => {
  const { db } = await testDatabase();
  await keepExperience(db, { factor: 1.6, variants: 300, now });
  await keepExperience(db, { factor: 0.7, variants: 310, now });
  const parts = await readPolicyParts(db);
  assert.equal(policyFrom([parts.get(shop) ?? {}]).experience, 0.7);
  assert.deepEqual(await readPolicies(db), []);
});

test('a policy that is set keeps what was learned', async () => {
  const { db } = await testDatabase();
  await keepExperience(db, { factor: 1.6, variants: 300, now });
  const part = { service: { kind: 'cycle', share: 0.9 } } as const;
  await db.transaction().execute((tx) => savePolicy(tx, { scope: { kind: 'shop' }, part, by: 'Ada', now }));
  const policy = policyFrom([(await readPolicyParts(db)).get(shop) ?? {}]);
  assert.deepEqual([policy.experience, policy.service], [1.6, part.service]);
});
