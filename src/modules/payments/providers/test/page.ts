import { sql } from 'kysely';
import {
  type CurrencyCode,
  currencyOf,
  ok,
  parseId,
  type Refusal,
  type Result,
  refuse,
} from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { PaymentId } from '../../payment.ts';
import { instant } from '../../store/values.ts';
import { CHARGE_COLUMNS, type ChargeRow, feeOf } from './charge.ts';
import { readTestSecrets, type SignedWebhook, signedWebhook } from './webhook.ts';

/** What the test provider's own page shows. */
export type TestCharge = {
  readonly id: PaymentId;
  readonly orderNumber: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** `challenge`: the bank asks whether it is you. `payment`: the shopper came to pay here. */
  readonly asks: 'challenge' | 'payment';
  /** Answered already: the page sends on to `returnUrl`. */
  readonly isAnswered: boolean;
  readonly returnUrl: string;
  readonly cancelUrl: string;
};

/** The charge that waits at `/test-payments/{id}`, or nothing. */
export async function readTestCharge(db: Db, id: string): Promise<TestCharge | undefined> {
  if (parseId(id) === undefined) return undefined;
  const { rows } = await sql<ChargeRow>`
    select ${CHARGE_COLUMNS} from payments.test_charge where payment_id = ${id}`.execute(db);
  return rows.map(chargeOf)[0];
}

/** `refuse_challenge`: not me; the card itself would have worked. */
export type TestChoice = 'approve' | 'decline' | 'insufficient_funds' | 'refuse_challenge' | 'cancel';

/**
 * What the shopper chose on the test provider's page: happens once, and a charge that is answered stays as it is.
 *
 * @returns where the page sends the shopper, and the webhook to hand to whoever receives webhooks
 */
export async function answerTestCharge(
  db: Db,
  input: { readonly id: string; readonly choice: TestChoice; readonly now: Temporal.Instant },
): Promise<Result<{ readonly url: string; readonly webhook: SignedWebhook }, Refusal<'unknown_charge'>>> {
  const { choice, now } = input;
  const charge = await readTestCharge(db, input.id);
  if (charge === undefined) return refuse('unknown_charge', 'there is no such test payment');
  const state = choice === 'approve' ? 'authorized' : 'failed';
  const decline = DECLINES[choice](charge.asks);
  const fee = feeOf(charge.amountMinor, charge.currency);
  const { rows } = await sql<ChargeRow>`
    update payments.test_charge set state = ${state}, decline_kind = ${decline}, decline_code = ${decline},
      captured_minor = case when ${state} = 'authorized' and is_captured_at_once then amount_minor else 0 end,
      fee_minor = case when ${state} = 'authorized' and is_captured_at_once then ${fee} else 0 end,
      captured_at = case when ${state} = 'authorized' and is_captured_at_once then ${instant(now)} end
    where payment_id = ${charge.id} and state = 'requires_action' and not is_closed
    returning ${CHARGE_COLUMNS}`.execute(db);
  const url = choice === 'cancel' && rows.length > 0 ? charge.cancelUrl : charge.returnUrl;
  const secrets = await readTestSecrets(db);
  const about = { paymentId: charge.id, type: `payment.${rows[0]?.state ?? 'unchanged'}` };
  return ok({ url, webhook: signedWebhook(about, { secrets, now }) });
}

const DECLINES: Readonly<Record<TestChoice, (asks: TestCharge['asks']) => string | null>> = {
  approve: () => null,
  decline: (asks) => (asks === 'challenge' ? 'authentication_failed' : 'card_declined'),
  insufficient_funds: () => 'insufficient_funds',
  refuse_challenge: () => 'authentication_failed',
  cancel: () => 'abandoned',
};

function chargeOf(row: ChargeRow): TestCharge {
  return {
    ...{ id: row.payment_id, orderNumber: row.order_number },
    ...{ amountMinor: row.amount_minor, currency: currencyOf(row.currency) },
    asks: row.token === '' ? 'payment' : 'challenge',
    isAnswered: row.state !== 'requires_action' || row.is_closed,
    ...{ returnUrl: row.return_url, cancelUrl: row.cancel_url },
  };
}
