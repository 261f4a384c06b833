import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Every cookie of the shop, strictly necessary for what the shopper asked for but one (docs/decisions/0004). Scripts can
 * read two, because cached pages are the same for everybody: how much is in the cart, and whether somebody has decided
 * about their privacy.
 */
const COOKIES = {
  /** Opens the cart. */
  cart: { name: 'cart', isReadable: false, maxAgeDays: 30 },
  /** The visitor's own cart while they pay for one that the shop put together for them. */
  aside: { name: 'cart_aside', isReadable: false, maxAgeDays: 30 },
  /** The order behind a pay link, until the visitor goes on with it or closes the browser. */
  draft: { name: 'draft', isReadable: false, maxAgeDays: undefined },
  items: { name: 'cart_items', isReadable: true, maxAgeDays: 30 },
  /** Opens a guest's orders, until the browser is closed. */
  orders: { name: 'orders', isReadable: false, maxAgeDays: undefined },
  /** `accepted` or `rejected`: nobody is asked again while it is there. */
  privacy: { name: 'privacy', isReadable: true, maxAgeDays: 182 },
  /** What the proof of a consent is found by. */
  consent: { name: 'consent', isReadable: false, maxAgeDays: 182 },
  /** Not necessary: stands for this browser, and is there only after consent to it. */
  visitor: { name: 'visitor', isReadable: false, maxAgeDays: 182 },
  /** Says who is signed in. */
  session: { name: 'session', isReadable: false, maxAgeDays: 90 },
  /** The attempt at a sign-in that a code or a passkey belongs to. */
  signIn: { name: 'sign_in', isReadable: false, maxAgeDays: undefined },
} as const;

export type CookieName = keyof typeof COOKIES;
export type OwnCookies = Readonly<Partial<Record<CookieName, string>>>;

/** `undefined` takes the cookie away. */
export type CookieChange = {
  readonly name: CookieName;
  readonly value: string | undefined;
  /** Other than usual. */
  readonly maxAgeDays?: number;
};

const NAMES: readonly CookieName[] = [
  ...(['cart', 'aside', 'draft', 'items', 'orders', 'session', 'signIn'] as const),
  ...(['privacy', 'consent', 'visitor'] as const),
];
const MAX_LENGTH = 2_000;

export function readCookies(request: FastifyRequest, isSecure: boolean): OwnCookies {
  const found = NAMES.flatMap((name) => {
    const value = request.cookies[nameOf(name, isSecure)];
    return value !== undefined && value.length <= MAX_LENGTH ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** SameSite=Lax: a link from a mail or a payment provider arrives with its cookies, a foreign form does not. */
export function writeCookies(reply: FastifyReply, changes: readonly CookieChange[], isSecure: boolean): void {
  for (const { name, value, maxAgeDays = COOKIES[name].maxAgeDays } of changes) {
    const { isReadable } = COOKIES[name];
    const options = { path: '/', sameSite: 'lax', secure: isSecure, httpOnly: !isReadable } as const;
    if (value === undefined) reply.clearCookie(nameOf(name, isSecure), options);
    else {
      const age = maxAgeDays === undefined ? {} : { maxAge: maxAgeDays * 86_400 };
      reply.setCookie(nameOf(name, isSecure), value, { ...options, ...age });
    }
  }
}

/** `__Host-`: set by this host, for this host, over https (RFC 6265bis, section 4.1.3.2). */
function nameOf(name: CookieName, isSecure: boolean): string {
  const { name: plain, isReadable } = COOKIES[name];
  return isSecure && !isReadable ? `__Host-${plain}` : plain;
}
