import { networkOf } from '../../../platform/auth/index.ts';

/** From where somebody signs in. */
export type Browser = { readonly ip: string; readonly userAgent: string };

/**
 * By which a browser is known again: its user agent without the version numbers, which change every month.
 *
 * @example
 * deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Firefox/143.0') // 'Mozilla/ (X; Linux x_; rv:) Firefox/'
 */
export function deviceOf(userAgent: string): string {
  return shownAgent(userAgent).replace(/[\d.]+/g, '');
}

/** Where tries of an account from this browser are counted. */
export function triesOf(account: string, { ip, userAgent }: Browser, now: Temporal.Instant) {
  return { account: account.toLowerCase(), network: networkOf(ip), device: deviceOf(userAgent), now };
}

/** As it is kept and shown. */
export function shownAgent(userAgent: string): string {
  return userAgent.replace(/\p{C}/gu, '').slice(0, 300);
}
