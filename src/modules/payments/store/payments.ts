import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { PaymentMethodId } from '../method.ts';
import type { Payment, PaymentId, PaymentState } from '../payment.ts';
import type { DeclineKind, NextStep, PaymentMeans, ProviderName } from '../provider.ts';
import type { ProviderCall } from '../provider-call.ts';
import { instant } from './values.ts';

export type PaymentRow = {
  id: PaymentId;
  order_id: string;
  method_id: PaymentMethodId;
  supplement_id: string | null;
  provider: ProviderName;
  attempt: number;
  currency: string;
  amount_minor: bigint;
  is_captured_at_once: boolean;
  state: PaymentState;
  reference: string | null;
  authorized_minor: bigint;
  captured_minor: bigint;
  refunded_minor: bigint;
  refund_asked_minor: bigint;
  disputed_minor: bigint;
  fee_minor: bigint;
  decline_kind: DeclineKind | null;
  decline_code: string | null;
  means: PaymentMeans | null;
  next: NextStep | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
};

export const PAYMENT_COLUMNS = sql.raw<unknown>(
  [
    ...[
      'id',
      'order_id',
      'method_id',
      'supplement_id',
      'provider',
      'attempt',
      'currency',
      'amount_minor',
      'is_captured_at_once',
    ],
    ...['state', 'reference', 'authorized_minor', 'captured_minor', 'refunded_minor', 'refund_asked_minor'],
    ...[
      'disputed_minor',
      'fee_minor',
      'decline_kind',
      'decline_code',
      'means',
      'next',
      'created_at',
      'updated_at',
    ],
  ]
    .map((column) => `payment.${column}`)
    .join(', '),
);

/** An order's attempts to pay, the first first. */
export async function readPayments(db: Db, orderId: string): Promise<Payment[]> {
  const { rows } = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments.payment where order_id = ${orderId} order by attempt`.execute(db);
  return rows.map(paymentOf);
}

export async function readPayment(db: Db, id: PaymentId): Promise<Payment | undefined> {
  const { rows } = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments.payment where id = ${id}`.execute(db);
  return rows.map(paymentOf)[0];
}

/** The attempts before this one, at the same order or the same supplement of it, that may still come to something. */
export async function readOpenAttempts(
  db: Db,
  { orderId, paymentId, attempt }: Pick<ProviderCall, 'orderId' | 'paymentId' | 'attempt'>,
): Promise<Payment[]> {
  const { rows } = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments.payment
    where order_id = ${orderId} and attempt < ${attempt} and state <> 'voided'
      and supplement_id is not distinct from (select supplement_id from payments.payment where id = ${paymentId})
    order by attempt`.execute(db);
  return rows.map(paymentOf);
}

/** Payments that wait for something, oldest first: to be read at their provider again. */
export async function unsettledPayments(
  db: Db,
  { olderThan, limit }: { readonly olderThan: Temporal.Instant; readonly limit: number },
): Promise<Payment[]> {
  const { rows } = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments.payment
    where state in ('new', 'requires_action', 'processing') and updated_at < ${instant(olderThan)}
    order by updated_at limit ${limit}`.execute(db);
  return rows.map(paymentOf);
}

/** The same payment, and nobody else changes it until the transaction ends. */
export async function lockPayment(
  tx: Tx,
  id: PaymentId,
): Promise<(Payment & { readonly refundAskedMinor: bigint }) | undefined> {
  const { rows } = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments.payment where id = ${id} for update`.execute(tx);
  return rows.map((row) => ({ ...paymentOf(row), refundAskedMinor: row.refund_asked_minor }))[0];
}

export function paymentOf(row: PaymentRow): Payment {
  const { id, provider, attempt, state, decline_kind: kind } = row;
  const currency: CurrencyCode = currencyOf(row.currency);
  return {
    ...{ id, orderId: row.order_id, methodId: row.method_id, provider, attempt, currency, state },
    supplementId: row.supplement_id ?? undefined,
    amountMinor: row.amount_minor,
    isCapturedAtOnce: row.is_captured_at_once,
    reference: row.reference ?? undefined,
    authorizedMinor: row.authorized_minor,
    capturedMinor: row.captured_minor,
    refundedMinor: row.refunded_minor,
    disputedMinor: row.disputed_minor,
    feeMinor: row.fee_minor,
    decline: kind === null ? undefined : { kind, code: row.decline_code ?? '' },
    means: row.means ?? undefined,
    next: row.next ?? { kind: 'none' },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
