import type { PricedCart } from '../../../modules/carts/index.ts';
import { readSellables } from '../../../modules/catalog/index.ts';
import { type PlaceRefusal, placeOrder } from '../../../modules/orders/index.ts';
import { readVisitorsCart } from '../cart/open-cart.ts';
import { cartIsOver } from '../cart/set-aside.ts';
import { type MessageKey, message } from '../messages/index.ts';
import { moneyText } from '../money-text.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Reaction, Visit } from '../personal/visit.ts';
import { tellPurchase } from '../privacy/checkout-events.ts';
import type { Site } from '../site.ts';
import { afterPlacing } from './after-placing.ts';
import { isDelivered } from './checkout-page.ts';
import { declineKey } from './decline-key.ts';
import { inOrder } from './keep-typed.ts';
import { offeredMethods } from './payment-choices.ts';
import type { Told } from './told.ts';
import type { Typed } from './typed.ts';

type Show = (told: Told) => Promise<Reaction>;

/** The order button: everything is checked once more, then it is ordered, and what is left to do is the next page. */
export async function order(
  desk: ShopperDesk,
  visit: Visit,
  input: { readonly token: string; readonly typed: Typed },
  show: Show,
): Promise<Reaction> {
  const { token } = input;
  const { site, now, ip, origin } = visit;
  const priced = await readVisitorsCart(desk, visit);
  const short = priced?.lines.find(isShort);
  if (short) {
    const text = message(site.locale, 'problem.out_of_stock', { title: short.title });
    const problems = new Map([['summary', text], ...input.typed.problems]);
    return show({ typed: { values: input.typed.values, problems }, isProblem: true });
  }
  const typed = await completed(desk, input.typed, priced, site);
  if (typed.problems.size > 0) return show({ typed, isProblem: true });
  const { values } = typed;
  const expected = values['expected_total'] ?? '';
  const methodId = values['payment'] ?? '';
  const provider = methodId === '' ? undefined : await providerOf(desk, priced, methodId);
  const address = (path: string) => origin + site.to(path);
  const placed = await placeOrder(desk.orders, {
    cartToken: token,
    ...(expected === '' ? {} : { expectedTotalMinor: BigInt(expected) }),
    ...(provider === undefined
      ? {}
      : {
          payment: {
            methodId,
            returnUrl: address('/checkout/return'),
            cancelUrl: address('/checkout/return'),
            webhookUrl: desk.webhookUrl(provider),
          },
        }),
    terms: { version: values['terms'] ?? '' },
    ip,
    now,
  });
  if (placed.ok) {
    tellPurchase(visit, placed.value.orderId);
    return afterPlacing(visit, placed.value, cartIsOver(visit.cookies));
  }
  const told = await refused(desk, visit, placed.refusal, typed);
  return 'moved' in told ? { kind: 'moved', to: told.moved } : show({ ...told, isProblem: true });
}

/** Sold to others meanwhile, in part or whole. A gift is no reason not to order. */
export function isShort({ isGift, quantity, soldQuantity }: PricedCart['lines'][number]): boolean {
  return !isGift && soldQuantity < quantity;
}

/** What only the order needs: a way of delivery, a way to pay, and the terms. */
async function completed(
  desk: ShopperDesk,
  { values, problems }: Typed,
  priced: PricedCart | undefined,
  { legal, locale }: Site,
): Promise<Typed> {
  const all = new Map(problems);
  const say = (field: string, key: MessageKey) => all.has(field) || all.set(field, message(locale, key));
  if (priced && isDelivered(priced) && priced.delivery === undefined) say('delivery', 'problem.delivery');
  const offered = priced ? await offeredMethods(desk, priced) : [];
  const isPayable = offered.some(({ id }) => id === values['payment']);
  if (priced && priced.dueMinor > 0n && !isPayable) say('payment', 'problem.payment');
  if (values['terms'] !== legal.terms.version) say('terms', 'problem.terms');
  return { values, problems: inOrder(all) };
}

async function providerOf(desk: ShopperDesk, priced: PricedCart | undefined, methodId: string) {
  const offered = priced ? await offeredMethods(desk, priced) : [];
  return offered.find(({ id }) => id === methodId)?.provider;
}

type ToldAgain = Pick<Told, 'typed' | 'status'> | { readonly moved: string };

async function refused(
  desk: ShopperDesk,
  { site }: Visit,
  refusal: PlaceRefusal,
  typed: Typed,
): Promise<ToldAgain> {
  const { locale } = site;
  const at = (field: string, text: string): ToldAgain => ({
    typed: { values: typed.values, problems: new Map([...typed.problems, [field, text]]) },
  });
  switch (refusal.code) {
    case 'unknown_cart':
    case 'already_ordered':
    case 'empty_cart':
      return { moved: site.to('/cart') };
    case 'total_changed': {
      const total = moneyText(refusal.cart.quote.totals.totalMinor, site.currency, locale).text;
      return at('summary', message(locale, 'problem.price_changed', { total }));
    }
    case 'out_of_stock': {
      const [first] = refusal.shortages;
      const sellables = first && (await readSellables(desk.db, [first.variantId]));
      const title = (first && sellables?.get(first.variantId)?.title) ?? '';
      return at('summary', message(locale, 'problem.out_of_stock', { title }));
    }
    case 'payment_declined':
      return at('payment', message(locale, declineKey(refusal.kind)));
    default: {
      const [field, key] = REFUSALS.get(refusal.code) ?? ['summary', 'problem.try_again'];
      return at(field, message(locale, key));
    }
  }
}

/** Which field of the form a refusal belongs to, and what is said there. */
export const REFUSALS: ReadonlyMap<string, readonly [field: string, key: MessageKey]> = new Map<
  string,
  readonly [string, MessageKey]
>([
  ['payment_needed', ['payment', 'problem.payment']],
  ['unknown_payment_method', ['payment', 'problem.payment']],
  ['provider_unavailable', ['payment', 'problem.payment_unavailable']],
  ['payment_in_progress', ['payment', 'problem.payment_in_progress']],
  ['too_many_attempts', ['payment', 'problem.too_many_attempts']],
  ['terms_not_accepted', ['terms', 'problem.terms']],
  ['promotion_used_up', ['code', 'problem.code']],
  ['insufficient_balance', ['gift_card', 'problem.credit']],
]);
