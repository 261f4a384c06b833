import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, idFrom } from '../../kernel/index.ts';
import { authenticate, createKey, readKeys, revokeKey } from './index.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-26T12:00:00Z');
const later = (seconds: number) => now.add({ seconds });

const create = (change: Partial<Parameters<typeof createKey>[1]> = {}) =>
  db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'Warehouse', scopes: ['stock:read'], now, ...change }));

test('a key opens what it is for, and is known by its last four letters', async () => {
  const { key, secret } = expectOk(await create({ scopes: ['stock:write', 'stock:read', 'stock:read'] }));
  assert.match(secret, /^ik_[\w-]{43}$/);
  const found = await authenticate(db, { secret, now });
  assert.equal(found?.id, key.id);
  assert.deepEqual(found?.scopes, ['stock:read', 'stock:write']);
  assert.equal(found?.lastFour, secret.slice(-4));
});

test('the secret is nowhere in the database', async () => {
  const { secret } = expectOk(await create());
  const { rows } = await sql<{ row: string }>`select api_key::text as row from access.api_key`.execute(db);
  const hidden = [secret.slice(3), Buffer.from(secret).toString('hex')];
  assert.ok(rows.every(({ row }) => hidden.every((text) => !row.includes(text))));
});

test('what is no key, unknown, expired or revoked is answered alike', async () => {
  const expiring = expectOk(await create({ expiresAt: later(60) }));
  const revoked = expectOk(await create());
  await db.transaction().execute((tx) => revokeKey(tx, { id: revoked.key.id, now }));
  const open = (secret: string, at = now) => authenticate(db, { secret, now: at });
  assert.ok(await open(expiring.secret, later(59)));
  const table = [
    [expiring.secret, later(60)],
    [revoked.secret, now],
    [`ik_${'A'.repeat(43)}`, now],
    [`${expiring.secret}A`, now],
    [expiring.secret.slice(3), now],
    ['', now],
  ] as const;
  for (const [secret, at] of table) assert.equal(await open(secret, at), undefined);
});

test('a key that cannot be is refused by the name of what is wrong', async () => {
  const table = [
    [{ name: ' ' }, 'invalid_name'],
    [{ name: 'x'.repeat(101) }, 'invalid_name'],
    [{ scopes: ['stock:eat'] }, 'unknown_scope'],
    [{ scopes: ['__proto__'] }, 'unknown_scope'],
    [{ scopes: [] }, 'no_scopes'],
    [{ expiresAt: now }, 'expires_in_past'],
  ] as const;
  for (const [change, code] of table) {
    const made = await create(change);
    assert.equal(made.ok ? 'made' : made.refusal.code, code);
  }
});

test('use is noted at most once a minute', async () => {
  const { key, secret } = expectOk(await create());
  const usedAt = async () => (await readKeys(db)).find(({ id }) => id === key.id)?.lastUsedAt?.toString();
  assert.equal(await usedAt(), undefined);
  await authenticate(db, { secret, now });
  await authenticate(db, { secret, now: later(59) });
  assert.equal(await usedAt(), now.toString());
  await authenticate(db, { secret, now: later(60) });
  assert.equal(await usedAt(), later(60).toString());
});

test('revoking twice is revoking once; revoking nothing is refused', async () => {
  const { key } = expectOk(await create());
  const revoke = (id: typeof key.id, at: Temporal.Instant) =>
    db.transaction().execute((tx) => revokeKey(tx, { id, now: at }));
  assert.ok((await revoke(key.id, now)).ok);
  assert.ok((await revoke(key.id, later(60))).ok);
  const found = (await readKeys(db)).find(({ id }) => id === key.id);
  assert.equal(found?.revokedAt?.toString(), now.toString());
  const none = await revoke(idFrom(0, new Uint8Array(10)), now);
  assert.equal(none.ok ? 'revoked' : none.refusal.code, 'not_found');
});
