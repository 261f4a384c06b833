import type { Reaction } from '../../../platform/outbox/index.ts';
import { grantOrderAccess } from '../../orders/index.ts';
import { queueMail } from '../queue-mail.ts';
import type { LinkDeps } from './links.ts';
import { aboutOrder, agreedOrder } from './order-model.ts';
import { orderOf } from './placed-orders.ts';

/** Whoever has to pay for what was added to their order, or for the difference of an exchange, gets the link to it. */
export function paymentAskedReactions(deps: LinkDeps): readonly Reaction[] {
  return [
    {
      name: 'mails.payment_asked',
      topic: 'orders.payment_asked',
      run: async (tx, { payload, toldAt: now }) => {
        const order = await orderOf(tx, payload.orderId);
        // Paid or let go in the meantime: there is nothing to ask for.
        if (order.state !== 'pending_payment') return;
        const { linkTo, ...about } = await aboutOrder(tx, deps, order, now);
        const key = await grantOrderAccess(tx, { orderId: order.id, now });
        const payUrl = linkTo(`/orders/${encodeURIComponent(order.number)}/pay?key=${key}`);
        const { dueMinor } = order.totals;
        const model = { ...agreedOrder(about, order), dueMinor, payUrl, payUntil: order.expiresAt };
        const { id: orderId, email: to, locale, customerId } = order;
        const dedupeKey = `payment_asked:${orderId}`;
        await queueMail(tx, {
          kind: 'payment_asked',
          model,
          to,
          locale,
          dedupeKey,
          orderId,
          customerId,
          now,
        });
      },
    },
  ];
}
