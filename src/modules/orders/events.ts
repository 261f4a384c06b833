import type { DraftedMail } from './after-sale/drafted-mail.ts';

declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Stock is held and a payment is waited for (or there was nothing to pay, and `orders.paid` follows). */
    'orders.placed': { readonly orderId: string };
    /** Authorised, captured, or nothing to pay: the order stands. Once an order. */
    'orders.paid': { readonly orderId: string };
    'orders.captured': { readonly orderId: string };
    /** An attempt was declined; the order waits for another until it expires. */
    'orders.payment_failed': { readonly orderId: string };
    'orders.cancelled': { readonly orderId: string };
    'orders.fulfilled': { readonly orderId: string; readonly fulfilmentId: string };
    'orders.delivered': { readonly orderId: string; readonly fulfilmentId: string };
    /** Money went back; without `refundId` it was given back at the provider and not by us. */
    'orders.refunded': { readonly orderId: string; readonly refundId?: string };
    /** Less is due than was agreed, before it was paid: nothing went back. */
    'orders.reduced': { readonly orderId: string; readonly refundId: string };
    /** A provider would not, all of it or a part: somebody has to look. */
    'orders.refund_refused': { readonly orderId: string; readonly refundId: string };
    /** A return was asked for, approved or rejected. */
    'orders.return_changed': { readonly orderId: string; readonly returnId: string; readonly state: string };
    /** What came back was inspected. */
    'orders.returned': { readonly orderId: string; readonly returnId: string };
    /** Something is due for an order that was made for its shopper: whoever reacts sends a pay link. */
    'orders.payment_asked': { readonly orderId: string };
    /** A way to pay was chosen by a pay link, and its provider is being asked. */
    'orders.payment_begun': { readonly orderId: string };
    /** Another address costs more than was paid: whoever reacts writes where that is agreed to and paid. */
    'orders.address_change_proposed': { readonly orderId: string; readonly proposalId: string };
    /** Nothing came of it, and not by who ordered; what they paid of it is on its way back. */
    'orders.address_change_ended': {
      readonly orderId: string;
      readonly proposalId: string;
      readonly isPaidBack: boolean;
    };
    /** Pieces were taken off, or the address was changed. */
    'orders.edited': { readonly orderId: string };
    /** An order that stands is to go to another place, whose taxes and delivery it is sold for now. */
    'orders.agreed_anew': { readonly orderId: string };
    /** Gift cards that the order bought: what opens them is told here once, for the mail that carries it. */
    'orders.gift_cards_issued': {
      readonly orderId: string;
      readonly cards: readonly { readonly code: string; readonly pin: string; readonly amount: string }[];
    };
    /** Staff put an order together for somebody, who is to get its pay link: told here once, for the mail that carries it. */
    'orders.drafted': { readonly draftId: string; readonly mailModel: DraftedMail };
    /** A consumer's statement was received; `orderId` is '' where no order fits it. */
    'orders.withdrawn': { readonly orderId: string; readonly withdrawalId: string };
  }
}
