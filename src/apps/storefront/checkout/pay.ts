import type { Payment } from '../../../modules/payments/index.ts';
import { readAllMethods, readPayments } from '../../../modules/payments/index.ts';
import { message } from '../messages/index.ts';
import type { PayPage } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { orderOf, wayToPay } from './order-of.ts';
import { checkoutPolicy, newNonce, REPORTING_HEADERS } from './policy.ts';
import { goOn } from './proceed.ts';
import { scriptFiles } from './script-files.ts';

/** The page with a provider's own fields, for an order that waits for them; with the provider's origins in its policy. */
export function payRoute(desk: ShopperDesk): PersonalRoute {
  return {
    pattern: '/checkout/pay',
    get: (visit) => openPay(desk, visit),
    post: (visit) => goOn(desk, visit),
  };
}

async function openPay(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, query } = visit;
  const specimen = query.get('specimen');
  if (specimen !== null) return openSpecimen(desk, visit, specimen);
  const order = await orderOf(desk, visit);
  const last = order && (await readPayments(desk.orders.db, order.id)).at(-1);
  if (!order || !last || !isWaiting(last)) return { kind: 'moved', to: site.to('/checkout/return') };
  const backHref = await wayToPay(desk, visit, order);
  return showPay(desk, visit, { ...last, orderNumber: order.number, client: last.next.data, backHref });
}

/**
 * The same page without a payment, for the daily look at it: no order is placed only to see whether anybody changed the
 * page. Its fields stay empty.
 */
async function openSpecimen(desk: ShopperDesk, visit: Visit, name: string): Promise<Reaction> {
  const methods = await readAllMethods(desk.db);
  const method = methods.find((one) => one.isActive && one.mode === 'in_page' && one.provider === name);
  if (!method) return { kind: 'missing' };
  const { currency } = visit.site;
  return showPay(desk, visit, {
    provider: method.provider,
    amountMinor: 0n,
    currency,
    orderNumber: '',
    client: {},
    backHref: visit.site.to('/checkout'),
  });
}

async function showPay(
  desk: ShopperDesk,
  visit: Visit,
  payment: Pick<Payment, 'provider' | 'amountMinor' | 'currency'> &
    Pick<PayPage, 'orderNumber' | 'client' | 'backHref'>,
): Promise<Reaction> {
  const { site, origin } = visit;
  const provider = await desk.orders.providers.get(payment.provider);
  const amount = moneyText(payment.amountMinor, payment.currency, site.locale);
  const page: PayPage = {
    kind: 'pay',
    orderNumber: payment.orderNumber,
    amount,
    provider: payment.provider,
    client: { ...fieldLabels(site), ...payment.client },
    returnUrl: origin + site.to('/checkout/return'),
    backHref: payment.backHref,
  };
  const nonce = newNonce();
  const [scriptOrigin] = provider?.features.pageOrigins.scripts ?? [];
  const place = { provider: payment.provider, scriptOrigin };
  const scripts = { nonce, files: scriptFiles(place, desk.checkoutScripts) };
  const title = message(site.locale, 'test_payment.pay', { amount: amount.text });
  return {
    kind: 'page',
    view: personalView(desk, visit, { title, page, scripts }),
    policy: checkoutPolicy(nonce, provider?.features.pageOrigins),
    headers: REPORTING_HEADERS,
  };
}

/** What a provider's fields are called, where it leaves that to the page around them. */
function fieldLabels({ locale }: Visit['site']): Record<string, string> {
  return {
    pan: message(locale, 'checkout.card_number'),
    expiry: message(locale, 'checkout.card_expiry'),
    cvv: message(locale, 'checkout.card_code'),
    failed: message(locale, 'problem.try_again'),
  };
}

type Waiting = Payment & { readonly next: Extract<Payment['next'], { kind: 'client' }> };

function isWaiting(payment: Payment): payment is Waiting {
  return payment.next.kind === 'client' && (payment.state === 'requires_action' || payment.state === 'new');
}
