import { sql } from 'kysely';
import { currencyOf, type Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { PaymentId } from '../payment.ts';
import type { PaymentMode, ProviderName } from '../provider.ts';
import type { CallRequest, PaymentContext, ProviderCall } from '../provider-call.ts';
import { instant, toJson } from './values.ts';

/** Writes a pending operation; what a refund asks for counts from now on. */
export async function insertOperation(
  tx: Tx,
  call: ProviderCall & { readonly request: Exclude<CallRequest, { kind: 'begin' }> },
  now: Temporal.Instant,
): Promise<void> {
  const { operationId, paymentId, request, amountMinor, idempotencyKey } = call;
  await sql`
    with asked as (
      insert into payments.operation (id, payment_id, kind, amount_minor, idempotency_key, request, asked_at)
      values (${operationId}, ${paymentId}, ${request.kind}, ${amountMinor}, ${idempotencyKey},
        ${toJson(request)}::jsonb, ${instant(now)})
      returning case when kind = 'refund' then amount_minor else 0 end as refund_minor
    )
    update payments.payment set refund_asked_minor = refund_asked_minor + asked.refund_minor
    from asked where id = ${paymentId} and asked.refund_minor > 0`.execute(tx);
}

export type Operation = { readonly call: ProviderCall; readonly isPending: boolean };

/** The captures, voids and refunds of one payment, the first first. */
export async function readOperations(
  db: Db,
  { paymentId }: { readonly paymentId: PaymentId },
): Promise<Operation[]> {
  const { rows } = await sql<OperationRow>`
    select ${COLUMNS} from payments.operation join payments.payment on payment.id = operation.payment_id
    where payment_id = ${paymentId} and operation.kind <> 'begin'
    order by operation.asked_at, operation.id`.execute(db);
  return rows.map((row) => ({ call: callOf(row), isPending: row.operation_state === 'pending' }));
}

/**
 * Calls whose answer never came, oldest first: to be made again, with the same keys. `orderId`: of this order, however
 * young.
 */
export async function pendingCalls(
  db: Db,
  input: { readonly olderThan: Temporal.Instant; readonly limit: number } | { readonly orderId: string },
): Promise<ProviderCall[]> {
  const which =
    'orderId' in input
      ? sql`payment.order_id = ${input.orderId}`
      : sql`operation.asked_at < ${instant(input.olderThan)}`;
  const { rows } = await sql<OperationRow>`
    select ${COLUMNS} from payments.operation join payments.payment on payment.id = operation.payment_id
    where operation.state = 'pending' and ${which}
    order by operation.asked_at limit ${'limit' in input ? input.limit : 100}`.execute(db);
  return rows.map(callOf);
}

/** The captures of an order that have this name, one of each payment that it takes something of. */
export async function capturesNamed(
  db: Db,
  { orderId, key }: { readonly orderId: string; readonly key: string },
): Promise<ProviderCall[]> {
  const { rows } = await sql<OperationRow>`
    select ${COLUMNS} from payments.operation join payments.payment on payment.id = operation.payment_id
    where payment.order_id = ${orderId} and operation.kind = 'capture'
      and operation.idempotency_key = payment.id || ':capture:' || ${key}::text
    order by payment.attempt`.execute(db);
  return rows.map(callOf);
}

/** Stripe forgets a key after 24 hours; the others keep theirs longer. */
const KEY_LASTS = '23 hours';

const COLUMNS = sql`operation.id, operation.idempotency_key, operation.payment_id, operation.kind,
  operation.amount_minor, operation.request, operation.state as operation_state, payment.order_id, payment.provider,
  payment.attempt, payment.reference, payment.currency, payment.mode, payment.is_captured_at_once,
  payment.captured_minor, payment.refunded_minor, operation.asked_at < now() - ${KEY_LASTS}::interval as is_stale`;

type OperationRow = {
  id: Id<'payment_operation'>;
  idempotency_key: string;
  payment_id: PaymentId;
  kind: CallRequest['kind'];
  amount_minor: bigint;
  /** As it was written; of a beginning it is gone once it is answered. */
  request: StoredRequest | null;
  operation_state: string;
  order_id: string;
  provider: ProviderName;
  attempt: number;
  reference: string | null;
  currency: string;
  mode: PaymentMode;
  is_captured_at_once: boolean;
  captured_minor: bigint;
  refunded_minor: bigint;
  is_stale: boolean;
};

type StoredLine = Omit<PaymentContext['lines'][number], 'totalMinor'> & { readonly totalMinor: string };
type StoredRequest = Omit<PaymentContext, 'lines'> & {
  readonly lines: readonly StoredLine[];
  readonly isFinal?: boolean;
  readonly reason?: string;
};

function callOf(row: OperationRow): ProviderCall {
  return {
    operationId: row.id,
    idempotencyKey: row.idempotency_key,
    paymentId: row.payment_id,
    orderId: row.order_id,
    provider: row.provider,
    attempt: row.attempt,
    reference: row.reference ?? undefined,
    currency: currencyOf(row.currency),
    amountMinor: row.amount_minor,
    request: requestOf(row),
    ...(row.is_stale
      ? { stale: { capturedMinor: row.captured_minor, refundedMinor: row.refunded_minor } }
      : {}),
  };
}

function requestOf({ kind, request, mode, is_captured_at_once }: OperationRow): CallRequest {
  if (kind === 'capture') return { kind, isFinal: request?.isFinal ?? true };
  if (kind === 'refund') return { kind, reason: request?.reason ?? '' };
  if (kind === 'void') return { kind };
  return { kind, input: { ...contextOf(request), mode, isCapturedAtOnce: is_captured_at_once } };
}

function contextOf(request: StoredRequest | null): PaymentContext {
  if (request === null) throw new RangeError('a beginning that was answered is not made again');
  const { orderNumber, isChallengeRequired, token, returnUrl, cancelUrl, webhookUrl, locale, email } =
    request;
  const { billingAddress, shippingAddress } = request;
  return {
    ...{ orderNumber, isChallengeRequired, token, returnUrl, cancelUrl, webhookUrl, locale, email },
    ...{ billingAddress, shippingAddress },
    lines: request.lines.map((line) => ({ ...line, totalMinor: BigInt(line.totalMinor) })),
  };
}
