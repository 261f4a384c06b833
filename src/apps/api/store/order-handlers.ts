import { ok, refuse } from '../../../kernel/index.ts';
import { readPricedCart } from '../../../modules/carts/index.ts';
import {
  type Order,
  type OrderDeps,
  type PlacedNext,
  type PlaceRefusal,
  placeOrder,
  readOrderByAccess,
  settlePayment,
} from '../../../modules/orders/index.ts';
import {
  type PaymentMethod,
  type ProviderName,
  ProviderUnreachable,
  readAllMethods,
  readMethods,
  readPayments,
} from '../../../modules/payments/index.ts';
import { type ApiRefusal, type Asked, type Handlers, sentFields } from '../../../platform/api/index.ts';
import { amountsIn } from './answers/cart.ts';
import { orderAnswer, paymentAnswer } from './answers/order.ts';
import { refusedTexts } from './card-numbers.ts';
import type { orderEndpoints } from './contract/orders.ts';

export type OrderHandlerDeps = {
  readonly orders: OrderDeps;
  /** Where a provider's news arrives. */
  readonly webhookUrl: (provider: ProviderName) => string;
};

type OrderAsked = Asked<typeof orderEndpoints.readOrder>['params'] & { readonly now: Temporal.Instant };

export function orderHandlers({ orders, webhookUrl }: OrderHandlerDeps): Handlers<typeof orderEndpoints> {
  const open = async (asked: OrderAsked) => readOrderByAccess(orders.db, asked);
  const newsOf = async ({ methodId }: { readonly methodId: string }) => {
    const method = (await readAllMethods(orders.reads)).find(({ id }) => id === methodId);
    // An unknown method is refused by name when the order is placed.
    return method === undefined ? '' : webhookUrl(method.provider);
  };
  return {
    listPaymentMethods: async ({ params: { token }, now }) => {
      const priced = await readPricedCart(orders, { token, now });
      if (priced === undefined) return refuse('unknown_cart', 'there is no such cart', 'token');
      const { market: marketCode, currency, locale } = priced.cart;
      const methods = await readMethods(orders.reads, { marketCode, currency, amountMinor: priced.dueMinor });
      const items = methods.map((method) => {
        const { id, provider, mode } = method;
        return { id, provider, mode, title: titleOf(method, locale) };
      });
      return ok({ items });
    },
    checkout: async ({ params: { token }, body, ip, now }) => {
      const wrong = refusedTexts({
        'payment.token': body.payment?.token,
        'terms.version': body.terms.version,
      });
      if (wrong) return wrong;
      const placed = await placeOrder(orders, {
        ...{ cartToken: token, ip, now, terms: body.terms },
        ...(body.expectedTotal ? { expectedTotalMinor: body.expectedTotal.minor } : {}),
        ...(body.payment
          ? { payment: { ...sentFields(body.payment), webhookUrl: await newsOf(body.payment) } }
          : {}),
      });
      if (!placed.ok) return { ok: false, refusal: told(placed.refusal) };
      const { orderId, number, accessToken, state, next } = placed.value;
      return ok({ orderId, number, accessToken, state, next: nextOf(next) });
    },
    readOrder: async ({ params, now }) => {
      const order = await open({ ...params, now });
      return order === undefined ? UNKNOWN_ORDER : ok(orderAnswer(order));
    },
    readPayments: async ({ params, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const amount = amountsIn(order.currency);
      const items = (await readPayments(orders.db, order.id)).map(paymentAnswer);
      const { state, totals, facts } = order;
      return ok({ state, due: amount(totals.dueMinor), captured: amount(facts.capturedMinor), items });
    },
    settlePayment: async ({ params, now }) => {
      const order = await open({ ...params, now });
      return order === undefined ? UNKNOWN_ORDER : settle(orders, order, now);
    },
  };
}

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');

async function settle(orders: OrderDeps, order: Order, now: Temporal.Instant) {
  const last = (await readPayments(orders.db, order.id)).at(-1);
  if (last === undefined) return ok({ state: order.state });
  try {
    const state = await settlePayment(orders, { paymentId: last.id, now });
    return ok({ state: state ?? order.state });
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    return refuse('provider_unavailable', 'the payment provider does not answer now: ask again');
  }
}

function titleOf(
  { titles, provider }: PaymentMethod,
  locale: Parameters<PaymentMethod['titles']['get']>[0],
): string {
  return titles.get(locale) ?? [...titles.values()][0] ?? provider;
}

function nextOf(next: PlacedNext) {
  switch (next.kind) {
    case 'redirect':
      return { kind: next.kind, provider: next.provider, url: next.url };
    case 'client':
      return { kind: next.kind, provider: next.provider, data: next.data };
    case 'instructions':
      return { kind: next.kind, provider: next.provider, lines: next.lines };
    default:
      return { kind: next.kind };
  }
}

/** What a refusal carries beside its name, as errors of fields: which goods are short, and how many there are. */
function told(refusal: PlaceRefusal): ApiRefusal<PlaceRefusal['code']> {
  const { code, message, field } = refusal;
  const plain = field === undefined ? { code, message } : { code, message, field };
  if (refusal.code !== 'out_of_stock') return plain;
  const errors = refusal.shortages.map(({ variantId, wanted, available }) => ({
    ...({ field: variantId, in: 'body', code: 'out_of_stock' } as const),
    message: `${wanted} are wanted, ${available} can be had`,
  }));
  return { ...plain, errors };
}
