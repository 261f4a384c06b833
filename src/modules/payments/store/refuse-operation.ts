import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { PaymentChange } from '../payment.ts';
import type { ProviderRefusal } from '../provider.ts';
import type { ProviderCall } from '../provider-call.ts';
import { PAYMENT_COLUMNS } from './payments.ts';
import { instant, toJson } from './values.ts';
import { BEFORE, type ChangeRow, changeOf, outweighs } from './write-snapshot.ts';

/**
 * Answers a pending operation with its refusal: a payment that could not begin has failed, and what a refund asked for
 * may be asked for again. An operation that is answered already stays as it is.
 */
export async function refuseOperation(
  tx: Tx,
  input: {
    readonly call: ProviderCall;
    readonly refusal: ProviderRefusal;
    readonly now: Temporal.Instant;
  },
): Promise<PaymentChange> {
  const { call, refusal, now } = input;
  const { rows } = await sql<ChangeRow>`
    with answered as (
      update payments.operation set state = 'refused', answered_at = ${instant(now)},
        request = case when kind = 'begin' then null else request end,
        answer = ${toJson(refusal)}::jsonb
      where id = ${call.operationId} and state = 'pending'
      returning kind, amount_minor
    ), effect as (
      select coalesce((select amount_minor from answered where kind = 'refund'), 0) as refund_minor,
        exists (select from answered where kind = 'begin') as is_end
    )
    update payments.payment set
      refund_asked_minor = refund_asked_minor - effect.refund_minor,
      state = case when effect.is_end and ${outweighs("'failed'", 'payment.state')} then 'failed' else state end,
      decline_kind = case when effect.is_end then 'provider_error' else decline_kind end,
      decline_code = case when effect.is_end then ${refusal.code} else decline_code end,
      updated_at = ${instant(now)}
    from effect where id = ${call.paymentId}
    returning ${PAYMENT_COLUMNS}, ${BEFORE}`.execute(tx);
  const [change] = rows.map(changeOf);
  if (change === undefined) throw new RangeError(`there is no payment ${call.paymentId}`);
  return change;
}
