import { amountOf } from './amounts.ts';
import type { Authorization, Capture, Dispute, Order, PaypalWorld, Refund } from './world.ts';
import { authorizationsOf, capturesOf, refundsOf } from './world.ts';

export function renderOrder(world: PaypalWorld, order: Order): object {
  const payments = {
    ...some('authorizations', authorizationsOf(world, order.id), (one) => renderAuthorization(world, one)),
    ...some('captures', capturesOf(world, order.id), (one) => renderCapture(world, one)),
    ...some('refunds', refundsOf(world, order.id), (one) => renderRefund(world, one)),
  };
  const unit = {
    ...{ reference_id: 'default', amount: amountOf(order.amount, order.currency), payments },
    ...{ description: order.description, custom_id: order.customId, invoice_id: order.invoiceId },
  };
  return {
    ...{ id: order.id, status: order.status, intent: order.intent, purchase_units: [unit] },
    ...{ create_time: timeOf(order.created), payment_source: sourceOf(order) },
    links: [
      link(world, 'self', `/v2/checkout/orders/${order.id}`),
      link(world, 'payer-action', `/checkoutnow?token=${order.id}`),
    ],
  };
}

function sourceOf({ funding, authentication }: Order): object {
  if (funding?.source !== 'card') return { paypal: {} };
  const secure = { enrollment_status: 'Y', authentication_status: authentication };
  const result = { liability_shift: authentication === 'Y' ? 'POSSIBLE' : 'NO', three_d_secure: secure };
  const card = { brand: 'VISA', last_digits: '7704', expiry: '2029-02', type: 'CREDIT' };
  return { card: { ...card, ...(authentication === undefined ? {} : { authentication_result: result }) } };
}

export function renderAuthorization(world: PaypalWorld, one: Authorization): object {
  const { customId, currency } = orderOf(world, one.orderId);
  return {
    ...{ id: one.id, status: one.status, amount: amountOf(one.amount, currency), custom_id: customId },
    ...{ create_time: timeOf(one.created), expiration_time: timeOf(one.created.add({ hours: 29 * 24 })) },
    supplementary_data: { related_ids: { order_id: one.orderId } },
    links: [link(world, 'self', `/v2/payments/authorizations/${one.id}`)],
  };
}

export function renderCapture(world: PaypalWorld, capture: Capture): object {
  const { customId, currency } = orderOf(world, capture.orderId);
  const money = (hundredths: number) => amountOf(hundredths, currency);
  const isDone = capture.status === 'COMPLETED';
  const { amount, fee, reason, responseCode } = capture;
  const back = refundsOf(world, capture.orderId).filter(({ captureId }) => captureId === capture.id);
  const refunded = back.reduce((sum, refund) => sum + refund.amount, 0);
  const status = refunded === 0 ? capture.status : refunded < amount ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
  const breakdown = { gross_amount: money(amount), paypal_fee: money(fee), net_amount: money(amount - fee) };
  return {
    ...{ id: capture.id, status, amount: money(amount), custom_id: customId, invoice_id: capture.invoiceId },
    ...{ final_capture: capture.isFinal, create_time: timeOf(capture.created) },
    ...(reason === undefined ? {} : { status_details: { reason } }),
    ...(responseCode === undefined ? {} : { processor_response: { response_code: responseCode } }),
    ...(isDone ? { seller_receivable_breakdown: breakdown } : {}),
    supplementary_data: {
      related_ids: { order_id: capture.orderId, authorization_id: capture.authorizationId },
    },
    links: [
      link(world, 'self', `/v2/payments/captures/${capture.id}`),
      link(world, 'up', `/v2/checkout/orders/${capture.orderId}`),
    ],
  };
}

export function renderRefund(world: PaypalWorld, refund: Refund): object {
  const { currency } = orderOf(world, refund.orderId);
  return {
    ...{ id: refund.id, status: 'COMPLETED', amount: amountOf(refund.amount, currency) },
    ...{ custom_id: refund.customId, invoice_id: refund.invoiceId, create_time: timeOf(refund.created) },
    links: [
      link(world, 'self', `/v2/payments/refunds/${refund.id}`),
      link(world, 'up', `/v2/payments/captures/${refund.captureId}`),
    ],
  };
}

export function renderDispute(world: PaypalWorld, dispute: Dispute): object {
  const orderId = world.captures.get(dispute.captureId)?.orderId ?? '';
  const { customId, currency } = orderOf(world, orderId);
  return {
    ...{ dispute_id: dispute.id, status: dispute.status, reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED' },
    ...{ dispute_amount: amountOf(dispute.amount, currency), dispute_life_cycle_stage: dispute.stage },
    ...{ create_time: timeOf(dispute.created), seller_response_due_date: timeOf(dispute.due) },
    disputed_transactions: [{ seller_transaction_id: dispute.captureId, custom: customId }],
    ...(dispute.outcome === undefined ? {} : { dispute_outcome: { outcome_code: dispute.outcome } }),
    evidences: dispute.evidences,
  };
}

export function orderOf(world: PaypalWorld, id: string): Order {
  const order = world.orders.get(id);
  if (order === undefined) throw new RangeError(`no order ${id}`);
  return order;
}

export function timeOf(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' });
}

function link(world: PaypalWorld, rel: string, path: string): object {
  return { rel, href: `${world.origin()}${path}`, method: 'GET' };
}

function some<Item>(name: string, items: readonly Item[], render: (item: Item) => object): object {
  return items.length === 0 ? {} : { [name]: items.map(render) };
}
