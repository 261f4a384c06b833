import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { type AttemptCount, type AttemptScope, judgeAttempt } from './attempt-limits.ts';
import { forgetAttempts } from './attempts.ts';
import { aShop } from './contract/shop.ts';
import { testWorld } from './contract/test-world.ts';
import { endAttempt, endKeptAttempt, mayAttempt, noteAttempt } from './index.ts';

const start = Temporal.Instant.from('2026-11-27T09:00:00Z');
const { db } = await testDatabase(16);

const JUDGED: readonly (readonly [
  what: string,
  scope: AttemptScope,
  count: readonly [asked: number, succeeded: number, declined: number],
  verdict: 'go' | 'challenge' | 'refused',
])[] = [
  ['a first attempt', 'cart', [1, 0, 0], 'go'],
  ['a card that was declined twice', 'cart', [3, 0, 2], 'go'],
  ['three declines of a cart', 'cart', [4, 0, 3], 'challenge'],
  ['a cart at its limit', 'cart', [6, 0, 5], 'challenge'],
  ['a cart beyond it', 'cart', [7, 0, 6], 'refused'],
  ['an office behind one address', 'ip', [500, 495, 2], 'go'],
  ['an address that tries and tries', 'ip', [11, 0, 10], 'refused'],
  ['ten that wait for an answer', 'ip', [11, 0, 0], 'refused'],
  ['a customer who succeeds in the end', 'customer', [10, 1, 3], 'go'],
  ['a shop in which many are declined and more are not', 'shop', [200, 100, 90], 'go'],
  ['a shop in which nearly all are declined', 'shop', [200, 10, 90], 'challenge'],
  ['a small shop with a bad hour', 'shop', [19, 0, 19], 'go'],
];

for (const [what, scope, [asked, succeeded, declined], verdict] of JUDGED) {
  test(`${what}: ${verdict}`, () => {
    const counts = new Map<AttemptScope, AttemptCount>([[scope, { asked, succeeded, declined }]]);
    const { isRefused, isChallengeRequired } = judgeAttempt(counts);
    assert.equal(isRefused ? 'refused' : isChallengeRequired ? 'challenge' : 'go', verdict);
  });
}

/** Attempts that reach the provider, each with what came of it. */
async function attempt(
  who: { readonly ip: string; readonly cartId?: string; readonly customerId?: string },
  outcome: 'succeeded' | 'declined',
  now = start,
) {
  const may = await mayAttempt(db, { cartId: newId(), ...who, now });
  if (may.ok) await endAttempt(db, { attempt: may.value, outcome });
  return may;
}

describe('attempts to pay', () => {
  test('of a thousand from one address at most ten reach the provider, and fifty shoppers are not troubled', async () => {
    const bots = Array.from({ length: 1_000 }, () => attempt({ ip: '203.0.113.7' }, 'declined'));
    const buyers = Array.from({ length: 50 }, (_, index) =>
      attempt({ ip: `198.51.100.${index}` }, 'succeeded'),
    );
    const [tried, bought] = await Promise.all([Promise.all(bots), Promise.all(buyers)]);
    assert.equal(tried.filter(({ ok }) => ok).length, 10);
    assert.ok(bought.every((may) => may.ok && !may.value.isChallengeRequired));
  });

  test('of one cart or one customer are limited over all addresses', async () => {
    const cartId = newId();
    const customerId = newId();
    const from = (index: number) => `192.0.2.${index}`;
    const ofCart = [];
    const ofCustomer = [];
    for (let index = 0; index < 20; index += 1) {
      ofCart.push(await attempt({ ip: from(index), cartId }, 'declined'));
      ofCustomer.push(await attempt({ ip: from(100 + index), customerId }, 'declined'));
    }
    const counts = [ofCart, ofCustomer].map((tries) => tries.filter(({ ok }) => ok).length);
    assert.deepEqual(counts, [6, 10]);
    const isChallenged = ofCart.map((may) => may.ok && may.value.isChallengeRequired);
    assert.deepEqual(isChallenged.slice(0, 6), [false, false, false, true, true, true]);
  });

  test('from many addresses, nearly all declined, are challenged one and all', async () => {
    const later = start.add({ hours: 2 });
    const last = [];
    for (let index = 0; index < 30; index += 1) {
      last.push(await attempt({ ip: `100.64.${index}.1` }, 'declined', later));
    }
    assert.ok(last.slice(20).every((may) => may.ok && may.value.isChallengeRequired));
    const calm = await attempt({ ip: '100.64.99.1' }, 'succeeded', later.add({ minutes: 11 }));
    assert.ok(!expectOk(calm).isChallengeRequired);
  });

  test('from one IPv6 network count as one, and an IPv4 address is the same in both notations', async () => {
    const later = start.add({ hours: 4 });
    const of = (ip: string) => attempt({ ip }, 'declined', later);
    const tries = [];
    for (let index = 1; index <= 12; index += 1) tries.push(await of(`2001:db8:1:2::${index.toString(16)}`));
    assert.equal(tries.filter(({ ok }) => ok).length, 10);
    assert.ok((await of('2001:db8:1:3::1')).ok);
    for (let index = 0; index < 10; index += 1) await of('::ffff:233.252.0.1');
    assert.equal((await of('233.252.0.1')).ok, false);
  });

  test('that wait for the shopper count until they have succeeded, and then no more', async () => {
    const world = await testWorld(db);
    const shop = aShop(world);
    const ip = '233.252.0.3';
    const later = start.add({ hours: 6 });
    const begin = async () => {
      const attempt = expectOk(await mayAttempt(db, { ip, cartId: newId(), now: later }));
      const started = await shop.start({ mode: 'redirect', token: undefined });
      const { id: paymentId, state } = started.payment;
      await noteAttempt(db, { attempt, paymentId, state });
      return started;
    };
    const waiting = [];
    for (let index = 0; index < 10; index += 1) waiting.push(await begin());
    assert.equal((await mayAttempt(db, { ip, cartId: newId(), now: later })).ok, false);
    for (const { payment, begun } of waiting) {
      await world.act(begun, 'pay');
      await endKeptAttempt(db, await shop.settle(payment.id));
      await endKeptAttempt(db, await shop.settle(payment.id));
    }
    for (let index = 0; index < 10; index += 1) await begin();
    assert.equal((await mayAttempt(db, { ip, cartId: newId(), now: later })).ok, false);
  });

  test('that end at once are all counted, and refused ones count against nobody', async () => {
    const ip = '233.252.0.4';
    const later = start.add({ hours: 8 });
    for (let round = 0; round < 4; round += 1) {
      const tries = await Promise.all(
        Array.from({ length: 40 }, () => mayAttempt(db, { ip, cartId: newId(), now: later })),
      );
      const made = tries.flatMap((may) => (may.ok ? [may.value] : []));
      assert.ok(made.length >= 1 && made.length <= 10);
      await Promise.all(made.map((attempt) => endAttempt(db, { attempt, outcome: 'succeeded' })));
    }
    const { rows } =
      await sql`select asked - succeeded as open from payments.attempt_count where key = ${ip}`.execute(db);
    assert.deepEqual(rows, [{ open: 0 }]);
  });

  test('are forgotten after their hour', async () => {
    const ip = '233.252.0.2';
    for (let index = 0; index < 11; index += 1) await attempt({ ip }, 'declined', start);
    assert.equal((await attempt({ ip }, 'declined', start.add({ minutes: 59 }))).ok, false);
    assert.ok((await attempt({ ip }, 'declined', start.add({ minutes: 61 }))).ok);
    await forgetAttempts(db, { before: start.add({ hours: 24 }) });
    const counts = await db.selectFrom('payments.attempt_count').selectAll().execute();
    assert.deepEqual(counts, []);
  });
});
