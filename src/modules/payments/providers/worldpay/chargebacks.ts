import { sql } from 'kysely';
import type { CurrencyCode } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { DisputeSnapshot } from '../../provider.ts';
import { instant } from '../../store/values.ts';

export type Chargeback = {
  readonly eventId: string;
  readonly kind: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly at: Temporal.Instant;
};

/** Keeps a chargeback's event, once, when it is about a payment of ours. */
export async function keepChargeback(
  db: Db,
  { paymentId, ...event }: Chargeback & { readonly paymentId: string },
): Promise<void> {
  const { eventId, kind, amountMinor, currency, at } = event;
  await sql`
    insert into payments.worldpay_chargeback (event_id, payment_id, kind, amount_minor, currency, at)
    select ${eventId}, payment_id, ${kind}, ${amountMinor}, ${currency}, ${instant(at)}
    from payments.worldpay_attempt where payment_id = ${paymentId}::uuid and currency = ${currency}
    on conflict do nothing`.execute(db);
}

/** The chargeback events of a payment, the first first. */
export async function readChargebacks(db: Db, paymentId: string): Promise<Chargeback[]> {
  const { rows } = await sql<ChargebackRow>`
    select event_id, kind, amount_minor, currency, at from payments.worldpay_chargeback
    where payment_id = ${paymentId}::uuid order by at, event_id`.execute(db);
  return rows.map(({ event_id: eventId, amount_minor: amountMinor, ...row }) => ({
    ...row,
    eventId,
    amountMinor,
  }));
}

type ChargebackRow = {
  event_id: string;
  kind: string;
  amount_minor: bigint;
  currency: string;
  at: Temporal.Instant;
};

/** Kinds of chargeback events ("Events", Chargeback): asked about, taken, given back, too late to answer. */
const ASKED = new Set([
  ...['informationRequested', 'informationSupplied', 'disputeFundsHeld'],
  ...['disputeInformationRequested', 'disputeInformationSupplied'],
]);
const GIVEN_BACK = new Set(['chargebackReversed', 'disputeFundsReleased', 'disputeReserveReleased']);

/**
 * What a payment's chargeback events come to: one dispute. Money that is taken after we were asked is lost; taken without
 * being asked, it may still be answered. Worldpay says neither the reason nor until when.
 */
export function disputesOf(
  paymentId: string,
  events: readonly Chargeback[],
  currency: CurrencyCode,
): DisputeSnapshot[] {
  const own = events.filter((event) => event.currency === currency);
  const [first] = own;
  if (first === undefined) return [];
  const has = (kinds: ReadonlySet<string>) => own.some(({ kind }) => kinds.has(kind));
  const isLost = has(new Set(['disputeExpired'])) || (has(ASKED) && has(new Set(['chargedBack'])));
  const state = has(GIVEN_BACK) ? 'won' : isLost ? 'lost' : 'open';
  const amountMinor = own.reduce((most, one) => (one.amountMinor > most ? one.amountMinor : most), 0n);
  const reference = `chargeback_${paymentId}`;
  return [{ reference, amountMinor, reason: first.kind, state, evidenceDueAt: undefined }];
}
