import { hundredthsOf } from './amounts.ts';
import { missing, unprocessable } from './api-error.ts';
import { captureRequest, parsed, reauthorizeRequest, refundRequest } from './input.ts';
import { type Api, addCapture, addLine } from './orders.ts';
import { orderOf, renderAuthorization, renderCapture, renderRefund } from './render.ts';
import { type Authorization, authorizationsOf, paypalId, type Refund, refundedOf, sumOf } from './world.ts';

const HONOUR_HOURS = 3 * 24;
const MOST_CAPTURES = 10;

export function readAuthorization({ world }: Api, id: string): object {
  return renderAuthorization(world, authorizationOf({ world }, id));
}

export function readCapture({ world }: Api, id: string): object {
  const capture = world.captures.get(id);
  if (capture === undefined) throw missing();
  return renderCapture(world, capture);
}

/** POST /v2/payments/authorizations/{id}/capture: up to 115 % of the authorisation, as PayPal does. */
export function captureAuthorization({ world, emit }: Api, id: string, body: string): object {
  const authorization = authorizationOf({ world }, id);
  const { amount, invoice_id: invoiceId, final_capture: isFinal } = parsed(captureRequest, body);
  const order = orderOf(world, authorization.orderId);
  if (amount.currency_code !== order.currency) throw unprocessable('AUTH_CAPTURE_CURRENCY_MISMATCH');
  if (authorization.status === 'VOIDED') throw unprocessable('AUTHORIZATION_VOIDED');
  if (authorization.status === 'DENIED') throw unprocessable('AUTHORIZATION_DENIED');
  if (authorization.status === 'CAPTURED') throw unprocessable('AUTHORIZATION_ALREADY_CAPTURED');
  const own = [...world.captures.values()].filter(({ authorizationId }) => authorizationId === id);
  if (own.length >= MOST_CAPTURES) throw unprocessable('MAX_CAPTURE_COUNT_EXCEEDED');
  const hundredths = hundredthsOf(amount);
  const total = sumOf(own) + hundredths;
  if (total > authorization.amount * 1.15) throw unprocessable('MAX_CAPTURE_AMOUNT_EXCEEDED');
  const status = order.funding?.pending === 'ECHECK' ? 'PENDING' : 'COMPLETED';
  const capture = addCapture(world, order, {
    ...{ amount: hundredths, isFinal, invoiceId, authorizationId: id, status },
  });
  authorization.status = isFinal || total >= authorization.amount ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  emit(`PAYMENT.CAPTURE.${status}`, capture.id);
  return renderCapture(world, capture);
}

/** POST /v2/payments/authorizations/{id}/void */
export function voidAuthorization({ world, emit }: Api, id: string): object {
  const authorization = authorizationOf({ world }, id);
  if (authorization.status === 'VOIDED') throw unprocessable('PREVIOUSLY_VOIDED');
  if (authorization.status === 'CAPTURED') throw unprocessable('PREVIOUSLY_CAPTURED');
  authorization.status = 'VOIDED';
  emit('PAYMENT.AUTHORIZATION.VOIDED', id);
  return renderAuthorization(world, authorization);
}

/** POST /v2/payments/authorizations/{id}/reauthorize: once, and not within the honour period. */
export function reauthorize({ world, emit }: Api, id: string, body: string): object {
  const before = authorizationOf({ world }, id);
  const amount = hundredthsOf(parsed(reauthorizeRequest, body).amount);
  const age = world.now().since(before.created).total('hours');
  const isSecond = authorizationsOf(world, before.orderId).length > 1;
  if (age < HONOUR_HOURS || isSecond) throw unprocessable('REAUTHORIZATION_NOT_SUPPORTED');
  if (before.status !== 'CREATED') throw unprocessable('AUTHORIZATION_ALREADY_CAPTURED');
  const order = orderOf(world, before.orderId);
  if (order.funding?.issue !== undefined) throw unprocessable(order.funding.issue);
  before.status = 'VOIDED';
  const after: Authorization = {
    ...{ id: paypalId(), orderId: before.orderId, amount, created: world.now(), status: 'CREATED' },
  };
  world.authorizations.set(after.id, after);
  emit('PAYMENT.AUTHORIZATION.CREATED', after.id);
  return renderAuthorization(world, after);
}

/** POST /v2/payments/captures/{id}/refund */
export function refundCapture({ world, emit }: Api, id: string, body: string): object {
  const capture = world.captures.get(id);
  if (capture === undefined) throw missing();
  const { amount, invoice_id: invoiceId, custom_id: customId } = parsed(refundRequest, body);
  const left = capture.amount - refundedOf(world, id);
  if (capture.status === 'PENDING') throw unprocessable('PENDING_CAPTURE');
  if (left === 0) throw unprocessable('CAPTURE_FULLY_REFUNDED');
  const hundredths = amount === undefined ? left : hundredthsOf(amount);
  if (hundredths > left) throw unprocessable('REFUND_AMOUNT_EXCEEDED');
  const refund: Refund = {
    ...{ id: paypalId(), captureId: id, orderId: capture.orderId, amount: hundredths },
    ...{ customId: customId ?? orderOf(world, capture.orderId).customId, invoiceId, created: world.now() },
  };
  world.refunds.set(refund.id, refund);
  const line = { code: 'T1107', id: refund.id, amount: -hundredths, referenceId: id };
  addLine(world, orderOf(world, capture.orderId), line);
  emit('PAYMENT.CAPTURE.REFUNDED', refund.id);
  return renderRefund(world, refund);
}

function authorizationOf({ world }: Pick<Api, 'world'>, id: string): Authorization {
  const authorization = world.authorizations.get(id);
  if (authorization === undefined) throw missing();
  return authorization;
}
