import { type PricedCart, readPricedCart, setDetails } from '../../../modules/carts/index.ts';
import { NOTHING } from '../cart/cart-page.ts';
import { changeCodes } from '../cart/codes.ts';
import { cartCookies, pieceCount, readVisitorsCart } from '../cart/open-cart.ts';
import { message } from '../messages/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { tellCheckout, tellProgress } from '../privacy/checkout-events.ts';
import { addressValues } from './address-form.ts';
import { type CheckoutFields, parseCheckout } from './checkout-form.ts';
import { checkoutPage, isDelivered } from './checkout-page.ts';
import { chosenOptionId } from './delivery-choices.ts';
import { keepTyped } from './keep-typed.ts';
import { payRoute } from './pay.ts';
import { offeredMethods } from './payment-choices.ts';
import { isShort, order } from './place.ts';
import { checkoutPolicy, newNonce, REPORTING_HEADERS } from './policy.ts';
import { lastPaymentStatus, returnRoute } from './return.ts';
import { scriptFiles } from './script-files.ts';
import { fillKnown, readShopper, savedValues } from './shopper.ts';
import type { Told } from './told.ts';
import type { KeptTyped, Typed } from './typed.ts';

export function checkoutRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    { pattern: '/checkout', get: (visit) => openCheckout(desk, visit), post: (visit) => submit(desk, visit) },
    returnRoute(desk),
    payRoute(desk),
  ];
}

async function openCheckout(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const priced = await readVisitorsCart(desk, visit);
  // The cart says what is in the way, and lets it be changed.
  if (!priced || priced.lines.length === 0 || priced.lines.some(isShort)) {
    return { kind: 'moved', to: visit.site.to('/cart') };
  }
  tellCheckout(visit, 'begin_checkout', priced);
  const shopper = await readShopper(desk, visit, priced);
  const isFilled = await fillKnown(desk, visit, priced, shopper);
  const known = isFilled ? ((await readVisitorsCart(desk, visit)) ?? priced) : priced;
  const status = await lastPaymentStatus(desk, known, visit.site);
  return showCheckout(desk, visit, { typed: { values: valuesOf(known), problems: new Map() }, status });
}

async function submit(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const fields = parseCheckout(visit.form);
  const token = visit.cookies.cart;
  const priced = await readVisitorsCart(desk, visit);
  if (!priced || priced.lines.length === 0 || token === undefined) {
    return { kind: 'moved', to: visit.site.to('/cart') };
  }
  if (!fields) return showCheckout(desk, visit, tryAgain(visit, valuesOf(priced)));
  const values = await withSavedAddress(desk, visit, priced, textsOf(fields));
  const typed = await keepTyped(desk, visit, { token, priced, values });
  await keepDelivery(desk, visit, token, typed);
  tellProgress(visit, priced, typed);
  if (fields.do === 'order')
    return order(desk, visit, { token, typed }, (told) => showCheckout(desk, visit, told));
  const cards = onlyCardNumbers(typed);
  if (fields.do === 'update') return showCheckout(desk, visit, { typed: cards });
  const codesTyped = await changeCodes(desk, visit, fields);
  const isProblem = [codesTyped.code, codesTyped.giftCard].some(({ problem }) => problem !== undefined);
  // A code is kept or refused by itself: it is not typed any more.
  return showCheckout(desk, visit, { typed: cards, codesTyped, isProblem });
}

export async function showCheckout(desk: ShopperDesk, visit: Visit, told: Told): Promise<Reaction> {
  const { site } = visit;
  const { typed, codesTyped = NOTHING, status } = told;
  const priced = await pricedFor(desk, visit, typed);
  if (!priced) return { kind: 'moved', to: site.to('/cart') };
  const offered = await offeredMethods(desk, priced);
  const shopper = await readShopper(desk, visit, priced);
  const page = checkoutPage({ priced, offered, shopper, typed, codesTyped, status, site });
  const nonce = newNonce();
  const scripts = { nonce, files: scriptFiles('checkout', desk.checkoutScripts) };
  return {
    kind: 'page',
    view: personalView(desk, visit, { title: message(site.locale, 'checkout.title'), page, scripts }),
    status: told.isProblem === true ? 422 : 200,
    policy: checkoutPolicy(nonce),
    headers: REPORTING_HEADERS,
    cookies: cartCookies(visit.cookies.cart ?? '', pieceCount(priced.lines)),
  };
}

/** Priced for where it goes, as far as that is typed: a country is enough for ways and prices of delivery. */
async function pricedFor(
  desk: ShopperDesk,
  visit: Visit,
  { values }: Typed,
): Promise<PricedCart | undefined> {
  const token = visit.cookies.cart;
  if (token === undefined) return undefined;
  const kept = await readPricedCart(desk.orders, { token, now: visit.now });
  const country = values['shipping_country'] ?? '';
  if (!kept || !isDelivered(kept) || !/^[A-Z]{2}$/.test(country)) return kept;
  const address = kept.cart.shippingAddress;
  const region = values['shipping_region'] || undefined;
  const postalCode = values['shipping_postal_code'] || undefined;
  if (address?.country === country && address.region === region && address.postalCode === postalCode)
    return kept;
  const goingTo = { country, ...(region && { region }), ...(postalCode && { postalCode }) };
  return readPricedCart(desk.orders, { token, goingTo, now: visit.now });
}

async function keepDelivery(desk: ShopperDesk, visit: Visit, token: string, typed: Typed): Promise<void> {
  const priced = await pricedFor(desk, visit, typed);
  const deliveryOptionId = chosenOptionId(typed.values, priced?.deliveryOptions ?? []);
  if (deliveryOptionId === undefined || deliveryOptionId === priced?.cart.deliveryOptionId) return;
  await setDetails(desk.orders, { token, details: { deliveryOptionId }, now: visit.now });
}

/** The fields as the cart has them: what was said before is not asked again. */
function valuesOf({ cart }: PricedCart): Record<string, string> {
  const isOther = cart.billingAddress !== undefined && cart.shippingAddress !== undefined;
  const main = cart.shippingAddress ?? cart.billingAddress;
  const texts = {
    email: cart.email,
    note: cart.note,
    gift_message: cart.giftMessage,
    billing: isOther ? 'other' : 'same',
    marketing: cart.acceptsMarketing ? 'yes' : '',
    store_credit: cart.usesStoreCredit ? 'yes' : '',
    ...addressValues('shipping', main),
    ...(isOther ? addressValues('billing', cart.billingAddress) : {}),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

async function withSavedAddress(
  desk: ShopperDesk,
  visit: Visit,
  priced: PricedCart,
  values: Record<string, string>,
): Promise<Record<string, string>> {
  const chosen = values['saved_address'] ?? '';
  if (chosen === '' || chosen === 'new') return values;
  const shopper = await readShopper(desk, visit, priced);
  return { ...values, ...savedValues(shopper, chosen) };
}

function textsOf(fields: CheckoutFields): Record<string, string> {
  const texts = Object.entries(fields).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return Object.fromEntries(texts);
}

// While somebody is still filling in, what is missing is no mistake yet; a card number is.
function onlyCardNumbers({ values, problems, cards }: KeptTyped): Typed {
  return { values, problems: new Map([...problems].filter(([name]) => cards.includes(name))) };
}

function tryAgain({ site }: Visit, values: Record<string, string>): Told {
  const status = { kind: 'failed', text: message(site.locale, 'problem.try_again') } as const;
  return { typed: { values, problems: new Map() }, status, isProblem: true };
}
