import type { Payment } from '../../../modules/payments/index.ts';
import { readPayments } from '../../../modules/payments/index.ts';
import { message } from '../messages/index.ts';
import type { PayPage } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { orderOf } from './order-of.ts';
import { checkoutPolicy, newNonce, REPORTING_HEADERS } from './policy.ts';
import { scriptFiles } from './script-files.ts';

/** The page with a provider's own fields, for an order that waits for them; with the provider's origins in its policy. */
export function payRoute(desk: ShopperDesk): PersonalRoute {
  return { pattern: '/checkout/pay', get: (visit) => openPay(desk, visit) };
}

async function openPay(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, origin } = visit;
  const order = await orderOf(desk, visit);
  const last = order && (await readPayments(desk.orders.db, order.id)).at(-1);
  if (!order || !last || !isWaiting(last)) return { kind: 'moved', to: site.to('/checkout/return') };
  const provider = await desk.orders.providers.get(last.provider);
  const amount = moneyText(last.amountMinor, last.currency, site.locale);
  const page: PayPage = {
    kind: 'pay',
    orderNumber: order.number,
    amount,
    provider: last.provider,
    client: last.next.data,
    returnUrl: origin + site.to('/checkout/return'),
    backHref: site.to('/checkout'),
  };
  const nonce = newNonce();
  const scripts = { nonce, files: scriptFiles({ provider: last.provider }, desk.checkoutScripts) };
  const title = message(site.locale, 'test_payment.pay', { amount: amount.text });
  return {
    kind: 'page',
    view: personalView(desk, visit, { title, page, scripts }),
    policy: checkoutPolicy(nonce, provider?.features.pageOrigins),
    headers: REPORTING_HEADERS,
  };
}

type Waiting = Payment & { readonly next: Extract<Payment['next'], { kind: 'client' }> };

function isWaiting(payment: Payment): payment is Waiting {
  return payment.next.kind === 'client' && (payment.state === 'requires_action' || payment.state === 'new');
}
