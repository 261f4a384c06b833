import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, type Id } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { accountBalance } from '../ledger/index.ts';
import { aShop } from './contract/shop.ts';
import { testWorld } from './contract/test-world.ts';
import { keepWebhook, type Payment, readPayment, recordSnapshot } from './index.ts';
import type { Snapshot } from './provider.ts';

const { db } = await testDatabase(8);
const shop = aShop(await testWorld(db));
const now = Temporal.Instant.from('2026-11-26T10:00:00Z');
const EUR = currencyOf('EUR');
const SEED = 20_261_126;
const MOST_TIMES = 10;

/**
 * What a provider says of a payment at six moments of its life: challenged, authorised, captured in part and in whole,
 * refunded, disputed and won back. Each has its webhook; the payment is read when it comes, and what is read may be of
 * that moment however late it is recorded.
 */
function momentsOf(reference: string): Snapshot[] {
  const begun: Snapshot = {
    ...{ reference, state: 'requires_action', currency: EUR, feeMinor: undefined, decline: undefined },
    ...{ authorizedMinor: 0n, capturedMinor: 0n, refundedMinor: 0n, disputedMinor: 0n },
    ...{ means: undefined, disputes: [] },
  };
  const authorized: Snapshot = { ...begun, state: 'authorized', authorizedMinor: 10_000n };
  const part: Snapshot = { ...authorized, state: 'partly_captured', capturedMinor: 4_000n, feeMinor: 81n };
  const captured: Snapshot = { ...part, state: 'captured', capturedMinor: 10_000n, feeMinor: 165n };
  const dispute = { reference: 'dp', amountMinor: 3_000n, reason: 'fraudulent', evidenceDueAt: undefined };
  const open: Snapshot = { ...captured, refundedMinor: 2_500n, disputes: [{ ...dispute, state: 'open' }] };
  const won: Snapshot = { ...open, disputes: [{ ...dispute, state: 'won' }] };
  return [begun, authorized, part, captured, open, won];
}

test('all 720 orders of six webhooks, each up to ten times, end in one payment and one book', async () => {
  const random = randomOf(SEED);
  const orders = permutations([0, 1, 2, 3, 4, 5]);
  const payments = await manyPayments(orders.length);
  const waiting = orders.map((order, index) => ({
    order: repeated(order, random),
    payment: payments[index],
  }));
  const times = waiting.flatMap(({ order }) => [...Map.groupBy(order, (item) => item).values()]);
  const counts = times.map((deliveries) => deliveries.length);
  assert.deepEqual([orders.length, Math.min(...counts), Math.max(...counts)], [720, 1, MOST_TIMES]);
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.payment !== undefined) await deliverAll(next.payment, next.order, random);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  assert.deepEqual(await endsOf(), [
    {
      ...{ payments: 720n, state: 'captured', captured: 10_000n, refunded: 2_500n, disputed: 0n, fee: 165n },
      ...{ webhooks: 6n, capture: 10_000n, refund: 2_500n, fees: 165n, standing: 0n },
    },
  ]);
  const balances = ['receivable', 'provider:test', 'fees', 'disputes'] as const;
  const book = await Promise.all(balances.map((account) => accountBalance(db, account, { currency: EUR })));
  assert.deepEqual(
    book.map((sum) => sum / 720n),
    [-7_500n, 7_335n, 165n, 0n],
  );
});

/**
 * Every webhook of one payment, verified already, kept as often as it comes. Its moment is recorded when it is new and
 * at every third repetition or so, as a sweeper or an impatient shopper would.
 */
async function deliverAll(payment: Payment, order: readonly number[], random: () => number): Promise<void> {
  const moments = momentsOf(`test_${payment.id}`);
  await db.transaction().execute(async (tx) => {
    for (const index of order) {
      const snapshot = moments[index];
      if (snapshot === undefined) throw new RangeError('six moments');
      const event = { id: `evt_${payment.id}_${index}`, kind: 'payment', reference: snapshot.reference };
      const webhook = { provider: 'test' as const, event: { ...event, paymentId: payment.id } };
      const kept = await keepWebhook(tx, { webhook: { ...webhook, rawBody: '{}', headers: {} }, now });
      assert.equal(kept.paymentId, payment.id);
      if (kept.isNew || random() < 0.3) await recordSnapshot(tx, { paymentId: payment.id, snapshot, now });
    }
  });
}

/** Payments that have begun and have no answer yet, as many as there are orders of webhooks. */
async function manyPayments(count: number): Promise<Payment[]> {
  const { paymentId } = await shop.begin({ mode: 'in_page', token: 'tok_challenge' });
  const ids = Array.from({ length: count }, () => newId<'payment'>());
  await sql`
    insert into payments.payment (id, order_id, method_id, provider, mode, attempt, currency, amount_minor,
      is_captured_at_once, created_at, updated_at)
    select own, own, method_id, provider, mode, 1, currency, amount_minor, is_captured_at_once, created_at, updated_at
    from payments.payment, unnest(${ids}::uuid[]) as given (own) where payment.id = ${paymentId}`.execute(db);
  await sql`delete from payments.operation`.execute(db);
  await sql`delete from payments.payment where id = ${paymentId}`.execute(db);
  return Promise.all(ids.map(read));
}

async function read(id: Id<'payment'>): Promise<Payment> {
  const payment = await readPayment(db, id);
  if (payment === undefined) throw new RangeError(`no payment ${id}`);
  return payment;
}

/** The different ends there are, with how many payments came to each. */
async function endsOf(): Promise<unknown[]> {
  const { rows } = await sql`
    with ends as (
      select state, captured_minor as captured, refunded_minor as refunded, disputed_minor as disputed, fee_minor as fee,
        (select count(*) from payments.webhook_event where payment_id = payment.id) as webhooks, moved.*
      from payments.payment, lateral (
        select coalesce(sum(amount_minor) filter (where kind = 'capture'), 0)::bigint as capture,
          coalesce(sum(amount_minor) filter (where kind = 'refund'), 0)::bigint as refund,
          coalesce(sum(amount_minor) filter (where kind = 'fee'), 0)::bigint as fees,
          coalesce(sum(case kind when 'dispute' then amount_minor when 'dispute_reversal' then -amount_minor else 0 end),
            0)::bigint as standing
        from payments.movement where payment_id = payment.id) as moved
    )
    select count(*) as payments, ends.* from ends group by ${sql.raw('2, 3, 4, 5, 6, 7, 8, 9, 10, 11')}`.execute(
    db,
  );
  return rows.map((row) => ({ ...(typeof row === 'object' ? row : {}) }));
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

/** Each webhook comes first in this order, and up to nine times more at any later point: mostly once or twice. */
function repeated(order: readonly number[], random: () => number): number[] {
  const deliveries = [...order];
  for (const item of order) {
    const more = Math.floor(random() ** 4 * MOST_TIMES);
    for (let time = 0; time < more; time += 1) {
      const first = deliveries.indexOf(item);
      const place = first + 1 + Math.floor(random() * (deliveries.length - first));
      deliveries.splice(place, 0, item);
    }
  }
  return deliveries;
}

/** Mulberry32: small, and the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
