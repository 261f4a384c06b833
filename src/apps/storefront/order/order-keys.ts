import type { CookieChange } from '../personal/cookies.ts';

const MOST_KEPT = 8;

/** One order that this browser may see, newest first. */
export type OrderKey = { readonly number: string; readonly token: string };

/** The orders that a guest's cookie opens: `1042.TOKEN~1041.TOKEN`. */
export function readKeys(cookie: string | undefined): readonly OrderKey[] {
  return (cookie ?? '').split('~').flatMap((entry) => {
    const [number = '', token = ''] = entry.split('.');
    return /^[\w-]{1,40}$/.test(number) && /^[\w-]{16,100}$/.test(token) ? [{ number, token }] : [];
  });
}

/** The cookie with one more order, in front of those it had. */
export function keyCookie(cookie: string | undefined, number: string, token: string): CookieChange {
  const others = readKeys(cookie).filter((key) => key.number !== number);
  const kept = [{ number, token }, ...others].slice(0, MOST_KEPT);
  return { name: 'orders', value: kept.map((key) => `${key.number}.${key.token}`).join('~') };
}
