import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import type { ProviderCall } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { openOrder } from './open-order.ts';
import type { Refund, RefundRefusal } from './refund.ts';
import { readReturns } from './store/returns.ts';
import { type WriteRefund, writeRefund } from './write-refund.ts';

export type RefundInput = WriteRefund & { readonly orderId: OrderId };

const REASON_LIMIT = 500;

/**
 * Gives money back: lines by the piece, delivery, goodwill, to what it was paid with or as store credit. It is written
 * down and its amounts are taken before any provider is asked, so that two refunds at once cannot give back more than
 * was paid. It goes over as many payments as it takes, each a call of its own. When nobody knows what a provider did,
 * the refund stays `pending` and is asked again with the same key; when one refuses its part, it is `incomplete`
 * (`resolveRefund`).
 */
export async function refundOrder(
  deps: OrderDeps,
  input: RefundInput,
): Promise<Result<Refund['id'], RefundRefusal>> {
  const begun = await transactOrRefuse(deps.db, (tx) => beginOrderRefund(tx, input));
  if (!begun.ok) return begun;
  for (const call of begun.value.calls) await makeCall(deps, call, input.now);
  return ok(begun.value.refundId);
}

type Begun = { readonly refundId: Refund['id']; readonly calls: readonly ProviderCall[] };

/** The part of a refund that is decided in one transaction; make the calls outside of it. */
export async function beginOrderRefund(tx: Tx, input: RefundInput): Promise<Result<Begun, RefundRefusal>> {
  for (const field of ['reason', 'deductionReason'] as const) {
    if ((input[field] ?? '').length > REASON_LIMIT) {
      return refuse('too_long', `a reason has at most ${REASON_LIMIT} characters`, field);
    }
  }
  const opened = await openOrder(tx, input.orderId, 'refund');
  if (!opened.ok) return opened;
  const wrong = await deductionRefusal(tx, input);
  return wrong ?? writeRefund(tx, opened.value, input);
}

/** Value can only be diminished in what was inspected (Directive 2011/83/EU, article 14 (2)). */
async function deductionRefusal(tx: Tx, { orderId, returnId, lines }: RefundInput) {
  const index = lines.findIndex(({ deductionMinor = 0n }) => deductionMinor !== 0n);
  if (index < 0) return undefined;
  const returned = (await readReturns(tx, orderId)).find(({ id }) => id === returnId);
  const found = returned?.lines.find(({ lineId }) => lineId === lines[index]?.lineId);
  const came = found === undefined ? 0 : found.sellableQuantity + found.damagedQuantity;
  if (returned?.state === 'received' && came >= (lines[index]?.quantity ?? 0)) return undefined;
  const message = 'something is only kept of pieces that came back and were looked at';
  return refuse('not_returned', message, `lines[${index}].deductionMinor`);
}
