import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { PaymentMethodId } from '../method.ts';
import type { PaymentId } from '../payment.ts';
import type { PaymentMode, ProviderName } from '../provider.ts';
import type { PaymentContext } from '../provider-call.ts';
import { instant, toJson } from './values.ts';

/**
 * The payment and its pending operation in one statement. Nothing: no active method. No attempt: an earlier one waits
 * for its answer, and nothing was written.
 */
export async function insertPayment(
  tx: Tx,
  input: {
    readonly paymentId: PaymentId;
    readonly operationId: Id<'payment_operation'>;
    readonly idempotencyKey: string;
    readonly orderId: string;
    readonly methodId: PaymentMethodId;
    readonly supplementId?: string;
    readonly amountMinor: bigint;
    readonly currency: CurrencyCode;
    readonly context: PaymentContext;
    readonly now: Temporal.Instant;
  },
): Promise<Made | undefined> {
  const { rows } = await sql<MadeRow>`
    with method as (
      select id, provider, mode, is_captured_at_once from payments.method
      where id = ${input.methodId} and is_active
    ), earlier as (
      select coalesce(max(payment.attempt), 0) as attempt, coalesce(bool_or(operation.state is not null), false) as is_pending
      from payments.payment left join payments.operation
        on operation.payment_id = payment.id and operation.kind = 'begin' and operation.state = 'pending'
      where payment.order_id = ${input.orderId}
    ), made as (
      insert into payments.payment (id, order_id, method_id, supplement_id, provider, mode, attempt, currency, amount_minor,
        is_captured_at_once, created_at, updated_at)
      select ${input.paymentId}, ${input.orderId}, method.id, ${input.supplementId ?? null}::uuid, method.provider,
        method.mode, earlier.attempt + 1, ${input.currency}, ${input.amountMinor}, method.is_captured_at_once, ${instant(input.now)},
        ${instant(input.now)}
      from method, earlier where not earlier.is_pending
      returning id, attempt
    ), asked as (
      insert into payments.operation (id, payment_id, kind, amount_minor, idempotency_key, request, asked_at)
      select ${input.operationId}, made.id, 'begin', ${input.amountMinor}, ${input.idempotencyKey},
        ${toJson(input.context)}::jsonb, ${instant(input.now)}
      from made
    )
    select method.provider, method.mode, method.is_captured_at_once, made.attempt
    from method left join made on true`.execute(tx);
  return rows.map(madeOf)[0];
}

type Made = {
  readonly provider: ProviderName;
  readonly mode: PaymentMode;
  readonly isCapturedAtOnce: boolean;
  readonly attempt: number | undefined;
};

type MadeRow = {
  provider: ProviderName;
  mode: PaymentMode;
  is_captured_at_once: boolean;
  attempt: number | null;
};

function madeOf(row: MadeRow): Made {
  const { provider, mode } = row;
  return { provider, mode, isCapturedAtOnce: row.is_captured_at_once, attempt: row.attempt ?? undefined };
}
