import { type Refusal, refuse } from '../../../../kernel/index.ts';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { Order } from '../../order.ts';
import { exchangeCredit } from '../../pay/post-exchange.ts';
import { selectExchanges, selectTravelling } from '../linked/store.ts';
import { paymentUnderWay } from '../payment-under-way.ts';

type Code = 'handed_over' | 'already_credited' | 'exchange_open' | 'travels_with_another';

/** Why a locked order cannot be agreed anew for another place, or `undefined`. */
export async function whyNotElsewhere(
  tx: Tx,
  order: Order,
): Promise<Refusal<Code | 'payment_in_progress'> | undefined> {
  return (await whyNotMoved(tx, order)) ?? (await paymentUnderWay(tx, order))?.refusal;
}

/** The same, whatever is being paid meanwhile: why it cannot be once the money is there. */
export async function whyNotMoved(db: Db, order: Order): Promise<Refusal<Code> | undefined> {
  const { facts, lines, totals } = order;
  if (facts.fulfilledQuantity > 0) {
    return refuse('handed_over', 'something of it was handed over: it was delivered where it was agreed')
      .refusal;
  }
  const isCredited = lines.some((line) => line.refundedQuantity > 0 || line.removedQuantity > 0);
  if (isCredited || facts.refundedMinor > 0n || totals.reducedMinor > 0n) {
    const message = 'something of it was credited with the tax of the first place: cancel and order anew';
    return refuse('already_credited', message).refusal;
  }
  const isExchanged = (await selectExchanges(db, order.id)).some(({ state }) => state === 'open');
  if (isExchanged || exchangeCredit(order.credits) > 0n) {
    return refuse('exchange_open', 'an exchange of it is open: finish or cancel it first').refusal;
  }
  const [other] = await selectTravelling(db, order.id);
  if (other !== undefined) {
    return refuse('travels_with_another', `it travels with order ${other}: both were agreed for one place`)
      .refusal;
  }
  return undefined;
}
