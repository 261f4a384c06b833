import { feeOf, hundredthsOf } from './amounts.ts';
import { missing, unprocessable } from './api-error.ts';
import { orderRequest, parsed, patchRequest } from './input.ts';
import { orderOf, renderOrder } from './render.ts';
import { type Authorization, type Capture, type Order, type PaypalWorld, paypalId } from './world.ts';

/** Tells the world's subscribers that something happened, with the object as it is at this moment. */
export type Emit = (type: string, id: string) => void;
export type Api = { readonly world: PaypalWorld; readonly emit: Emit };

/** POST /v2/checkout/orders */
export function createOrder({ world }: Api, body: string): object {
  const { intent, purchase_units: units, payment_source: source } = parsed(orderRequest, body);
  const [unit] = units;
  if (unit === undefined) throw unprocessable('MISSING_REQUIRED_PARAMETER');
  const { return_url: returnUrl, cancel_url: cancelUrl } = source.paypal.experience_context;
  const order: Order = {
    ...{ id: paypalId(), intent, description: unit.description, returnUrl, cancelUrl },
    ...{ customId: unit.custom_id, invoiceId: unit.invoice_id, currency: unit.amount.currency_code },
    ...{ amount: hundredthsOf(unit.amount), created: world.now(), status: 'PAYER_ACTION_REQUIRED' },
    ...{ funding: undefined, authentication: undefined },
  };
  world.orders.set(order.id, order);
  return renderOrder(world, order);
}

export function readOrder({ world }: Api, id: string): object {
  return renderOrder(world, known(world, id));
}

/** PATCH /v2/checkout/orders/{id} */
export function patchOrder({ world }: Api, id: string, body: string): object {
  const order = known(world, id);
  if (order.status === 'COMPLETED') throw unprocessable('ORDER_ALREADY_COMPLETED');
  for (const { value } of parsed(patchRequest, body)) order.customId = value;
  return {};
}

/** POST /v2/checkout/orders/{id}/capture */
export function captureOrder(api: Api, id: string): object {
  const { world } = api;
  const order = approved(world, id, 'CAPTURE');
  const isPending = order.funding?.pending !== undefined;
  const { responseCode } = order.funding ?? {};
  const capture = addCapture(world, order, {
    ...{ amount: order.amount, isFinal: true, invoiceId: order.invoiceId, authorizationId: undefined },
    status: isPending ? 'PENDING' : responseCode === undefined ? 'COMPLETED' : 'DECLINED',
  });
  order.status = 'COMPLETED';
  api.emit(`PAYMENT.CAPTURE.${capture.status}`, capture.id);
  return renderOrder(world, order);
}

/** POST /v2/checkout/orders/{id}/authorize */
export function authorizeOrder(api: Api, id: string): object {
  const { world, emit } = api;
  const order = approved(world, id, 'AUTHORIZE');
  const { pending, responseCode } = order.funding ?? {};
  const status = responseCode !== undefined ? 'DENIED' : pending !== undefined ? 'PENDING' : 'CREATED';
  const authorization: Authorization = {
    ...{ id: paypalId(), orderId: id, amount: order.amount, created: world.now(), status },
  };
  world.authorizations.set(authorization.id, authorization);
  order.status = 'COMPLETED';
  if (status === 'CREATED')
    addLine(world, order, { code: 'T1300', id: authorization.id, amount: order.amount });
  emit('PAYMENT.AUTHORIZATION.CREATED', authorization.id);
  return renderOrder(world, order);
}

/** Throws as PayPal does where the order cannot be taken, now or with these means. */
function approved(world: PaypalWorld, id: string, intent: Order['intent']): Order {
  const order = known(world, id);
  if (order.intent !== intent) throw unprocessable('ACTION_DOES_NOT_MATCH_INTENT');
  if (order.status === 'COMPLETED') {
    throw unprocessable(intent === 'CAPTURE' ? 'ORDER_ALREADY_CAPTURED' : 'ORDER_ALREADY_AUTHORIZED');
  }
  if (order.status !== 'APPROVED') throw unprocessable('ORDER_NOT_APPROVED');
  if (order.funding?.issue !== undefined) throw unprocessable(order.funding.issue);
  return order;
}

export function addCapture(
  world: PaypalWorld,
  order: Order,
  input: Pick<Capture, 'amount' | 'isFinal' | 'invoiceId' | 'authorizationId' | 'status'>,
): Capture {
  const isUsed = [...world.captures.values()].some(
    ({ invoiceId, status }) => invoiceId === input.invoiceId && status !== 'DECLINED',
  );
  if (input.invoiceId !== undefined && isUsed) throw unprocessable('DUPLICATE_INVOICE_ID');
  const { pending, responseCode } = order.funding ?? {};
  const capture: Capture = {
    ...input,
    ...{ id: paypalId(), orderId: order.id, created: world.now(), fee: feeOf(input.amount, order.currency) },
    responseCode: input.status === 'DECLINED' ? responseCode : undefined,
    reason: input.status === 'PENDING' ? pending : undefined,
  };
  world.captures.set(capture.id, capture);
  if (capture.status === 'COMPLETED') bookCapture(world, order, capture);
  return capture;
}

export function bookCapture(world: PaypalWorld, order: Order, { id, amount, fee }: Capture): void {
  addLine(world, order, { code: 'T0006', id, amount, fee });
}

export function addLine(
  world: PaypalWorld,
  { currency, customId }: Order,
  line: {
    readonly code: string;
    readonly id: string;
    readonly amount: number;
    readonly fee?: number;
    readonly referenceId?: string;
    readonly isNameless?: boolean;
  },
): void {
  const { code, id, amount, fee = 0, referenceId, isNameless = false } = line;
  const customField = isNameless ? undefined : customId;
  world.book.push({ code, id, amount, fee, currency, customField, referenceId, at: world.now() });
}

export function known(world: PaypalWorld, id: string): Order {
  if (!world.orders.has(id)) throw missing();
  return orderOf(world, id);
}
