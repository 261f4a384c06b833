import {
  type CartRefusal,
  changeMarket,
  createCart,
  mergeCarts,
  type PricedCart,
  readPricedCart,
} from '../../../modules/carts/index.ts';
import { readVisitor } from '../account/signed-in.ts';
import type { CookieChange } from '../personal/cookies.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';

/** The visitor's cart as it now is, in this storefront's market and language; `undefined` when there is none. */
export async function readVisitorsCart(desk: ShopperDesk, visit: Visit): Promise<PricedCart | undefined> {
  const token = visit.cookies.cart;
  if (token === undefined) return undefined;
  const priced = await readPricedCart(desk.orders, { token, now: visit.now });
  if (!priced || priced.cart.isCompleted) return undefined;
  const { site } = visit;
  const { market, locale, currency } = priced.cart;
  if (market === site.market.code && locale === site.locale && currency === site.currency) return priced;
  const place = { market: site.market.code, locale: site.locale, currency: site.currency };
  const moved = await changeMarket(desk.orders, { token, ...place, now: visit.now });
  return moved.ok ? readPricedCart(desk.orders, { token, now: visit.now }) : priced;
}

/** The token of the visitor's cart, of a new one when there is none or it was ordered. */
export async function tokenToFill(
  desk: ShopperDesk,
  visit: Visit,
  refused?: CartRefusal['code'],
): Promise<{ readonly token: string; readonly isNew: boolean }> {
  const known = visit.cookies.cart;
  if (known !== undefined && refused === undefined) return { token: known, isNew: false };
  const { market, locale, currency } = visit.site;
  const { now } = visit;
  const { token } = await createCart(desk.orders, { market: market.code, locale, currency, now });
  const current = await readVisitor(desk, visit);
  if (!current) return { token, isNew: true };
  // Who is signed in fills a cart of theirs, which is there on their other devices too.
  const owned = await mergeCarts(desk.orders, { token, customerId: current.customer.id, now });
  return { token: owned?.token ?? token, isNew: true };
}

/** Pieces in the cart that somebody put in, for the number beside its link. */
export function pieceCount(
  lines: readonly { readonly quantity: number; readonly isGift?: boolean }[],
): number {
  return lines.reduce((sum, { quantity, isGift }) => (isGift === true ? sum : sum + quantity), 0);
}

export function cartCookies(token: string, pieces: number): readonly CookieChange[] {
  return [
    { name: 'cart', value: token },
    { name: 'items', value: String(pieces) },
  ];
}

/** After an order: the cart is over. */
export const NO_CART: readonly CookieChange[] = [
  { name: 'cart', value: undefined },
  { name: 'items', value: undefined },
];
