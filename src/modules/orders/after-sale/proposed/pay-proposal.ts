import { ok, parseId, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import {
  beginPayment,
  mayAttempt,
  type ProviderCall,
  pendingCalls,
  readAllMethods,
  readPayments,
} from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import { pay } from '../../place/pay.ts';
import { paymentContext } from '../../place/payment-context.ts';
import { openAgain } from '../../place/placed-of.ts';
import type { Placed, PlaceRefusal } from '../../placed.ts';
import { lockOrder, selectOrder } from '../../store/select-orders.ts';
import type { PayOrder } from '../pay-order.ts';
import type { NoProposal, Proposal } from './proposal.ts';
import { whyNotAnyMore } from './still-possible.ts';
import { selectProposals, writeBegun } from './store.ts';

export type PayProposalRefusal =
  | PlaceRefusal
  | NoProposal
  | Refusal<'unknown_order' | 'not_possible_any_more'>;

export type PayProposal = PayOrder & { readonly ip: string };

/**
 * Agrees to a proposed address by paying what it costs more, exactly that. A second click goes on with the call that is
 * under way. Only by what is taken or authorised at once: a transfer might come when the proposal is long over.
 */
export async function payProposal(
  deps: OrderDeps,
  input: PayProposal,
): Promise<Result<Placed, PayProposalRefusal>> {
  const { orderId, ip, now } = input;
  const order = await selectOrder(deps.db, orderId);
  if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
  const attempt = await mayAttempt(deps.db, { ip, cartId: order.cartId ?? orderId, now });
  if (!attempt.ok) return attempt;
  const { isChallengeRequired } = attempt.value;
  const begun = await transactOrRefuse<ProviderCall, PayProposalRefusal>(deps.db, (tx) =>
    begin(tx, input, isChallengeRequired),
  );
  if (!begun.ok) return begun;
  const accessToken = await openAgain(deps, orderId, now);
  return pay(deps, begun.value, { orderId, number: order.number, accessToken, attempt: attempt.value, now });
}

async function begin(
  tx: Tx,
  { orderId, payment, now }: PayProposal,
  isChallengeRequired: boolean,
): Promise<Result<ProviderCall, PayProposalRefusal>> {
  const order = await lockOrder(tx, orderId);
  const [proposal] = await selectProposals(tx, orderId);
  if (order === undefined || proposal?.state !== 'proposed') {
    return refuse('no_proposal', 'no other address is proposed for it');
  }
  const pending = await pendingOf(tx, proposal);
  if (pending !== undefined) return ok(pending);
  const because = await whyNotAnyMore(tx, order, proposal, now);
  if (because !== undefined)
    return refuse('not_possible_any_more', `it cannot be changed any more: ${because}`);
  const methodId = parseId<'payment_method'>(payment.methodId);
  const method = (await readAllMethods(tx)).find(({ id, isActive }) => id === methodId && isActive);
  if (methodId === undefined || method === undefined || method.mode === 'by_hand') {
    return refuse('unknown_payment_method', 'there is no such way to pay this', 'payment.methodId');
  }
  await writeBegun(tx, proposal.id, now);
  const { currency, number } = order;
  const amountMinor = proposal.differenceMinor;
  const title = `${number}: ${proposal.address.city}`;
  const context = {
    ...paymentContext(order, number, { payment, isChallengeRequired }),
    lines: [{ title, quantity: 1, totalMinor: amountMinor }],
    shippingAddress: proposal.address,
  };
  const about = { orderId, methodId, supplementId: proposal.id, amountMinor, currency, context, now };
  const begun = await beginPayment(tx, about);
  return begun.ok ? begun : refuse('payment_in_progress', begun.refusal.message);
}

/** A beginning of it whose answer is still awaited. */
async function pendingOf(tx: Tx, { id, orderId }: Proposal): Promise<ProviderCall | undefined> {
  const ofIt = new Set(
    (await readPayments(tx, orderId)).filter(({ supplementId }) => supplementId === id).map((one) => one.id),
  );
  const asked = await pendingCalls(tx, { orderId });
  return asked.find(({ request, paymentId }) => request.kind === 'begin' && ofIt.has(paymentId));
}
