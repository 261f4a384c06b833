import { settlePayment } from '../../../modules/orders/index.ts';
import {
  type Payment,
  ProviderUnreachable,
  proceedPayment,
  readPayments,
} from '../../../modules/payments/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Reaction, Visit } from '../personal/visit.ts';
import { orderOf } from './order-of.ts';

const REFUSED = 'refused';

/**
 * What a provider's fields in our page came to, brought by the page's script: the payment is taken a step further, and
 * the answer is the next step, or none: then the way on is the return address, which asks the provider.
 */
export async function goOn(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const order = await orderOf(desk, visit);
  const last = order && (await readPayments(desk.orders.db, order.id)).at(-1);
  if (last === undefined) return { kind: 'json', status: 404, body: {} };
  if (!(await visit.mayTry('order'))) return { kind: 'json', status: 429, body: {} };
  const { session, device } = visit.form;
  const next = await proceeded(desk, visit, last, { session, device });
  if (next === REFUSED) return { kind: 'json', status: 422, body: {} };
  return { kind: 'json', body: next?.kind === 'client' ? { next: next.data } : {} };
}

/** The bank's way back after its challenge, whatever it says in the address: the provider is asked what came of it. */
export async function completeChallenge(desk: ShopperDesk, visit: Visit, last: Payment): Promise<void> {
  await proceeded(desk, visit, last, { challenged: '' });
}

async function proceeded(
  desk: ShopperDesk,
  { userAgent, now, log }: Visit,
  payment: Payment,
  fields: Readonly<Record<string, string | undefined>>,
) {
  const browser = { userAgent, accept: 'text/html' };
  try {
    const next = await proceedPayment(desk.orders, payment, { fields, browser });
    if (!next.ok) return REFUSED;
    if (next.value.kind !== 'client') await settlePayment(desk.orders, { paymentId: payment.id, now });
    return next.value;
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    // Nobody knows what came of it: the return address says so, and the worker asks until there is an answer.
    log.warn({ err: error }, 'a payment provider did not answer a step of a payment');
    return undefined;
  }
}
