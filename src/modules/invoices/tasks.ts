import { parseId } from '../../kernel/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { issueCancellation, issueCreditNote, issueInvoice } from './issue.ts';

/** Documents follow what happens to orders: an invoice when one stands, a credit note when money goes back. */
export const invoicesReactions: readonly Reaction[] = [
  {
    name: 'invoices.issue',
    topic: 'orders.paid',
    run: async (tx, { payload, toldAt: now }) => {
      const orderId = parseId<'order'>(payload.orderId);
      if (orderId) await issueInvoice(tx, { orderId, now });
    },
  },
  {
    name: 'invoices.issue_anew',
    topic: 'orders.agreed_anew',
    run: async (tx, { payload, toldAt: now }) => {
      const orderId = parseId<'order'>(payload.orderId);
      if (orderId) await issueInvoice(tx, { orderId, now });
    },
  },
  {
    name: 'invoices.credit',
    topic: 'orders.refunded',
    run: async (tx, { payload, toldAt: now }) => {
      const orderId = parseId<'order'>(payload.orderId);
      const refundId = payload.refundId === undefined ? undefined : parseId<'refund'>(payload.refundId);
      if (orderId && refundId) await issueCreditNote(tx, { orderId, refundId, now });
    },
  },
  {
    name: 'invoices.credit_reduction',
    topic: 'orders.reduced',
    run: async (tx, { payload, toldAt: now }) => {
      const orderId = parseId<'order'>(payload.orderId);
      const refundId = parseId<'refund'>(payload.refundId);
      if (orderId && refundId) await issueCreditNote(tx, { orderId, refundId, now });
    },
  },
  {
    name: 'invoices.cancel',
    topic: 'orders.cancelled',
    run: async (tx, { payload, toldAt: now }) => {
      const orderId = parseId<'order'>(payload.orderId);
      if (orderId) await issueCancellation(tx, { orderId, now });
    },
  },
];
