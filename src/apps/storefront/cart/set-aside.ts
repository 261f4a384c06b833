import type { CookieChange, OwnCookies } from '../personal/cookies.ts';
import { cartCookies, NO_CART } from './open-cart.ts';

/** A visitor's own cart while they pay for one that was put together for them: `TOKEN.PIECES`. */
export function setAside(token: string, pieces: number): CookieChange {
  return { name: 'aside', value: `${token}.${pieces}` };
}

/** The cart is over: the one that was set aside for it is the visitor's again, or there is none. */
export function cartIsOver(cookies: Pick<OwnCookies, 'aside'>): readonly CookieChange[] {
  const own = readAside(cookies);
  if (!own) return NO_CART;
  return [...cartCookies(own.token, own.pieces), { name: 'aside', value: undefined }];
}

export function readAside({
  aside = '',
}: Pick<OwnCookies, 'aside'>): { readonly token: string; readonly pieces: number } | undefined {
  const [, token, pieces] = /^([\w-]{16,100})\.(\d{1,6})$/.exec(aside) ?? [];
  return token === undefined ? undefined : { token, pieces: Number(pieces) };
}
