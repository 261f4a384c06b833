import { ok, refuse } from '../../../kernel/index.ts';
import { payOrder, readOrderByAccess } from '../../../modules/orders/index.ts';
import type { Handlers } from '../../../platform/api/index.ts';
import { addressChangeHandlers } from './address-change-handlers.ts';
import { methodsAnswer, type PayDeps, paymentAsked, placedAnswer, placeRefusal } from './answers/placed.ts';
import { refusedTexts } from './card-numbers.ts';
import type { addressChangeEndpoints } from './contract/address-changes.ts';
import type { payEndpoints } from './contract/pay.ts';
import { tellingOf } from './told-of-visit.ts';

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');

/** Paying an order that waits for it, or what another address costs more, by the order's token. */
export function payHandlers(deps: PayDeps): Handlers<typeof payEndpoints & typeof addressChangeEndpoints> {
  const { orders } = deps;
  const telling = tellingOf(deps.tell);
  return {
    ...addressChangeHandlers(deps),
    listOrderPaymentMethods: async ({ params, now }) => {
      const order = await readOrderByAccess(orders.db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const { market: marketCode, currency, locale, totals } = order;
      const about = { marketCode, currency, locale, amountMinor: totals.dueMinor };
      return ok(await methodsAnswer(orders.reads, about));
    },
    payOrder: async ({ params, body, ...call }) => {
      const { ip, now } = call;
      const order = await readOrderByAccess(orders.db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const wrong = refusedTexts({ 'payment.token': body.payment.token });
      if (wrong) return wrong;
      const payment = await paymentAsked(deps, body.payment);
      const paid = await payOrder(orders, { orderId: order.id, payment, ip, now });
      if (paid.ok) {
        telling.bought({ visit: body.visit, call }, order.id);
        return ok(placedAnswer(paid.value));
      }
      const { refusal } = paid;
      return 'shortages' in refusal || 'cart' in refusal || 'kind' in refusal
        ? { ok: false, refusal: placeRefusal(refusal) }
        : { ok: false, refusal };
    },
  };
}
