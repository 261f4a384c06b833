import { sql } from 'kysely';
import { currencyOf, money, toDecimal } from '../../../../kernel/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { PaymentId } from '../../payment.ts';
import { instant } from '../../store/values.ts';
import { lockByHand } from './book.ts';

/**
 * Less or more is due than a payment by hand was to bring: its instructions and what the carrier collects say the new
 * amount from now on. The payment is open, and the caller holds the order's lock.
 *
 * @returns by how much what is promised by it changed (goods for cash are); `undefined`: no payment by hand
 */
export async function amendByHand(
  tx: Tx,
  input: { readonly paymentId: PaymentId; readonly amountMinor: bigint; readonly now: Temporal.Instant },
): Promise<bigint | undefined> {
  const { paymentId, amountMinor, now } = input;
  const row = await lockByHand(tx, paymentId);
  if (row === undefined) return undefined;
  if (amountMinor <= 0n) throw new RangeError(`${amountMinor} instead of ${row.amount_minor}`);
  // The carrier is told to collect all of it; a transfer promises nothing before it has come.
  const promisedMinor = row.provider === 'cash_on_delivery' ? amountMinor : 0n;
  await sql`update payments.by_hand set amount_minor = ${amountMinor} where payment_id = ${paymentId}`.execute(
    tx,
  );
  const amount = `${toDecimal(money(amountMinor, currencyOf(row.currency)))} ${row.currency}`;
  const { rows } = await sql<{ before: bigint; authorized: bigint }>`
    update payments.payment set amount_minor = ${amountMinor}, updated_at = ${instant(now)},
      authorized_minor = greatest(captured_minor, ${promisedMinor}),
      state = case when captured_minor >= ${amountMinor} then 'captured' else state end,
      next = case when next ->> 'kind' <> 'instructions' then next
        when captured_minor >= ${amountMinor} then null
        else jsonb_set(next, '{lines}', (
          select jsonb_agg(case when line ->> 'label' = 'amount'
            then jsonb_set(line, '{value}', to_jsonb(${amount}::text)) else line end order by place)
          from jsonb_array_elements(next -> 'lines') with ordinality as lines (line, place))) end
    where id = ${paymentId}
    returning old.authorized_minor as before, authorized_minor as authorized`.execute(tx);
  const [changed] = rows;
  return changed === undefined ? undefined : changed.authorized - changed.before;
}
