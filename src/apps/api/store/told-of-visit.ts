import type { IncomingHttpHeaders } from 'node:http';
import type { PricedCart } from '../../../modules/carts/index.ts';
import { itemParams, type Sender } from '../../../modules/collector/index.ts';
import type { Tell } from '../deps.ts';
import type { VisitAsked } from './contract/visit.ts';

/** Who asks, and of which visit they say that it is. */
export type Visited = {
  readonly visit: VisitAsked;
  readonly call: {
    readonly ip: string;
    readonly userAgent: string | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly origin: string;
    readonly now: Temporal.Instant;
  };
};

type Line = PricedCart['cart']['lines'][number];

/** What programs of shoppers tell the statistics, in the words in which the shop's own pages tell it. Nobody waits for it. */
export function tellingOf(tell: Tell | undefined) {
  const tellOne = (
    visited: Visited,
    name: string,
    key: string,
    params: Readonly<Record<string, unknown>>,
  ) => {
    const sender = senderOf(visited);
    if (sender) tell?.(sender, { name, key, params: { ...pageOf(visited.visit), ...params } });
  };
  return {
    /** So many pieces more of a line, or fewer. The cart after it has a version that no other change has. */
    changed: (visited: Visited, { cart, line, more }: Changed) => {
      if (more === 0) return;
      const item = { ...line, quantity: Math.abs(more), unitMinor: line.addedUnitMinor };
      const params = { ...placeOf(cart), ...itemParams(cart.currency, [item]) };
      const name = more > 0 ? 'add_to_cart' : 'remove_from_cart';
      tellOne(visited, name, `${line.id} ${cart.version}`, params);
    },
    viewed: (visited: Visited, priced: PricedCart) => {
      if (priced.lines.length === 0) return;
      tellOne(visited, 'view_cart', `${priced.cart.id} ${visited.call.now}`, contentsOf(priced));
    },
    /** Each step once a cart, however often it is said who and where to. */
    said: (visited: Visited, priced: PricedCart) => {
      const { cart, missing } = priced;
      if (priced.lines.length === 0 || (cart.email === '' && cart.shippingAddress === undefined)) return;
      tellOne(visited, 'begin_checkout', cart.id, contentsOf(priced));
      if (missing.length === 0) tellOne(visited, 'add_shipping_info', cart.id, contentsOf(priced));
    },
    /** It was said how to pay: whoever did that went through the steps before it, however the cart was filled in. */
    paying: (visited: Visited, priced: PricedCart) => {
      if (priced.lines.length === 0 || priced.missing.length > 0) return;
      for (const step of ['begin_checkout', 'add_shipping_info', 'add_payment_info']) {
        tellOne(visited, step, priced.cart.id, contentsOf(priced));
      }
    },
    /** Only which order: what was sold is in the books. */
    bought: (visited: Visited, orderId: string) =>
      tellOne(visited, 'purchase', orderId, { transaction_id: orderId }),
  };
}

export type Telling = ReturnType<typeof tellingOf>;

type Changed = {
  readonly cart: Pick<PricedCart['cart'], 'currency' | 'market' | 'locale' | 'version'>;
  readonly line: Line;
  readonly more: number;
};

function placeOf({ market, locale }: Pick<PricedCart['cart'], 'market' | 'locale'>) {
  return { market, language: locale };
}

function contentsOf({ cart, lines }: PricedCart) {
  const items = lines.map((line) => ({ ...line, unitMinor: line.quoted?.unitMinor ?? line.addedUnitMinor }));
  return { ...placeOf(cart), ...itemParams(cart.currency, items) };
}

function pageOf(visit: VisitAsked) {
  return {
    ...(visit?.page === undefined ? {} : { page_location: visit.page }),
    ...(visit?.referrer === undefined ? {} : { page_referrer: visit.referrer }),
  };
}

/**
 * The shopper whose program asks. Global Privacy Control is stronger than a consent that was given before. Of a server that
 * asks in their place only whom it names: its own address would make one visitor of all its shoppers.
 */
function senderOf({ call, visit }: Visited): Sender | undefined {
  const text = (name: string) => {
    const value = call.headers[name];
    return typeof value === 'string' ? value.slice(0, 500) : undefined;
  };
  const hasGpc = text('sec-gpc') === '1';
  const visitorId = hasGpc ? undefined : visit?.visitorId;
  const inPlaceOf = visit?.userAgent;
  if (inPlaceOf !== undefined && visitorId === undefined) return undefined;
  return {
    kind: 'browser',
    ...{ ip: call.ip, site: new URL(call.origin).hostname, userAgent: inPlaceOf ?? call.userAgent ?? '' },
    purpose: text('sec-purpose') ?? text('purpose') ?? text('x-moz'),
    brands: inPlaceOf === undefined ? text('sec-ch-ua') : undefined,
    // A server reads no language.
    acceptLanguage: text('accept-language') ?? (inPlaceOf === undefined ? undefined : '*'),
    ...{ hasGpc, visitorId },
  };
}
