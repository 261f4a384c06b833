import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import type { ProviderCall } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order, OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { insertEvent } from '../store/change-order.ts';
import { lockOrder } from '../store/select-orders.ts';
import { finishRefund } from './finish-refund.ts';
import { openOrder } from './open-order.ts';
import type { Refund, RefundId, RefundRefusal } from './refund.ts';
import { doneMinor } from './settle-refund.ts';
import { insertCalls, readCalls } from './store/refund-calls.ts';
import { reopenRefund, selectRefunds, writeInstead } from './store/refunds.ts';
import { readReturns } from './store/returns.ts';
import { beginCalls, type WriteRefund, writeRefund } from './write-refund.ts';

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

export type ResolveRefusal = RefundRefusal | Refusal<'unknown_refund'>;

type Resolving = {
  readonly orderId: OrderId;
  readonly refundId: RefundId;
  /** Ask the providers for the rest again, or grant it as store credit. */
  readonly by: 'retry' | 'store_credit';
  readonly actor: string;
  readonly now: Temporal.Instant;
};

/** Finishes a refund of which a provider refused a part: by another try, or by store credit in place of it. */
export async function resolveRefund(
  deps: OrderDeps,
  input: Resolving,
): Promise<Result<undefined, ResolveRefusal>> {
  const begun = await transactOrRefuse<readonly ProviderCall[], ResolveRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
    const refund = (await selectRefunds(tx, order.id)).find(({ id }) => id === input.refundId);
    if (refund === undefined) return refuse('unknown_refund', 'the order has no such refund', 'refundId');
    if (refund.state !== 'incomplete') {
      return refuse('not_possible_in_this_state', `the refund is ${refund.state}`, 'refundId');
    }
    return input.by === 'retry' ? tryAgain(tx, refund, input) : giveInstead(tx, { order, refund, ...input });
  });
  if (!begun.ok) return begun;
  for (const call of begun.value) await makeCall(deps, call, input.now);
  return ok(undefined);
}

async function tryAgain(
  tx: Tx,
  { id: refundId, number, paymentMinor, reason }: Refund,
  { orderId, actor, now }: Resolving,
): Promise<Result<ProviderCall[], RefundRefusal>> {
  const before = await readCalls(tx, refundId);
  const asked = { refundId, attempt: before.length + 1, paymentMinor: paymentMinor - doneMinor(before) };
  const calls = await beginCalls(tx, orderId, { ...asked, reason, now });
  if (!calls.ok) return calls;
  await reopenRefund(tx, refundId);
  await insertCalls(tx, refundId, calls.value);
  const data = { number: String(number), amountMinor: String(asked.paymentMinor) };
  await insertEvent(tx, orderId, { kind: 'refund_retried', actor, data }, now);
  return calls;
}

async function giveInstead(
  tx: Tx,
  { order, refund, actor, now }: Resolving & { readonly order: Order; readonly refund: Refund },
): Promise<Result<ProviderCall[], RefundRefusal>> {
  if (order.customerId === undefined) {
    return refuse('no_customer', 'store credit needs a customer account', 'by');
  }
  const insteadMinor = refund.paymentMinor - doneMinor(await readCalls(tx, refund.id));
  await writeInstead(tx, refund.id, insteadMinor);
  const data = { number: String(refund.number), amountMinor: String(insteadMinor) };
  await insertEvent(tx, order.id, { kind: 'refund_credited_instead', actor, data }, now);
  const paymentMinor = refund.paymentMinor - insteadMinor;
  await finishRefund(tx, { order, refund: { ...refund, paymentMinor, insteadMinor }, now });
  return ok([]);
}
